/// The period around the current time in which a request must have been signed.
///
/// It extends into the past, because deliveries take time, and equally far into the future, because
/// clocks differ.
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
    /// Creates a window of 300 seconds before and after `now`, which is in epoch seconds.
    #[must_use]
    pub const fn around(now: i64) -> Self {
        Self { now, seconds: 300 }
    }

    /// Sets the number of seconds before and after. The more there are, the longer a request can be
    /// replayed.
    #[must_use]
    pub const fn seconds(self, seconds: u32) -> Self {
        Self { seconds, ..self }
    }

    /// Returns whether `time`, in epoch seconds, is in the window, including its ends.
    #[must_use]
    pub const fn contains(self, time: i64) -> bool {
        self.now.abs_diff(time) <= self.seconds as u64
    }
}
