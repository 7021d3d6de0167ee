use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, DeliveryError, Id, MessageRef};
use crate::wire::{Json, open_enum};

/// The payment of an order, of which one message asks for it. One payment may have several attempts,
/// each a transaction.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Payment {
    /// The message that asks for it.
    pub message: MessageRef,
    /// Id that the business gave.
    pub reference_id: Option<Id>,
    /// Whether it was made. It stays `pending` while an attempt is pending or has failed.
    pub status: Option<PaymentStatus>,
    /// Id of the attempt.
    pub transaction_id: Option<Id>,
    /// What became of the attempt, in the platform's word.
    pub transaction_status: Option<Cow<'static, str>>,
    /// Who pays.
    pub payer: Option<Address>,
    /// What went wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// All that was sent of it, as it came.
    pub data: Option<Json>,
}

open_enum! {
    /// Whether a payment was made.
    pub enum PaymentStatus {
        /// Not yet.
        "pending" as Pending,
        /// Yes.
        "captured" as Captured,
        /// No.
        "failed" as Failed,
        /// It was canceled.
        "canceled" as Canceled,
    }
}
