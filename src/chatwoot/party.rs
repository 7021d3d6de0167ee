use super::{
    Account, CompanyId, ContactAttributes, ContactIdentifier, GroupType, PartyId, view::views,
};
use crate::wire::{Free, Json, Phone, Secret, Text, Timestamp, object, open_enum};

object! {
    /// A party of a conversation: a contact, a user (an agent), a bot, or an assistant.
    ///
    /// All four occur in the same members and are distinguished by
    /// [`party_type`](Self::party_type). Each has two forms, one at the top level of a body and one
    /// nested inside a conversation. The table shows which members each party has, with "nested" or
    /// "top" if only one form has the member.
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
    /// Up to 1.7 the assignee of a conversation was the whole database row of the user; columns
    /// that no other party has are in `extra`.
    ///
    /// Documented are `id`, `name` and `kind` of contacts and users, `email` of users, and `avatar`
    /// and `account` of contacts; everything else is observed.
    pub struct Party {
        /// The party's ID, unique among parties of the same type only. Always present in what a
        /// server sends; absent in test bodies of receivers.
        id: Option<PartyId>,
        /// The party's display name. It is empty or absent for some contacts; for anonymous
        /// visitors it is generated from two words and a number.
        name: Option<Text>,
        /// The party's type, as the body states it; see also [`party_type`](Self::party_type).
        "type" as kind: Option<PartyType>,
        /// The party's email address; absent for contacts without one.
        email: Option<Text>,
        /// The contact's phone number in E.164 form; absent for contacts without one.
        phone_number: Option<Phone>,
        /// The contact's ID in the account owner's own systems; absent unless one was set.
        identifier: Option<ContactIdentifier>,
        /// The contact's free-form attributes that the server and channels set, typed by
        /// [`additional_view`](Self::additional_view).
        additional_attributes: Option<Free<ContactAttributes>>,
        /// The contact's free-form attributes that the account defines.
        custom_attributes: Option<Json>,
        /// Whether the account has blocked messages from the contact.
        blocked: Option<bool>,
        /// The ID of the contact's company, in installations with the companies feature.
        company_id: Option<CompanyId>,
        /// The account that the contact belongs to.
        account: Option<Account>,
        /// The URL of the contact's picture; empty if there is none.
        avatar: Option<Text>,
        /// The URL of the party's small picture; empty if there is none.
        thumbnail: Option<Text>,
        /// The URL of the picture of a user, bot or assistant; empty if there is none. A bot
        /// without a picture has that of the inbox.
        avatar_url: Option<Text>,
        /// The user's name as shown to customers.
        available_name: Option<Text>,
        /// Whether the user is available; known only in bodies for agent bots.
        availability_status: Option<Availability>,
        /// The description of what an assistant is for.
        description: Option<Text>,
        /// The time at which an assistant was created, in ISO 8601. Also a column of the old row of
        /// a user.
        created_at: Option<Timestamp>,
        /// The token that grants access to the live updates of a contact or user.
        pubsub_token: Option<Secret>,
        /// Whether a nested contact is a person or a group. In forks only (fazer-ai).
        group_type: Option<GroupType>,
        /// The URL to which a bot's events are sent. In forks only (Evo CRM).
        outgoing_url: Option<Box<Text>>,
        /// The key to a bot's API, in clear. In forks only (Evo CRM).
        api_key: Option<Box<Secret>>,
    }
}

impl Party {
    /// Returns the type of the party: its `type` if present, otherwise the one whose members it
    /// has.
    ///
    /// Returns `None` if no member is specific to one type. A contact at the top level has had no
    /// `type` since 2.14. A user had none before 1.4, and is then recognized by an email address
    /// without any member of a contact.
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
    /// The type of a party. The page documents `contact` and `user`; the others are observed.
    pub enum PartyType {
        /// A customer or visitor.
        "contact" as Contact,
        /// An agent or administrator of the account.
        "user" as User,
        /// A bot that is connected over webhooks.
        "agent_bot" as AgentBot,
        /// An assistant of Captain, the built-in AI agent; since 4.0, in the enterprise edition.
        "captain_assistant" as CaptainAssistant,
    }
}

open_enum! {
    /// Whether a user is available. Observed, not documented.
    pub enum Availability {
        /// The user is available.
        "online" as Online,
        /// The user is not available.
        "offline" as Offline,
        /// The user is present, but not to be disturbed.
        "busy" as Busy,
    }
}
