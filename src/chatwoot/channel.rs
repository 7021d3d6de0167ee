use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::ChannelId;
use crate::{
    json::Error,
    wire::{Body, Json, Node, Wire, open_enum},
};

open_enum! {
    /// The type of a channel, as the name of its class in the server. The page has no list;
    /// observed.
    pub enum ChannelType {
        /// The live chat widget of a web page.
        "Channel::WebWidget" as WebWidget,
        /// An inbox that another program writes to, through the API.
        "Channel::Api" as Api,
        /// An email mailbox.
        "Channel::Email" as Email,
        /// The Messenger of a Facebook page, and Instagram if it is connected through the page.
        "Channel::FacebookPage" as FacebookPage,
        /// Instagram, connected directly; since 4.1.
        "Channel::Instagram" as Instagram,
        /// WhatsApp, but not through Twilio.
        "Channel::Whatsapp" as Whatsapp,
        /// Twilio: SMS, or WhatsApp if the contact's `source_id` starts with `whatsapp:`.
        "Channel::TwilioSms" as TwilioSms,
        /// SMS, but not through Twilio.
        "Channel::Sms" as Sms,
        /// The Telegram messenger.
        "Channel::Telegram" as Telegram,
        /// The LINE messenger.
        "Channel::Line" as Line,
        /// A TikTok account; since 4.9.
        "Channel::Tiktok" as Tiktok,
        /// A Twitter profile, now X.
        "Channel::TwitterProfile" as TwitterProfile,
        /// Phone calls; only in the enterprise edition from 4.4 to 4.13.
        "Channel::Voice" as Voice,
        /// Several networks, connected through `NotificaMe`. In forks only.
        "Channel::NotificaMe" as NotificaMe,
        /// WhatsApp, connected through Evolution API. In forks only.
        "Channel::EvolutionApi" as EvolutionApi,
        /// WhatsApp, connected through Evolution API. In forks only.
        "Channel::Evolution" as Evolution,
        /// WhatsApp, connected through Wapi. In forks only.
        "Channel::Wapi" as Wapi,
        /// A simulated channel for trying things out. In forks only.
        "Channel::Simulator" as Simulator,
        /// The chat of the marketplace Lazada. In forks only.
        "Channel::Lazada" as Lazada,
        /// The `KakaoTalk` messenger. In forks only.
        "Channel::Kakao" as Kakao,
        /// Chats among agents. In forks only.
        "Channel::Internal" as Internal,
        /// Apple Messages for Business. In forks only.
        "Channel::AppleMessagesForBusiness" as AppleMessages,
    }
}

/// The database row of an inbox's channel. Observed, not documented.
///
/// Its columns differ by channel type and are not part of any contract, and
/// **access tokens, passwords of mail servers and HMAC keys are among them in clear**. So `Debug`
/// shows none of them, including columns of future versions; a column is read by its name.
///
/// ```
/// use chathooks::chatwoot::ChannelRecord;
///
/// let channel: ChannelRecord =
///     serde_json::from_str(r#"{"id":3,"imap_enabled":true,"imap_password":"hunter2"}"#)?;
/// assert_eq!(format!("{channel:?}"), "ChannelRecord(…)");
/// assert_eq!(channel.id().unwrap().to_string(), "3");
/// assert_eq!(channel.get_as("imap_enabled")?, Some(true));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChannelRecord(Json);

impl ChannelRecord {
    /// Returns the ID of the row, which is not the ID of the inbox.
    #[must_use]
    pub fn id(&self) -> Option<ChannelId> {
        self.get_as("id").ok().flatten()
    }

    /// Returns a column as a `T`; `None` if it is absent or null.
    ///
    /// # Errors
    ///
    /// Fails if the column is not a `T`, or if the record is not an object.
    pub fn get_as<T: DeserializeOwned>(
        &self,
        column: &str,
    ) -> Result<Option<T>, serde_json::Error> {
        let mut columns: BTreeMap<String, Option<Json>> = self.0.to()?;
        columns.remove(column).flatten().map(|value| value.to()).transpose()
    }

    /// Returns the whole record. It contains secrets: do not log it.
    #[must_use]
    pub fn expose(&self) -> &Json {
        &self.0
    }
}

impl From<Json> for ChannelRecord {
    fn from(record: Json) -> Self {
        Self(record)
    }
}

impl fmt::Debug for ChannelRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChannelRecord(…)")
    }
}

impl Wire for ChannelRecord {
    fn empty() -> Self {
        Self(Json::empty())
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        self.0.read(body)
    }

    fn node(&self) -> Node<'_> {
        self.0.node()
    }
}
