use super::{ClickId, ProductId};
use crate::wire::{Text, Timestamp, object, open_enum};

object! {
    /// An action of a customer. It identifies neither the customer nor the message.
    pub struct UserAction {
        /// The type of the action.
        action_type: Option<ActionType>,
        /// When the action happened, as Unix time in seconds.
        timestamp: Option<Timestamp>,
        /// The click on a link in a marketing message.
        "marketing_messages_link_click_data" as click: Option<LinkClick>,
    }
}

open_enum! {
    /// The type of a customer's action.
    pub enum ActionType {
        /// The customer clicked a link in a marketing message, up to seven days after it was sent.
        "marketing_messages_link_click" as LinkClick,
    }
}

object! {
    /// A click on a link in a marketing message.
    pub struct LinkClick {
        /// The part of the message that was clicked: `cta` for a button, `body` for the text.
        click_component: Option<Text>,
        /// The ID of the product that the link leads to. Absent from other links.
        product_id: Option<ProductId>,
        /// The ID of the click, which is also added to the URL that is opened.
        click_id: Option<ClickId>,
        /// The token that Meta generated for the link.
        tracking_token: Option<Text>,
    }
}
