use super::{ConversationContext, Metadata};
use crate::wire::{Id, Text, Timestamp, WaId, object};

object! {
    /// A conversation went into other hands: another app of the business answers now.
    pub struct Handover {
        /// Always `whatsapp`.
        messaging_product: Option<Text>,
        /// The customer; seen to be absent.
        sender: Option<HandoverSender>,
        /// The business number.
        recipient: Option<Box<Metadata>>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
        /// What happened: `control_passed` or `control_taken`. Absent in an older sample.
        "type" as kind: Option<Text>,
        /// The one who had the conversation gave it away.
        control_passed: Option<Box<Control>>,
        /// The one who has the conversation took it.
        control_taken: Option<Box<Control>>,
    }
}

object! {
    /// The customer whose conversation it is.
    pub struct HandoverSender {
        /// The number, without plus.
        phone_number: Option<WaId>,
    }
}

object! {
    /// Who had a conversation, and who has it.
    pub struct Control {
        /// Role of the app that had it: `customer_service`, `marketing`, `utility`, `ctwa`,
        /// `ai_agent`, `escalation`.
        previous_owner_role: Option<Text>,
        /// Role of the app that has it.
        new_owner_role: Option<Text>,
        /// What the one tells the other, up to 2,000 characters.
        metadata: Option<Text>,
        /// What was said in the chat before.
        conversation_context: Option<Box<ConversationContext>>,
        /// The app that had it. Older.
        previous_owner_app_id: Option<Id>,
        /// Role of the app that had it: `meta_business_agent`. Older.
        previous_owner_app_role: Option<Text>,
        /// The app that has it. Older.
        new_owner_app_id: Option<Id>,
    }
}
