use super::UserId;
use crate::wire::{Text, WaId, object, open_enum};

object! {
    /// A notice that the number, the id or the security code of a customer changed. No contacts
    /// need stand beside it.
    pub struct System {
        /// What changed.
        "type" as kind: Option<SystemType>,
        /// The notice as a sentence, not to be parsed. Until August 2026 the former business-scoped
        /// id stood nowhere else.
        body: Option<Text>,
        /// The new number.
        wa_id: Option<WaId>,
        /// The new number. Older, up to version 11 of the API.
        new_wa_id: Option<WaId>,
        /// The former number. Older: today it is [`Message::from`](super::Message::from).
        customer: Option<WaId>,
        /// Hash of the new security code; only when that changed.
        identity: Option<Text>,
        /// The new business-scoped id; since 2026.
        user_id: Option<UserId>,
        /// The new id across linked business portfolios; since 2026.
        parent_user_id: Option<UserId>,
        /// The former business-scoped id; since 11 August 2026.
        previous_user_id: Option<UserId>,
        /// The former id across linked business portfolios; since 11 August 2026.
        previous_parent_user_id: Option<UserId>,
    }
}

open_enum! {
    /// What changed.
    pub enum SystemType {
        /// The number.
        "user_changed_number" as UserChangedNumber,
        /// The number. Older.
        "customer_changed_number" as CustomerChangedNumber,
        /// The business-scoped id, because the number or the business portfolio changed.
        "user_changed_user_id" as UserChangedUserId,
        /// The security code. Seen in test bodies.
        "customer_identity_changed" as CustomerIdentityChanged,
    }
}
