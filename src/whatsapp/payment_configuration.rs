use crate::wire::{Text, object};

object! {
    /// A way of payment was set up.
    pub struct PaymentConfiguration {
        /// What happened.
        event: Option<Text>,
    }
}
