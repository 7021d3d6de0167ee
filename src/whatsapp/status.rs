use super::{
    CallbackData, Conversation, Error, ErrorCode, GroupId, InternalData, LogicalId, MessageId,
    Payment, Pricing, TemplateId, UserId,
};
use crate::wire::{Text, Timestamp, WaId, object, open_enum};

object! {
    /// The status of a message that the business sent, of a payment, or of a call.
    ///
    /// Statuses may arrive in any order, and not all of them arrive: `read` may come without
    /// `delivered`, and `failed` may follow `sent` or even `delivered`. Compare their timestamps.
    pub struct Status {
        /// The ID of the message. In an [element that is not a status](Self::is_status), the ID of
        /// the delivery.
        id: Option<MessageId>,
        /// The delivery state of the message, or the state of the payment or call.
        status: Option<DeliveryStatus>,
        /// When the status was reached, as Unix time in seconds.
        timestamp: Option<Timestamp>,
        /// The customer's phone number, or the ID of the group. Absent if the message was sent to a
        /// business-scoped ID of someone whose number is hidden. Observed in masked form:
        /// `91xxxxxxxxxx`.
        recipient_id: Option<WaId>,
        /// The conversation, in the sense of a billing window, that the message belongs to. Since
        /// version 24.0 of the API (October 2025), present only for free entry points.
        conversation: Option<Box<Conversation>>,
        /// The pricing of the message. Sent with `sent`, and with either `delivered` or `read`.
        pricing: Option<Pricing>,
        /// The reasons why the message failed, or warnings about it. Usually one, possibly none.
        errors: Option<Vec<Error>>,
        /// The customer's business-scoped ID; since February 2026.
        recipient_user_id: Option<Box<UserId>>,
        /// The customer's ID across linked business portfolios. Under this key since 5 May 2026.
        recipient_parent_user_id: Option<Box<UserId>>,
        /// The customer's ID across linked business portfolios, under the key used until 5 May
        /// 2026.
        parent_recipient_user_id: Option<Box<UserId>>,
        /// Whether the message was sent to a person or to a group.
        recipient_type: Option<RecipientType>,
        /// The phone number of the group participant that the status is about. For groups,
        /// `delivered` and `read` are sent once for each participant. Since October 2025.
        recipient_participant_id: Option<Box<WaId>>,
        /// The phone number of the group participant, under the key that the pages about groups
        /// have.
        participant_recipient_id: Option<Box<WaId>>,
        /// The business-scoped ID of the group participant; since 2026.
        recipient_participant_user_id: Option<Box<UserId>>,
        /// The ID of the group participant across linked business portfolios; since 2026.
        recipient_participant_parent_user_id: Option<Box<UserId>>,
        /// The hash of the customer's security code. Present only if the identity check is enabled.
        recipient_identity_key_hash: Option<Box<Text>>,
        /// The ID of the group. Known from Meta's OpenAPI file.
        group_id: Option<Box<GroupId>>,
        /// The subject of the status: a message, a payment or a call. May be absent for messages;
        /// [`subject`](Self::subject) accounts for that.
        "type" as kind: Option<StatusType>,
        /// The details of the payment. Present only if the status is about one.
        payment: Option<Box<Payment>>,
        /// The phone number of the customer who pays, in the form that one relay uses.
        from: Option<Box<WaId>>,
        /// The custom data that the business attached to the message, up to 512 characters.
        biz_opaque_callback_data: Option<Box<CallbackData>>,
        /// The custom data that the business attached to the message, as Smartflow names it.
        /// Observed empty, and with JSON in the string.
        custom_callback_data: Option<Box<CallbackData>>,
        /// The message that the status is about. Legacy, from the on-premises API.
        message: Option<Box<StatusMessage>>,
        /// The ID of the template that was sent. Observed, undocumented.
        template_id: Option<Box<TemplateId>>,
        /// The error code of a failed message, as one relay sends it.
        code: Option<Box<ErrorCode>>,
        /// The error of a failed message as a sentence, as one relay sends it.
        reason: Option<Box<Text>>,
        /// The ID that the request to send the message returned, as one relay sends it.
        gs_id: Option<Box<MessageId>>,
        /// Another ID of the recipient. Observed in 2026, undocumented.
        recipient_logical_id: Option<Box<LogicalId>>,
        /// Internal data of Meta's about the status. Observed in 2026, undocumented.
        "internal_1p_only_data" as internal: Option<Box<InternalData>>,
    }
}

impl Status {
    /// Returns what the status is about, by its `type` or by its content.
    ///
    /// Only the statuses of messages are steps of a delivery.
    #[must_use]
    pub fn subject(&self) -> StatusType {
        match &self.kind {
            Some(StatusType::Message) | None if self.payment.is_some() => StatusType::Payment,
            Some(kind) => kind.clone(),
            None => StatusType::Message,
        }
    }

    /// Returns whether this element is a status.
    ///
    /// In Smartflow's samples, the array ends with an element that holds only the ID of the
    /// delivery. An element that has only a `type`, which one relay sends to test the endpoint,
    /// counts as a status.
    #[must_use]
    pub fn is_status(&self) -> bool {
        self.status.is_some() || self.kind.is_some()
    }

    /// Returns the customer's ID across linked business portfolios, from either key.
    #[must_use]
    pub fn parent_user_id(&self) -> Option<&UserId> {
        self.recipient_parent_user_id.as_deref().or(self.parent_recipient_user_id.as_deref())
    }

    /// Returns the phone number of the group participant, from either key.
    #[must_use]
    pub fn participant_id(&self) -> Option<&WaId> {
        self.recipient_participant_id.as_deref().or(self.participant_recipient_id.as_deref())
    }

    /// Returns the custom data that the business attached to the message, from either key.
    #[must_use]
    pub fn callback_data(&self) -> Option<&CallbackData> {
        self.custom_callback_data.as_deref().or(self.biz_opaque_callback_data.as_deref())
    }
}

object! {
    /// The message that a status is about. Legacy, from the on-premises API.
    pub struct StatusMessage {
        /// The customer's phone number, as the on-premises API sent it.
        recipient_id: Option<WaId>,
    }
}

open_enum! {
    /// The state of a message, of a payment, or of a call.
    pub enum DeliveryStatus {
        /// The message was accepted by WhatsApp's servers.
        "sent" as Sent,
        /// The message was delivered to the customer's device. Omitted if the chat is open there.
        "delivered" as Delivered,
        /// The customer read the message. May be sent without `delivered`.
        "read" as Read,
        /// The message could not be sent or delivered, or the payment failed.
        "failed" as Failed,
        /// The customer listened to the voice message. Since November 2025.
        "played" as Played,
        /// The customer deleted the message. Legacy.
        "deleted" as Deleted,
        /// The message was delivered without some items of the catalog, as its errors explain.
        /// Legacy.
        "warning" as Warning,
        /// The payment was completed; only for payments.
        "captured" as Captured,
        /// The payment is in progress; only for payments.
        "pending" as Pending,
        /// The message was accepted for sending. Returned by the request to send; not observed in
        /// webhooks, but a relay may use it.
        "accepted" as Accepted,
        /// The message is held for a quality assessment. Returned by the request to send; not
        /// observed in webhooks, but a relay may use it.
        "held_for_quality_assessment" as HeldForQualityAssessment,
        /// A value that only Smartflow lists as a status. Elsewhere, it is a
        /// [category](super::Category).
        "referral_conversion" as ReferralConversion,
        /// The customer's phone is ringing; only for calls.
        "RINGING" as CallRinging,
        /// The customer accepted the call; only for calls.
        "ACCEPTED" as CallAccepted,
        /// The customer rejected the call; only for calls.
        "REJECTED" as CallRejected,
    }
}

open_enum! {
    /// The subject of a status.
    pub enum StatusType {
        /// The status is about a message and a step of its delivery.
        "message" as Message,
        /// The status is about a payment, not about the delivery of a message.
        "payment" as Payment,
        /// The status is about a call, not about the delivery of a message.
        "call" as Call,
        /// The status is about nothing: one relay sends it to test the endpoint.
        "set-callback" as SetCallback,
    }
}

open_enum! {
    /// The type of recipient that a message was sent to.
    pub enum RecipientType {
        /// The message was sent to a person.
        "individual" as Individual,
        /// The message was sent to a group.
        "group" as Group,
    }
}
