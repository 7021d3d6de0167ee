use super::UserId;
use crate::wire::{Text, WaId, object, open_enum};

object! {
    /// A notice that the phone number, the ID or the security code of a customer changed. It may
    /// have no contacts next to it.
    pub struct System {
        /// The identifier of the customer that changed, such as the phone number.
        "type" as kind: Option<SystemType>,
        /// The notice as a sentence, which is not meant to be parsed. Until August 2026, it was the
        /// only source of the previous business-scoped ID.
        body: Option<Text>,
        /// The customer's new phone number. The previous one is in
        /// [`Message::from`](super::Message::from).
        wa_id: Option<WaId>,
        /// The customer's new phone number. Legacy, up to version 11 of the API.
        new_wa_id: Option<WaId>,
        /// The customer's previous phone number. Legacy: it is now
        /// [`Message::from`](super::Message::from).
        customer: Option<WaId>,
        /// The hash of the new security code. Present only if the code changed.
        identity: Option<Text>,
        /// The customer's new business-scoped ID; since 2026.
        user_id: Option<UserId>,
        /// The customer's new ID across linked business portfolios; since 2026.
        parent_user_id: Option<UserId>,
        /// The customer's previous business-scoped ID; since 11 August 2026.
        previous_user_id: Option<UserId>,
        /// The customer's previous ID across linked business portfolios; since 11 August 2026.
        previous_parent_user_id: Option<UserId>,
    }
}

open_enum! {
    /// The identifier of a customer that changed.
    pub enum SystemType {
        /// The customer's phone number changed, from [`Message::from`](super::Message::from) to
        /// [`System::wa_id`].
        "user_changed_number" as UserChangedNumber,
        /// The customer's phone number changed. Legacy value for `user_changed_number`.
        "customer_changed_number" as CustomerChangedNumber,
        /// The customer's business-scoped ID changed, because the phone number or the business
        /// portfolio changed.
        "user_changed_user_id" as UserChangedUserId,
        /// The customer's security code changed. Observed in test bodies.
        "customer_identity_changed" as CustomerIdentityChanged,
    }
}
