use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Address, DeliveryError, Id, MessageRef};
use crate::wire::{Json, open_enum};

/// The payment of an order, which the business requests in a message.
///
/// One payment may have several attempts, each of which is a transaction. WhatsApp reports payments
/// in India, Singapore and Brazil, according to the documentation of other providers.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Payment {
    /// The message that requests the payment.
    pub message: MessageRef,
    /// The ID that the business gave the payment.
    pub reference_id: Option<Id>,
    /// Whether the payment was made. It stays `pending` while an attempt is pending or has failed.
    pub status: Option<PaymentStatus>,
    /// The ID of the attempt to pay.
    pub transaction_id: Option<Id>,
    /// The outcome of the attempt, as the platform names it, such as `success`, `pending` or
    /// `failed`.
    pub transaction_status: Option<Cow<'static, str>>,
    /// The address of the person who pays.
    pub payer: Option<Address>,
    /// Why the payment or the attempt failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// Everything that was sent about the payment, as raw JSON.
    pub data: Option<Json>,
}

open_enum! {
    /// Whether a payment was made.
    pub enum PaymentStatus {
        /// The payment has not been made yet.
        "pending" as Pending,
        /// The payment was made.
        "captured" as Captured,
        /// The payment failed.
        "failed" as Failed,
        /// The payment was canceled.
        "canceled" as Canceled,
    }
}
