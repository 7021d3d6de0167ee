//! What reading one body carries along.

use std::{
    borrow::Cow,
    cell::{Cell, OnceCell, RefCell},
};

use serde::de::Error;
use serde_json::value::RawValue;

use super::{
    body::Root,
    edge,
    lenient::Leniency,
    read::Wire,
    way::{Segment, Way},
};

/// What reading one body carries along.
#[derive(Default)]
pub(crate) struct Context<'a> {
    /// A whole body, and the key of the tag that names its event.
    body: Option<(&'a str, &'static str)>,
    /// Name of the event, once it was read or looked for.
    name: OnceCell<Option<Cow<'a, str>>>,
    /// Key of the tag, until the object that holds it takes it.
    tag: Cell<Option<&'static str>>,
    /// The way to the mistake; empty while there is none.
    way: RefCell<Way>,
    /// Whether what only its literal keeps may stop the reading.
    quick: bool,
    /// Whether times are not read that way, see [`FRACTIONS`](Root::FRACTIONS).
    fractions: bool,
    stopped: Cell<bool>,
    /// There if parts that do not fit are to be set aside.
    pub(crate) lenient: Option<Leniency>,
}

impl<'a> Context<'a> {
    /// For a whole body.
    pub(crate) fn of<T: Root>(text: &'a str) -> Self {
        Self {
            body: T::TAG.map(|tag| (text, tag)),
            tag: Cell::new(T::TAG),
            fractions: T::FRACTIONS,
            ..Self::default()
        }
    }

    /// The same, to try the quick way; afterwards, whether that stopped, see [`quick`](super::quick).
    pub(crate) fn quick(self) -> Self {
        Self { quick: true, ..self }
    }

    pub(crate) fn is_quick(&self) -> bool {
        self.quick
    }

    pub(crate) fn is_quick_for_times(&self) -> bool {
        self.quick && !self.fractions
    }

    pub(crate) fn stop(&self) {
        self.stopped.set(true);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.get()
    }

    /// Reads a value from its JSON. To the reader around it every mistake in there is of one sort.
    pub(crate) fn read_raw<T: Wire, E: Error>(&self, raw: &RawValue) -> Result<T, E> {
        T::read(raw, self).map_err(|error| {
            if error.is_syntax() {
                self.stop();
            }
            E::custom(error)
        })
    }

    /// Sets aside the parts of `text` that do not fit.
    pub(crate) fn setting_aside(self, text: &str) -> Self {
        Self { lenient: Some(Leniency::new(text)), ..self }
    }

    /// Name of the event, looked for where it is needed before its tag is read.
    pub(crate) fn name(&self) -> Option<&str> {
        let look = || self.body.and_then(|(text, tag)| edge::tag(text, tag));
        self.name.get_or_init(look).as_deref()
    }

    /// Takes a value of the tag for the name of the event, unless that is known; whether it is the
    /// name.
    pub(crate) fn confirm_name(&self, name: &str) -> bool {
        if self.name.get().is_none()
            && let Some((text, _)) = self.body
        {
            // With escapes it does not stand in the body as it is.
            let start = (name.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
            if let Some(name) = text.get(start..start.saturating_add(name.len())) {
                return self.name.set(Some(name.into())).is_ok();
            }
        }
        self.name() == Some(name)
    }

    pub(crate) fn take_tag(&self) -> Option<&'static str> {
        self.tag.take()
    }

    /// Notes that the mistake lies below this step.
    #[cold]
    pub(crate) fn note(&self, step: Segment) {
        self.way.borrow_mut().begin_with(step);
    }

    /// Notes what was read of the key of the last step.
    #[cold]
    pub(crate) fn locate(&self, key: &str) {
        self.way.borrow_mut().locate(key);
    }

    pub(crate) fn into_way(self) -> Way {
        self.way.into_inner()
    }
}
