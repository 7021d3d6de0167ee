use crate::wire::{Text, Timestamp, Undocumented, object, open_enum};

object! {
    /// What an account may not do.
    pub struct RestrictionInfo {
        /// What it is.
        restriction_type: Option<RestrictionType>,
        /// Until when, in seconds; a date as a text at a relay.
        expiration: Option<Timestamp>,
        /// What to do about it, as a sentence; often absent.
        remediation: Option<Text>,
    }
}

object! {
    /// What was done against the rules.
    pub struct ViolationInfo {
        /// What it was, such as `SPAM`, `SCAM`, `ADULT` or, with calls,
        /// `USER_INITIATED_CALLS_LOW_PICKUP_RATE`.
        violation_type: Option<Text>,
        /// What to do about it, as a sentence; often absent.
        remediation: Option<Text>,
    }
}

object! {
    /// Whether an account is banned.
    pub struct BanInfo {
        /// Whether. One page prints a list of the words there, which is kept as it is.
        waba_ban_state: Option<Undocumented<BanState>>,
        /// From when on, in words, such as `November 18, 2026`.
        waba_ban_date: Option<Text>,
    }
}

open_enum! {
    /// What an account may not do.
    pub enum RestrictionType {
        /// Get further numbers.
        "RESTRICTED_ADD_PHONE_NUMBER_ACTION" as AddPhoneNumber,
        /// Write to customers first.
        "RESTRICTED_BIZ_INITIATED_MESSAGING" as BusinessInitiatedMessaging,
        /// Answer customers.
        "RESTRICTED_CUSTOMER_INITIATED_MESSAGING" as CustomerInitiatedMessaging,
        /// Send templates of the category utility.
        "RESTRICTED_UTILITY_TEMPLATES" as UtilityTemplates,
        /// Send such messages without a template.
        "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES" as DirectSendUtilityTemplates,
        /// Call customers.
        "RESTRICTED_BUSINESS_INITIATED_CALLING" as BusinessInitiatedCalling,
        /// Be called by customers.
        "RESTRICTED_USER_INITIATED_CALLING" as UserInitiatedCalling,
        /// Either of these.
        "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING" as Calling,
        /// Show customers the button to call.
        "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN" as CallButton,
    }
}

open_enum! {
    /// Whether an account is banned.
    pub enum BanState {
        /// It is: nothing can be sent.
        "DISABLE" as Disable,
        /// It is no longer.
        "REINSTATE" as Reinstate,
        /// It will be.
        "SCHEDULE_FOR_DISABLE" as ScheduleForDisable,
    }
}
