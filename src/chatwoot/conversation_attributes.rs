use super::{Browser, CallDirection, CallStatus, InitiatedAt};
use crate::wire::{RawId, Text, Timestamp, object, open_enum};

object! {
    /// The members that the server puts into the `additional_attributes` of a conversation, by
    /// channel.
    ///
    /// The object is free-form: API callers and connected systems add members as they like, and
    /// WhatsApp, Facebook and LINE leave it empty. The fields `browser`, `referer` and
    /// `initiated_at` are documented; the others are observed.
    pub struct ConversationAttributes {
        /// The language of the visitor's browser, such as `en`. Web widget only.
        browser_language: Option<Text>,
        /// The visitor's browser. Web widget only.
        browser: Option<Browser>,
        /// The time at which the visitor or sender started the conversation: the browser's own time
        /// for the web widget, ISO 8601 for email.
        initiated_at: Option<InitiatedAt>,
        /// The URL of the page that contains the widget. Web widget only.
        referer: Option<Text>,
        /// The value `email`. Email only.
        source: Option<Text>,
        /// The Message-ID of the email that the first email replies to. Email only.
        in_reply_to: Option<RawId>,
        /// Whether the first email was sent automatically. Email only.
        auto_reply: Option<bool>,
        /// The subject of the first email. Email only.
        mail_subject: Option<Text>,
        /// The type of the conversation. Only for Twitter, and for Instagram through a Facebook
        /// page.
        "type" as kind: Option<ConversationType>,
        /// The ID of the Telegram chat, a number. Telegram only.
        chat_id: Option<RawId>,
        /// The ID of the connection to a Telegram business account; absent without one. Telegram
        /// only.
        business_connection_id: Option<RawId>,
        /// The ID of the tweet that started the conversation. Twitter only.
        tweet_id: Option<RawId>,
        /// The app with which the tweet was written. Twitter only.
        tweet_source: Option<Text>,
        /// TikTok's own ID of the conversation. TikTok only.
        conversation_id: Option<RawId>,
        /// What can be sent into the conversation. TikTok only.
        tiktok_capabilities: Option<TiktokCapabilities>,
        /// The postal code of the sender's phone number. SMS through Twilio only.
        from_zip_code: Option<Text>,
        /// The country of the sender's phone number. SMS through Twilio only.
        from_country: Option<Text>,
        /// The state of the sender's phone number. SMS through Twilio only.
        from_state: Option<Text>,
        /// The state of the latest call.
        call_status: Option<CallStatus>,
        /// Whether the customer or the agent made the latest call.
        call_direction: Option<CallDirection>,
        /// The time at which the customer was asked for permission to be called.
        call_permission_requested_at: Option<Timestamp>,
        /// The language of the conversation, as detected by a service. Any channel.
        conversation_language: Option<Text>,
    }
}

object! {
    /// What can be sent into a conversation on TikTok. Observed, not documented.
    pub struct TiktokCapabilities {
        /// Whether images can be sent.
        image_send: Option<bool>,
        /// The time at which TikTok was asked for this, in ISO 8601 without milliseconds.
        updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// The type of a conversation, for channels that have several.
    pub enum ConversationType {
        /// An Instagram conversation, through a Facebook page.
        "instagram_direct_message" as InstagramDirectMessage,
        /// Public replies to a tweet.
        "tweet" as Tweet,
        /// Private messages on Twitter.
        "direct_message" as DirectMessage,
    }
}
