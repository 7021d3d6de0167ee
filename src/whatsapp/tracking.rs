use super::ClickId;
use crate::wire::{Text, Timestamp, object};

object! {
    /// What a customer did with a link. From code of one consumer.
    pub struct TrackingEvent {
        /// What it is.
        event_name: Option<Text>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
        /// Which link it was.
        tracking_data: Option<TrackingData>,
    }
}

object! {
    /// Which link it was. From code of one consumer.
    pub struct TrackingData {
        /// The click, which is put on the URL that is opened, too.
        click_id: Option<ClickId>,
        /// A mark that Meta made for the link.
        tracking_token: Option<Text>,
    }
}
