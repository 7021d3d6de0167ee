use super::{AccountId, Party};
use crate::wire::{Text, object};

object! {
    /// An account: a tenant of the installation, with its own inboxes, agents and contacts.
    ///
    /// A body has it next to the object that the event is about. Before 4.14.2, events of
    /// conversations had it only inside their messages.
    pub struct Account {
        /// The account's ID, unique within the installation.
        id: AccountId,
        /// The account's display name.
        name: Option<Text>,
    }
}

object! {
    /// The payload of `account_created`: the new account and its users.
    ///
    /// Observed since 1.8. It is sent, unsigned, to one URL of the whole installation.
    pub struct AccountCreated {
        /// The new account's ID, unique within the installation.
        id: AccountId,
        /// The new account's display name.
        name: Option<Text>,
        /// The account's users, each with an ID, a name, an email address and the type `user`.
        /// Empty if the account was created without an administrator.
        users: Option<Vec<Party>>,
    }
}
