use std::{
    fmt,
    hash::{Hash, Hasher},
    mem,
};

use serde::{
    Serialize, Serializer,
    de::{Deserialize, DeserializeOwned, Deserializer},
};
use serde_with::{DeserializeAs, Map, Same};

use super::Json;

/// The members of an object that its type does not model, byte for byte and in their order.
///
/// Empty as long as the model is complete. A member that is here may become a field in a later
/// version, and is then no longer here; [`drift`](crate::Webhook::drift) lists it.
///
/// ```
/// use chathooks::chatwoot::Account;
///
/// let account: Account = serde_json::from_str(r#"{"id":1,"name":"Acme","plan":{"seats":5}}"#)?;
/// assert_eq!(account.extra.get("plan").unwrap().get(), r#"{"seats":5}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
// A thin pointer: a `Vec` would make every object two words larger, and is nearly always empty.
#[derive(Clone, Default)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "std::collections::BTreeMap<String, Json>", transform = crate::schema::tidy)
)]
#[allow(clippy::box_collection, reason = "a word per object is the point")]
pub struct Extra(Option<Box<List>>);

type List = Vec<(Box<str>, Json)>;

impl Extra {
    /// Whether the type models every member that was sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Keys and values, in the order of the body. A key may occur more than once.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|list| list.iter()).map(|(key, value)| (&**key, value))
    }

    /// The value of a member; the last one, if the key occurs more than once.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.iter().filter(|(own, _)| *own == key).last().map(|(_, value)| value)
    }

    /// The value of a member as a `T`; `None` if it is absent.
    ///
    /// # Errors
    ///
    /// If the value does not read as a `T`.
    pub fn get_as<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, serde_json::Error> {
        self.get(key).map(Json::to).transpose()
    }

    /// Adds a member, or replaces the value of one; returns the value that it had.
    ///
    /// Do not give it a member that the type has a field for: an object would be written with two
    /// members of that key, which nothing reads.
    ///
    /// ```
    /// use chathooks::{chatwoot::Account, wire::Json};
    ///
    /// let mut account = Account::new(1);
    /// account.extra.insert("plan", serde_json::json!({"seats": 5}));
    /// assert_eq!(serde_json::to_string(&account)?, r#"{"id":1,"plan":{"seats":5}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn insert(&mut self, key: &str, value: impl Into<Json>) -> Option<Json> {
        let value = value.into();
        let list = self.0.get_or_insert_default();
        if let Some((_, own)) = list.iter_mut().rfind(|(own, _)| **own == *key) {
            return Some(mem::replace(own, value));
        }
        list.push((key.into(), value));
        None
    }

    #[cold]
    pub(crate) fn push(&mut self, key: &str, value: Json) {
        self.0.get_or_insert_default().push((key.into(), value));
    }

    pub(crate) fn remove(&mut self, key: &str) {
        if let Some(list) = &mut self.0 {
            list.retain(|(own, _)| **own != *key);
        }
    }

    pub(crate) fn append(&mut self, other: Self) {
        match &mut self.0 {
            Some(list) => list.extend(other.0.into_iter().flat_map(|other| *other)),
            none => *none = other.0,
        }
    }

    /// Keeps in mind that the object was sent as `[]`, as PHP writes an empty map.
    #[cold]
    pub(super) fn set_array(&mut self) {
        self.0 = Some(Box::default());
    }

    /// Whether the object was sent as `[]`.
    pub(super) fn is_array(&self) -> bool {
        self.0.as_ref().is_some_and(|list| list.is_empty())
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Extra {}

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().for_each(|member| member.hash(state));
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

/// From serde_json alone, see [the module](crate::wire#with-serde).
impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let list: List = Map::<Same, Same>::deserialize_as(from)?;
        Ok(Self((!list.is_empty()).then(|| Box::new(list))))
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
