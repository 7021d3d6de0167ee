use super::{ConversationContext, Metadata};
use crate::wire::{RawId, Text, Timestamp, WaId, object};

object! {
    /// The handover of a conversation to another app of the business, which answers from then on.
    pub struct Handover {
        /// The messaging product, always `whatsapp`.
        messaging_product: Option<Text>,
        /// The customer in the conversation. Observed to be absent.
        sender: Option<HandoverSender>,
        /// The business phone number in the conversation.
        recipient: Option<Box<Metadata>>,
        /// When control changed, as Unix time in seconds.
        timestamp: Option<Timestamp>,
        /// The direction of the handover: `control_passed` or `control_taken`. Absent from an older
        /// sample.
        "type" as kind: Option<Text>,
        /// The details if the previous owner passed control of the conversation.
        control_passed: Option<Box<Control>>,
        /// The details if the new owner took control of the conversation.
        control_taken: Option<Box<Control>>,
    }
}

object! {
    /// The customer in a conversation that was handed over.
    pub struct HandoverSender {
        /// The customer's phone number, without a plus. It is the only identifier of the customer
        /// here.
        phone_number: Option<WaId>,
    }
}

object! {
    /// The previous and the new owner of a conversation.
    pub struct Control {
        /// The role of the app that had control: `customer_service`, `marketing`, `utility`,
        /// `ctwa`, `ai_agent` or `escalation`.
        previous_owner_role: Option<Text>,
        /// The role of the app that has control now: `customer_service`, `marketing`, `utility`,
        /// `ctwa`, `ai_agent` or `escalation`.
        new_owner_role: Option<Text>,
        /// Free-form information from one app to the other, up to 2,000 characters.
        metadata: Option<Text>,
        /// A summary of the conversation so far. May be absent.
        conversation_context: Option<Box<ConversationContext>>,
        /// The ID of the app that had control. Deprecated.
        previous_owner_app_id: Option<RawId>,
        /// The role of the app that had control, `meta_business_agent`. Deprecated.
        previous_owner_app_role: Option<Text>,
        /// The ID of the app that has control now. Deprecated.
        new_owner_app_id: Option<RawId>,
    }
}
