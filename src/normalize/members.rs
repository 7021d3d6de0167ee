use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Contact, DeliveryError, Id};

/// The members who joined or left a WhatsApp group, or asked to join it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Members {
    /// The contacts who joined the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<Contact>,
    /// The contacts who left the group or were removed from it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Contact>,
    /// The contacts who could not be added or removed. The reasons are in [`errors`](Self::errors).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<Contact>,
    /// The contacts who asked to join the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requested: Vec<Contact>,
    /// The contacts who withdrew their request to join the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<Contact>,
    /// The ID of the business's request that led to the change, or of the contact's request to
    /// join.
    pub request_id: Option<Id>,
    /// How the change came about, as the platform names it, such as `invite_link`.
    pub reason: Option<Cow<'static, str>>,
    /// Who made the change, as the platform names it: `business`, or `participant` for a member who
    /// left.
    pub initiated_by: Option<Cow<'static, str>>,
    /// The errors of the whole request and of each contact that failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
}
