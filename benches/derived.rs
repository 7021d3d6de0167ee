//! What a user writes who knows the event type in advance: serde's derive, without unmodeled
//! members.

#![allow(dead_code, reason = "fields are read and dropped, as the models' are")]
#![allow(clippy::struct_field_names, reason = "named as on the wire")]

use chathooks::Provider;
use serde::Deserialize;
use serde_json::{Error, Value};

/// Parses a body of the provider's sample event. Returns whether it fits.
pub(crate) fn parse(provider: Provider, body: &[u8]) -> bool {
    fn parse<'a, T: Deserialize<'a>>(body: &'a [u8]) -> bool {
        let parsed: Result<T, Error> = serde_json::from_slice(body);
        std::hint::black_box(parsed).is_ok()
    }
    match provider {
        Provider::SalesChat => parse::<SalesChat>(body),
        Provider::Smartflow => parse::<Smartflow>(body),
        Provider::Meta => parse::<Envelope>(body),
        Provider::AiSoule => parse::<AiSoule>(body),
        Provider::Azeer => parse::<Azeer>(body),
        Provider::Chatwoot => parse::<Message>(body),
        other => unimplemented!("{other}"),
    }
}

#[derive(Deserialize)]
struct Azeer {
    business_id: Option<String>,
    contact_id: Option<i64>,
    contact_name: Option<String>,
    direction: Option<String>,
    from: String,
    id: Option<String>,
    message_id: Option<i64>,
    parent_message_id: Option<i64>,
    message_type: String,
    platform: Option<String>,
    text: Option<String>,
    timestamp: Option<String>,
    to: Option<String>,
    r#type: Option<String>,
    webhook_event_type: String,
}

#[derive(Deserialize)]
struct SalesChat {
    r#type: String,
    version: f64,
    payload: Media,
}

#[derive(Deserialize)]
struct Media {
    phone_number: Option<String>,
    file_name: Option<String>,
    mime_type: Option<String>,
    remote_phone_id: Option<String>,
    remote_waba_id: Option<String>,
    chatroom_id: Option<String>,
    org_id: Option<String>,
    media_id: Option<String>,
    classification: Option<Classification>,
}

#[derive(Deserialize)]
struct Classification {
    suggested_labels: Option<Vec<String>>,
    suggested_labels_status: Option<String>,
    user_input_labels: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct AiSoule {
    event: String,
    timestamp: Option<String>,
    data: Incoming,
}

#[derive(Deserialize)]
struct Incoming {
    message_id: Option<String>,
    from: Option<String>,
    contact_id: Option<String>,
    contact_name: Option<String>,
    r#type: Option<String>,
    text: Option<String>,
    whatsapp_account_id: Option<String>,
}

#[derive(Deserialize)]
struct Smartflow {
    contacts: Option<Vec<Contact>>,
    messages: Option<Text>,
    statuses: Option<Vec<Status>>,
    id: Option<String>,
    #[serde(rename = "businessPhoneNumber")]
    business_phone_number: Option<String>,
}

#[derive(Deserialize)]
struct Envelope {
    object: Option<String>,
    entry: Option<Vec<Entry>>,
}

#[derive(Deserialize)]
struct Entry {
    id: Option<String>,
    changes: Option<Vec<Change>>,
}

#[derive(Deserialize)]
struct Change {
    field: Option<String>,
    value: Option<Lists>,
}

#[derive(Deserialize)]
struct Lists {
    messaging_product: Option<String>,
    metadata: Option<Metadata>,
    contacts: Option<Vec<Contact>>,
    messages: Option<Vec<Text>>,
}

#[derive(Deserialize)]
struct Metadata {
    display_phone_number: Option<String>,
    phone_number_id: Option<String>,
}

#[derive(Deserialize)]
struct Contact {
    profile: Option<Profile>,
    wa_id: Option<String>,
}

#[derive(Deserialize)]
struct Profile {
    name: Option<String>,
}

#[derive(Deserialize)]
struct Text {
    from: Option<String>,
    id: Option<String>,
    timestamp: Option<String>,
    text: Option<Body>,
    r#type: Option<String>,
}

#[derive(Deserialize)]
struct Body {
    body: Option<String>,
}

#[derive(Deserialize)]
struct Status {
    id: String,
    status: Option<String>,
    timestamp: Option<String>,
    recipient_id: Option<String>,
    conversation: Option<Session>,
    pricing: Option<Pricing>,
}

#[derive(Deserialize)]
struct Session {
    id: Option<String>,
    expiration_timestamp: Option<String>,
    origin: Option<Origin>,
}

#[derive(Deserialize)]
struct Origin {
    r#type: Option<String>,
}

#[derive(Deserialize)]
struct Pricing {
    billable: Option<bool>,
    pricing_model: Option<String>,
    category: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    account: Option<Account>,
    additional_attributes: Option<Value>,
    content_attributes: Option<Value>,
    content_type: Option<String>,
    content: Option<String>,
    conversation: Option<Conversation>,
    created_at: Option<String>,
    id: i64,
    inbox: Option<Inbox>,
    message_type: Option<String>,
    private: Option<bool>,
    sender: Option<Party>,
    source_id: Option<String>,
    event: String,
}

#[derive(Deserialize)]
struct Account {
    id: i64,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Inbox {
    id: i64,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Conversation {
    additional_attributes: Option<Value>,
    can_reply: Option<bool>,
    channel: Option<String>,
    contact_inbox: Option<ContactInbox>,
    id: i64,
    inbox_id: Option<i64>,
    messages: Option<Vec<Nested>>,
    labels: Option<Vec<String>>,
    meta: Option<Meta>,
    status: Option<String>,
    custom_attributes: Option<Value>,
    snoozed_until: Option<f64>,
    unread_count: Option<i64>,
    first_reply_created_at: Option<Value>,
    priority: Option<String>,
    waiting_since: Option<f64>,
    agent_last_seen_at: Option<f64>,
    contact_last_seen_at: Option<f64>,
    last_activity_at: Option<f64>,
    timestamp: Option<f64>,
    created_at: Option<f64>,
    updated_at: Option<f64>,
    account: Option<Account>,
}

#[derive(Deserialize)]
struct ContactInbox {
    id: i64,
    contact_id: Option<i64>,
    inbox_id: Option<i64>,
    source_id: Option<String>,
    created_at: Option<String>,
    updated_at: Option<String>,
    hmac_verified: Option<bool>,
    pubsub_token: Option<String>,
}

#[derive(Deserialize)]
struct Meta {
    sender: Option<Party>,
    assignee: Option<Party>,
    assignee_type: Option<String>,
    team: Option<Value>,
    hmac_verified: Option<bool>,
}

#[derive(Deserialize)]
struct Party {
    account: Option<Account>,
    additional_attributes: Option<Value>,
    avatar: Option<String>,
    avatar_url: Option<String>,
    available_name: Option<String>,
    availability_status: Option<String>,
    custom_attributes: Option<Value>,
    email: Option<String>,
    id: i64,
    identifier: Option<String>,
    name: Option<String>,
    phone_number: Option<String>,
    thumbnail: Option<String>,
    blocked: Option<bool>,
    r#type: Option<String>,
}

#[derive(Deserialize)]
struct Nested {
    id: i64,
    content: Option<String>,
    account_id: Option<i64>,
    inbox_id: Option<i64>,
    conversation_id: Option<i64>,
    message_type: Option<i64>,
    created_at: Option<f64>,
    updated_at: Option<String>,
    private: Option<bool>,
    status: Option<String>,
    source_id: Option<String>,
    content_type: Option<String>,
    content_attributes: Option<Value>,
    sender_type: Option<String>,
    sender_id: Option<i64>,
    external_source_ids: Option<Value>,
    additional_attributes: Option<Value>,
    processed_message_content: Option<String>,
    sentiment: Option<Value>,
    conversation: Option<NestedConversation>,
    sender: Option<Party>,
    attachments: Option<Vec<Attachment>>,
}

#[derive(Deserialize)]
struct NestedConversation {
    assignee_id: Option<i64>,
    unread_count: Option<i64>,
    last_activity_at: Option<f64>,
    contact_inbox: Option<NestedContactInbox>,
}

#[derive(Deserialize)]
struct NestedContactInbox {
    source_id: Option<String>,
}

#[derive(Deserialize)]
struct Attachment {
    id: i64,
    message_id: Option<i64>,
    file_type: Option<String>,
    account_id: Option<i64>,
    extension: Option<String>,
    data_url: Option<String>,
    thumb_url: Option<String>,
    file_size: Option<i64>,
    width: Option<i64>,
    height: Option<i64>,
}
