use crate::wire::{RawId, Text, Timestamp, object};

object! {
    /// A payment configuration that was set up or that stopped working. India only.
    pub struct PaymentConfiguration {
        /// The name that the business chose for the configuration, unique within the account.
        configuration_name: Option<RawId>,
        /// The payment provider: `billdesk`, `payu`, `razorpay` or `zaakpay`.
        provider_name: Option<Text>,
        /// The ID of the business at the payment provider.
        provider_mid: Option<RawId>,
        /// The status of the configuration: `Active`, `Needs Connecting` or `Needs Testing`. The
        /// latter two were observed with an underscore as well.
        status: Option<Text>,
        /// When the configuration was created, as Unix time in seconds.
        created_timestamp: Option<Timestamp>,
        /// When the configuration last changed, as Unix time in seconds.
        updated_timestamp: Option<Timestamp>,
    }
}
