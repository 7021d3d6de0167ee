use super::{
    Account, CompanyId, ContactAttributes, ContactIdentifier, GroupType, PartyId, view::views,
};
use crate::wire::{Free, Json, Phone, Secret, Text, Timestamp, object, open_enum};

object! {
    /// Whoever may write: a contact, a user (an agent), a bot, or an assistant.
    ///
    /// They stand in the same places and are told apart by [`party_type`](Self::party_type). Each
    /// has two forms, one for the top level of a body and one for what lies in a conversation; the
    /// table says who has what, and "nested" and "top" where only one form does.
    ///
    /// | field | contact | user | bot | assistant |
    /// | --- | --- | --- | --- | --- |
    /// | `id`, `name` | yes | yes | yes | yes |
    /// | `kind` | nested; top up to 2.13 | since 1.4 | yes | yes |
    /// | `email` | since 1.6 nested, 2.14 top | top | | |
    /// | `phone_number`, `identifier` | since 1.6 nested, 2.14 top | | | |
    /// | `additional_attributes`, `custom_attributes` | nested; top since 2.14 | | | |
    /// | `blocked` | since 4.0.2 | | | |
    /// | `company_id` | nested, since 4.15 | | | |
    /// | `account` | top, since 2.0 | | | |
    /// | `avatar` | top | | | |
    /// | `thumbnail` | nested; top since 2.14 | nested | | |
    /// | `available_name`, `availability_status` | | nested | | |
    /// | `avatar_url` | | nested | nested | yes |
    /// | `description`, `created_at` | | | | yes |
    /// | `pubsub_token` | nested, up to 1.22.0 | assignee up to 1.7 | | |
    ///
    /// Up to 1.7 the assignee of a conversation was the whole database row of the user; the columns
    /// that nothing else has are in `extra`.
    ///
    /// Documented are `id`, `name` and `kind` of contacts and users, `email` of users, and `avatar`
    /// and `account` of contacts; the rest is observed.
    pub struct Party {
        /// Whoever it is. Contacts, users, bots and assistants are numbered separately. Always there
        /// in what a server sends; absent in test bodies of receivers.
        id: Option<PartyId>,
        /// Name for people; empty or absent for some contacts, two made-up words and a number for
        /// anonymous visitors.
        name: Option<Text>,
        /// What it says it is.
        "type" as kind: Option<PartyType>,
        /// E-mail address; absent for contacts without one.
        email: Option<Text>,
        /// Phone number of a contact, in E.164 form; absent for contacts without one.
        phone_number: Option<Phone>,
        /// Id of a contact in the account owner's own systems; absent unless given.
        identifier: Option<ContactIdentifier>,
        /// Free map of a contact, typed by [`additional_view`](Self::additional_view).
        additional_attributes: Option<Free<ContactAttributes>>,
        /// Free map of a contact, with keys that the account made up.
        custom_attributes: Option<Json>,
        /// Whether the account wants no messages from a contact.
        blocked: Option<bool>,
        /// The company of a contact, in installations with that feature.
        company_id: Option<CompanyId>,
        /// The account of a contact.
        account: Option<Account>,
        /// URL of the picture of a contact; empty when there is none.
        avatar: Option<Text>,
        /// URL of a small picture; empty when there is none.
        thumbnail: Option<Text>,
        /// URL of the picture of a user, bot or assistant; empty when there is none. A bot without
        /// one has that of the inbox.
        avatar_url: Option<Text>,
        /// Name of a user as customers see it.
        available_name: Option<Text>,
        /// Whether a user is there; known only in what is sent to bots.
        availability_status: Option<Availability>,
        /// What an assistant is for.
        description: Option<Text>,
        /// When an assistant was made. ISO 8601. Also a column of the old row of a user.
        created_at: Option<Timestamp>,
        /// Key to the live updates of a contact or user.
        pubsub_token: Option<Secret>,
        /// Whether a contact is a person or a group, nested. Forks (fazer-ai).
        group_type: Option<GroupType>,
        /// Where a bot gets its events. Forks (Evo CRM).
        outgoing_url: Option<Box<Text>>,
        /// Key to the API of a bot, in clear. Forks (Evo CRM).
        api_key: Option<Box<Secret>>,
    }
}

impl Party {
    /// What the party is: by `type`, where it says so, and otherwise by the members that only one
    /// of the four has. `None` if these do not tell.
    ///
    /// A contact at the top level has no `type` since 2.14; a user had none before 1.4, and is then
    /// known by an e-mail address without anything of a contact.
    ///
    /// ```
    /// use chathooks::chatwoot::{Party, PartyType};
    ///
    /// let sender: Party =
    ///     serde_json::from_str(r#"{"id":7,"name":"Jo","avatar":"","account":{"id":1}}"#)?;
    /// assert_eq!(sender.party_type(), Some(&PartyType::Contact));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn party_type(&self) -> Option<&PartyType> {
        let contact = self.account.is_some()
            || self.phone_number.is_some()
            || self.identifier.is_some()
            || self.additional_attributes.is_some()
            || self.custom_attributes.is_some()
            || self.blocked.is_some()
            || self.company_id.is_some()
            || self.avatar.is_some();
        let user = self.available_name.is_some() || self.availability_status.is_some();
        match &self.kind {
            Some(kind) => Some(kind),
            None if contact => Some(&PartyType::Contact),
            None if user || self.email.is_some() => Some(&PartyType::User),
            None if self.description.is_some() => Some(&PartyType::CaptainAssistant),
            None => None,
        }
    }
}

views! {
    Party {
        additional_attributes by additional_view: ContactAttributes,
    }
}

open_enum! {
    /// What a party is. The page knows `contact` and `user`; the others are observed.
    pub enum PartyType {
        /// A customer or visitor.
        "contact" as Contact,
        /// An agent or administrator of the account.
        "user" as User,
        /// A bot that is connected over webhooks.
        "agent_bot" as AgentBot,
        /// An assistant of Captain, the built-in artificial agent; since 4.0, in the enterprise
        /// edition.
        "captain_assistant" as CaptainAssistant,
    }
}

open_enum! {
    /// Whether a user is there. Observed.
    pub enum Availability {
        /// There.
        "online" as Online,
        /// Not there.
        "offline" as Offline,
        /// There, but not to be disturbed.
        "busy" as Busy,
    }
}
