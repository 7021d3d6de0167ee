use crate::wire::{Id, Text, Timestamp, object};

object! {
    /// A way of payment was set up, or works no longer. India.
    pub struct PaymentConfiguration {
        /// Name that the business gave it; unique within the account.
        configuration_name: Option<Id>,
        /// Who carries the payments out: `billdesk`, `payu`, `razorpay` or `zaakpay`.
        provider_name: Option<Text>,
        /// What the business is called there.
        provider_mid: Option<Id>,
        /// Whether it works: `Active`, `Needs Connecting` or `Needs Testing`; the latter two seen
        /// with an underscore.
        status: Option<Text>,
        /// When it was made, in seconds.
        created_timestamp: Option<Timestamp>,
        /// When it last changed, in seconds.
        updated_timestamp: Option<Timestamp>,
    }
}
