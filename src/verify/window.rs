/// The time around now in which a request must have been signed.
///
/// It reaches into the past, as deliveries take time, and as far into the future, as clocks differ.
///
/// ```
/// use chathooks::verify::Window;
///
/// let now = 1_700_000_000;
/// assert!(Window::around(now).contains(now - 300));
/// assert!(!Window::around(now).contains(now + 301));
/// assert!(!Window::around(now).seconds(60).contains(now - 61));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    now: i64,
    seconds: u32,
}

impl Window {
    /// 300 seconds before and after `now`, which is in epoch seconds.
    #[must_use]
    pub const fn around(now: i64) -> Self {
        Self { now, seconds: 300 }
    }

    /// The same with so many seconds before and after. The more, the longer a request can be
    /// replayed.
    #[must_use]
    pub const fn seconds(self, seconds: u32) -> Self {
        Self { seconds, ..self }
    }

    /// Whether `time`, in epoch seconds, is in it, the ends included.
    #[must_use]
    pub const fn contains(self, time: i64) -> bool {
        self.now.abs_diff(time) <= self.seconds as u64
    }
}
