use chrono::{DateTime, TimeDelta, Utc};

use super::{Address, AddressKind, Channel, ConversationKind, Event, Id, Kind, Mark, MessageRef};
use crate::Provider;

/// The destination of an answer to a message: everything that the API call of each platform needs.
///
/// | provider | API call | to | body | quoted message |
/// | --- | --- | --- | --- | --- |
/// | `chatwoot` | `POST /api/v1/accounts/{account}/conversations/{conversation}/messages`, header `api_access_token` | [`account_id`](Self::account_id), [`conversation_id`](Self::conversation_id) | `{"content":…,"message_type":"outgoing"}` | `content_attributes.in_reply_to`: [`quote.id`](MessageRef::id) |
/// | `meta` | `POST https://graph.facebook.com/{version}/{phone_number_id}/messages`, header `Authorization: Bearer …` | [`inbox_id`](Self::inbox_id), the ID of the business phone number; [`address`](Self::address) as `to`, or as `recipient` if it is a business-scoped ID; for a group, its ID in [`conversation_id`](Self::conversation_id) as `to` with `"recipient_type":"group"` | `{"messaging_product":"whatsapp","type":"text","text":{"body":…}}` | `context.message_id`: [`quote.external_id`](MessageRef::external_id) |
/// | `smartflow` | its API call for WhatsApp messages, which takes one of Meta's objects | [`address`](Self::address) | as for `meta` | as for `meta` |
/// | `aisoule`, `azeer` | an API call of the platform, by address | [`address`](Self::address) | see the platform's documentation | – |
/// | `saleschat` | – | SalesChat does not send messages as webhooks | – | – |
///
/// Chatwoot's call is documented on `developers.chatwoot.com`, Meta's on `developers.facebook.com`.
/// Tokens and hosts are your own.
///
/// ```
/// use chathooks::{chatwoot::Webhook, normalize::Normalize};
///
/// let body = br#"{"id":7,"content":"Hi","message_type":"incoming","account":{"id":1},
///     "conversation":{"id":20},"event":"message_created"}"#;
/// let event = Webhook::parse(body)?.normalize().next().expect("a message is one event");
/// let reply = event.reply_to().filter(|reply| reply.objection.is_none()).expect("it may be answered");
/// assert_eq!(reply.account_id.unwrap().to_text(), "1");
/// assert_eq!(reply.conversation_id.unwrap().to_text(), "20");
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReplyTo {
    /// The platform that the message came through, which also sends the answer.
    pub provider: Provider,
    /// The ID of the account on the platform; absent where the body does not name it.
    pub account_id: Option<Id>,
    /// The ID of the inbox; for Meta, the ID of the business phone number that received the
    /// message. Absent where the body does not name it.
    pub inbox_id: Option<Id>,
    /// The ID of the conversation; on WhatsApp, the ID of the group. Absent where the platform has
    /// no conversations and the address alone identifies the customer.
    pub conversation_id: Option<Id>,
    /// The address of the customer; for a group, the address of the group if it has one in addition
    /// to its ID. Absent where the body gives none.
    pub address: Option<Address>,
    /// The message that is answered, so that the answer can quote it.
    pub quote: MessageRef,
    /// Why a program should leave the answer to a person; `None` if it may answer.
    ///
    /// The message may be an automatic reply, come from a history, be a copy for an app that only
    /// listens, or have been sent to many recipients.
    pub objection: Option<Mark>,
    /// The end of the customer service window that this message opened: 24 hours after it was sent.
    ///
    /// After that, WhatsApp accepts only templates, and Messenger and Instagram only tagged
    /// messages. Absent on other networks, and where the time or the network is not known.
    pub window_closes_at: Option<DateTime<Utc>>,
}

impl Event {
    /// Returns where to send an answer to the message of this event.
    ///
    /// The result is `None` unless the event is a message from a contact and contains its
    /// conversation or address.
    ///
    /// Check [`objection`](ReplyTo::objection) before a program answers.
    #[must_use]
    pub fn reply_to(&self) -> Option<ReplyTo> {
        let Kind::MessageReceived(message) = &self.kind else { return None };
        let conversation = self.conversation.as_deref();
        let is_group =
            conversation.is_some_and(|thread| thread.kind == Some(ConversationKind::Group));
        let group = conversation.and_then(|thread| thread.group.as_deref()?.addresses.first());
        let address = if is_group { group } else { self.address() };
        let reply = ReplyTo {
            provider: self.provider,
            account_id: self.account_id().cloned(),
            inbox_id: self.inbox.as_ref().and_then(|inbox| inbox.id.clone()),
            conversation_id: self.conversation_id().cloned(),
            address: address.cloned(),
            quote: message.ids.clone(),
            objection: message.marks.first().cloned(),
            window_closes_at: self.window(message.sent_at),
        };
        (reply.conversation_id.is_some() || reply.address.is_some()).then_some(reply)
    }

    fn window(&self, sent_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        const WINDOW: TimeDelta = TimeDelta::hours(24);
        let has_window = matches!(
            self.channel,
            Some(Channel::WhatsApp | Channel::Facebook | Channel::Instagram)
        );
        sent_at.filter(|_| has_window)?.checked_add_signed(WINDOW)
    }

    /// Returns the contact's first address that does not change over time, which a username may.
    pub(super) fn address(&self) -> Option<&Address> {
        let addresses = &self.contact.as_ref()?.addresses;
        addresses.iter().find(|address| address.kind != AddressKind::Username)
    }
}

#[cfg(all(test, feature = "providers"))]
mod tests {
    use super::{Event, Mark, ReplyTo};
    use crate::Provider;

    fn replies(body: &str) -> Vec<Option<ReplyTo>> {
        let received = Provider::Meta.receive(body.as_bytes());
        assert!(received.is_complete(), "{:?}", received.error);
        received.events.iter().map(Event::reply_to).collect()
    }

    #[test]
    fn a_customer_is_answered_within_a_day() {
        let body = r#"{"metadata":{"display_phone_number":"442079460123","phone_number_id":"5"},
            "contacts":[{"wa_id":"447700900101"}],
            "messages":[{"from":"447700900101","id":"wamid.A","timestamp":"1795000000"}]}"#;
        let [Some(reply)] = &replies(body)[..] else { panic!("one message") };
        assert_eq!(reply.inbox_id.as_ref().unwrap().to_text(), "5");
        assert_eq!(&*reply.address.as_ref().unwrap().value, "447700900101");
        assert_eq!(reply.quote.external_id.as_ref().unwrap().to_text(), "wamid.A");
        assert_eq!(reply.objection, None);
        assert_eq!(reply.window_closes_at.unwrap().timestamp(), 1_795_086_400);
    }

    #[test]
    fn nobody_answers_oneself_or_a_status() {
        let body = r#"{"metadata":{"display_phone_number":"442079460123"},
            "messages":[{"from":"442079460123","to":"447700900101","id":"1"}],
            "statuses":[{"id":"2","status":"read","recipient_id":"447700900101"}]}"#;
        assert_eq!(replies(body), [None, None]);
    }

    #[test]
    fn a_copy_for_a_listener_is_objected_to() {
        let body = r#"{"field":"standby","value":{"standby":{"messages":[
            {"from":"447700900101","id":"1","timestamp":"1795000000"}]}}}"#;
        let [Some(reply)] = &replies(body)[..] else { panic!("one message") };
        assert_eq!(reply.objection, Some(Mark::Standby));
    }

    #[test]
    fn a_group_is_answered_as_such() {
        let body = r#"{"messages":[{"from":"447700900101","group_id":"120363@g.us","id":"1"}]}"#;
        let [Some(reply)] = &replies(body)[..] else { panic!("one message") };
        assert_eq!(reply.conversation_id.as_ref().unwrap().to_text(), "120363@g.us");
        assert_eq!(reply.address, None);
    }
}
