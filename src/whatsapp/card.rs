use crate::wire::{Phone, Text, WaId, object, open_enum};

object! {
    /// A card of a contact that a customer shared. A message may hold several.
    ///
    /// Not a [`Contact`](super::Contact), although the lists have the same name: that one says who
    /// wrote, this one is what was written.
    pub struct ContactCard {
        /// Name on the card; observed to be absent.
        name: Option<CardName>,
        /// Phone numbers; a card may have none.
        phones: Option<Vec<CardPhone>>,
        /// Email addresses.
        emails: Option<Vec<CardEmail>>,
        /// Postal addresses.
        addresses: Option<Vec<CardAddress>>,
        /// Where the person works.
        org: Option<Box<CardOrganization>>,
        /// Websites.
        urls: Option<Vec<CardUrl>>,
        /// Birthday, `YYYY-MM-DD`.
        birthday: Option<Text>,
        /// The whole card as a vCard; only when it was shared on request, since 2026.
        vcard: Option<Text>,
        /// How the card came to be shared; documented on the message instead.
        origin: Option<CardOrigin>,
    }
}

object! {
    /// Name on a card.
    pub struct CardName {
        /// The whole name as it is shown.
        formatted_name: Option<Text>,
        /// First name.
        first_name: Option<Text>,
        /// Middle name.
        middle_name: Option<Text>,
        /// Last name.
        last_name: Option<Text>,
        /// What stands before the name.
        prefix: Option<Text>,
        /// What stands behind the name.
        suffix: Option<Text>,
    }
}

object! {
    /// Phone number on a card.
    pub struct CardPhone {
        /// The number, as the customer has it in the phone.
        phone: Option<Phone>,
        /// The WhatsApp account with this number, if there is one.
        wa_id: Option<WaId>,
        /// Label of the number, in the language of the customer's phone: `CELL`, `Cellulare` …
        "type" as label: Option<Text>,
    }
}

object! {
    /// Email address on a card.
    pub struct CardEmail {
        /// The address.
        email: Option<Text>,
        /// Label of the address, in any language.
        "type" as label: Option<Text>,
    }
}

object! {
    /// Postal address on a card.
    pub struct CardAddress {
        /// Street and number.
        street: Option<Text>,
        /// City.
        city: Option<Text>,
        /// State or region.
        state: Option<Text>,
        /// Postal code.
        zip: Option<Text>,
        /// Country by name.
        country: Option<Text>,
        /// Country by its two letters.
        country_code: Option<Text>,
        /// Label of the address, in any language.
        "type" as label: Option<Text>,
    }
}

object! {
    /// Where the person of a card works.
    pub struct CardOrganization {
        /// Name of the company.
        company: Option<Text>,
        /// Department.
        department: Option<Text>,
        /// What the person is there.
        title: Option<Text>,
    }
}

object! {
    /// Website on a card.
    pub struct CardUrl {
        /// The address.
        url: Option<Text>,
        /// Label of the website, in any language.
        "type" as label: Option<Text>,
    }
}

open_enum! {
    /// How a card came to be shared.
    pub enum CardOrigin {
        /// The business had asked for it.
        "contact_request" as ContactRequest,
        /// In any other way.
        "other" as Other,
    }
}
