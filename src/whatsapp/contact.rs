use super::{GroupId, UserId};
use crate::wire::{Text, WaId, object};

object! {
    /// Who wrote a message, or whom a status is about.
    ///
    /// A list of them stands beside messages and, since 2026, beside statuses. A notice may come
    /// without. Which one belongs to which message is told by the ids, not by the order.
    pub struct Contact {
        /// What the customer shows of themselves; observed to be absent, and always so beside a
        /// status.
        profile: Option<Profile>,
        /// Number of the customer, normally the same as [`Message::from`](super::Message::from).
        /// In Brazil, Mexico, Argentina and elsewhere it may differ by a digit from the number that
        /// one dials. Absent for people with a user name whose number is not shown.
        wa_id: Option<WaId>,
        /// Business-scoped id of the customer; since February 2026.
        user_id: Option<UserId>,
        /// Id of the customer across linked business portfolios; since 2026, only where portfolios
        /// are linked.
        parent_user_id: Option<UserId>,
        /// Hash of the customer's security code; only with the identity check on.
        identity_key_hash: Option<Text>,
        /// Country of the customer. Observed in 2026, undocumented here.
        country_code: Option<Text>,
        /// The group that the customer wrote in. From the source of a relay.
        group_id: Option<Box<GroupId>>,
        /// What the group is called. From the source of a relay.
        group_subject: Option<Box<Text>>,
        /// Where the picture of the group is. From the source of a relay.
        group_picture: Option<Box<Text>>,
    }
}

object! {
    /// What a customer shows of themselves.
    pub struct Profile {
        /// Name, in any script and possibly empty; the customer chose it.
        name: Option<Text>,
        /// User name, with or without `@`; since 2026. It may change and is no key.
        username: Option<Text>,
        /// Country; since 2026, "subject to change".
        country_code: Option<Text>,
        /// Where the picture is. From the source of a relay.
        picture: Option<Box<Text>>,
    }
}
