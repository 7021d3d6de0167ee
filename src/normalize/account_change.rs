use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{DeliveryError, Id, Text};
use crate::wire::{Json, open_enum};

/// Something about the business's account: a ban, a restriction, a review, a limit, a partner and the
/// like.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct AccountChange {
    /// What happened, in the platform's word, such as `ACCOUNT_RESTRICTION`.
    pub event: Option<Cow<'static, str>>,
    /// Whether the account may be used; absent where the event does not say.
    pub status: Option<AccountStatus>,
    /// Why, in the platform's word or words.
    pub reason: Option<Text>,
    /// How grave it is, in the platform's word, where that is sent.
    pub severity: Option<Cow<'static, str>>,
    /// What may not be done, and until when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub restrictions: Vec<Restriction>,
    /// What it is about, in the platform's word, where that is not the account, such as a partner.
    pub subject: Option<Cow<'static, str>>,
    /// Id of what it is about.
    pub subject_id: Option<Id>,
    /// The business portfolio that is concerned or was informed, where one is named.
    pub business_id: Option<Id>,
    /// What went wrong, where that is what it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// All that was sent of it, as it came.
    pub data: Option<Json>,
}

/// Something that an account may not do.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Restriction {
    /// What it is, in the platform's word, such as `RESTRICTED_BIZ_INITIATED_MESSAGING`.
    pub kind: Option<Cow<'static, str>>,
    /// Until when.
    pub until: Option<DateTime<Utc>>,
    /// What to do about it.
    pub remedy: Option<Text>,
}

open_enum! {
    /// Whether an account, or the number that the event names, may be used by whoever gets the
    /// event. From [`Disabled`](Self::Disabled) on nothing may be sent.
    pub enum AccountStatus {
        /// It may.
        "active" as Active,
        /// Some things may not be done.
        "restricted" as Restricted,
        /// It will be disabled.
        "scheduled_for_disabling" as ScheduledForDisabling,
        /// It is banned.
        "disabled" as Disabled,
        /// It is gone.
        "deleted" as Deleted,
        /// It was taken away from the app or the partner that used it.
        "disconnected" as Disconnected,
        /// It is being reviewed.
        "pending" as Pending,
        /// It was reviewed and rejected.
        "rejected" as Rejected,
    }
}
