use super::{
    AuthenticationRates, BanInfo, CertificationInfo, CertificationNeededInfo, DisconnectionInfo,
    RestrictionInfo, ViolationInfo, VolumeTier, WabaInfo,
};
use crate::wire::{OneOrMany, Text, WaId, object, open_enum};

object! {
    /// Something about a business account. Which members there are depends on the event.
    ///
    /// The account is the [id](super::Entry::id) of the entry; but where a partner or an ad account
    /// is concerned, that is a business portfolio, and the account is [`WabaInfo::waba_id`].
    pub struct AccountUpdate {
        /// What happened.
        event: Option<AccountEvent>,
        /// The business number that it is about, where that is one number: digits, seen with a
        /// plus.
        phone_number: Option<WaId>,
        /// What may not be done and until when, with `ACCOUNT_RESTRICTION`.
        restriction_info: Option<OneOrMany<RestrictionInfo>>,
        /// What was done against the rules, with `ACCOUNT_VIOLATION`.
        violation_info: Option<Box<ViolationInfo>>,
        /// Whether the account is banned, with `DISABLED_UPDATE`.
        ban_info: Option<Box<BanInfo>>,
        /// Which account it is about, with events of partners and ad accounts; usually absent where
        /// the phone app was disconnected.
        waba_info: Option<Box<WabaInfo>>,
        /// Why a number of the phone app was disconnected, with `PARTNER_REMOVED`.
        disconnection_info: Option<Box<DisconnectionInfo>>,
        /// What became of the verification of a customer of a partner, with
        /// `PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE`.
        partner_client_certification_info: Option<Box<CertificationInfo>>,
        /// Whom a partner has to have verified, with `PARTNER_CLIENT_CERTIFICATION_NEEDED`. From
        /// the model of a library that follows Meta's pages.
        partner_client_certification_needed_info: Option<Box<CertificationNeededInfo>>,
        /// From when on authentication messages abroad have a price of their own, with
        /// `AUTH_INTL_PRICE_ELIGIBILITY_UPDATE`.
        auth_international_rate_eligibility: Option<Box<AuthenticationRates>>,
        /// Where the business mainly is, by the two letters of the country (ISO 3166-1), with
        /// `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE`.
        country: Option<Text>,
        /// Which discount was reached, with `VOLUME_BASED_PRICING_TIER_UPDATE`.
        volume_tier_info: Option<Box<VolumeTier>>,
    }
}

open_enum! {
    /// What happened to a business account.
    pub enum AccountEvent {
        /// It was deleted.
        "ACCOUNT_DELETED" as Deleted,
        /// A number that is used with the phone app, too, came to another device or was registered
        /// again: it is disconnected, mostly for a while.
        "ACCOUNT_OFFBOARDED" as Offboarded,
        /// A number is connected again after that.
        "ACCOUNT_RECONNECTED" as Reconnected,
        /// Some things may not be done.
        "ACCOUNT_RESTRICTION" as Restriction,
        /// Something was done against the rules.
        "ACCOUNT_VIOLATION" as Violation,
        /// It was or will be disabled, or is no longer.
        "DISABLED_UPDATE" as DisabledUpdate,
        /// A partner has it now.
        "PARTNER_ADDED" as PartnerAdded,
        /// A partner has it no longer.
        "PARTNER_REMOVED" as PartnerRemoved,
        /// A business gave an app of a partner its permissions.
        "PARTNER_APP_INSTALLED" as PartnerAppInstalled,
        /// A business took them back.
        "PARTNER_APP_UNINSTALLED" as PartnerAppUninstalled,
        /// A partner may use an ad account of the business.
        "AD_ACCOUNT_LINKED" as AdAccountLinked,
        /// The terms of the API for marketing messages were accepted.
        "MM_LITE_TERMS_SIGNED" as MarketingTermsSigned,
        /// The verification of a customer of a partner came further.
        "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE" as CertificationStatus,
        /// A customer of a partner has to be verified.
        "PARTNER_CLIENT_CERTIFICATION_NEEDED" as CertificationNeeded,
        /// Authentication messages abroad get a price of their own.
        "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE" as AuthenticationRates,
        /// The main country of the business is known.
        "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE" as PrimaryCountry,
        /// A discount was reached.
        "VOLUME_BASED_PRICING_TIER_UPDATE" as VolumeTier,
        /// It was verified. From one page of Meta's.
        "VERIFIED_ACCOUNT" as Verified,
    }
}
