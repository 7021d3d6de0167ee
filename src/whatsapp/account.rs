use super::{
    AuthenticationRates, BanInfo, CertificationInfo, CertificationNeededInfo, DisconnectionInfo,
    RestrictionInfo, ViolationInfo, VolumeTier, WabaInfo,
};
use crate::wire::{OneOrMany, Text, WaId, object, open_enum};

object! {
    /// A change to a WhatsApp business account. Which members are present depends on the event.
    ///
    /// The account is usually the [ID](super::Entry::id) of the entry. For events about a partner
    /// or an ad account, that ID is a business portfolio, and the account is [`WabaInfo::waba_id`].
    pub struct AccountUpdate {
        /// The event that happened to the account, which determines the other members.
        event: Option<AccountEvent>,
        /// The business phone number that the event is about: digits, observed with a plus. Absent
        /// if the event is not about a single number.
        phone_number: Option<WaId>,
        /// The restrictions on the account and when they end; sent with `ACCOUNT_RESTRICTION`.
        restriction_info: Option<OneOrMany<RestrictionInfo>>,
        /// The policy violation, sent with `ACCOUNT_VIOLATION`.
        violation_info: Option<Box<ViolationInfo>>,
        /// Whether the account is banned, sent with `DISABLED_UPDATE`.
        ban_info: Option<Box<BanInfo>>,
        /// The account that an event about a partner or an ad account refers to. Usually absent
        /// when the phone app was disconnected.
        waba_info: Option<Box<WabaInfo>>,
        /// Why a phone number that is also used with the phone app was disconnected; sent with
        /// `PARTNER_REMOVED`.
        disconnection_info: Option<Box<DisconnectionInfo>>,
        /// The verification status of a partner's client, sent with
        /// `PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE`.
        partner_client_certification_info: Option<Box<CertificationInfo>>,
        /// The client that a partner has to get verified, sent with
        /// `PARTNER_CLIENT_CERTIFICATION_NEEDED`. Known from a library modeled on Meta's pages.
        partner_client_certification_needed_info: Option<Box<CertificationNeededInfo>>,
        /// When separate prices for international authentication messages take effect; sent with
        /// `AUTH_INTL_PRICE_ELIGIBILITY_UPDATE`.
        auth_international_rate_eligibility: Option<Box<AuthenticationRates>>,
        /// The primary country of the business, as a two-letter ISO 3166-1 code; sent with
        /// `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE`.
        country: Option<Text>,
        /// The volume discount that was reached, sent with `VOLUME_BASED_PRICING_TIER_UPDATE`.
        volume_tier_info: Option<Box<VolumeTier>>,
    }
}

open_enum! {
    /// The kind of change to a WhatsApp business account.
    pub enum AccountEvent {
        /// The account was deleted. No further members are documented for this event.
        "ACCOUNT_DELETED" as Deleted,
        /// A phone number that is also used with the phone app was disconnected, usually
        /// temporarily, because it was moved to another device or registered again.
        "ACCOUNT_OFFBOARDED" as Offboarded,
        /// A phone number was reconnected after having been offboarded.
        "ACCOUNT_RECONNECTED" as Reconnected,
        /// The account was restricted in what it may do; see
        /// [`restriction_info`](AccountUpdate::restriction_info).
        "ACCOUNT_RESTRICTION" as Restriction,
        /// The account violated a policy; see [`violation_info`](AccountUpdate::violation_info).
        "ACCOUNT_VIOLATION" as Violation,
        /// The account was disabled, is scheduled to be disabled, or was reinstated; see
        /// [`ban_info`](AccountUpdate::ban_info).
        "DISABLED_UPDATE" as DisabledUpdate,
        /// The account was shared with a partner; see [`waba_info`](AccountUpdate::waba_info).
        "PARTNER_ADDED" as PartnerAdded,
        /// The account is no longer shared with a partner, or its phone app was disconnected; see
        /// [`disconnection_info`](AccountUpdate::disconnection_info).
        "PARTNER_REMOVED" as PartnerRemoved,
        /// A business granted permissions to a partner's app; see
        /// [`waba_info`](AccountUpdate::waba_info).
        "PARTNER_APP_INSTALLED" as PartnerAppInstalled,
        /// A business revoked the permissions of a partner's app; see
        /// [`waba_info`](AccountUpdate::waba_info).
        "PARTNER_APP_UNINSTALLED" as PartnerAppUninstalled,
        /// An ad account of the business was linked for use by a partner.
        "AD_ACCOUNT_LINKED" as AdAccountLinked,
        /// The business accepted the terms of the marketing messages API.
        "MM_LITE_TERMS_SIGNED" as MarketingTermsSigned,
        /// The verification status of a partner's client changed.
        "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE" as CertificationStatus,
        /// A partner's client has to be verified. Known from a library modeled on Meta's pages.
        "PARTNER_CLIENT_CERTIFICATION_NEEDED" as CertificationNeeded,
        /// International authentication messages will have a separate price.
        "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE" as AuthenticationRates,
        /// The primary country of the business was determined; see
        /// [`country`](AccountUpdate::country).
        "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE" as PrimaryCountry,
        /// The account reached a volume discount; see
        /// [`volume_tier_info`](AccountUpdate::volume_tier_info).
        "VOLUME_BASED_PRICING_TIER_UPDATE" as VolumeTier,
        /// The account was verified. Documented on only one of Meta's pages.
        "VERIFIED_ACCOUNT" as Verified,
    }
}
