use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, Id, Message, MessageRef, MessagingWindow, Pricing, Template, Text, some};
use crate::wire::{self, open_enum};

/// A message came further on its way, or failed.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct StatusChange {
    /// The message.
    pub message: MessageRef,
    /// How far it has come; absent only where the provider does not say.
    pub status: Option<DeliveryStatus>,
    /// The whole message, where the event shows it.
    pub snapshot: Option<Box<Message>>,
    /// Whom it went to.
    pub recipient: Option<Address>,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// What it costs.
    pub pricing: Option<Pricing>,
    /// The window in which it was sent.
    pub window: Option<MessagingWindow>,
    /// The template it was made from.
    pub template: Option<Box<Template>>,
    /// What the business gave with the message to get back here, as it was sent.
    pub callback_data: Option<Text>,
}

impl StatusChange {
    /// A change of which nothing else is known.
    #[must_use]
    pub fn new(message: MessageRef, status: Option<DeliveryStatus>) -> Self {
        Self { message, status, ..Self::default() }
    }
}

open_enum! {
    /// How far a message has come. What order they have says
    /// [`Milestones`](super::Milestones).
    pub enum DeliveryStatus {
        /// Taken on, not yet sent.
        "queued" as Queued,
        /// Handed to the network.
        "sent" as Sent,
        /// Not delivered, and not tried again.
        "failed" as Failed,
        /// On the device of the contact.
        "delivered" as Delivered,
        /// Shown to the contact.
        "read" as Read,
        /// Listened to.
        "played" as Played,
    }
}

impl DeliveryStatus {
    /// Returns the rank: of two statuses of a message, the one with the higher rank is current. A
    /// text without a variant has rank 0 and changes nothing.
    ///
    /// A failure outranks `sent`, so that a late `sent` does not hide it; proof that the message
    /// arrived outranks the failure.
    ///
    /// Ranks are stable and may be stored: a status that a later version adds gets a number that is
    /// free. Rows with rank 0 are worth another look then.
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

/// Why a message failed.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct DeliveryError {
    /// Code as sent; a number for WhatsApp and its resellers.
    pub code: Option<Id>,
    /// What the code means; absent for a code that is not in [`ErrorCategory`]'s table.
    pub category: Option<ErrorCategory>,
    /// Whether trying again is of no use, where that is said.
    pub permanent: Option<bool>,
    /// Headline.
    pub title: Option<Text>,
    /// A sentence.
    pub message: Option<Text>,
    /// A sentence with what was the matter in this case.
    pub details: Option<Text>,
}

impl DeliveryError {
    /// An error by its code, with the category that the code has.
    #[must_use]
    pub fn from_code(code: impl Into<Id>) -> Self {
        let code = code.into();
        let category = ErrorCategory::of(&code);
        Self { code: Some(code), category, ..Self::default() }
    }

    /// An error, if one is reported; an empty code or message is none.
    pub(crate) fn reported(
        code: Option<impl Into<wire::Id>>,
        message: Option<Text>,
        permanent: Option<bool>,
    ) -> Option<Self> {
        let code = super::id(code).filter(|code| !matches!(&*code.as_str(), "null"));
        let error = Self {
            permanent,
            message: some(message),
            ..code.map_or_else(Self::default, Self::from_code)
        };
        (error != Self::default()).then_some(error)
    }
}

/// What an error code of WhatsApp means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCategory {
    /// More than 24 hours have passed since the contact wrote; only templates may be sent.
    OutsideMessagingWindow,
    /// The number has no account, or its owner cannot be reached.
    RecipientUnreachable,
    /// The contact does not want such messages.
    RecipientOptedOut,
    /// Withheld for the good of the network, or as part of an experiment.
    NotDeliveredByPolicy,
    /// Too much, too fast.
    RateLimited,
    /// The template is missing, paused, or filled in wrongly.
    TemplateInvalid,
    /// The file could not be fetched or stored.
    MediaFailed,
    /// This type of message is not supported.
    UnsupportedMessage,
    /// Something is wrong with the payment of the bill.
    Billing,
    /// The business's account may not do this.
    AccountRestricted,
    /// This way to name the recipient is not supported.
    RecipientIdUnsupported,
    /// May work the next time.
    Temporary,
    /// The request was wrong.
    InvalidRequest,
}

impl ErrorCategory {
    /// Every code that has a category.
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

    /// The category of a code; none for a code that is not in the table.
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
        let code: i64 = code.as_str().parse().ok()?;
        Self::CODES.iter().find(|(_, codes)| codes.contains(&code)).map(|(category, _)| *category)
    }
}
