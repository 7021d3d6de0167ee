use super::{ClickId, ProductId};
use crate::wire::{Text, Timestamp, object, open_enum};

object! {
    /// What a customer did. It names neither customer nor message.
    pub struct UserAction {
        /// What it is.
        action_type: Option<ActionType>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
        /// The click on a link of a marketing message.
        "marketing_messages_link_click_data" as click: Option<LinkClick>,
    }
}

open_enum! {
    /// What a customer did.
    pub enum ActionType {
        /// A link of a marketing message was clicked, up to seven days after it was sent.
        "marketing_messages_link_click" as LinkClick,
    }
}

object! {
    /// Which link was clicked.
    pub struct LinkClick {
        /// Where it stood: `cta` for a button, `body` for the text.
        click_component: Option<Text>,
        /// The product, with a link of one.
        product_id: Option<ProductId>,
        /// The click, which is put on the URL that is opened, too.
        click_id: Option<ClickId>,
        /// A mark that Meta made for the link.
        tracking_token: Option<Text>,
    }
}
