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

/// The unmodeled members of an object, kept byte for byte and in their order.
///
/// It is empty as long as the model is complete; [`drift`](crate::Webhook::drift) lists what is in
/// it. A later version of the crate may add a field for such a member, which is then no longer in
/// here.
///
/// ```
/// use chathooks::chatwoot::Account;
///
/// let account: Account = serde_json::from_str(r#"{"id":1,"name":"Acme","plan":{"seats":5}}"#)?;
/// assert_eq!(account.extra.get("plan").unwrap().get(), r#"{"seats":5}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
// A thin pointer: it is nearly always empty, and a `Vec` would make every object two words larger.
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
    /// Returns whether there are no unmodeled members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Returns the keys and values, in the order of the body. A key may occur more than once.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|list| list.iter()).map(|(key, value)| (&**key, value))
    }

    /// Returns the value of a member; the last one, if the key occurs more than once.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.iter().filter(|(own, _)| *own == key).last().map(|(_, value)| value)
    }

    /// Deserializes the value of a member to a `T`; `None` if the member is absent.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is not a `T`.
    pub fn get_as<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, serde_json::Error> {
        self.get(key).map(Json::to).transpose()
    }

    /// Adds a member, or replaces the value of an existing one, and returns its earlier value.
    ///
    /// Do not add a member for which the type has a field: the object would be written with two
    /// members of the same key, and could not be parsed again.
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

    /// Records that the object was sent as `[]`, which PHP writes for an empty map.
    #[cold]
    pub(super) fn set_array(&mut self) {
        self.0 = Some(Box::default());
    }

    /// Returns whether the object was sent as `[]`.
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

/// Works with serde_json only, see [the module](crate::wire#with-serde).
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
