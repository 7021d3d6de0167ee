use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Text;
use crate::wire::{E164, Phone, WaId, open_enum};

/// Where somebody can be reached on a channel.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Address {
    /// What sort of address it is.
    pub kind: AddressKind,
    /// The address as it was sent.
    pub value: Text,
    /// The number in E.164 form; absent unless that is certain.
    pub e164: Option<E164>,
    /// Whether digits of the number were blotted out, as in `91xxxxxxxxxx`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub masked: bool,
}

open_enum! {
    /// A sort of address.
    pub enum AddressKind {
        /// A phone number.
        "phone" as Phone,
        /// A WhatsApp account, which mostly but not always is the phone number.
        "wa_id" as WaId,
        /// A person on WhatsApp as one business knows them, such as `US.13491208655302741918`.
        "business_scoped_user_id" as BusinessScopedUserId,
        /// A group on WhatsApp.
        "group" as Group,
        /// A user name, which may change.
        "username" as Username,
        /// An e-mail address.
        "email" as Email,
        /// What an inbox calls the person; its form depends on the channel.
        "source_id" as SourceId,
        /// An id that the business gave.
        "identifier" as Identifier,
        /// None of these, or not certain.
        "other" as Other,
    }
}

impl Address {
    /// An address that is no number.
    #[must_use]
    pub fn new(kind: AddressKind, value: impl Into<Text>) -> Self {
        Self { kind, value: value.into(), e164: None, masked: false }
    }
}

impl From<Phone> for Address {
    fn from(phone: Phone) -> Self {
        Self::number(AddressKind::Phone, phone.e164(), phone)
    }
}

impl From<WaId> for Address {
    fn from(id: WaId) -> Self {
        Self::number(AddressKind::WaId, id.e164(), id)
    }
}

impl Address {
    /// The same address as another kind, unless it is told to be none of the usual numbers.
    pub(crate) fn of_kind(mut self, kind: AddressKind) -> Self {
        if matches!(self.kind, AddressKind::Phone | AddressKind::WaId) {
            self.kind = kind;
        }
        self
    }

    /// The same address, with its number where that is certain.
    pub(crate) fn with_e164(mut self) -> Self {
        if self.kind == AddressKind::WaId {
            self.e164 = WaId::from(&*self.value).e164();
        }
        self
    }

    /// The same address, whose clones take no memory of their own.
    pub(crate) fn shared(self) -> Self {
        Self { value: self.value.shared(), ..self }
    }

    /// Nothing, if it is empty.
    #[inline]
    pub(crate) fn present(self) -> Option<Self> {
        (!self.value.raw_bytes().is_empty()).then_some(self)
    }

    /// A number of a kind, unless its form tells that it is another.
    #[inline]
    pub(crate) fn number(kind: AddressKind, e164: Option<E164>, value: impl Into<Text>) -> Self {
        let value = value.into();
        if e164.is_some() {
            return Self { kind, value, e164, masked: false };
        }
        let kind = match value.raw_bytes() {
            id if is_business_scoped(id) => AddressKind::BusinessScopedUserId,
            id if id.ends_with(b"@g.us") => AddressKind::Group,
            _ => kind,
        };
        let masked = is_masked(value.raw_bytes());
        Self { kind, value, e164, masked }
    }
}

/// Two capitals, a point, and letters and digits; the id of a parent has `ENT.` before them.
fn is_business_scoped(id: &[u8]) -> bool {
    let [b'A'..=b'Z', b'A'..=b'Z', b'.', rest @ ..] = id else { return false };
    let rest = rest.strip_prefix(b"ENT.").unwrap_or(rest);
    (1..=128).contains(&rest.len()) && rest.iter().all(u8::is_ascii_alphanumeric)
}

/// Digits with some of them blotted out.
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
        (address.kind, address.masked)
    }

    #[test]
    fn kinds_are_told_apart() {
        assert_eq!(kind("919876543210"), (AddressKind::WaId, false));
        assert_eq!(kind("91xxxxxxxxxx"), (AddressKind::WaId, true));
        assert_eq!(kind("9******8"), (AddressKind::WaId, true));
        assert_eq!(kind("US.13491208655302741918"), (AddressKind::BusinessScopedUserId, false));
        assert_eq!(kind("US.ENT.11815799212886844830"), (AddressKind::BusinessScopedUserId, false));
        assert_eq!(kind("120363025246125486@g.us"), (AddressKind::Group, false));
        assert_eq!(kind("PHONE_NUMBER"), (AddressKind::WaId, false));
    }
}
