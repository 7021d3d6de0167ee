use super::{
    Account, Changes, CompanyId, ContactAttributes, ContactId, ContactIdentifier, PartyType,
    view::views,
};
use crate::wire::{Free, Json, Phone, Secret, Text, object};

object! {
    /// A customer or visitor, where nobody else can stand; also the payload of `contact_created`
    /// and `contact_updated`.
    ///
    /// "Top" is its form as the payload of those events, as the `contact` of `webwidget_triggered`,
    /// and as the `contact` of old messages; "nested" is that of
    /// [`Meta::sender`](super::Meta::sender), which is a [`Party`](super::Party). Documented are `id`, `name`, `avatar`, `kind` and
    /// `account`; the rest is observed.
    pub struct Contact {
        /// The contact.
        id: ContactId,
        /// Name for people; may be empty or absent. Anonymous visitors have two made-up words and a
        /// number.
        name: Option<Text>,
        /// E-mail address; absent when unknown. Nested since 1.6, top since 2.14.
        email: Option<Text>,
        /// Phone number in E.164 form; absent when unknown. Nested since 1.6, top since 2.14.
        phone_number: Option<Phone>,
        /// Id in the account owner's own systems; absent unless given. Nested since 1.6, top since
        /// 2.14.
        identifier: Option<ContactIdentifier>,
        /// Free map, typed by [`additional_view`](Self::additional_view); null in old rows. Top
        /// since 2.14.
        additional_attributes: Option<Free<ContactAttributes>>,
        /// Free map with keys that the account made up, values of any type and dates as text; null
        /// in old rows. Top since 2.14.
        custom_attributes: Option<Json>,
        /// URL of a small picture; empty when there is none. Top since 2.14.
        thumbnail: Option<Text>,
        /// The same as `thumbnail`; only top.
        avatar: Option<Text>,
        /// Whether the account wants no messages from the contact; since 4.0.2.
        blocked: Option<bool>,
        /// The account; only top, since 2.0.
        account: Option<Account>,
        /// `contact`: always nested, top only up to 2.13, although the page shows it.
        "type" as kind: Option<PartyType>,
        /// The company, in installations with that feature; only nested, since 4.15.
        company_id: Option<CompanyId>,
        /// Key to the contact's live updates; only nested, up to 1.22.0.
        pubsub_token: Option<Secret>,
        /// What was changed: any column of the contact, `last_activity_at` with every message of
        /// the customer. Only in `contact_updated`, and there never empty.
        changed_attributes: Option<Changes>,
    }
}

views! {
    Contact {
        additional_attributes by additional_view: ContactAttributes,
    }
}
