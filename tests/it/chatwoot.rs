//! Accessors of Chatwoot's types, on its fixtures.

use chathooks::{
    Provider, Webhook,
    chatwoot::{self, Conversation, Message, MessageKind, Party, PartyType},
};

use crate::{Fixture, readable};

fn fixtures() -> impl Iterator<Item = (Fixture, chatwoot::Webhook)> {
    readable().filter(|fixture| fixture.provider == Provider::Chatwoot).map(|fixture| {
        let Ok(Webhook::Chatwoot(webhook)) = fixture.provider.parse(&fixture.body) else {
            panic!("{}", fixture.path);
        };
        (fixture, webhook)
    })
}

fn fixture(path: &str) -> chatwoot::Webhook {
    let path = format!("chatwoot/{path}.json");
    fixtures().find(|(fixture, _)| fixture.path == path).unwrap_or_else(|| panic!("{path}")).1
}

fn message(webhook: &chatwoot::Webhook) -> Option<&Message> {
    use chatwoot::Webhook::{MessageCreated, MessageUpdated};
    match webhook {
        MessageCreated(message) | MessageUpdated(message) => Some(message),
        _ => None,
    }
}

fn conversation(webhook: &chatwoot::Webhook) -> Option<&Conversation> {
    use chatwoot::Webhook as W;
    match webhook {
        W::MessageCreated(message) | W::MessageUpdated(message) => message.conversation.as_deref(),
        W::WebwidgetTriggered(widget) => widget.current_conversation.as_deref(),
        W::ConversationTypingOn(typing) | W::ConversationTypingOff(typing) => {
            typing.conversation.as_deref()
        }
        W::ConversationCreated(conversation)
        | W::ConversationUpdated(conversation)
        | W::ConversationStatusChanged(conversation)
        | W::ConversationOpened(conversation)
        | W::ConversationResolved(conversation)
        | W::AutomationConversationCreated(conversation)
        | W::AutomationConversationUpdated(conversation)
        | W::AutomationConversationOpened(conversation)
        | W::AutomationConversationResolved(conversation)
        | W::AutomationMessageCreated(conversation)
        | W::KanbanColumnAction(conversation)
        | W::MacroExecuted(conversation) => Some(conversation),
        _ => None,
    }
}

#[test]
fn content_attributes_have_a_view_if_they_are_an_object() {
    for (fixture, webhook) in fixtures() {
        let Some(message) = message(&webhook) else { continue };
        let Some(json) = message.content_attributes.as_ref().map(|json| json.get()) else {
            continue;
        };
        let view = message.content_view();
        assert_eq!(view.is_some(), json.starts_with('{'), "{}", fixture.path);
        if let Some(view) = view.filter(|_| json != "{}") {
            fixture.snapshot("content", &format!("{view:#?}"));
        }
    }
}

#[test]
fn party_types_of_senders_are_recognized() {
    use PartyType::{AgentBot, CaptainAssistant, Contact, User};
    for (case, party) in [
        ("incoming", Some(Contact)),
        ("v2.12", Some(Contact)),
        ("outgoing-by-agent", Some(User)),
        ("v1.2-by-agent", Some(User)),
        ("v1.5-by-agent", Some(User)),
        ("outgoing-by-agent-bot", Some(AgentBot)),
        ("outgoing-by-captain", Some(CaptainAssistant)),
        ("greeting-without-sender", None),
        ("v1.2", None),
    ] {
        let webhook = fixture(&format!("message_created/{case}"));
        let sender = message(&webhook).unwrap().sender.as_deref();
        assert_eq!(sender.and_then(Party::party_type), party.as_ref(), "{case}");
    }
    for (case, party) in [("agent", User), ("contact", Contact), ("agent-bot", AgentBot)] {
        let chatwoot::Webhook::ConversationTypingOn(typing) =
            fixture(&format!("conversation_typing_on/{case}"))
        else {
            panic!("{case}");
        };
        assert_eq!(typing.user.unwrap().party_type(), Some(&party), "{case}");
    }
    let party = |json| serde_json::from_str::<Party>(json).unwrap().party_type().cloned();
    assert_eq!(party(r#"{"id":1,"name":"X"}"#), None);
    assert_eq!(party(r#"{"id":1,"available_name":"X"}"#), Some(User));
    assert_eq!(party(r#"{"id":1,"description":"X"}"#), Some(CaptainAssistant));
    assert_eq!(party(r#"{"id":1,"email":"x@example.com","blocked":false}"#), Some(Contact));
    assert_eq!(party(r#"{"id":1,"type":"robot","account":{"id":1}}"#), Some("robot".into()));
}

#[test]
fn both_forms_of_a_message_type_have_the_same_kind() {
    let webhook = fixture("message_created/message-types-swapped");
    let top = message(&webhook).unwrap();
    let nested = &top.conversation.as_ref().unwrap().messages.as_ref().unwrap()[0];
    for sent in [&top.message_type, &nested.message_type] {
        assert_eq!(*sent.as_ref().unwrap().kind(), MessageKind::Incoming);
    }
}

#[test]
fn changed_attributes_are_listed_in_every_form() {
    for (case, changes) in [
        ("assigned", &["assignee_id", "team_id", "updated_at"][..]),
        ("changes-as-object", &["assignee_id", "status"]),
        ("changes-as-pairs", &["status", "updated_at"]),
        ("changes-of-odd-values", &["score", "flags", "blocked", "empty", "gone"]),
        ("changes-empty", &[]),
    ] {
        let webhook = fixture(&format!("conversation_updated/{case}"));
        let changed = conversation(&webhook).unwrap().changed_attributes.as_ref().unwrap();
        let names: Vec<_> = changed.iter().map(|change| change.name).collect();
        assert_eq!(names, changes, "{case}");
    }
    let webhook = fixture("conversation_updated/service-level-missed-changes-null");
    assert_eq!(conversation(&webhook).unwrap().changed_attributes, None);
}

#[test]
fn a_status_change_without_values_is_only_an_update() {
    for (change, kind) in [
        (r#"{"previous_value":"sent","current_value":"read"}"#, "message.status_changed"),
        (r#"{"previous_value":"sent","current_value":null}"#, "message.status_changed"),
        ("null", "message.updated"),
        ("{}", "message.updated"),
    ] {
        let body = format!(
            r#"{{"id":1,"changed_attributes":[{{"status":{change}}}],"event":"message_updated"}}"#
        );
        let webhook = chatwoot::Webhook::parse(body.as_bytes()).unwrap();
        let events = serde_json::to_value(webhook.normalize().collect::<Vec<_>>()).unwrap();
        assert_eq!(events[0]["kind"], kind, "{change}");
    }
}

#[test]
fn conversations_inboxes_and_channels_have_ids() {
    let webhook = fixture("message_created/v1.2");
    assert_eq!(conversation(&webhook).unwrap().number().unwrap().to_string(), "1");
    let webhook = fixture("message_created/incoming");
    assert_eq!(conversation(&webhook).unwrap().number().unwrap().to_string(), "55");
    let chatwoot::Webhook::InboxCreated(inbox) = fixture("inbox_created/email") else { panic!() };
    assert_eq!(inbox.inbox_id().unwrap().to_string(), "4");
    assert_eq!(inbox.channel.unwrap().id().unwrap().to_string(), "3");
}

/// Every credential in the fixtures contains `fake-`.
#[test]
fn debug_hides_credentials() {
    let mut bodies_with_credentials = 0;
    for (fixture, webhook) in fixtures().filter(|(_, webhook)| webhook.is_known()) {
        assert!(!format!("{webhook:?}").contains("fake-"), "{}", fixture.path);
        bodies_with_credentials +=
            usize::from(String::from_utf8_lossy(&fixture.body).contains("fake-"));
    }
    assert!(bodies_with_credentials > 100);
}

#[test]
fn answers_to_forms_and_surveys_are_read() {
    let view = |path: &str| message(&fixture(path)).unwrap().content_view().unwrap();
    let answers: Vec<_> = view("message_updated/answered-form")
        .answers()
        .into_iter()
        .map(|answer| (answer.name.unwrap(), answer.value.unwrap().get().to_owned()))
        .collect();
    assert_eq!(answers[0], ("email".into(), r#""jo@example.com""#.to_owned()));
    assert_eq!(answers[3], ("terms".into(), "true".to_owned()));
    for (case, rating) in [("answered-input-csat", 5), ("answered-input-csat-rating-as-text", 4)] {
        let view = view(&format!("message_updated/{case}"));
        assert_eq!(view.csat_response().unwrap().rating.unwrap().as_i64(), Some(rating), "{case}");
        assert_eq!(view.answers(), [], "{case}");
    }
    let unanswered = view("message_created/content-input-csat");
    assert_eq!((unanswered.csat_response(), unanswered.answers()), (None, vec![]));
}

#[test]
fn email_bodies_and_reply_ids_are_read() {
    let email = |case: &str| {
        let view = message(&fixture(&format!("message_created/{case}"))).unwrap().content_view();
        view.unwrap().email.unwrap()
    };
    let full = email("content-incoming-email");
    assert_eq!(full.html().unwrap().reply.as_deref(), Some("Where is it?"));
    assert_eq!(full.text().unwrap().full.as_deref(), Some("Where is it?\n\n> Thanks & bye"));
    assert!(full.in_reply_to.unwrap().iter().eq(["CAF0000@mail.example.com"]));
    let bare = email("content-incoming-email-bare");
    assert_eq!(bare.html().unwrap().full, None);
    assert_eq!(bare.text(), None);
    assert_eq!(bare.in_reply_to.unwrap().iter().count(), 2);
}

#[test]
fn initiated_at_is_read_in_every_form() {
    for (path, time) in [
        ("conversation_created/web-widget", "2026-06-18T09:12:39+00:00"),
        ("conversation_created/email", "2026-06-18T09:12:40.101+00:00"),
        ("message_created/v1.2", "2020-03-04T01:37:38+00:00"),
    ] {
        let view = conversation(&fixture(path)).unwrap().additional_view().unwrap();
        let began = view.initiated_at.unwrap().timestamp().unwrap().instant().unwrap();
        assert_eq!(began.to_rfc3339(), time, "{path}");
    }
}

#[test]
fn contact_cards_have_first_and_last_names() {
    for (case, last) in
        [("attachment-contact-whatsapp", None), ("attachment-contact-telegram", Some("Rao"))]
    {
        let webhook = fixture(&format!("message_created/{case}"));
        let card = message(&webhook).unwrap().attachments.as_ref().unwrap()[0].as_ref().unwrap();
        let name = card.meta_view().unwrap();
        assert_eq!((name.first_name(), name.last_name()), (Some("Asha"), last), "{case}");
    }
}
