use super::{
    CallbackData, Conversation, Error, ErrorCode, GroupId, InternalData, LogicalId, MessageId,
    Payment, Pricing, TemplateId, UserId,
};
use crate::wire::{Text, Timestamp, WaId, object, open_enum};

object! {
    /// What became of a message of the business; or of a payment, or of a call.
    ///
    /// Statuses come in no promised order and not all of them come: `read` may come without
    /// `delivered`, and `failed` after `sent` or even `delivered`. Compare the times.
    pub struct Status {
        /// The message. In an [element that is no status](Self::is_status), the id of the
        /// delivery.
        id: Option<MessageId>,
        /// What became of it.
        status: Option<DeliveryStatus>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
        /// Number of the customer, or id of the group. Absent when the message was sent to a
        /// business-scoped id of somebody whose number is not shown; observed masked:
        /// `91xxxxxxxxxx`.
        recipient_id: Option<WaId>,
        /// Conversation that the message belongs to, which is a window of billing. Since version
        /// 24.0 of the API (October 2025) only for free entry points.
        conversation: Option<Box<Conversation>>,
        /// What the message costs; with `sent`, and with one of `delivered` and `read`.
        pricing: Option<Pricing>,
        /// Why the message failed, or what is odd about it; mostly one, possibly none.
        errors: Option<Vec<Error>>,
        /// Business-scoped id of the customer; since February 2026.
        recipient_user_id: Option<Box<UserId>>,
        /// Id of the customer across linked business portfolios; since 5 May 2026 under this key.
        recipient_parent_user_id: Option<Box<UserId>>,
        /// The same, under its key up to 5 May 2026.
        parent_recipient_user_id: Option<Box<UserId>>,
        /// Whether the message went to a person or to a group.
        recipient_type: Option<RecipientType>,
        /// Number of the member of the group that the status is about; of `delivered` and `read`
        /// there is one for each. Since October 2025.
        recipient_participant_id: Option<Box<WaId>>,
        /// The same, under the key that the pages about groups have.
        participant_recipient_id: Option<Box<WaId>>,
        /// Business-scoped id of that member; since 2026.
        recipient_participant_user_id: Option<Box<UserId>>,
        /// Id of that member across linked business portfolios; since 2026.
        recipient_participant_parent_user_id: Option<Box<UserId>>,
        /// Hash of the customer's security code; only with the identity check on.
        recipient_identity_key_hash: Option<Box<Text>>,
        /// The group. From Meta's OpenAPI file.
        group_id: Option<Box<GroupId>>,
        /// What the status is about.
        "type" as kind: Option<StatusType>,
        /// The payment; only if the status is about one.
        payment: Option<Box<Payment>>,
        /// Who pays, in the form of one relay.
        from: Option<Box<WaId>>,
        /// What the business gave when it sent the message, up to 512 characters.
        biz_opaque_callback_data: Option<Box<CallbackData>>,
        /// The same as Smartflow names it; observed empty, and with JSON in the text.
        custom_callback_data: Option<Box<CallbackData>>,
        /// The message. Older, from the on-premises API.
        message: Option<Box<StatusMessage>>,
        /// The template that was sent. Observed, undocumented.
        template_id: Option<Box<TemplateId>>,
        /// What went wrong, as one relay tells it.
        code: Option<Box<ErrorCode>>,
        /// What went wrong as a sentence, as one relay tells it.
        reason: Option<Box<Text>>,
        /// Id that the call returned by which the message was sent, as one relay gives it.
        gs_id: Option<Box<MessageId>>,
        /// Observed in 2026, undocumented.
        recipient_logical_id: Option<Box<LogicalId>>,
        /// Observed in 2026, undocumented.
        "internal_1p_only_data" as internal: Option<Box<InternalData>>,
    }
}

impl Status {
    /// What the status is about, by its word or by what it holds. Only statuses of messages are
    /// steps of their delivery.
    #[must_use]
    pub fn subject(&self) -> StatusType {
        match &self.kind {
            Some(StatusType::Message) | None if self.payment.is_some() => StatusType::Payment,
            Some(kind) => kind.clone(),
            None => StatusType::Message,
        }
    }

    /// Whether this is a status. In Smartflow's samples the list ends with an element that holds
    /// the id of the delivery and nothing else. One relay tries the endpoint with an element that
    /// has a type and nothing else, and that counts.
    #[must_use]
    pub fn is_status(&self) -> bool {
        self.status.is_some() || self.kind.is_some()
    }

    /// Id of the customer across linked business portfolios, under whichever key it came.
    #[must_use]
    pub fn parent_user_id(&self) -> Option<&UserId> {
        self.recipient_parent_user_id.as_deref().or(self.parent_recipient_user_id.as_deref())
    }

    /// Number of the member of the group, under whichever key it came.
    #[must_use]
    pub fn participant_id(&self) -> Option<&WaId> {
        self.recipient_participant_id.as_deref().or(self.participant_recipient_id.as_deref())
    }

    /// What the business gave when it sent the message, under whichever key it came.
    #[must_use]
    pub fn callback_data(&self) -> Option<&CallbackData> {
        self.custom_callback_data.as_deref().or(self.biz_opaque_callback_data.as_deref())
    }
}

object! {
    /// Message of a status. Older, from the on-premises API.
    pub struct StatusMessage {
        /// Number of the customer.
        recipient_id: Option<WaId>,
    }
}

open_enum! {
    /// What became of a message, of a payment, or of a call.
    pub enum DeliveryStatus {
        /// WhatsApp has it.
        "sent" as Sent,
        /// It reached the phone. Left out when the chat is open.
        "delivered" as Delivered,
        /// The customer saw it; may come without `delivered`.
        "read" as Read,
        /// It failed, or the payment did.
        "failed" as Failed,
        /// The customer listened to the voice message; since November 2025.
        "played" as Played,
        /// The customer deleted it. Older.
        "deleted" as Deleted,
        /// It was delivered without items of the catalog, as the errors say. Older.
        "warning" as Warning,
        /// The payment was made.
        "captured" as Captured,
        /// The payment is under way.
        "pending" as Pending,
        /// An answer of the call that sends, not seen in webhooks; a relay may use it.
        "accepted" as Accepted,
        /// An answer of the call that sends, not seen in webhooks; a relay may use it.
        "held_for_quality_assessment" as HeldForQualityAssessment,
        /// Listed as a status by Smartflow only; elsewhere a [category](super::Category).
        "referral_conversion" as ReferralConversion,
        /// The customer's phone rings; of a call.
        "RINGING" as CallRinging,
        /// The customer took the call.
        "ACCEPTED" as CallAccepted,
        /// The customer did not want the call.
        "REJECTED" as CallRejected,
    }
}

open_enum! {
    /// What a status is about.
    pub enum StatusType {
        /// A message.
        "message" as Message,
        /// A payment.
        "payment" as Payment,
        /// A call.
        "call" as Call,
        /// Nothing: one relay tries the endpoint.
        "set-callback" as SetCallback,
    }
}

open_enum! {
    /// Whom a message went to.
    pub enum RecipientType {
        /// A person.
        "individual" as Individual,
        /// A group.
        "group" as Group,
    }
}
