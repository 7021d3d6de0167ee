use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, Id, Text};
use crate::wire::open_enum;

/// The account of the business on the platform, also called a tenant.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Account {
    /// The ID of the account, unique within the platform.
    pub id: Option<Id>,
    /// The display name of the account; absent where the body gives only an ID.
    pub name: Option<Text>,
}

impl Account {
    pub(crate) fn with_id(id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), name: None }
    }
}

/// The business's side of a channel, such as a phone number, a chat widget or a mailbox.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Inbox {
    /// The ID of the inbox, unique within the platform. For Meta, it is the ID of the business
    /// phone number.
    pub id: Option<Id>,
    /// The ID of the channel's settings in Chatwoot, numbered independently of [`id`](Self::id). It
    /// is not unique by itself, because each type of channel is numbered separately.
    pub channel_id: Option<Id>,
    /// The display name of the inbox.
    pub name: Option<Text>,
    /// The address at which customers reach the business, such as a phone number, an email address
    /// or a website.
    pub address: Option<Address>,
    /// Meta's ID of the WhatsApp Business Account that the phone number belongs to.
    pub waba_id: Option<Id>,
}

impl Inbox {
    pub(crate) fn with_id(id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    pub(crate) fn named(name: Text) -> Self {
        Self { name: Some(name), ..Self::default() }
    }

    pub(crate) fn with_address(address: Address) -> Self {
        Self { address: Some(address), ..Self::default() }
    }

    /// Returns the inbox, or `None` if nothing is known about it.
    #[inline]
    pub(crate) fn present(self) -> Option<Self> {
        // Usually one of these two is known, which saves the comparison of the rest.
        let known = self.id.is_some() || self.address.is_some() || !self.is_empty();
        known.then_some(self)
    }

    #[cold]
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the same inbox, made cheap to clone.
    pub(crate) fn shared(self) -> Self {
        Self {
            id: self.id.map(Id::shared),
            channel_id: self.channel_id.map(Id::shared),
            name: self.name.map(Text::shared),
            address: self.address.map(Address::shared),
            waba_id: self.waba_id.map(Id::shared),
        }
    }
}

open_enum! {
    /// The network that carries the messages of a conversation.
    pub enum Channel {
        /// WhatsApp, also through Twilio or another reseller.
        "whatsapp" as WhatsApp,
        /// The chat window on the business's website.
        "web_widget" as WebWidget,
        /// A custom channel, to which programs write through the platform's API.
        "api" as Api,
        /// Email, through a mailbox of the business.
        "email" as Email,
        /// SMS text messages.
        "sms" as Sms,
        /// Facebook Messenger, through a page of the business.
        "facebook" as Facebook,
        /// Instagram direct messages.
        "instagram" as Instagram,
        /// The messaging service Telegram.
        "telegram" as Telegram,
        /// The messaging service LINE.
        "line" as Line,
        /// Messages on TikTok.
        "tiktok" as TikTok,
        /// Messages on X, formerly Twitter.
        "twitter" as Twitter,
        /// Phone calls.
        "voice" as Voice,
    }
}
