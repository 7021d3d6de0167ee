use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{DeliveryError, Id, Text};
use crate::wire::{Json, open_enum};

/// A change to the account of the business, such as a ban, a restriction, the result of a review, a
/// new limit or a new partner.
///
/// Meta reports all of these, Smartflow only errors of the account.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct AccountChange {
    /// What happened, as the platform names it, such as `ACCOUNT_RESTRICTION`. Absent where it has
    /// no name, as for a changed limit or for errors.
    pub event: Option<Cow<'static, str>>,
    /// Whether the account may be used after the change. Absent where the event does not say.
    pub status: Option<AccountStatus>,
    /// Why it happened, as the platform says it: a value or a sentence. Several reasons are
    /// separated by commas.
    pub reason: Option<Text>,
    /// How serious the change is, as the platform names it, such as `CRITICAL`. Only alerts have
    /// it.
    pub severity: Option<Cow<'static, str>>,
    /// The actions that the account may no longer perform, and until when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub restrictions: Vec<Restriction>,
    /// The type of the object that the change is about, such as `partner_app`, or `PHONE_NUMBER` in
    /// an alert. Absent where that is simply the account.
    pub subject: Option<Cow<'static, str>>,
    /// The ID of the object that the change is about. A payment configuration has a name instead.
    pub subject_id: Option<Id>,
    /// The ID of the business portfolio that is concerned or that was informed. Absent where the
    /// event names none.
    pub business_id: Option<Id>,
    /// The errors of the account, the app or the system, where the event reports errors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// All data about the change, as sent.
    pub data: Option<Json>,
}

/// An action that an account may not perform.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Restriction {
    /// The type of the restriction, as the platform names it, such as
    /// `RESTRICTED_BIZ_INITIATED_MESSAGING`.
    pub kind: Option<Cow<'static, str>>,
    /// When the restriction ends.
    pub until: Option<DateTime<Utc>>,
    /// A sentence that says what the business can do about the restriction; often absent.
    pub remedy: Option<Text>,
}

open_enum! {
    /// Whether an account, or the phone number that the event names, may be used by the app that
    /// receives the event.
    ///
    /// In the states from [`Disabled`](Self::Disabled) on, nothing may be sent.
    pub enum AccountStatus {
        /// The account may be used.
        "active" as Active,
        /// The account may be used, but not for everything.
        "restricted" as Restricted,
        /// The account is going to be disabled.
        "scheduled_for_disabling" as ScheduledForDisabling,
        /// The account is banned.
        "disabled" as Disabled,
        /// The account was deleted.
        "deleted" as Deleted,
        /// The account was disconnected from the app or the partner that used it.
        "disconnected" as Disconnected,
        /// The account is under review.
        "pending" as Pending,
        /// The account was reviewed and rejected.
        "rejected" as Rejected,
    }
}
