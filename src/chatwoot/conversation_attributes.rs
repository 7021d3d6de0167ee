use super::{Browser, CallDirection, CallStatus, InitiatedAt};
use crate::wire::{Id, Text, Timestamp, object, open_enum};

object! {
    /// What the server puts into the `additional_attributes` of a conversation, by channel.
    ///
    /// It is a free map: API callers and connected systems add what they like, and WhatsApp,
    /// Facebook and Line leave it empty. Documented are `browser`, `referer` and `initiated_at`,
    /// the others are observed.
    pub struct ConversationAttributes {
        /// Language of the visitor's browser, such as `en`. Web widget.
        browser_language: Option<Text>,
        /// The visitor's browser. Web widget.
        browser: Option<Browser>,
        /// When the visitor or sender began: the browser's own time in the web widget, ISO 8601 in
        /// e-mail.
        initiated_at: Option<InitiatedAt>,
        /// URL of the page that the widget was on. Web widget.
        referer: Option<Text>,
        /// `email`, in e-mail.
        source: Option<Text>,
        /// Message-ID that the first mail answers. E-mail.
        in_reply_to: Option<Id>,
        /// Whether the first mail was sent by a machine. E-mail.
        auto_reply: Option<bool>,
        /// Subject of the first mail. E-mail.
        mail_subject: Option<Text>,
        /// What sort of conversation it is. Twitter, and Instagram through a Facebook page.
        "type" as kind: Option<ConversationType>,
        /// The chat, a number. Telegram.
        chat_id: Option<Id>,
        /// The connection to a business account; absent without one. Telegram.
        business_connection_id: Option<Id>,
        /// The tweet that began it. Twitter.
        tweet_id: Option<Id>,
        /// The app that the tweet was written with. Twitter.
        tweet_source: Option<Text>,
        /// TikTok's own id of the conversation.
        conversation_id: Option<Id>,
        /// What may be sent. TikTok.
        tiktok_capabilities: Option<TiktokCapabilities>,
        /// Postal code of the sender's number. SMS through Twilio.
        from_zip_code: Option<Text>,
        /// Country of the sender's number. SMS through Twilio.
        from_country: Option<Text>,
        /// State of the sender's number. SMS through Twilio.
        from_state: Option<Text>,
        /// How far the last call came.
        call_status: Option<CallStatus>,
        /// Who called whom.
        call_direction: Option<CallDirection>,
        /// When the customer was asked to allow calls.
        call_permission_requested_at: Option<Timestamp>,
        /// Language of the conversation, as a service found out. Any channel.
        conversation_language: Option<Text>,
    }
}

object! {
    /// What may be sent into a conversation on TikTok. Observed.
    pub struct TiktokCapabilities {
        /// Whether pictures may.
        image_send: Option<bool>,
        /// When this was asked. ISO 8601, without milliseconds.
        updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// What sort of conversation it is, where a channel has several.
    pub enum ConversationType {
        /// Instagram, through a Facebook page.
        "instagram_direct_message" as InstagramDirectMessage,
        /// Public answers to a tweet.
        "tweet" as Tweet,
        /// Private messages on Twitter.
        "direct_message" as DirectMessage,
    }
}
