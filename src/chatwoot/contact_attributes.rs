use crate::wire::{Id, Json, Number, Text, Timestamp, object};

object! {
    /// What the server puts into the `additional_attributes` of a contact, each when it is known.
    ///
    /// Observed. It is a free map: channels and API callers add what they like.
    pub struct ContactAttributes {
        /// City, from the network address or by hand.
        city: Option<Text>,
        /// Country, from the network address or by hand.
        country: Option<Text>,
        /// Country by its ISO 3166 code.
        country_code: Option<Text>,
        /// Company, by hand.
        company_name: Option<Text>,
        /// What agents note about the contact.
        description: Option<Text>,
        /// User names in social networks, by network.
        social_profiles: Option<Json>,
        /// Network address the contact was made from.
        created_at_ip: Option<Text>,
        /// Network address the contact was last seen at.
        updated_at_ip: Option<Text>,
        /// Where the contact is from, such as `email:` and the first message.
        source_id: Option<Id>,
        /// Id at Telegram, a number.
        social_telegram_user_id: Option<Id>,
        /// User name at Telegram.
        social_telegram_user_name: Option<Text>,
        /// Id at Instagram.
        social_instagram_user_id: Option<Id>,
        /// User name at Instagram.
        social_instagram_user_name: Option<Text>,
        /// Followers at Instagram.
        social_instagram_follower_count: Option<Number>,
        /// Whether Instagram has verified the user.
        social_instagram_is_verified_user: Option<bool>,
        /// Id at TikTok.
        social_tiktok_user_id: Option<Id>,
        /// User name at TikTok.
        social_tiktok_user_name: Option<Text>,
        /// Id at WhatsApp.
        social_whatsapp_user_id: Option<Id>,
        /// User name at WhatsApp.
        social_whatsapp_user_name: Option<Text>,
        /// User name at the channel.
        username: Option<Text>,
        /// Language at the channel, such as `en`.
        language_code: Option<Text>,
        /// User name at Twitter.
        screen_name: Option<Text>,
        /// When the picture was last fetched. ISO 8601, without milliseconds.
        last_avatar_sync_at: Option<Timestamp>,
        /// Mark of the picture's URL, to know when it is another.
        avatar_url_hash: Option<Text>,
        /// Ids in connected systems, by system.
        external: Option<Json>,
    }
}
