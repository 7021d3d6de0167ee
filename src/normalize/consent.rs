use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;
use crate::wire::open_enum;

/// A contact wants no more messages, or wants them again.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Consent {
    /// What the contact wants now.
    pub state: ConsentState,
    /// Which messages it is about, in the platform's word, such as `marketing_messages`; absent for
    /// all.
    pub category: Option<Cow<'static, str>>,
    /// How it came about, in the platform's word.
    pub source: Option<Cow<'static, str>>,
    /// The template whose button was pressed.
    pub template_id: Option<Id>,
    /// The button of the template.
    pub button_id: Option<Id>,
}

impl Consent {
    /// A change of which nothing else is known.
    #[must_use]
    pub fn new(state: ConsentState) -> Self {
        Self { state, category: None, source: None, template_id: None, button_id: None }
    }
}

open_enum! {
    /// Whether a contact wants messages.
    pub enum ConsentState {
        /// No more.
        "opted_out" as OptedOut,
        /// Yes.
        "opted_in" as OptedIn,
    }
}
