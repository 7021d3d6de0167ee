//! Maps updates without lists, such as those of templates, accounts and business phone numbers.

use super::{Envelope, account_change as account, flow, handover, line, template, unknown};
use crate::{normalize::Event, whatsapp::Update, wire::Json};

pub(crate) fn update(envelope: Envelope<'_>, update: Update) -> Event {
    match update {
        Update::TemplateStatus(body)
        | Update::TemplateQuality(body)
        | Update::TemplateComponents(body)
        | Update::TemplateCategory(body)
        | Update::TemplateCorrectCategory(body) => template::template(envelope, *body),
        Update::Account(body) => account::update(envelope, *body),
        Update::AccountAlert(body) => account::alert(envelope, *body),
        Update::AccountReview(body) => account::review(envelope, *body),
        Update::Capability(body) => account::capability(envelope, *body),
        Update::BusinessStatus(body) => account::business(envelope, *body),
        Update::Security(body) => account::security(envelope, *body),
        Update::PaymentConfiguration(body) => account::payment_configuration(envelope, *body),
        Update::PartnerSolution(body) => account::solution(envelope, *body),
        Update::AccountSettings(body) => line::settings(envelope, *body),
        Update::LineName(body) => line::name(envelope, *body),
        Update::LineQuality(body) => line::quality(envelope, *body),
        Update::BusinessUsernames(body)
        | Update::BusinessUsername(body)
        | Update::LineUsername(body) => line::username(envelope, *body),
        Update::Flow(body) => flow::flow(envelope, *body),
        Update::Campaign(body) => flow::campaign(envelope, *body),
        Update::Handover(body) => handover(envelope, *body),
        other @ (Update::Messages(_)
        | Update::PhoneAppEchoes(_)
        | Update::MessageEchoes(_)
        | Update::History(_)
        | Update::Standby(_)
        | Update::PhoneAppContacts(_)
        | Update::Calls(_)
        | Update::UserPreferences(_)
        | Update::UserIds(_)
        | Update::AutomaticEvents(_)
        | Update::TrackingEvents(_)
        | Update::GroupLifecycle(_)
        | Update::GroupParticipants(_)
        | Update::GroupParticipant(_)
        | Update::GroupSettings(_)
        | Update::GroupStatus(_)
        | Update::Unknown(_)) => unknown(envelope, Json::of(&other)),
    }
}
