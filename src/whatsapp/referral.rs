use super::{ClickId, SourceId};
use crate::wire::{object, open_enum};

object! {
    /// Ad or post through which a customer came to the chat.
    pub struct Referral {
        /// Short link of the ad or post.
        source_url: Option<String>,
        /// The ad or post.
        source_id: Option<SourceId>,
        /// Which of the two it is.
        source_type: Option<ReferralSource>,
        /// Headline of the ad.
        headline: Option<String>,
        /// Text of the ad.
        body: Option<String>,
        /// What the ad shows.
        media_type: Option<ReferralMedia>,
        /// Where the image is; only with an image.
        image_url: Option<String>,
        /// Where the video is; only with a video.
        video_url: Option<String>,
        /// Where the preview of the video is; only with a video.
        thumbnail_url: Option<String>,
        /// The click, for the Conversions API; absent for ads that are placed in WhatsApp Status.
        ctwa_clid: Option<ClickId>,
        /// Greeting that the ad showed.
        welcome_message: Option<Box<WelcomeMessage>>,
        /// Reference of a welcome sequence.
        reference "ref": Option<String>,
    }
}

object! {
    /// Greeting that an ad showed.
    pub struct WelcomeMessage {
        /// The greeting.
        text: Option<String>,
    }
}

open_enum! {
    /// What a customer clicked.
    pub enum ReferralSource {
        /// An ad.
        Ad = "ad",
        /// A post.
        Post = "post",
    }
}

open_enum! {
    /// What an ad shows.
    pub enum ReferralMedia {
        /// An image.
        Image = "image",
        /// A video.
        Video = "video",
    }
}
