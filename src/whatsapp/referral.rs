use super::{ClickId, SourceId};
use crate::wire::{Text, Undocumented, object, open_enum};

object! {
    /// The ad or post that led a customer to the chat.
    pub struct Referral {
        /// The short URL of the ad or post.
        source_url: Option<Text>,
        /// The ID of the ad or post.
        source_id: Option<SourceId>,
        /// Whether the source is an ad or a post.
        source_type: Option<ReferralSource>,
        /// The headline of the ad.
        headline: Option<Text>,
        /// The body text of the ad.
        body: Option<Text>,
        /// The type of media in the ad. One relay sends a number.
        media_type: Option<Undocumented<ReferralMedia>>,
        /// The URL of the image; present only for an image. One relay sends the bytes of the image
        /// instead.
        image_url: Option<Undocumented<Text>>,
        /// The URL of the video; present only for a video.
        video_url: Option<Text>,
        /// The URL of the video's thumbnail; present only for a video.
        thumbnail_url: Option<Undocumented<Text>>,
        /// The ID of the click on the ad, for use with the Conversions API. Absent for ads placed
        /// in WhatsApp Status.
        ctwa_clid: Option<ClickId>,
        /// The greeting that the ad displayed.
        welcome_message: Option<Box<WelcomeMessage>>,
        /// The reference of the welcome message sequence.
        "ref" as reference: Option<Text>,
    }
}

object! {
    /// The greeting that an ad displayed.
    pub struct WelcomeMessage {
        /// The text of the greeting.
        text: Option<Text>,
    }
}

open_enum! {
    /// The type of source that led a customer to the chat.
    pub enum ReferralSource {
        /// The customer clicked an ad.
        "ad" as Ad,
        /// The customer clicked a post.
        "post" as Post,
    }
}

open_enum! {
    /// The type of media in an ad.
    pub enum ReferralMedia {
        /// The ad contains an image.
        "image" as Image,
        /// The ad contains a video.
        "video" as Video,
    }
}
