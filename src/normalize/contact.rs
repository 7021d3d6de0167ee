use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, AddressKind, Id, Text, option_to_vec};
use crate::wire::{E164, Json, Sameness};

/// The customer, known by an ID, by addresses, or by both.
///
/// A contact need not have a phone number. One contact may have many addresses and, over time, many
/// conversations.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Contact {
    /// The ID given by the platform, unique within the account. Absent where the platform knows
    /// people by address alone.
    pub id: Option<Id>,
    /// The addresses at which the contact can be reached, the most identifying one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// The former addresses of the contact, where the event reports that an address changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Address>,
    /// The ID of the contact in this inbox, the same as [`Session::id`](super::Session::id). Only
    /// Chatwoot sends it.
    pub session_id: Option<Id>,
    /// The display name, which contacts often chose themselves.
    pub display_name: Option<Text>,
    /// The full name, where the platform keeps it apart from the display name.
    pub full_name: Option<Text>,
    /// The URL of the contact's picture.
    pub avatar_url: Option<Text>,
    /// Whether the business has blocked the contact. Only Chatwoot says so.
    pub blocked: Option<bool>,
    /// Whether the person has proved to be this contact. Only Chatwoot says so.
    pub verified: Option<bool>,
    /// The hash of the contact's security code, which changes with the phone. WhatsApp sends it
    /// only to a business that has turned the identity check on.
    pub identity_hash: Option<Box<Text>>,
    /// The country of the contact, as an ISO 3166 code.
    pub country: Option<Box<Text>>,
    /// The ID of the company that the contact belongs to. Only Chatwoot sends it.
    pub company_id: Option<Box<Id>>,
    /// Whether the contact was in the address book before. Only Azeer says so.
    pub is_existing: Option<bool>,
    /// The state of the contact, as the platform names it, such as `archived`.
    pub status: Option<Cow<'static, str>>,
    /// How the contact was created, as the platform names it, such as `whatsapp_webhook`.
    pub origin: Option<Cow<'static, str>>,
    /// The tags that the business put on the contact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Text>,
    /// The attributes that the business defined, as sent.
    pub custom_attributes: Option<Json>,
    /// The attributes that the platform keeps, as sent.
    pub additional_attributes: Option<Json>,
}

impl Contact {
    /// Returns the first address of a kind.
    #[must_use]
    pub fn address(&self, kind: &AddressKind) -> Option<&Address> {
        self.addresses.iter().find(|address| address.kind == *kind)
    }

    /// Returns the display name, or else the full name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.display_name.as_deref().or(self.full_name.as_deref())
    }

    /// Returns the phone number, if one of the addresses certainly gives it.
    ///
    /// See [`Address::e164`] for what is certain.
    #[must_use]
    pub fn phone(&self) -> Option<E164> {
        self.addresses.iter().find_map(Address::e164)
    }

    /// Returns whether two contacts are the same person, according to the best match of their
    /// addresses.
    ///
    /// Their IDs are not compared, because each platform has its own.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Sameness {
        let pairs = self
            .addresses
            .iter()
            .flat_map(|own| other.addresses.iter().map(move |other| own.compare(other)));
        pairs.max().unwrap_or(Sameness::Other)
    }

    /// Returns the first email address.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.address(&AddressKind::Email).map(|address| &*address.value)
    }
}

impl Contact {
    pub(crate) fn with_id(id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    /// Creates a contact from ID, address and display name, if any of them is known.
    #[inline]
    pub(crate) fn from_parts(
        id: Option<Id>,
        address: Option<Address>,
        display_name: Option<Text>,
    ) -> Option<Self> {
        let is_known = id.is_some() || address.is_some() || display_name.is_some();
        let addresses = option_to_vec(address);
        is_known.then(|| Self { id, addresses, display_name, ..Self::default() })
    }

    /// Returns the contact, if anything is known of it.
    #[inline]
    pub(crate) fn present(self) -> Option<Self> {
        // Usually one of the first two is known, which saves comparing the rest.
        let known = self.id.is_some() || !self.addresses.is_empty() || !self.is_empty();
        known.then_some(self)
    }

    #[cold]
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Creates a contact from its address, unless that identifies no one.
    pub(crate) fn with_address(address: Address) -> Option<Self> {
        let addresses = vec![address.present()?];
        Some(Self { addresses, ..Self::default() })
    }
}
