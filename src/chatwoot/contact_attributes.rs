use crate::wire::{Id, Json, Number, Timestamp, object};

object! {
    /// What the server puts into the `additional_attributes` of a contact, each when it is known.
    ///
    /// Observed. It is a free map: channels and API callers add what they like.
    pub struct ContactAttributes {
        /// City, from the network address or by hand.
        city: Option<String>,
        /// Country, from the network address or by hand.
        country: Option<String>,
        /// Country by its ISO 3166 code.
        country_code: Option<String>,
        /// Company, by hand.
        company_name: Option<String>,
        /// What agents note about the contact.
        description: Option<String>,
        /// User names in social networks, by network.
        social_profiles: Option<Json>,
        /// Network address the contact was made from.
        created_at_ip: Option<String>,
        /// Network address the contact was last seen at.
        updated_at_ip: Option<String>,
        /// Where the contact is from, such as `email:` and the first message.
        source_id: Option<Id>,
        /// Id at Telegram, a number.
        social_telegram_user_id: Option<Id>,
        /// User name at Telegram.
        social_telegram_user_name: Option<String>,
        /// Id at Instagram.
        social_instagram_user_id: Option<Id>,
        /// User name at Instagram.
        social_instagram_user_name: Option<String>,
        /// Followers at Instagram.
        social_instagram_follower_count: Option<Number>,
        /// Whether Instagram has verified the user.
        social_instagram_is_verified_user: Option<bool>,
        /// Id at TikTok.
        social_tiktok_user_id: Option<Id>,
        /// User name at TikTok.
        social_tiktok_user_name: Option<String>,
        /// Id at WhatsApp.
        social_whatsapp_user_id: Option<Id>,
        /// User name at WhatsApp.
        social_whatsapp_user_name: Option<String>,
        /// User name at the channel.
        username: Option<String>,
        /// Language at the channel, such as `en`.
        language_code: Option<String>,
        /// User name at Twitter.
        screen_name: Option<String>,
        /// When the picture was last fetched. ISO 8601, without milliseconds.
        last_avatar_sync_at: Option<Timestamp>,
        /// Mark of the picture's URL, to know when it is another.
        avatar_url_hash: Option<String>,
        /// Ids in connected systems, by system.
        external: Option<Json>,
    }
}
