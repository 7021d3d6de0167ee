use crate::wire::{Text, Timestamp, object};

object! {
    /// From when on authentication messages to other countries have a price of their own.
    pub struct AuthenticationRates {
        /// From when on, in seconds.
        start_time: Option<Timestamp>,
        /// Countries where that begins at another time.
        exception_countries: Option<Vec<RateException>>,
    }
}

object! {
    /// A country where another price begins at another time.
    pub struct RateException {
        /// Its two letters (ISO 3166-1).
        country_code: Option<Text>,
        /// From when on, in seconds.
        start_time: Option<Timestamp>,
    }
}

object! {
    /// A discount that was reached by the number of messages. It may be sent several times; the
    /// earliest time counts.
    pub struct VolumeTier {
        /// When it was reached, in seconds.
        tier_update_time: Option<Timestamp>,
        /// Category of the messages, such as `UTILITY`.
        pricing_category: Option<Text>,
        /// From how many messages to how many, such as `100001:500000`.
        tier: Option<Text>,
        /// The month in which it counts, such as `2026-11`.
        effective_month: Option<Text>,
        /// Where the customers are, such as `India`.
        region: Option<Text>,
    }
}
