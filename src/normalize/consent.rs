use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;
use crate::wire::open_enum;

/// A contact's decision to receive no more messages, or to receive them again.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Consent {
    /// What the contact wants now.
    pub state: ConsentState,
    /// The messages that the decision is about, as the platform names them, such as
    /// `marketing_messages`. Absent if it is about all messages.
    pub category: Option<Cow<'static, str>>,
    /// How the contact decided, as the platform says it, such as `TEMPLATE_BUTTON` or a sentence.
    pub source: Option<Cow<'static, str>>,
    /// The ID of the template with the button that the contact pressed.
    pub template_id: Option<Id>,
    /// The ID of the button that the contact pressed.
    pub button_id: Option<Id>,
}

impl Consent {
    /// Creates a consent in a state, with all other fields absent.
    #[must_use]
    pub fn new(state: ConsentState) -> Self {
        Self { state, category: None, source: None, template_id: None, button_id: None }
    }
}

open_enum! {
    /// Whether a contact wants messages.
    pub enum ConsentState {
        /// The contact wants no more messages.
        "opted_out" as OptedOut,
        /// The contact wants messages.
        "opted_in" as OptedIn,
    }
}
