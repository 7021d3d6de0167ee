use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Address, Id, Message, MessageRef, MessagingWindow, Pricing, Template, Text, non_empty,
};
use crate::wire::{self, open_enum};

/// A change of a message's delivery status.
///
/// Changes arrive in no guaranteed order, late, twice, or not at all.
/// [`DeliveryProgress`](super::DeliveryProgress) merges them.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct StatusChange {
    /// The IDs of the message.
    pub message: MessageRef,
    /// The status that the message has reached; absent only where the provider does not give one.
    pub status: Option<DeliveryStatus>,
    /// The whole message, where the event contains it, as Chatwoot's do.
    pub snapshot: Option<Box<Message>>,
    /// The address that the message was sent to.
    pub recipient: Option<Address>,
    /// Why the message failed; empty unless the provider reports errors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// What the message costs. Only WhatsApp gives it.
    pub pricing: Option<Pricing>,
    /// The messaging window in which the message was sent. Only WhatsApp gives it.
    pub window: Option<MessagingWindow>,
    /// The template that the message was made from.
    pub template: Option<Box<Template>>,
    /// The data that the business attached when it sent the message, which the provider returns
    /// unchanged.
    pub callback_data: Option<Text>,
}

impl StatusChange {
    /// Creates a status change of which nothing else is known.
    #[must_use]
    pub fn new(message: MessageRef, status: Option<DeliveryStatus>) -> Self {
        Self { message, status, ..Self::default() }
    }
}

open_enum! {
    /// How far the delivery of a message has progressed.
    ///
    /// For the order of statuses, see [`rank`](Self::rank) and [`DeliveryProgress`](super::DeliveryProgress).
    pub enum DeliveryStatus {
        /// The platform has accepted the message but not yet sent it.
        "queued" as Queued,
        /// The message was handed to the network.
        "sent" as Sent,
        /// The message was not delivered, and is not retried.
        "failed" as Failed,
        /// The message was delivered to the contact's device.
        "delivered" as Delivered,
        /// The message was shown to the contact.
        "read" as Read,
        /// The contact listened to the voice message. WhatsApp has this status since November 2025.
        "played" as Played,
    }
}

impl DeliveryStatus {
    /// Returns the rank of the status: of two statuses of a message, the one with the higher rank
    /// is current.
    ///
    /// A value without a variant has rank 0 and changes nothing.
    ///
    /// A failure outranks `sent`, so that a late `sent` does not hide it. Proof that the message
    /// arrived outranks the failure.
    ///
    /// Ranks are stable and may be stored. A status that a later version adds gets an unused
    /// number, so rows with rank 0 are worth reading again after an upgrade.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Unknown(_) => 0,
            Self::Queued => 10,
            Self::Sent => 20,
            Self::Failed => 30,
            Self::Delivered => 40,
            Self::Read => 50,
            Self::Played => 60,
        }
    }
}

/// An error that says why a message, a call, a payment or another action failed.
///
/// Only the code is worth comparing: WhatsApp's titles and messages are often the same, and their
/// wording changes.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct DeliveryError {
    /// The error code as sent; a number for WhatsApp and its resellers.
    pub code: Option<Id>,
    /// The meaning of the code; absent for a code that is not in [`ErrorCategory::CODES`].
    pub category: Option<ErrorCategory>,
    /// Whether a retry is useless; absent where the provider does not say.
    pub permanent: Option<bool>,
    /// The title of the error: a few words.
    pub title: Option<Text>,
    /// A sentence that describes the error.
    pub message: Option<Text>,
    /// A sentence about the cause in this case, which is often the most useful one.
    pub details: Option<Text>,
}

impl DeliveryError {
    /// Creates an error from its code, with the category of the code.
    #[must_use]
    pub fn from_code(code: impl Into<Id>) -> Self {
        let code = code.into();
        let category = ErrorCategory::of(&code);
        Self { code: Some(code), category, ..Self::default() }
    }

    /// Creates an error if one is reported; an empty code or message does not count.
    pub(crate) fn reported(
        code: Option<impl Into<wire::RawId>>,
        message: Option<Text>,
        permanent: Option<bool>,
    ) -> Option<Self> {
        let code = super::id(code).filter(|code| !matches!(&*code.to_text(), "null"));
        let error = Self {
            permanent,
            message: non_empty(message),
            ..code.map_or_else(Self::default, Self::from_code)
        };
        (error != Self::default()).then_some(error)
    }
}

/// The meaning of an error code of WhatsApp.
///
/// [`CODES`](Self::CODES) lists the codes of each category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCategory {
    /// More than 24 hours have passed since the contact last wrote, so only templates may be sent.
    OutsideMessagingWindow,
    /// The phone number has no WhatsApp account, or its owner cannot be reached.
    RecipientUnreachable,
    /// The contact has opted out of such messages.
    RecipientOptedOut,
    /// WhatsApp withheld the message to protect the network, or as part of an experiment.
    NotDeliveredByPolicy,
    /// The business sent too many messages or requests in a short time.
    RateLimited,
    /// The template does not exist, is paused, or was filled in incorrectly.
    TemplateInvalid,
    /// The file could not be fetched or stored.
    MediaFailed,
    /// The type of the message is not supported.
    UnsupportedMessage,
    /// There is a problem with how the business pays its bill.
    Billing,
    /// The account of the business is not allowed to do this.
    AccountRestricted,
    /// The recipient cannot be addressed by this kind of ID.
    RecipientIdUnsupported,
    /// The problem is temporary, so a retry may succeed.
    Temporary,
    /// The request was invalid.
    InvalidRequest,
}

impl ErrorCategory {
    /// All codes that have a category, by category.
    pub const CODES: &'static [(Self, &'static [i64])] = &[
        (Self::OutsideMessagingWindow, &[131_047]),
        (Self::RecipientUnreachable, &[131_026]),
        (Self::RecipientOptedOut, &[131_050]),
        (Self::NotDeliveredByPolicy, &[131_049, 130_472, 368, 130_497]),
        (Self::RateLimited, &[4, 80_007, 130_429, 131_048, 131_056, 131_064]),
        (
            Self::TemplateInvalid,
            &[132_000, 132_001, 132_005, 132_007, 132_008, 132_012, 132_015, 132_016],
        ),
        (Self::MediaFailed, &[131_052, 131_053]),
        (Self::UnsupportedMessage, &[131_051]),
        (Self::Billing, &[131_042]),
        (Self::AccountRestricted, &[131_031, 131_037, 131_045, 131_057]),
        (Self::RecipientIdUnsupported, &[131_062]),
        (Self::Temporary, &[1, 2, 131_000, 131_016]),
        (Self::InvalidRequest, &[100, 131_008, 131_009, 131_021, 131_030]),
    ];

    /// Returns the category of a code; `None` for a code that is not in [`CODES`](Self::CODES).
    ///
    /// ```
    /// use chathooks::normalize::{ErrorCategory, Id};
    ///
    /// let category = ErrorCategory::of(&Id::from(131_047));
    /// assert_eq!(category, Some(ErrorCategory::OutsideMessagingWindow));
    /// assert_eq!(ErrorCategory::of(&Id::from(131_060)), None);
    /// ```
    #[must_use]
    pub fn of(code: &Id) -> Option<Self> {
        let code: i64 = code.to_text().parse().ok()?;
        Self::CODES.iter().find(|(_, codes)| codes.contains(&code)).map(|(category, _)| *category)
    }
}
