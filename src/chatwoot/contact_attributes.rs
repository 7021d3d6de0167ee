use crate::wire::{Json, Number, RawId, Text, Timestamp, object};

object! {
    /// The members that the server puts into the `additional_attributes` of a contact, each if
    /// known.
    ///
    /// Observed. The object is free-form: channels and API callers add members as they like.
    pub struct ContactAttributes {
        /// The contact's city, derived from the IP address or entered by hand.
        city: Option<Text>,
        /// The contact's country, derived from the IP address or entered by hand.
        country: Option<Text>,
        /// The contact's country as its ISO 3166 code.
        country_code: Option<Text>,
        /// The name of the contact's company, entered by hand.
        company_name: Option<Text>,
        /// The agents' notes about the contact.
        description: Option<Text>,
        /// The contact's usernames in social networks, as an object by network.
        social_profiles: Option<Json>,
        /// The IP address from which the contact was created.
        created_at_ip: Option<Text>,
        /// The IP address at which the contact was last seen.
        updated_at_ip: Option<Text>,
        /// The origin of the contact, such as `email:` and the ID of the first message.
        source_id: Option<RawId>,
        /// The contact's user ID at Telegram, a number.
        social_telegram_user_id: Option<RawId>,
        /// The contact's username at Telegram.
        social_telegram_user_name: Option<Text>,
        /// The contact's user ID at Instagram, a string.
        social_instagram_user_id: Option<RawId>,
        /// The contact's username at Instagram.
        social_instagram_user_name: Option<Text>,
        /// The number of the contact's followers at Instagram.
        social_instagram_follower_count: Option<Number>,
        /// Whether the contact's Instagram account is verified.
        social_instagram_is_verified_user: Option<bool>,
        /// The contact's user ID at TikTok, a string.
        social_tiktok_user_id: Option<RawId>,
        /// The contact's username at TikTok.
        social_tiktok_user_name: Option<Text>,
        /// The contact's user ID at WhatsApp, a string.
        social_whatsapp_user_id: Option<RawId>,
        /// The contact's username at WhatsApp.
        social_whatsapp_user_name: Option<Text>,
        /// The contact's username in the channel.
        username: Option<Text>,
        /// The contact's language in the channel, such as `en`.
        language_code: Option<Text>,
        /// The contact's username at Twitter.
        screen_name: Option<Text>,
        /// The time at which the contact's picture was last fetched, in ISO 8601 without
        /// milliseconds.
        last_avatar_sync_at: Option<Timestamp>,
        /// A hash of the picture's URL, used to notice that the picture was replaced.
        avatar_url_hash: Option<Text>,
        /// The contact's IDs in connected systems, as an object by system.
        external: Option<Json>,
    }
}
