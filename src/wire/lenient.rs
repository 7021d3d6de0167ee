//! Reading what fits and keeping apart what does not.

use std::cell::RefCell;

use serde::de::{self, MapAccess, SeqAccess};
use serde_json::value::RawValue;

use super::{Json, context::Context, place, pointer, read::Wire, way::Segment};
use crate::{Misfit, ParseError};

/// How many parts may be set aside; one more, and the object or list around it is set aside whole.
pub(crate) const MOST: usize = 1_000;

/// What has been set aside, and where reading is.
pub(crate) struct Leniency {
    /// Address of the text, to tell where a part of it stands.
    base: usize,
    at: RefCell<Vec<Segment>>,
    aside: RefCell<Vec<Aside>>,
}

struct Aside {
    way: Vec<Segment>,
    offset: usize,
    value: Json,
    error: serde_json::Error,
}

impl Leniency {
    pub(crate) fn new(text: &str) -> Self {
        Self { base: text.as_ptr() as usize, at: RefCell::default(), aside: RefCell::default() }
    }

    /// Reads a part; sets it aside if it is no `T` and there is room.
    fn part<T: Wire>(
        &self,
        step: Segment,
        raw: &RawValue,
        cx: &Context<'_>,
    ) -> Result<Option<T>, serde_json::Error> {
        let before = self.aside.borrow().len();
        self.at.borrow_mut().push(step);
        let read = T::read(&mut serde_json::Deserializer::from_str(raw.get()), cx);
        let read = read.map(Some).or_else(|error| {
            // What was set aside within comes with the whole.
            self.aside.borrow_mut().truncate(before);
            self.set_aside(raw, error).map(|()| None)
        });
        self.at.borrow_mut().pop();
        read
    }

    /// Sets aside what stands where reading is.
    fn set_aside(&self, raw: &RawValue, error: serde_json::Error) -> Result<(), serde_json::Error> {
        let mut aside = self.aside.borrow_mut();
        if aside.len() == MOST {
            return Err(error);
        }
        let offset = raw.get().as_ptr() as usize - self.base;
        let way = self.at.borrow().clone();
        aside.push(Aside { way, offset, value: raw.to_owned().into(), error });
        Ok(())
    }

    /// Reads the value of a known key. A second one is set aside, as is one that does not fit.
    #[cold]
    pub(crate) fn member<'de, T: Wire, A: MapAccess<'de>>(
        &self,
        again: bool,
        key: &'static str,
        map: &mut A,
        cx: &Context<'_>,
    ) -> Result<Option<T>, A::Error> {
        let raw: &RawValue = map.next_value()?;
        let part = if again || self.has_set_aside(key) {
            self.repeated(key, raw).map(|()| None)
        } else {
            self.part(Segment::Key(key), raw, cx)
        };
        part.map_err(de::Error::custom)
    }

    /// Whether a member of the object where reading is has been set aside.
    fn has_set_aside(&self, key: &'static str) -> bool {
        let at = self.at.borrow();
        self.aside.borrow().iter().any(|aside| {
            let last = aside.way.split_last();
            last.is_some_and(|(last, above)| *last == Segment::Key(key) && *above == **at)
        })
    }

    /// Sets a second member with the same key aside.
    pub(crate) fn repeated(
        &self,
        key: &'static str,
        raw: &RawValue,
    ) -> Result<(), serde_json::Error> {
        self.at.borrow_mut().push(Segment::Repeated(key));
        let set_aside = self.set_aside(raw, de::Error::duplicate_field(key));
        self.at.borrow_mut().pop();
        set_aside
    }

    /// Reads a list without the elements that do not fit.
    #[cold]
    pub(crate) fn list<'de, T: Wire, A: SeqAccess<'de>>(
        &self,
        mut seq: A,
        cx: &Context<'_>,
    ) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        let mut index = 0;
        while let Some(raw) = seq.next_element::<&RawValue>()? {
            let part = self.part(Segment::Index(index), raw, cx);
            list.extend(part.map_err(de::Error::custom)?);
            index += 1;
        }
        Ok(list)
    }

    /// What was set aside, in the order of the text.
    pub(crate) fn into_misfits(self, text: &str) -> Vec<Misfit> {
        let mut aside = self.aside.into_inner();
        aside.sort_by_key(|aside| aside.offset);
        let mut places = place::Lines::new(text);
        let misfit = |aside: Aside| Misfit {
            pointer: pointer::of(&aside.way),
            error: ParseError::aside(&aside.error, &aside.way, places.at(aside.offset)),
            value: aside.value,
        };
        aside.into_iter().map(misfit).collect()
    }
}
