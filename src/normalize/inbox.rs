use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, Id, Text};
use crate::wire::open_enum;

/// The business as a tenant of the platform.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Account {
    /// Unique within the platform.
    pub id: Option<Id>,
    /// Name to show.
    pub name: Option<Text>,
}

impl Account {
    pub(crate) fn with_id(id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), name: None }
    }
}

/// The business's side of a channel: a phone number, a widget, a mailbox.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Inbox {
    /// Unique within the platform.
    pub id: Option<Id>,
    /// Id of the channel's settings, which is another number space than `id`.
    pub channel_id: Option<Id>,
    /// Name to show.
    pub name: Option<Text>,
    /// Where the business can be reached.
    pub address: Option<Address>,
    /// Meta's id of the WhatsApp business account.
    pub waba_id: Option<Id>,
}

impl Inbox {
    pub(crate) fn with_id(id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    pub(crate) fn named(name: Text) -> Self {
        Self { name: Some(name), ..Self::default() }
    }

    pub(crate) fn at(address: Address) -> Self {
        Self { address: Some(address), ..Self::default() }
    }

    /// The inbox, if anything is known of it.
    #[inline]
    pub(crate) fn present(self) -> Option<Self> {
        // Mostly one of these two is known, and the rest need not be compared.
        let known = self.id.is_some() || self.address.is_some() || !self.is_empty();
        known.then_some(self)
    }

    #[cold]
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same inbox, whose clones take no memory of their own.
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
    /// The network that carries the messages.
    pub enum Channel {
        /// WhatsApp.
        "whatsapp" as WhatsApp,
        /// A chat window on the business's web site.
        "web_widget" as WebWidget,
        /// An inbox that programs write to.
        "api" as Api,
        /// E-mail.
        "email" as Email,
        /// SMS.
        "sms" as Sms,
        /// Facebook Messenger.
        "facebook" as Facebook,
        /// Instagram.
        "instagram" as Instagram,
        /// Telegram.
        "telegram" as Telegram,
        /// LINE.
        "line" as Line,
        /// TikTok.
        "tiktok" as TikTok,
        /// X, formerly Twitter.
        "twitter" as Twitter,
        /// Telephone calls.
        "voice" as Voice,
    }
}
