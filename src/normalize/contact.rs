use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, AddressKind, Id, Text, list};
use crate::wire::{E164, Json, Sameness};

/// The customer: a person on the other side, by an id, by addresses, or by both.
///
/// A person need not have a phone number. One contact has many addresses, and over time many
/// conversations.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Contact {
    /// Id that the platform gave; unique within the account. Absent where the platform knows people
    /// by address alone.
    pub id: Option<Id>,
    /// Where the person can be reached, the most telling address first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Addresses that the person had before, where the event reports a change of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Address>,
    /// Id of the person in this inbox, which is that of [`Session::id`](super::Session::id).
    pub session_id: Option<Id>,
    /// Name to show, which people often chose themselves.
    pub display_name: Option<Text>,
    /// Name in full, where the platform keeps it apart from the one to show.
    pub full_name: Option<Text>,
    /// URL of a picture.
    pub avatar_url: Option<Text>,
    /// Whether the business has blocked the person.
    pub blocked: Option<bool>,
    /// Whether the person proved to be this contact, where that is said.
    pub verified: Option<bool>,
    /// Hash of the person's security code, which changes with the phone.
    pub identity_hash: Option<Box<Text>>,
    /// Country, by its ISO 3166 code.
    pub country: Option<Box<Text>>,
    /// The company of the person.
    pub company_id: Option<Box<Id>>,
    /// Whether the person was in the address book before, where that is said.
    pub is_existing: Option<bool>,
    /// What the platform calls the state of the contact, such as `archived`.
    pub status: Option<Cow<'static, str>>,
    /// How the contact came to be, such as `whatsapp_webhook`.
    pub origin: Option<Cow<'static, str>>,
    /// Tags that the business put on the contact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Text>,
    /// Attributes that the business defined, as they came.
    pub custom_attributes: Option<Json>,
    /// Attributes that the platform keeps, as they came.
    pub additional_attributes: Option<Json>,
}

impl Contact {
    /// The first address of a kind.
    #[must_use]
    pub fn address(&self, kind: &AddressKind) -> Option<&Address> {
        self.addresses.iter().find(|address| address.kind == *kind)
    }

    /// Returns the name to show, or else the full name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.display_name.as_deref().or(self.full_name.as_deref())
    }

    /// The phone number, if an address says it for certain.
    #[must_use]
    pub fn phone(&self) -> Option<E164> {
        self.addresses.iter().find_map(Address::e164)
    }

    /// Whether two contacts are one person, by the most telling pair of their addresses; ids of
    /// platforms are not compared, as each platform has its own.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Sameness {
        let pairs = self
            .addresses
            .iter()
            .flat_map(|own| other.addresses.iter().map(move |other| own.compare(other)));
        pairs.max().unwrap_or(Sameness::Other)
    }

    /// The e-mail address.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.address(&AddressKind::Email).map(|address| &*address.value)
    }
}

impl Contact {
    pub(crate) fn with_id(id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    /// A contact by its id, its address and its name, if one of them is known.
    #[inline]
    pub(crate) fn known(
        id: Option<Id>,
        address: Option<Address>,
        display_name: Option<Text>,
    ) -> Option<Self> {
        let is_known = id.is_some() || address.is_some() || display_name.is_some();
        let addresses = list(address);
        is_known.then(|| Self { id, addresses, display_name, ..Self::default() })
    }

    /// The contact, if anything is known of it.
    #[inline]
    pub(crate) fn present(self) -> Option<Self> {
        // Mostly one of the first two is known, and the rest need not be compared.
        let known = self.id.is_some() || !self.addresses.is_empty() || !self.is_empty();
        known.then_some(self)
    }

    #[cold]
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A contact by its address, if that is not empty.
    pub(crate) fn at(address: Address) -> Option<Self> {
        let addresses = vec![address.present()?];
        Some(Self { addresses, ..Self::default() })
    }
}
