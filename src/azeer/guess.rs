use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::{
    DriftKind,
    wire::{Json, context::Context, read::Wire, walk::Walk},
};

/// A member of an event that nobody has documented: a `T` if it reads as one, and else kept as it
/// came, as if it were a member that no type knows.
///
/// ```
/// use chathooks::azeer::{ContactId, Webhook};
///
/// for (body, id) in [
///     (r#"{"contact_id":101,"webhook_event_type":"chat_closed"}"#, Some("101")),
///     (r#"{"contact_id":{"id":101},"webhook_event_type":"chat_closed"}"#, None),
/// ] {
///     let Webhook::ChatClosed(chat) = Webhook::parse(body.as_bytes())? else { unreachable!() };
///     let guess = chat.contact_id.unwrap();
///     assert_eq!(guess.get().map(ContactId::to_string).ok().as_deref(), id);
/// }
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Guess<T>(Result<T, Json>);

impl<T> Guess<T> {
    /// The value.
    ///
    /// # Errors
    ///
    /// What was sent, if it is no `T`.
    pub fn get(&self) -> Result<&T, &Json> {
        self.0.as_ref()
    }

    /// The value by value.
    ///
    /// # Errors
    ///
    /// What was sent, if it is no `T`.
    pub fn into_inner(self) -> Result<T, Json> {
        self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Guess<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(value) => value.fmt(f),
            Err(json) => json.fmt(f),
        }
    }
}

impl<T: Serialize> Serialize for Guess<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(value) => value.serialize(to),
            Err(json) => json.serialize(to),
        }
    }
}

impl<T: Wire> Wire for Guess<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, _: &Context<'_>) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        let value =
            T::read(&mut serde_json::Deserializer::from_str(raw.get()), &Context::default());
        Ok(Self(value.map_err(|_| raw.to_owned().into())))
    }

    fn walk(&self, walk: &mut Walk) {
        match &self.0 {
            Ok(value) => value.walk(walk),
            Err(_) => walk.report(DriftKind::Member),
        }
    }
}
