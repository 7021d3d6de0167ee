use super::{AdAccountId, AppId, BusinessAccountId, BusinessId, SolutionId};
use crate::wire::{OneOrMany, Text, object};

object! {
    /// The account that an event of a partner is about.
    pub struct WabaInfo {
        /// The account.
        waba_id: Option<BusinessAccountId>,
        /// The business portfolio that owns it.
        owner_business_id: Option<BusinessId>,
        /// The app, with `PARTNER_APP_INSTALLED` and `PARTNER_APP_UNINSTALLED`.
        partner_app_id: Option<AppId>,
        /// The solution through which the business came; absent without one.
        solution_id: Option<SolutionId>,
        /// Business portfolios of the partners of that solution.
        solution_partner_business_ids: Option<OneOrMany<BusinessId>>,
        /// The ad account, with `AD_ACCOUNT_LINKED`.
        ad_account_linked: Option<AdAccountId>,
        /// The same on another page.
        ad_account_id: Option<AdAccountId>,
    }
}

object! {
    /// Why a number that is used with the phone app, too, was disconnected.
    pub struct DisconnectionInfo {
        /// Why: `ACCOUNT_DISCONNECTED`, `BUSINESS_DOWNGRADE`, `CHANGE_NUMBER`,
        /// `COMPANION_INACTIVITY`, `PRIMARY_INACTIVITY` or `USER_RE_REGISTERED`; in code of one
        /// consumer `USER_INITIATED_DISCONNECT`.
        reason: Option<Text>,
        /// Who did it: `SYSTEM` or `USER`.
        initiated_by: Option<Text>,
    }
}

object! {
    /// What became of the verification of a customer of a partner.
    pub struct CertificationInfo {
        /// The customer's business portfolio.
        client_business_id: Option<BusinessId>,
        /// How far it is: `APPROVED`, `DISCARDED`, `FAILED`, `PENDING` or `REVOKED`.
        status: Option<Text>,
        /// Why not, in words with blanks or underscores, such as `LEGAL NAME NOT MATCHING`; `NONE`
        /// where there is no reason.
        rejection_reasons: Option<OneOrMany<Text>>,
    }
}

object! {
    /// Whom a partner has to have verified.
    pub struct CertificationNeededInfo {
        /// The customer's business portfolio.
        client_business_id: Option<BusinessId>,
    }
}
