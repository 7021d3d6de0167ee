use crate::wire::{Phone, Text, WaId, object, open_enum};

object! {
    /// A contact card that a customer shared. One message may contain several.
    ///
    /// This is not a [`Contact`](super::Contact), although both are in arrays named `contacts`: a
    /// `Contact` identifies the sender, a card is the content of the message.
    pub struct ContactCard {
        /// The name of the person on the card. Observed to be absent.
        name: Option<CardName>,
        /// The phone numbers on the card, which may have none.
        phones: Option<Vec<CardPhone>>,
        /// The email addresses on the card, if it has any.
        emails: Option<Vec<CardEmail>>,
        /// The postal addresses on the card, if it has any.
        addresses: Option<Vec<CardAddress>>,
        /// The company that the person works for and their role in it, if the card has them.
        org: Option<Box<CardOrganization>>,
        /// The websites on the card, if it has any.
        urls: Option<Vec<CardUrl>>,
        /// The person's date of birth in the form `YYYY-MM-DD`, if the card has it.
        birthday: Option<Text>,
        /// The whole card in vCard format. Present only if the card was shared on request; since
        /// 2026.
        vcard: Option<Text>,
        /// How the card came to be shared. Documented as a member of the message, observed inside
        /// the card as well.
        origin: Option<CardOrigin>,
    }
}

object! {
    /// The parts of a person's name on a contact card.
    pub struct CardName {
        /// The full name as it is displayed.
        formatted_name: Option<Text>,
        /// The person's first name; optional.
        first_name: Option<Text>,
        /// The person's middle name; optional.
        middle_name: Option<Text>,
        /// The person's last name; optional.
        last_name: Option<Text>,
        /// The prefix that precedes the name; optional.
        prefix: Option<Text>,
        /// The suffix that follows the name; optional.
        suffix: Option<Text>,
    }
}

object! {
    /// A phone number on a contact card.
    pub struct CardPhone {
        /// The number in any format, as the customer saved it on their phone.
        phone: Option<Phone>,
        /// The number of the WhatsApp account with this phone number. Absent if there is none.
        wa_id: Option<WaId>,
        /// The label of the number in the language of the customer's phone, such as `CELL` or
        /// `Cellulare`.
        "type" as label: Option<Text>,
    }
}

object! {
    /// An email address on a contact card.
    pub struct CardEmail {
        /// The email address of the person.
        email: Option<Text>,
        /// The label of the email address, in any language; optional.
        "type" as label: Option<Text>,
    }
}

object! {
    /// A postal address on a contact card. All of its members are optional.
    pub struct CardAddress {
        /// The street and house number of the address.
        street: Option<Text>,
        /// The city of the address.
        city: Option<Text>,
        /// The state or region of the address.
        state: Option<Text>,
        /// The postal code of the address.
        zip: Option<Text>,
        /// The country of the address, by name.
        country: Option<Text>,
        /// The country of the address, as a two-letter code.
        country_code: Option<Text>,
        /// The label of the address, in any language.
        "type" as label: Option<Text>,
    }
}

object! {
    /// The employment of the person on a contact card. All of its members are optional.
    pub struct CardOrganization {
        /// The name of the company that the person works for.
        company: Option<Text>,
        /// The department of the company that the person works in.
        department: Option<Text>,
        /// The job title of the person.
        title: Option<Text>,
    }
}

object! {
    /// A website on a contact card.
    pub struct CardUrl {
        /// The URL of the person's website.
        url: Option<Text>,
        /// The label of the website, in any language; optional.
        "type" as label: Option<Text>,
    }
}

open_enum! {
    /// How a contact card came to be shared.
    pub enum CardOrigin {
        /// The customer shared the card because the business had requested it.
        "contact_request" as ContactRequest,
        /// The customer shared the card for any other reason.
        "other" as Other,
    }
}
