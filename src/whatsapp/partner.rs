use super::{AdAccountId, AppId, BusinessAccountId, BusinessId, SolutionId};
use crate::wire::{OneOrMany, Text, object};

object! {
    /// The WhatsApp business account that an event about a partner refers to.
    pub struct WabaInfo {
        /// The ID of the WhatsApp business account.
        waba_id: Option<BusinessAccountId>,
        /// The ID of the business portfolio that owns the account.
        owner_business_id: Option<BusinessId>,
        /// The ID of the partner's app, sent with `PARTNER_APP_INSTALLED` and
        /// `PARTNER_APP_UNINSTALLED`.
        partner_app_id: Option<AppId>,
        /// The ID of the partner solution that the business was onboarded through. Absent without
        /// one.
        solution_id: Option<SolutionId>,
        /// The IDs of the business portfolios of the partners in the solution.
        solution_partner_business_ids: Option<OneOrMany<BusinessId>>,
        /// The ID of the linked ad account, sent with `AD_ACCOUNT_LINKED`.
        ad_account_linked: Option<AdAccountId>,
        /// The ID of the linked ad account, as another page names it.
        ad_account_id: Option<AdAccountId>,
    }
}

object! {
    /// Why a phone number that is also used with the phone app was disconnected.
    pub struct DisconnectionInfo {
        /// The reason: `ACCOUNT_DISCONNECTED`, `BUSINESS_DOWNGRADE`, `CHANGE_NUMBER`,
        /// `COMPANION_INACTIVITY`, `PRIMARY_INACTIVITY` or `USER_RE_REGISTERED`. The code of one
        /// consumer has `USER_INITIATED_DISCONNECT`.
        reason: Option<Text>,
        /// Who disconnected the number: `SYSTEM` or `USER`.
        initiated_by: Option<Text>,
    }
}

object! {
    /// The verification status of a partner's client.
    pub struct CertificationInfo {
        /// The ID of the client's business portfolio.
        client_business_id: Option<BusinessId>,
        /// The status of the verification: `APPROVED`, `DISCARDED`, `FAILED`, `PENDING` or
        /// `REVOKED`.
        status: Option<Text>,
        /// The reasons why the verification was rejected, in words separated by spaces or
        /// underscores, such as `LEGAL NAME NOT MATCHING`. `NONE` if there is no reason.
        rejection_reasons: Option<OneOrMany<Text>>,
    }
}

object! {
    /// The client that a partner has to get verified.
    pub struct CertificationNeededInfo {
        /// The ID of the client's business portfolio.
        client_business_id: Option<BusinessId>,
    }
}
