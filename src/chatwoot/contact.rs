use super::{
    Account, Changes, CompanyId, ContactAttributes, ContactId, ContactIdentifier, PartyType,
    view::views,
};
use crate::wire::{Free, Json, Phone, Secret, Text, object};

object! {
    /// A customer or visitor. Also the payload of `contact_created` and `contact_updated`.
    ///
    /// A member that may hold a user or a bot instead is a [`Party`](super::Party).
    ///
    /// A contact has two forms. "Top" is the form at the top level of a body: the payload of those
    /// two events, the `contact` of `webwidget_triggered`, and the `contact` of old messages.
    /// "Nested" is the form of [`Meta::sender`](super::Meta::sender), which is a
    /// [`Party`](super::Party). The fields `id`, `name`, `avatar`, `kind` and `account` are
    /// documented; the others are observed.
    pub struct Contact {
        /// The contact's ID, unique within the installation.
        id: ContactId,
        /// The contact's display name; may be empty or absent. For anonymous visitors it is
        /// generated from two words and a number.
        name: Option<Text>,
        /// The contact's email address; absent if unknown. Sent nested since 1.6, at the top level
        /// since 2.14.
        email: Option<Text>,
        /// The contact's phone number in E.164 form; absent if unknown. Sent nested since 1.6, at
        /// the top level since 2.14.
        phone_number: Option<Phone>,
        /// The contact's ID in the account owner's own systems; absent unless one was set. Sent
        /// nested since 1.6, at the top level since 2.14.
        identifier: Option<ContactIdentifier>,
        /// The free-form attributes that the server and channels set, typed by
        /// [`additional_view`](Self::additional_view); null in old rows. At the top level since
        /// 2.14.
        additional_attributes: Option<Free<ContactAttributes>>,
        /// The free-form attributes that the account defines, with values of any type and dates as
        /// strings; null in old rows. At the top level since 2.14.
        custom_attributes: Option<Json>,
        /// The URL of the contact's small picture; empty if there is none. At the top level since
        /// 2.14.
        thumbnail: Option<Text>,
        /// The URL of the contact's picture, the same as `thumbnail`; at the top level only.
        avatar: Option<Text>,
        /// Whether the account has blocked messages from the contact; since 4.0.2.
        blocked: Option<bool>,
        /// The account that the contact belongs to; at the top level only, since 2.0.
        account: Option<Account>,
        /// The value `contact`: always present in nested contacts, but at the top level only up to
        /// 2.13, although the page shows it.
        "type" as kind: Option<PartyType>,
        /// The ID of the contact's company, in installations with the companies feature; in nested
        /// contacts only, since 4.15.
        company_id: Option<CompanyId>,
        /// The token that grants access to the contact's live updates; in nested contacts only, up
        /// to 1.22.0.
        pubsub_token: Option<Secret>,
        /// The columns of the contact that were changed, such as `last_activity_at` with every
        /// message of the customer. Only in `contact_updated`, where it is never empty.
        changed_attributes: Option<Changes>,
    }
}

views! {
    Contact {
        additional_attributes by additional_view: ContactAttributes,
    }
}
