//! The facts of an event that matter to a person, as name and value.

use std::borrow::Cow;

use chathooks::normalize::{
    Actor, Address, AgentKind, Call, Content, Event, Id, Kind, Message, StatusChange, Text,
};

pub(crate) fn of(event: &Event) -> Vec<(&'static str, String)> {
    let mut facts = Facts(Vec::new());
    match &event.kind {
        Kind::MessageReceived(message)
        | Kind::MessageSent(message)
        | Kind::MessageUpdated(message)
        | Kind::MessageDeleted(message) => facts.message(message),
        Kind::MessageStatusChanged(change) => facts.change(change),
        Kind::CallStatusChanged(call) => facts.call(call),
        Kind::PaymentStatusChanged(payment) => {
            facts.add("status", payment.status.as_ref());
            facts.add("attempt", payment.transaction_status.as_ref());
            facts.add("reference", payment.reference_id.as_ref());
            facts.add("payer", payment.payer.as_ref().map(address));
        }
        Kind::ConversationStatusChanged(change) => {
            facts.add("status", change.status.as_ref());
            facts.add("before", change.previous.as_ref());
        }
        Kind::ConversationUpdated(changes)
        | Kind::ContactUpdated(changes)
        | Kind::InboxUpdated(changes) => {
            for change in changes {
                let shown = |value: &Option<chathooks::wire::Json>| {
                    value.as_ref().map_or("-", |value| value.get()).to_owned()
                };
                let values = format!("{} → {}", shown(&change.previous), shown(&change.current));
                facts.add("changed", Some(format!("{}: {values}", change.field)));
            }
        }
        Kind::ConversationAssigned(assignment) => {
            for to in &assignment.to {
                let kind = to.kind.as_ref().map_or("agent", AgentKind::as_str);
                facts.add("to", to.id.as_ref().map(|id| format!("{kind} {id}")));
            }
            facts.add("note", assignment.note.as_ref());
        }
        Kind::ConversationTyping(typing) => {
            facts.add("typing", Some(if typing.on { "on" } else { "off" }));
        }
        Kind::ConsentChanged(consent) => facts.add("consent", Some(&consent.state)),
        Kind::CampaignCompleted(campaign) => {
            facts.add("campaign", campaign.name.as_ref());
            facts.add("id", campaign.id.as_ref());
            facts.add("status", campaign.status.as_ref());
        }
        Kind::MediaReceived(file) => {
            facts.add(
                "file",
                Some(format!("{} {}", file.kind, file.file_name.as_deref().unwrap_or("-"))),
            );
            facts.add("id", file.id.as_ref());
        }
        Kind::ReportAvailable(report) => {
            facts.add("report", report.metric.as_ref());
            facts.add("file", report.file_id.as_ref());
        }
        Kind::SessionStarted(session) => facts.add("page", session.referer.as_ref()),
        Kind::TemplateStatusChanged(template) => facts.add("status", template.status.as_ref()),
        _ => {}
    }
    facts.common(event);
    facts.0
}

struct Facts(Vec<(&'static str, String)>);

impl Facts {
    fn add(&mut self, name: &'static str, value: Option<impl ToString>) {
        self.0.extend(value.map(|value| (name, shortened(&value.to_string()))));
    }

    fn message(&mut self, message: &Message) {
        self.add("content", Some(message.content.name()));
        self.add("text", message.content.text().map(|text| format!("{text:?}")));
        if let Content::Media(media) = &message.content {
            for file in &media.attachments {
                let url = file.url.as_deref().map(Cow::Borrowed);
                let place = url.or_else(|| file.id.as_ref().map(Id::to_text));
                self.add("file", Some(format!("{} {}", file.kind, place.unwrap_or_default())));
            }
        }
        if let Content::Call(call) = &message.content {
            self.call(call);
        }
        for mark in &message.marks {
            self.add("mark", Some(mark));
        }
        if let Actor::Agent(agent) | Actor::Bot(agent) = &message.author {
            self.add("author", agent.name.as_ref());
        }
        if let Content::Location(place) = &message.content {
            self.add("latitude", place.latitude);
            self.add("longitude", place.longitude);
        }
        self.add("message", message.ids.id.as_ref());
        self.add("network id", message.ids.external_id.as_ref());
        let answered = message.reply_to.as_ref();
        self.add("answers", answered.and_then(|to| to.external_id.as_ref().or(to.id.as_ref())));
        self.add("status", message.status.as_ref());
        for error in &message.errors {
            self.add("error", error.message.as_ref().or(error.title.as_ref()));
        }
    }

    fn call(&mut self, call: &Call) {
        self.add("call", call.status.as_ref());
        self.add("direction", call.direction.as_ref());
        self.add("seconds", call.duration.as_ref());
        self.add("recording", call.recording_url.as_ref());
        self.add("transcript", call.transcript.as_ref());
    }

    fn change(&mut self, change: &StatusChange) {
        self.add("status", change.status.as_ref());
        self.add("message", change.message.id.as_ref());
        self.add("network id", change.message.external_id.as_ref());
        self.add("request", change.message.client_request_id.as_ref());
        self.add("recipient", change.recipient.as_ref().map(address));
        for error in &change.errors {
            let code = error.code.as_ref().map_or_else(String::new, |code| format!("{code} "));
            let words = error.title.as_ref().or(error.message.as_ref());
            let category = error.category.map(|category| format!(" ({category:?})"));
            self.add(
                "error",
                Some(format!(
                    "{code}{}{}",
                    words.map_or("", Text::as_str),
                    category.unwrap_or_default()
                )),
            );
        }
    }

    fn common(&mut self, event: &Event) {
        if let Some(contact) = &event.contact {
            self.add("contact", contact.display_name.as_deref().or(contact.full_name.as_deref()));
            self.add("contact id", contact.id.as_ref());
            for known in &contact.addresses {
                self.add("address", Some(address(known)));
            }
            for previous in &contact.previous {
                self.add("before", Some(address(previous)));
            }
        }
        if let Actor::Agent(agent) | Actor::Bot(agent) = &event.actor {
            self.add("by", agent.name.as_ref());
        }
        let conversation = event.conversation.as_ref();
        self.add("conversation", conversation.and_then(|place| place.id.as_ref()));
        self.add("account", event.account.as_ref().and_then(|account| account.id.as_ref()));
        self.add("at", event.occurred_at.map(|at| at.to_rfc3339()));
        self.add("key", Some(event.key().strength()));
    }
}

fn address(address: &Address) -> String {
    let number =
        address.e164().map_or_else(|| address.value.to_string(), |number| number.to_string());
    format!("{} {number}", address.kind)
}

/// Enough to recognize it by.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 100;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
