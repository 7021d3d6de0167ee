use crate::wire::{Text, Timestamp, Undocumented, object, open_enum};

object! {
    /// A restriction on a business account.
    pub struct RestrictionInfo {
        /// The activity that is restricted.
        restriction_type: Option<RestrictionType>,
        /// When the restriction ends, as Unix time in seconds. One relay sends a date as a string.
        expiration: Option<Timestamp>,
        /// The recommended remedy as a sentence. Often absent.
        remediation: Option<Text>,
    }
}

object! {
    /// A violation of a policy by a business account.
    pub struct ViolationInfo {
        /// The type of the violation, such as `SPAM`, `SCAM` or `ADULT`, or
        /// `USER_INITIATED_CALLS_LOW_PICKUP_RATE` for calls.
        violation_type: Option<Text>,
        /// The recommended remedy as a sentence. Often absent.
        remediation: Option<Text>,
    }
}

object! {
    /// The ban status of a business account.
    pub struct BanInfo {
        /// The ban status. One page shows an array of the possible values here, which is kept as it
        /// is.
        waba_ban_state: Option<Undocumented<BanState>>,
        /// The date when the ban takes effect, written out as in `November 18, 2026`.
        waba_ban_date: Option<Text>,
    }
}

open_enum! {
    /// An activity that a business account is not allowed to perform.
    pub enum RestrictionType {
        /// The business may not add phone numbers.
        "RESTRICTED_ADD_PHONE_NUMBER_ACTION" as AddPhoneNumber,
        /// The business may not contact customers first.
        "RESTRICTED_BIZ_INITIATED_MESSAGING" as BusinessInitiatedMessaging,
        /// The business may not answer customers.
        "RESTRICTED_CUSTOMER_INITIATED_MESSAGING" as CustomerInitiatedMessaging,
        /// The business may not send templates of the category utility.
        "RESTRICTED_UTILITY_TEMPLATES" as UtilityTemplates,
        /// The business may not send utility messages without a template.
        "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES" as DirectSendUtilityTemplates,
        /// The business may not call customers.
        "RESTRICTED_BUSINESS_INITIATED_CALLING" as BusinessInitiatedCalling,
        /// Customers may not call the business.
        "RESTRICTED_USER_INITIATED_CALLING" as UserInitiatedCalling,
        /// The business may not call customers, and customers may not call the business.
        "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING" as Calling,
        /// The call button is hidden from customers.
        "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN" as CallButton,
    }
}

open_enum! {
    /// The ban status of a business account.
    pub enum BanState {
        /// The account is banned and cannot send anything.
        "DISABLE" as Disable,
        /// The ban was lifted.
        "REINSTATE" as Reinstate,
        /// The account is scheduled to be banned.
        "SCHEDULE_FOR_DISABLE" as ScheduleForDisable,
    }
}
