use super::{ClickId, SourceId};
use crate::wire::{Text, Undocumented, object, open_enum};

object! {
    /// Ad or post through which a customer came to the chat.
    pub struct Referral {
        /// Short link of the ad or post.
        source_url: Option<Text>,
        /// The ad or post.
        source_id: Option<SourceId>,
        /// Which of the two it is.
        source_type: Option<ReferralSource>,
        /// Headline of the ad.
        headline: Option<Text>,
        /// Text of the ad.
        body: Option<Text>,
        /// What the ad shows. One relay sends a number.
        media_type: Option<Undocumented<ReferralMedia>>,
        /// Where the image is; only with an image. One relay sends the image itself as bytes.
        image_url: Option<Undocumented<Text>>,
        /// Where the video is; only with a video.
        video_url: Option<Text>,
        /// Where the preview of the video is; only with a video.
        thumbnail_url: Option<Undocumented<Text>>,
        /// The click, for the Conversions API; absent for ads that are placed in WhatsApp Status.
        ctwa_clid: Option<ClickId>,
        /// Greeting that the ad showed.
        welcome_message: Option<Box<WelcomeMessage>>,
        /// Reference of a welcome sequence.
        "ref" as reference: Option<Text>,
    }
}

object! {
    /// Greeting that an ad showed.
    pub struct WelcomeMessage {
        /// The greeting.
        text: Option<Text>,
    }
}

open_enum! {
    /// What a customer clicked.
    pub enum ReferralSource {
        /// An ad.
        "ad" as Ad,
        /// A post.
        "post" as Post,
    }
}

open_enum! {
    /// What an ad shows.
    pub enum ReferralMedia {
        /// An image.
        "image" as Image,
        /// A video.
        "video" as Video,
    }
}
