use crate::wire::{Text, Timestamp, object};

object! {
    /// When separate prices for international authentication messages take effect.
    pub struct AuthenticationRates {
        /// When the prices take effect, as Unix time in seconds.
        start_time: Option<Timestamp>,
        /// The countries in which the prices take effect at a different time.
        exception_countries: Option<Vec<RateException>>,
    }
}

object! {
    /// A country in which the prices take effect at a different time.
    pub struct RateException {
        /// The country, as a two-letter ISO 3166-1 code.
        country_code: Option<Text>,
        /// When the prices take effect in the country, as Unix time in seconds.
        start_time: Option<Timestamp>,
    }
}

object! {
    /// A volume discount that was reached by the number of messages. It may be sent several times;
    /// the earliest time counts.
    pub struct VolumeTier {
        /// When the tier was reached, as Unix time in seconds.
        tier_update_time: Option<Timestamp>,
        /// The category of the messages, such as `UTILITY`.
        pricing_category: Option<Text>,
        /// The range of message counts of the tier, such as `100001:500000`.
        tier: Option<Text>,
        /// The month in which the discount applies, such as `2026-11`.
        effective_month: Option<Text>,
        /// The region of the customers, such as `India`.
        region: Option<Text>,
    }
}
