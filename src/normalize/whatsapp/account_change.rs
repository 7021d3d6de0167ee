//! Maps changes of a business account.

use std::mem;

use super::{Details, Envelope, account::non_empty_cow};
use crate::{
    normalize::{
        AccountChange, AccountStatus, Actor, Agent, AgentKind, Event, Id, Inbox, Kind, Restriction,
        Text, event_time::plausible, id::id, non_empty,
    },
    whatsapp::{
        AccountAlert, AccountEvent, AccountReview, AccountUpdate, AlertInfo, BanState,
        BusinessStatus, Capability, Decision, PartnerSolution, PaymentConfiguration,
        RestrictionInfo, Security, WabaInfo,
    },
    wire::{Extra, Json, Wire},
};

/// Maps a ban, a restriction, a change of a partner and the like.
pub(super) fn update(mut envelope: Envelope<'_>, mut body: AccountUpdate) -> Event {
    let extra = mem::take(&mut body.extra);
    let data = Json::of(&body);
    let status = status(&body);
    let actor = match body.event {
        Some(
            AccountEvent::Restriction | AccountEvent::Violation | AccountEvent::DisabledUpdate,
        ) => Actor::System,
        _ => Actor::Unknown,
    };
    envelope.set_business_number(body.phone_number);
    let waba = body.waba_info.as_deref_mut();
    let business_id = waba.and_then(|waba| envelope.of_account(id(waba.waba_id.take())));
    let client = body.partner_client_certification_info.as_mut();
    let refused = client.as_ref().and_then(|client| client.rejection_reasons.as_deref());
    let reason = body
        .violation_info
        .and_then(|violation| non_empty(violation.violation_type))
        .or_else(|| non_empty(body.disconnection_info?.reason))
        .or_else(|| reasons(refused?));
    let client = client
        .and_then(|client| client.client_business_id.take())
        .or_else(|| body.partner_client_certification_needed_info?.client_business_id);
    let subject = id(client)
        .map(|client| ("client_business", client))
        .or_else(|| body.waba_info.and_then(|waba| subject(*waba)));
    let (subject, subject_id) = subject.unzip();
    let restrictions = body.restriction_info.into_iter().flatten();
    let change = AccountChange {
        event: body.event.map(Into::into),
        status,
        reason,
        restrictions: restrictions.map(restriction).collect(),
        subject: subject.map(Into::into),
        subject_id,
        business_id,
        data,
        ..AccountChange::default()
    };
    envelope.account("account_update", change, actor, extra)
}

/// Returns the status of an account after an event.
fn status(body: &AccountUpdate) -> Option<AccountStatus> {
    let ban = body.ban_info.as_ref().and_then(|ban| ban.waba_ban_state.as_ref()?.get().ok());
    match ban {
        Some(BanState::Disable) => return Some(AccountStatus::Disabled),
        Some(BanState::Reinstate) => return Some(AccountStatus::Active),
        Some(BanState::ScheduleForDisable) => return Some(AccountStatus::ScheduledForDisabling),
        Some(BanState::Unknown(_)) | None => {}
    }
    match body.event.as_ref()? {
        AccountEvent::Deleted => Some(AccountStatus::Deleted),
        AccountEvent::Offboarded
        | AccountEvent::PartnerRemoved
        | AccountEvent::PartnerAppUninstalled => Some(AccountStatus::Disconnected),
        AccountEvent::Reconnected => Some(AccountStatus::Active),
        AccountEvent::Restriction => Some(AccountStatus::Restricted),
        AccountEvent::Violation
        | AccountEvent::DisabledUpdate
        | AccountEvent::PartnerAdded
        | AccountEvent::PartnerAppInstalled
        | AccountEvent::AdAccountLinked
        | AccountEvent::MarketingTermsSigned
        | AccountEvent::CertificationStatus
        | AccountEvent::CertificationNeeded
        | AccountEvent::AuthenticationRates
        | AccountEvent::PrimaryCountry
        | AccountEvent::VolumeTier
        | AccountEvent::Verified
        | AccountEvent::Unknown(_) => None,
    }
}

fn restriction(body: RestrictionInfo) -> Restriction {
    Restriction {
        kind: body.restriction_type.map(Into::into),
        until: body.expiration.as_ref().and_then(plausible),
        remedy: non_empty(body.remediation),
    }
}

/// Returns what a partner's event is about, with the name of its ID.
fn subject(body: WabaInfo) -> Option<(&'static str, Id)> {
    let app = id(body.partner_app_id).map(|app| ("partner_app", app));
    let ads = || Some(("ad_account", id(body.ad_account_linked.or(body.ad_account_id))?));
    app.or_else(ads).or_else(|| Some(("solution", id(body.solution_id)?)))
}

/// Joins several reasons into one.
fn reasons(reasons: &[Text]) -> Option<Text> {
    let given = reasons.iter().filter(|reason| !reason.is_empty() && **reason != "NONE");
    let given: Vec<&str> = given.map(|reason| &**reason).collect();
    non_empty(Some(given.join(", ").as_str().into()))
}

/// Maps a warning.
pub(super) fn alert(mut envelope: Envelope<'_>, mut body: AccountAlert) -> Event {
    let extra = mem::take(&mut body.extra);
    let data = Json::of(&body);
    let info = body.alert_info.map_or_else(AlertInfo::empty, |info| *info);
    let subject_id = id(body.entity_id);
    match body.entity_type.as_deref() {
        Some("PHONE_NUMBER") => {
            envelope.inbox.get_or_insert_default().id.clone_from(&subject_id);
        }
        // The entry of a test delivery does not name an account.
        Some("WABA") if envelope.inbox.is_none() => {
            envelope.inbox.get_or_insert_default().waba_id.clone_from(&subject_id);
        }
        _ => {}
    }
    let change = AccountChange {
        event: non_empty_cow(info.alert_type.or(body.alert_type)),
        reason: non_empty(info.alert_description.or(body.alert_description)),
        severity: info.alert_severity.or(body.alert_severity).map(Into::into),
        subject: non_empty_cow(body.entity_type),
        subject_id,
        data,
        ..AccountChange::default()
    };
    envelope.inbox = envelope.inbox.and_then(Inbox::present);
    envelope.account("account_alerts", change, Actor::System, extra)
}

/// Maps a review of an account.
pub(super) fn review(envelope: Envelope<'_>, mut body: AccountReview) -> Event {
    let extra = mem::take(&mut body.extra);
    let status = match &body.decision {
        Some(Decision::Approved) => Some(AccountStatus::Active),
        Some(Decision::Rejected) => Some(AccountStatus::Rejected),
        Some(Decision::Pending | Decision::Deferred) => Some(AccountStatus::Pending),
        Some(Decision::Unknown(_)) | None => None,
    };
    let data = Json::of(&body);
    let event = body.decision.map(Into::into);
    let change = AccountChange { event, status, data, ..AccountChange::default() };
    envelope.account("account_review_update", change, Actor::System, extra)
}

/// Maps the capabilities of a business.
pub(super) fn capability(envelope: Envelope<'_>, mut body: Capability) -> Event {
    let extra = mem::take(&mut body.extra);
    let change = AccountChange { data: Json::of(&body), ..AccountChange::default() };
    envelope.account("business_capability_update", change, Actor::System, extra)
}

/// Maps a change of a business's status.
pub(super) fn business(envelope: Envelope<'_>, mut body: BusinessStatus) -> Event {
    let extra = mem::take(&mut body.extra);
    let data = Json::of(&body);
    let (event, business_id) = (non_empty_cow(body.event), id(body.business_id));
    let change = AccountChange { event, business_id, data, ..AccountChange::default() };
    envelope.account("business_status_update", change, Actor::System, extra)
}

/// Maps a change of a phone number's PIN, which is not a visible setting.
pub(super) fn security(mut envelope: Envelope<'_>, mut body: Security) -> Event {
    let extra = mem::take(&mut body.extra);
    let data = Json::of(&body);
    envelope.set_business_number(body.display_phone_number);
    let actor = id(body.requester).map_or(Actor::Unknown, |requester| {
        Actor::Agent(Box::new(Agent::new(AgentKind::User, Some(requester))))
    });
    let event = body.event.map(Into::into);
    let change = AccountChange { event, data, ..AccountChange::default() };
    envelope.account("security", change, actor, extra)
}

/// Maps a change of a payment configuration.
pub(super) fn payment_configuration(
    envelope: Envelope<'_>,
    mut body: PaymentConfiguration,
) -> Event {
    let extra = mem::take(&mut body.extra);
    let change = AccountChange {
        data: Json::of(&body),
        event: non_empty_cow(body.status),
        subject: Some("payment_configuration".into()),
        subject_id: id(body.configuration_name),
        ..AccountChange::default()
    };
    envelope.account("payment_configuration_update", change, Actor::Unknown, extra)
}

/// Maps a change of a solution that several partners offer.
pub(super) fn solution(mut envelope: Envelope<'_>, mut body: PartnerSolution) -> Event {
    let extra = mem::take(&mut body.extra);
    let change = AccountChange {
        data: Json::of(&body),
        event: non_empty_cow(body.event),
        subject: Some("solution".into()),
        subject_id: id(body.solution_id),
        business_id: envelope.of_account(None),
        ..AccountChange::default()
    };
    envelope.account("partner_solutions", change, Actor::Unknown, extra)
}

impl Envelope<'_> {
    fn account(
        self,
        name: &'static str,
        mut change: AccountChange,
        actor: Actor,
        extra: Extra,
    ) -> Event {
        change.data = change.data.filter(|data| data.get() != "{}");
        let details = Details { actor, extra, ..Details::default() };
        self.event(name, None, Kind::AccountStatusChanged(Box::new(change)), details)
    }

    /// Sets the account that the change is about. If the entry names another one, that is the
    /// business portfolio that was informed, which is returned.
    fn of_account(&mut self, account: Option<Id>) -> Option<Id> {
        let mut inbox = self.inbox.take().unwrap_or_default();
        let named = mem::replace(&mut inbox.waba_id, account);
        let business = named.filter(|named| Some(named) != inbox.waba_id.as_ref());
        self.inbox = inbox.present();
        business
    }
}
