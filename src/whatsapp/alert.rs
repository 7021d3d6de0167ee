use crate::wire::{Id, Text, object, open_enum};

object! {
    /// A warning about a business, an account or a number.
    pub struct AccountAlert {
        /// What it is about: `BUSINESS`, `PHONE_NUMBER`, `WABA` or `CURRENT_STATUS_ID`.
        entity_type: Option<Text>,
        /// Id of that; a number in test deliveries.
        entity_id: Option<Id>,
        /// The warning; absent where its members stand beside the entity.
        alert_info: Option<Box<AlertInfo>>,
        /// How grave it is, in the flat form: of test deliveries, and older.
        alert_severity: Option<AlertSeverity>,
        /// Whether it holds, in the flat form.
        alert_status: Option<Text>,
        /// What is the matter, in the flat form.
        alert_type: Option<Text>,
        /// The same as a sentence, in the flat form.
        alert_description: Option<Text>,
    }
}

object! {
    /// What a warning says.
    pub struct AlertInfo {
        /// How grave it is.
        alert_severity: Option<AlertSeverity>,
        /// Whether it holds: `ACTIVE` or `NONE`.
        alert_status: Option<Text>,
        /// What is the matter, such as `OBA_APPROVED`, `OBA_REJECTED`, `PROFILE_PICTURE_LOST` or
        /// `INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED`.
        alert_type: Option<Text>,
        /// The same as a sentence; may hold placeholders that nobody filled in.
        alert_description: Option<Text>,
    }
}

open_enum! {
    /// How grave a warning is.
    pub enum AlertSeverity {
        /// Something stops.
        "CRITICAL" as Critical,
        /// Something may stop.
        "WARNING" as Warning,
        /// Good to know.
        "INFORMATIONAL" as Informational,
    }
}
