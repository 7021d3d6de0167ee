use crate::wire::{Id, Json, Number, Text, Timestamp, Undocumented, WaId, object};

object! {
    /// Payment of an order within the chat: India, Singapore, Brazil. From the documentation of
    /// other providers.
    pub struct Payment {
        /// Id that the business gave the payment.
        reference_id: Option<Id>,
        /// How much it is.
        amount: Option<Amount>,
        /// Currency of the amount, by its three letters (ISO 4217).
        currency: Option<Text>,
        /// The last attempt to pay. One payment may have several.
        transaction: Option<Box<Transaction>>,
        /// Who pays, in the form of one relay.
        sender: Option<Box<Undocumented<WaId>>>,
        /// Receipt that the business gave. From the documentation of one relay.
        receipt: Option<Box<Json>>,
    }
}

object! {
    /// An attempt to pay.
    pub struct Transaction {
        /// Tells the attempt from others.
        id: Option<Id>,
        /// Who carries it out, such as `billdesk`.
        "type" as kind: Option<Text>,
        /// What became of it, such as `success`, `pending` or `failed`.
        status: Option<Text>,
        /// When it was made, in seconds.
        created_timestamp: Option<Timestamp>,
        /// When it last changed, in seconds.
        updated_timestamp: Option<Timestamp>,
        /// How much it is.
        amount: Option<Amount>,
        /// Currency of the amount (ISO 4217).
        currency: Option<Text>,
        /// How it was paid.
        method: Option<Json>,
        /// Why it failed; the shape is not known for sure.
        error: Option<Json>,
        /// What was paid back.
        refunds: Option<Json>,
    }
}

object! {
    /// Amount of money: [`value`](Self::value) divided by [`offset`](Self::offset).
    pub struct Amount {
        /// How many of the small units.
        value: Option<Number>,
        /// How many of them are one of the currency, such as 100.
        offset: Option<Number>,
    }
}
