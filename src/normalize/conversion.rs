use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, MessageRef, Text};
use crate::wire::Json;

/// What a contact did after an ad or a message: a purchase, a lead.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Conversion {
    /// What it is, in the platform's word, such as `Purchase`.
    pub name: Option<Cow<'static, str>>,
    /// The message by which it was noticed.
    pub message: MessageRef,
    /// Id of the click on the ad.
    pub click_id: Option<Id>,
    /// What else was sent, as it came, such as a price.
    pub data: Option<Json>,
}

/// A contact clicked a link.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Click {
    /// What was clicked, in the platform's word, such as `cta`.
    pub component: Option<Cow<'static, str>>,
    /// Id of the click, which is put on the URL of the page, too.
    pub click_id: Option<Id>,
    /// Id of the product that the link is of.
    pub product_id: Option<Id>,
    /// A mark that the platform made for the link.
    pub tracking_token: Option<Text>,
}
