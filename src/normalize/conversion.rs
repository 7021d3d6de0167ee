use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, MessageRef, Text};
use crate::wire::Json;

/// An action of a contact after an ad or a message, such as a purchase.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Conversion {
    /// The name of the action, as the platform gives it, such as `Purchase`.
    pub name: Option<Cow<'static, str>>,
    /// The message in which the platform noticed the action.
    pub message: MessageRef,
    /// The ID of the click on the ad or link. Absent for ads in WhatsApp Status.
    pub click_id: Option<Id>,
    /// Further data about the action, as sent, such as the price.
    pub data: Option<Json>,
}

/// A contact's click on a link.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Click {
    /// The part of the message that was clicked, as the platform names it, such as `cta` for a
    /// button.
    pub component: Option<Cow<'static, str>>,
    /// The ID of the click, which is also added to the URL of the page.
    pub click_id: Option<Id>,
    /// The ID of the product that the link belongs to.
    pub product_id: Option<Id>,
    /// A token that the platform created for the link.
    pub tracking_token: Option<Text>,
}
