use crate::wire::{Json, Number, RawId, Text, Timestamp, Undocumented, WaId, object};

object! {
    /// A payment for an order within the chat, in India, Singapore or Brazil. Known from the
    /// documentation of other providers.
    pub struct Payment {
        /// The ID that the business assigned to the payment.
        reference_id: Option<RawId>,
        /// The amount to be paid. Its numbers may be sent as strings.
        amount: Option<Amount>,
        /// The currency of the amount, as a three-letter ISO 4217 code.
        currency: Option<Text>,
        /// The most recent payment attempt. One payment may have several.
        transaction: Option<Box<Transaction>>,
        /// The customer who pays, in the form that one relay uses.
        sender: Option<Box<Undocumented<WaId>>>,
        /// The receipt that the business assigned. Known from the documentation of one relay.
        receipt: Option<Box<Json>>,
    }
}

object! {
    /// A single attempt to pay. A failed attempt may be followed by another one for the same
    /// payment.
    pub struct Transaction {
        /// The ID of the attempt, which differs between attempts for the same payment.
        id: Option<RawId>,
        /// The payment provider that processes the attempt, such as `billdesk`.
        "type" as kind: Option<Text>,
        /// The result of the attempt, such as `success`, `pending` or `failed`. It may be `failed`
        /// while the payment is still `pending`.
        status: Option<Text>,
        /// When the attempt was created, as Unix time in seconds.
        created_timestamp: Option<Timestamp>,
        /// When the attempt last changed, as Unix time in seconds.
        updated_timestamp: Option<Timestamp>,
        /// The amount of this attempt.
        amount: Option<Amount>,
        /// The currency of the amount, as a three-letter ISO 4217 code.
        currency: Option<Text>,
        /// The payment method that was used, as an object with its `type`.
        method: Option<Json>,
        /// The reason why the attempt failed. The format is not known with certainty.
        error: Option<Json>,
        /// The refunds of the payment: null or an array. Known from the documentation of one relay.
        refunds: Option<Json>,
    }
}

object! {
    /// An amount of money: [`value`](Self::value) divided by [`offset`](Self::offset).
    pub struct Amount {
        /// The amount in smaller units, of which [`offset`](Self::offset) make one unit of the
        /// currency.
        value: Option<Number>,
        /// The number of smaller units in one unit of the currency, such as 100.
        offset: Option<Number>,
    }
}
