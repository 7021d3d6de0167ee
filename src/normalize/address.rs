use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize, Serializer};
use serde_with::skip_serializing_none;

use super::Text;
use crate::wire::{E164, Phone, Sameness, WaId, is_empty_id, open_enum};

/// An address at which a person can be reached on a channel, such as a phone number.
///
/// One person may have several addresses on one network: a WhatsApp account, the number that others
/// dial, and one ID for each business. Two addresses certainly belong to one person if
/// [`compare`](Self::compare) returns [`Sameness::Same`].
///
/// Across *two* networks, only a phone number or an email address can show that two accounts belong
/// to one person, and only as far as the platform verified it. WhatsApp verifies phone numbers; a
/// form on a website does not.
#[derive(Clone, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Written<'static>", transform = super::tidy)
)]
#[serde(from = "Written<'_>")]
#[non_exhaustive]
pub struct Address {
    /// The kind of address.
    pub kind: AddressKind,
    /// The address, exactly as it was sent.
    pub value: Text,
    form: Form,
}

/// How phone numbers are written in the member that an address comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Form {
    /// The member does not hold phone numbers.
    Other,
    /// A number with a plus includes the country code; others may not.
    Plus,
    /// Every number includes the country code.
    International,
}

open_enum! {
    /// The kind of an [`Address`].
    pub enum AddressKind {
        /// A phone number.
        "phone" as Phone,
        /// A WhatsApp account. Its ID is usually, but not always, the phone number.
        "wa_id" as WaId,
        /// A WhatsApp user as one business knows them, such as `US.13491208655302741918`.
        "business_scoped_user_id" as BusinessScopedUserId,
        /// A WhatsApp user, by a number that is not a phone number, such as `84011223344556@lid`.
        "linked_id" as LinkedId,
        /// A WhatsApp group, such as `120363025246125486@g.us`.
        "group" as Group,
        /// A username. It may change, and may pass to someone else.
        "username" as Username,
        /// An email address.
        "email" as Email,
        /// The ID by which an inbox knows the person. Its form depends on the channel.
        "source_id" as SourceId,
        /// An ID that the business gave to the person.
        "identifier" as Identifier,
        /// The URL of a website.
        "website" as Website,
        /// An address of another kind, or of one that is not certain.
        "other" as Other,
    }
}

impl Address {
    /// Creates an address that is not a phone number.
    ///
    /// If the form of the value alone shows what it is, as in `whatsapp:+919876543210`, that
    /// decides the kind. Usernames, email addresses and identifiers always keep their kind,
    /// because people choose them freely.
    #[must_use]
    pub fn new(kind: AddressKind, value: impl Into<Text>) -> Self {
        let is_chosen =
            matches!(kind, AddressKind::Username | AddressKind::Email | AddressKind::Identifier);
        if is_chosen {
            return Self { kind, value: value.into(), form: Form::Other };
        }
        Self::in_form(Form::Other, kind, value.into())
    }

    /// Returns whether two addresses belong to the same person.
    ///
    /// Two certain phone numbers are compared by [`E164::compare`]. All other addresses have to be
    /// equal in kind and value.
    ///
    /// A username, a group, a masked number or an empty address is never the same as another, nor
    /// as itself: a username may pass to someone else, and a group is not a person.
    ///
    /// ```
    /// use chathooks::{normalize::Address, wire::{Phone, Sameness, WaId}};
    ///
    /// let account = Address::from(WaId::from("5215512345678"));
    /// let number = Address::from(Phone::from("+52 55 1234 5678"));
    /// assert_eq!(account.compare(&number), Sameness::SameWithoutMobilePrefix);
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Self) -> Sameness {
        if let (Some(one), Some(other)) = (self.e164(), other.e164()) {
            return one.compare(other);
        }
        let is_person = !matches!(self.kind, AddressKind::Username | AddressKind::Group)
            && !self.masked()
            && !is_empty_id(self.value.raw_bytes());
        let is_equal = (&self.kind, &self.value) == (&other.kind, &other.value);
        if is_person && is_equal { Sameness::Same } else { Sameness::Other }
    }

    /// Returns the phone number in E.164 form.
    ///
    /// `None` unless the number is certain to include its country code: it was sent with a plus, or
    /// in a member in which every number includes it.
    #[must_use]
    pub fn e164(&self) -> Option<E164> {
        match self.form {
            Form::Other => None,
            Form::Plus => Phone::from(&*self.value).e164(),
            Form::International => WaId::from(&*self.value).e164(),
        }
    }

    /// Returns whether digits of the number are masked, as in `91xxxxxxxxxx`.
    #[must_use]
    pub fn masked(&self) -> bool {
        self.form != Form::Other && is_masked(self.value.raw_bytes())
    }
}

impl From<Phone> for Address {
    fn from(phone: Phone) -> Self {
        Self::in_form(Form::Plus, AddressKind::Phone, phone.into())
    }
}

impl From<WaId> for Address {
    fn from(id: WaId) -> Self {
        Self::number(AddressKind::WaId, id)
    }
}

impl Address {
    /// Creates an address of a kind from an international number, unless its form is that of
    /// another kind.
    #[inline]
    pub(crate) fn number(kind: AddressKind, number: WaId) -> Self {
        Self::in_form(Form::International, kind, number.into())
    }

    #[inline]
    fn in_form(form: Form, kind: AddressKind, value: Text) -> Self {
        let (kind, form) = match value.raw_bytes() {
            // Most addresses are digits.
            [b'0'..=b'9', .., b'0'..=b'9'] => (kind, form),
            id if is_business_scoped(id) => (AddressKind::BusinessScopedUserId, Form::Other),
            id if id.ends_with(b"@g.us") => (AddressKind::Group, form),
            id if id.ends_with(b"@lid") => (AddressKind::LinkedId, Form::Other),
            id if id.starts_with(b"whatsapp:+") => (AddressKind::WaId, Form::Plus),
            _ => (kind, form),
        };
        Self { kind, value, form }
    }

    /// Returns the address with another kind if it is a phone number or a WhatsApp account.
    pub(crate) fn with_kind(mut self, kind: AddressKind) -> Self {
        if matches!(self.kind, AddressKind::Phone | AddressKind::WaId) {
            self.kind = kind;
        }
        self
    }

    /// Returns the address with a value that is cloned without allocation.
    pub(crate) fn shared(self) -> Self {
        Self { value: self.value.shared(), ..self }
    }

    /// Returns the address, unless it identifies no one.
    #[inline]
    pub(crate) fn present(self) -> Option<Self> {
        (!is_empty_id(self.value.raw_bytes())).then_some(self)
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "the form shows in what follows from it")]
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("kind", &self.kind)
            .field("value", &self.value)
            .field("e164", &self.e164())
            .field("masked", &self.masked())
            .finish()
    }
}

impl PartialEq for Address {
    /// Compares what the addresses say: the JSON of an address does not keep its form.
    fn eq(&self, other: &Self) -> bool {
        (&self.kind, &self.value) == (&other.kind, &other.value)
            && (self.form == other.form
                || (self.e164(), self.masked()) == (other.e164(), other.masked()))
    }
}

/// An address at which a person can be reached on a channel, such as a phone number.
#[skip_serializing_none]
#[derive(Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Address", transform = super::tidy)
)]
struct Written<'a> {
    /// The kind of address.
    kind: Cow<'a, AddressKind>,
    /// The address, exactly as it was sent.
    value: Cow<'a, Text>,
    /// The phone number in E.164 form. Absent unless it is certain to include its country code.
    e164: Option<E164>,
    /// Whether digits of the number are masked, as in `91xxxxxxxxxx`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    masked: bool,
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Written {
            kind: Cow::Borrowed(&self.kind),
            value: Cow::Borrowed(&self.value),
            e164: self.e164(),
            masked: self.masked(),
        }
        .serialize(to)
    }
}

impl From<Written<'_>> for Address {
    fn from(written: Written<'_>) -> Self {
        let form = match written.e164 {
            Some(number) if Phone::from(&**written.value).e164() == Some(number) => Form::Plus,
            Some(_) => Form::International,
            None if written.masked => Form::International,
            None => Form::Other,
        };
        Self { kind: written.kind.into_owned(), value: written.value.into_owned(), form }
    }
}

/// Two capital letters, a dot, and letters and digits; `ENT.` precedes these in the ID of a parent.
fn is_business_scoped(id: &[u8]) -> bool {
    let [b'A'..=b'Z', b'A'..=b'Z', b'.', rest @ ..] = id else { return false };
    let rest = rest.strip_prefix(b"ENT.").unwrap_or(rest);
    (1..=128).contains(&rest.len()) && rest.iter().all(u8::is_ascii_alphanumeric)
}

/// Whether a number has both digits and masked digits.
fn is_masked(number: &[u8]) -> bool {
    let (mut blots, mut digits) = (0, 0);
    for byte in number {
        match byte {
            b'x' | b'X' | b'*' => blots += 1,
            b'0'..=b'9' => digits += 1,
            b'+' | b' ' | b'-' | b'(' | b')' => {}
            _ => return false,
        }
    }
    blots >= 2 && digits >= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> (AddressKind, bool) {
        let id: WaId = serde_json::from_value(text.into()).unwrap();
        let address = Address::from(id);
        (address.kind.clone(), address.masked())
    }

    #[test]
    fn kinds_are_distinguished() {
        assert_eq!(kind("919876543210"), (AddressKind::WaId, false));
        assert_eq!(kind("91xxxxxxxxxx"), (AddressKind::WaId, true));
        assert_eq!(kind("9******8"), (AddressKind::WaId, true));
        assert_eq!(kind("US.13491208655302741918"), (AddressKind::BusinessScopedUserId, false));
        assert_eq!(kind("US.ENT.11815799212886844830"), (AddressKind::BusinessScopedUserId, false));
        assert_eq!(kind("120363025246125486@g.us"), (AddressKind::Group, false));
        assert_eq!(kind("PHONE_NUMBER"), (AddressKind::WaId, false));
    }

    #[test]
    fn numbers_are_certain_by_the_field_they_come_from() {
        let e164 = |address: Address| address.e164().map(|number| number.to_string());
        let number = Some("+919876543210".to_owned());
        assert_eq!(e164(WaId::from("919876543210").into()), number);
        assert_eq!(e164(Phone::from("+91 98765 43210").into()), number);
        assert_eq!(e164(Phone::from("919876543210").into()), None);
        assert_eq!(e164(Address::new(AddressKind::WaId, "919876543210")), None);
    }

    #[test]
    fn read_back_as_it_was_written() {
        let texts = [
            "919876543210",
            "+919876543210",
            "+91 98765-43210",
            "whatsapp:+919876543210",
            "030 123456",
            "91xxxxxxxxxx",
            "+91 98*** ***10",
            "US.13491208655302741918",
            "120363025246125486@g.us",
            "PHONE_NUMBER",
            "",
        ];
        for text in texts {
            for address in [
                Address::from(Phone::from(text)),
                Address::from(WaId::from(text)),
                Address::number(AddressKind::Phone, text.into()),
                Address::new(AddressKind::WaId, text),
            ] {
                let json = serde_json::to_string(&address).unwrap();
                let again: Address = serde_json::from_str(&json).unwrap();
                assert_eq!(again, address, "{json}");
                assert_eq!(serde_json::to_string(&again).unwrap(), json);
            }
        }
    }

    #[test]
    fn different_if_only_one_is_certain() {
        assert_ne!(
            Address::number(AddressKind::Phone, "919876543210".into()),
            Phone::from("919876543210").into(),
        );
    }
}
