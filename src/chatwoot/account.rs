use super::{AccountId, Party};
use crate::wire::{Text, object};

object! {
    /// An account: the tenant, with its own inboxes, agents and contacts.
    ///
    /// A body names it next to whatever the event is about. Before 4.14.2 events of conversations
    /// did so only through their messages.
    pub struct Account {
        /// The account.
        id: AccountId,
        /// Name of the account, for people.
        name: Option<Text>,
    }
}

object! {
    /// Payload of `account_created`.
    ///
    /// Observed since 1.8: sent to one URL of the whole installation, unsigned.
    pub struct AccountCreated {
        /// The account.
        id: AccountId,
        /// Name of the account, for people.
        name: Option<Text>,
        /// Its users, each with id, name, e-mail address and the type `user`.
        users: Option<Vec<Party>>,
    }
}
