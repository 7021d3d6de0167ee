//! Makes the key of an event from what it says.

use std::fmt::Write;

use serde::{Serialize, Serializer};

use super::{
    Actor, Address, AddressKind, DeliveryStatus, Event, EventKey, Id, Kind, Mark, Message,
    PaymentStatus, StatusChange, event::Fields, fingerprint::fingerprint,
};
use crate::{Provider, wire::Extra};

impl EventKey {
    pub(crate) fn of(event: &Event) -> Self {
        let key = KeyBuilder::new(event);
        if let Some(id) = &event.id {
            return key.part(Some("event")).id(Some(id)).unique(event);
        }
        match &event.kind {
            Kind::MessageReceived(message) | Kind::MessageSent(message) => {
                key.id(event.message_id()).copy(message).unique(event)
            }
            Kind::MessageUpdated(message) => match &message.revision_id {
                Some(id) => key.id(Some(id)).copy(message).unique(event),
                None => key.id(event.message_id()).composite(event),
            },
            Kind::MessageDeleted(message) => {
                // The business may delete it after the contact did.
                let by_contact = matches!(event.actor, Actor::Contact).then_some("contact");
                key.id(event.message_id()).part(by_contact).copy(message).unique(event)
            }
            Kind::MessageStatusChanged(change) => {
                let key = key
                    .id(event.message_id())
                    .part(change.status.as_ref().map(DeliveryStatus::as_str))
                    .address(change.recipient.as_ref())
                    .failure(change, &event.extra);
                if change.is_final_for(event.provider) {
                    key.unique(event)
                } else {
                    key.composite(event)
                }
            }
            Kind::CallStatusChanged(call) => {
                let own = call.id.as_ref().or(event.message_id());
                key.id(own).id(call.external_id.as_ref()).composite(event)
            }
            Kind::PaymentStatusChanged(payment) => {
                let key = key
                    .id(event.message_id())
                    .id(payment.transaction_id.as_ref())
                    .part(payment.status.as_ref().map(PaymentStatus::as_str))
                    .part(payment.transaction_status.as_deref());
                match payment.transaction_id {
                    // A refund or a new error leaves the two statuses unchanged.
                    Some(_) => key.fingerprint(payment).unique(event),
                    None => key.composite(event),
                }
            }
            Kind::ConversationCreated => key.conversation(event).unique(event),
            Kind::ConversationUpdated(_)
            | Kind::ConversationStatusChanged(_)
            | Kind::ConversationMembersChanged(_)
            | Kind::ConversationDeleted => key.conversation(event).composite(event),
            Kind::ConversationAssigned(assignment) => key
                .part(Some(&*event.provider_event))
                .id(assignment.id.as_ref())
                .contact(event)
                .composite(event),
            Kind::ConversationTyping(_) => Self::None,
            Kind::ContactCreated => key.contact(event).unique(event),
            Kind::ContactUpdated(_) | Kind::ConsentChanged(_) | Kind::ContactDeleted => {
                key.contact(event).composite(event)
            }
            Kind::ContactExpired => key.contact(event).weak(event),
            Kind::CampaignCompleted(campaign) => key
                .id(campaign.id.as_ref())
                .part(campaign.status.as_deref())
                .fingerprint(campaign)
                .unique(event),
            Kind::MediaReceived(attachment) => {
                let key = key.id(attachment.id.as_ref());
                if attachment.labels.is_none() { key.unique(event) } else { key.composite(event) }
            }
            Kind::ReportAvailable(report) => key.id(report.file_id.as_ref()).unique(event),
            Kind::AccountCreated(_) => {
                key.id(event.account.as_ref().and_then(|account| account.id.as_ref())).unique(event)
            }
            Kind::InboxCreated | Kind::InboxUpdated(_) => key.inbox(event).composite(event),
            // A channel's ID is that of a row in one of several tables.
            Kind::InboxDeleted => match event.inbox.as_ref().and_then(|inbox| inbox.id.as_ref()) {
                Some(_) => key.inbox(event).unique(event),
                None => key.inbox(event).composite(event),
            },
            Kind::SessionStarted(session) => key.id(session.id.as_ref()).composite(event),
            Kind::LinkClicked(click) => key.id(click.click_id.as_ref()).composite(event),
            Kind::ConversionReported(conversion) => {
                key.id(event.message_id()).id(conversion.click_id.as_ref()).composite(event)
            }
            Kind::CampaignStatusChanged(campaign) => key.id(campaign.id.as_ref()).composite(event),
            Kind::FlowStatusChanged(flow) => key.id(flow.id.as_ref()).composite(event),
            Kind::AccountStatusChanged(change) => key
                .part(Some(&*event.provider_event))
                .part(change.event.as_deref())
                .id(change.subject_id.as_ref())
                .id(change.business_id.as_ref())
                .inbox(event)
                .composite(event),
            Kind::TemplateStatusChanged(template) | Kind::TemplateUpdated(template) => {
                key.part(Some(&*event.provider_event)).id(template.id.as_ref()).composite(event)
            }
            Kind::RuleTriggered(_)
            | Kind::ConversationMentioned
            | Kind::BillingAlert
            | Kind::Test
            | Kind::Unknown(_) => key.part(Some(&*event.provider_event)).weak(event),
        }
    }
}

impl StatusChange {
    /// Returns whether a message reaches this status only once, so that a second report of it is a
    /// repetition. Chatwoot sends a message that failed again under the same ID.
    fn is_final_for(&self, provider: Provider) -> bool {
        let is_retried = provider == Provider::Chatwoot;
        match &self.status {
            None | Some(DeliveryStatus::Unknown(_)) => false,
            Some(DeliveryStatus::Queued | DeliveryStatus::Sent | DeliveryStatus::Failed) => {
                !is_retried
            }
            Some(DeliveryStatus::Delivered | DeliveryStatus::Read | DeliveryStatus::Played) => true,
        }
    }
}

/// A key under construction.
struct KeyBuilder {
    text: String,
    /// Whether the affected object is identified.
    is_identified: bool,
    /// Whether the time of the event is known.
    has_time: bool,
}

impl KeyBuilder {
    fn new(event: &Event) -> Self {
        // Most keys are shorter.
        let mut text = String::with_capacity(160);
        text.extend([event.provider.as_str(), "|", event.kind.name()]);
        let account = event.account.as_ref().and_then(|account| account.id.as_ref());
        let key = Self { text, is_identified: false, has_time: false };
        key.part(account.map(Id::to_text).as_deref())
    }

    fn part(mut self, part: Option<&str>) -> Self {
        self.text.push('|');
        if let Some(part) = part {
            self.text.push('=');
            escape(part, &mut self.text);
        }
        self
    }

    /// Appends an ID that identifies the affected object.
    fn id(mut self, id: Option<&Id>) -> Self {
        let id = id.map(Id::to_text);
        self.is_identified |= id.as_deref().is_some_and(|id| !id.is_empty());
        self.part(id.as_deref())
    }

    /// Appends an address; a phone number is the same with and without a plus.
    fn address(self, address: Option<&Address>) -> Self {
        self.part(address.map(|address| match address.kind {
            AddressKind::Phone | AddressKind::WaId => address.value.trim_start_matches('+'),
            _ => &address.value,
        }))
    }

    /// Appends what distinguishes a copy from the message itself: a standby copy is marked as such,
    /// and the placeholder that a history sends first differs from the file that follows.
    fn copy(self, message: &Message) -> Self {
        let has = |mark: Mark| message.marks.contains(&mark);
        match (has(Mark::Standby), has(Mark::History)) {
            (true, _) => self.part(Some(Mark::Standby.as_str())),
            (_, true) => self.part(Some(message.content.name())),
            _ => self,
        }
    }

    fn contact(mut self, event: &Event) -> Self {
        let contact = event.contact.as_ref();
        match contact.and_then(|contact| contact.addresses.first()) {
            Some(address) if contact.is_some_and(|contact| contact.id.is_none()) => {
                self.is_identified = true;
                self.address(Some(address))
            }
            _ => self.id(contact.and_then(|contact| contact.id.as_ref())),
        }
    }

    fn conversation(self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref().and_then(|inbox| inbox.id.as_ref());
        self.part(inbox.map(Id::to_text).as_deref())
            .id(event.conversation.as_ref().and_then(|conversation| conversation.id.as_ref()))
    }

    fn inbox(mut self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref();
        let channel_id = inbox.and_then(|inbox| inbox.channel_id.as_ref());
        match inbox.and_then(|inbox| inbox.address.as_ref()) {
            Some(address) if channel_id.or(inbox.and_then(|inbox| inbox.id.as_ref())).is_none() => {
                self.is_identified = true;
                self.address(Some(address)).id(channel_id)
            }
            _ => {
                let own = inbox.and_then(|inbox| inbox.id.as_ref().or(inbox.waba_id.as_ref()));
                self.id(own).id(channel_id)
            }
        }
    }

    fn time(mut self, event: &Event) -> Self {
        self.has_time |= event.occurred_at.is_some();
        self.text.push('|');
        if let Some(at) = event.occurred_at {
            // Digits beyond milliseconds may differ between two copies of an event.
            let _ = write!(self.text, "={}.{:03}", at.timestamp(), at.timestamp_subsec_millis());
        }
        self
    }

    /// Appends the fingerprint of a whole value.
    fn fingerprint(mut self, value: &impl Serialize) -> Self {
        let json = serde_json::to_string(value).unwrap_or_default();
        self.text.push('|');
        let _ = write!(self.text, "={:032x}", fingerprint(&json));
        self
    }

    /// Appends why a message failed: its errors or, if none is modeled, all unmodeled members.
    fn failure(self, change: &StatusChange, extra: &Extra) -> Self {
        let has_failed = change.status == Some(DeliveryStatus::Failed);
        if !change.errors.is_empty() {
            self.fingerprint(&change.errors)
        } else if has_failed && !extra.is_empty() {
            self.fingerprint(extra)
        } else {
            self.part(None)
        }
    }

    /// Returns the key of an event that happens once to the identified object.
    fn unique(self, event: &Event) -> EventKey {
        if self.is_identified { EventKey::Unique(self.text) } else { self.weak(event) }
    }

    /// Returns the key of an event that may happen again, which also contains the time and the
    /// content.
    fn composite(self, event: &Event) -> EventKey {
        let is_identified = self.is_identified;
        let key = self.time(event).fingerprint(&KeyContent { event, is_identified });
        if key.is_identified && key.has_time {
            EventKey::Composite(key.text)
        } else {
            EventKey::Weak(key.text)
        }
    }

    fn weak(self, event: &Event) -> EventKey {
        let is_identified = self.is_identified;
        EventKey::Weak(self.time(event).fingerprint(&KeyContent { event, is_identified }).text)
    }
}

/// The content of an event: without its delivery and without snapshots of other objects. For an
/// event about a message that has an ID, that is the message alone.
struct KeyContent<'a> {
    event: &'a Event,
    is_identified: bool,
}

impl Serialize for KeyContent<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Event { kind, extra, .. } = self.event;
        let is_about_message = match kind {
            Kind::MessageReceived(_)
            | Kind::MessageSent(_)
            | Kind::MessageUpdated(_)
            | Kind::MessageDeleted(_)
            | Kind::MessageStatusChanged(_)
            | Kind::PaymentStatusChanged(_) => true,
            Kind::CallStatusChanged(call) => call.message.is_some(),
            _ => false,
        };
        let mut event = Event {
            extra: extra.clone(),
            actor: self.event.actor.clone(),
            ..Event::new(self.event.provider, "", kind.clone())
        };
        if !(is_about_message && self.is_identified) {
            event.account.clone_from(&self.event.account);
            event.channel.clone_from(&self.event.channel);
            event.inbox.clone_from(&self.event.inbox);
            event.contact.clone_from(&self.event.contact);
            event.conversation.clone_from(&self.event.conversation);
        }
        if self.is_identified
            && matches!(kind, Kind::CallStatusChanged(_) | Kind::ConsentChanged(_))
        {
            // What else is known of the contact depends on the rest of the batch.
            event.contact = None;
        }
        if let Kind::ConversationUpdated(changes)
        | Kind::ContactUpdated(changes)
        | Kind::InboxUpdated(changes) = &mut event.kind
        {
            // Some relays send one object in place of the list.
            changes.sort_by(|one, other| one.field.cmp(&other.field));
        }
        if let Some(conversation) = &mut event.conversation {
            conversation.unread_count = None;
            conversation.waiting_since = None;
            conversation.can_reply = None;
        }
        Fields::serialize(&event, to)
    }
}

/// Appends a part, escaped so that it reads neither as two parts nor as the end of a line.
pub(super) fn escape(part: &str, text: &mut String) {
    let is_special = |char: char| matches!(char, '|' | '\\') || char.is_control();
    let mut rest = part;
    while let Some(at) = rest.find(is_special) {
        text.push_str(&rest[..at]);
        let mut chars = rest[at..].chars();
        match chars.next() {
            Some(char) if char.is_control() => {
                let _ = write!(text, "\\x{:02x}", u32::from(char));
            }
            Some(char) => text.extend(['\\', char]),
            None => {}
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn parts_stay_apart_and_on_one_line() {
        for (part, escaped) in [
            ("wamid.A==", "wamid.A=="),
            ("a|b\\", "a\\|b\\\\"),
            ("\0\n\u{7f}\u{85}é\u{2028}", "\\x00\\x0a\\x7f\\x85é\u{2028}"),
            ("\\x00", "\\\\x00"),
        ] {
            let mut text = String::new();
            escape(part, &mut text);
            assert_eq!(text, escaped);
        }
    }
}
