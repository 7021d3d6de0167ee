use super::{GroupId, UserId};
use crate::wire::{Text, WaId, object};

object! {
    /// A customer who sent a message, or whom a status is about.
    ///
    /// An array of contacts accompanies messages and, since 2026, statuses; a system notice may
    /// have none. Match contacts to messages by ID, not by their order.
    pub struct Contact {
        /// The customer's profile. Observed to be absent, and always absent next to a status.
        profile: Option<Profile>,
        /// The customer's phone number, normally the same as
        /// [`Message::from`](super::Message::from). In some countries, such as Brazil, Mexico and
        /// Argentina, it may differ by a digit from the number that is dialed. Absent for customers
        /// with a username whose number is hidden.
        wa_id: Option<WaId>,
        /// The customer's business-scoped ID; since February 2026.
        user_id: Option<UserId>,
        /// The customer's ID across linked business portfolios. Present only where portfolios are
        /// linked; since 2026.
        parent_user_id: Option<UserId>,
        /// The hash of the customer's security code. Present only if the identity check is enabled.
        identity_key_hash: Option<Text>,
        /// The customer's country. Observed in 2026, undocumented here.
        country_code: Option<Text>,
        /// The ID of the group that the customer wrote in. Sent by a relay, according to its source
        /// code.
        group_id: Option<Box<GroupId>>,
        /// The name of the group that the customer wrote in. Sent by a relay, according to its
        /// source code.
        group_subject: Option<Box<Text>>,
        /// The URL of the group's picture. Sent by a relay, according to its source code.
        group_picture: Option<Box<Text>>,
    }
}

object! {
    /// The public profile of a customer.
    pub struct Profile {
        /// The display name that the customer chose, in any script. May be empty.
        name: Option<Text>,
        /// The customer's username, with or without `@`; since 2026. It may change, so it is not
        /// suitable as a key.
        username: Option<Text>,
        /// The customer's country; since 2026, documented as "subject to change".
        country_code: Option<Text>,
        /// The URL of the customer's profile picture. Sent by a relay, according to its source
        /// code.
        picture: Option<Box<Text>>,
    }
}
