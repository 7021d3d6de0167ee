use crate::wire::{RawId, Text, object, open_enum};

object! {
    /// An alert about a business, a business account or a business phone number.
    pub struct AccountAlert {
        /// The type of what the alert is about: `BUSINESS`, `PHONE_NUMBER`, `WABA` or
        /// `CURRENT_STATUS_ID`.
        entity_type: Option<Text>,
        /// The ID of what the alert is about. A number in test deliveries.
        entity_id: Option<RawId>,
        /// The alert itself. Absent in the flat form, in which its members are next to the entity.
        alert_info: Option<Box<AlertInfo>>,
        /// The severity of the alert, in the flat form only. Test deliveries and older bodies have
        /// that form.
        alert_severity: Option<AlertSeverity>,
        /// The status of the alert, `ACTIVE` or `NONE`; in the flat form only.
        alert_status: Option<Text>,
        /// The reason for the alert, such as `OBA_APPROVED`; in the flat form only.
        alert_type: Option<Text>,
        /// The alert as a sentence, in the flat form only.
        alert_description: Option<Text>,
    }
}

object! {
    /// The severity, status and reason of an alert.
    pub struct AlertInfo {
        /// How severe the alert is.
        alert_severity: Option<AlertSeverity>,
        /// The status of the alert: `ACTIVE`, or `NONE` if it no longer applies.
        alert_status: Option<Text>,
        /// The reason for the alert, such as `OBA_APPROVED`, `OBA_REJECTED`, `PROFILE_PICTURE_LOST`
        /// or `INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED`.
        alert_type: Option<Text>,
        /// The alert as a sentence, which may contain unfilled placeholders.
        alert_description: Option<Text>,
    }
}

open_enum! {
    /// The severity of an alert.
    pub enum AlertSeverity {
        /// The alert is critical: something has stopped working.
        "CRITICAL" as Critical,
        /// The alert is a warning: something may stop working.
        "WARNING" as Warning,
        /// The alert is for information only.
        "INFORMATIONAL" as Informational,
    }
}
