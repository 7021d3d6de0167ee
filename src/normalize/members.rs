use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Contact, DeliveryError, Id};

/// Who came into a group, left it, or wants to come in.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Members {
    /// Who came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<Contact>,
    /// Who left or was removed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Contact>,
    /// Who could not be added or removed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<Contact>,
    /// Who asked to come in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requested: Vec<Contact>,
    /// Who took back such a request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<Contact>,
    /// Id of the request of the business, or of the one to come in.
    pub request_id: Option<Id>,
    /// How it came about, in the platform's word, such as `invite_link`.
    pub reason: Option<Cow<'static, str>>,
    /// Whose doing it was, in the platform's word, such as `business`.
    pub initiated_by: Option<Cow<'static, str>>,
    /// What went wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
}
