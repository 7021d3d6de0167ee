use crate::wire::{Id, Json, Number, Text, object};

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
        /// The transaction: id, type, status, times, amount, currency, method and, when it failed,
        /// the error.
        transaction: Option<Json>,
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
