use super::{
    AutomationRuleId, CallDirection, CallStatus, ContentItem, Email, MessageId, MessageSourceId,
    ProviderCallId, UserId,
};
use crate::wire::{Json, Number, Phone, RawId, Text, Timestamp, object, open_enum};

object! {
    /// The members that the server puts into the `content_attributes` of a message.
    ///
    /// The object is free-form: API callers and forks add members as they like. The page documents
    /// only that it is an object, so all members are observed. Which are present depends on the
    /// content type; those from `in_reply_to` on may occur with any type.
    ///
    /// | content type | members |
    /// | --- | --- |
    /// | text, sticker | the general ones, mostly none |
    /// | `input_text`, `input_textarea` | `submitted_values` |
    /// | `input_email` | `submitted_email` |
    /// | `input_select`, form | `items`, `submitted_values` |
    /// | cards, article | `items` |
    /// | `input_csat` | `display_type`, `submitted_values` |
    /// | `incoming_email` | `email`, `cc_email`, `bcc_email` |
    /// | integrations | `kind`, `data` |
    /// | `voice_call` | `data` |
    pub struct ContentAttributes {
        /// The choices, cards, form fields or articles of the message.
        items: Option<Vec<ContentItem>>,
        /// What the customer answered; absent before the answer. An array, or an object for
        /// `input_csat`: see [`answers`](Self::answers) and [`csat_response`](Self::csat_response).
        submitted_values: Option<Json>,
        /// The email address that the customer entered; absent before the answer.
        submitted_email: Option<Text>,
        /// The symbols with which the customer rates; since 4.2.
        display_type: Option<CsatDisplayType>,
        /// The received email. For an outgoing email it has the two contents, HTML and plain
        /// text, and nothing else.
        email: Option<Box<Email>>,
        /// The addresses of the further recipients (Cc) of a received email; absent if there were
        /// none.
        cc_email: Option<Vec<Text>>,
        /// The addresses of the hidden recipients (Bcc) of a received email; absent if there were
        /// none.
        bcc_email: Option<Vec<Text>>,
        /// The integrated service that the message is from.
        "type" as kind: Option<Integration>,
        /// The meeting or call that the message represents.
        data: Option<Box<ContentData>>,
        /// The ID of the message that this one replies to; absent if it is not a reply.
        in_reply_to: Option<MessageId>,
        /// The ID of the message that this one replies to, at the channel's provider.
        in_reply_to_external_id: Option<MessageSourceId>,
        /// True after a deletion, which leaves no other member; absent otherwise.
        deleted: Option<bool>,
        /// The time at which the message was created in the system that it was imported from, in
        /// the format that the caller chose.
        external_created_at: Option<Timestamp>,
        /// The reason why the message could not be sent, mostly the provider's code and text;
        /// absent if it could.
        external_error: Option<Text>,
        /// Whether the message was written in the provider's own app.
        external_echo: Option<bool>,
        /// Whether the message is of a type that Chatwoot cannot show.
        is_unsupported: Option<bool>,
        /// The translations of the text, as an object by language code.
        translations: Option<Json>,
        /// The ID of the automation rule that sent the message.
        automation_rule_id: Option<AutomationRuleId>,
        /// The author of the story that the message is about.
        story_sender: Option<Text>,
        /// The ID of the story that the message is about.
        story_id: Option<RawId>,
        /// The URL of the story that the message is about.
        story_url: Option<Text>,
        /// What the image is on Instagram, such as a story or a post.
        image_type: Option<ImageType>,
        /// The addresses of the further recipients (Cc) of an outgoing email.
        cc_emails: Option<Vec<Text>>,
        /// The addresses of the hidden recipients (Bcc) of an outgoing email.
        bcc_emails: Option<Vec<Text>>,
        /// The addresses of the recipients of an outgoing email.
        to_emails: Option<Vec<Text>>,
        /// The WhatsApp advertisement through which the customer started to chat; since 4.15.
        referral: Option<Json>,
        /// The URL of the media of a tweet. Twitter only.
        media_url: Option<Text>,
        /// The URL of the media of a tweet as shown to people. Twitter only.
        display_url: Option<Text>,
        /// Whether the message is a reaction: its text is the emoji, and it replies to the message
        /// that is reacted to. In forks only (fazer-ai, Evo CRM).
        is_reaction: Option<bool>,
        /// Whether the text was edited. In forks only (fazer-ai, Evo CRM).
        is_edited: Option<bool>,
        /// The text before the first edit. In forks only (fazer-ai, Evo CRM).
        previous_content: Option<Text>,
        /// The time of the edit, in epoch milliseconds; may be absent. In forks only (fazer-ai, Evo
        /// CRM).
        edited_at: Option<Timestamp>,
        /// Whether the customer deleted the message, whose text is kept. In forks only.
        deleted_by_contact: Option<bool>,
        /// Whether the customer deleted the message, whose text is kept. In forks with Evolution
        /// API only.
        deleted_via_evolution_webhook: Option<bool>,
        /// The time of the deletion. In forks with Evolution API only.
        deleted_at: Option<Timestamp>,
        /// The app, other than Chatwoot, in which the business wrote the message, such as
        /// `WhatsApp`. In forks only (fazer-ai).
        external_sender_name: Option<Text>,
        /// Whether the network withheld the text, such as that of a code; set together with
        /// `is_unsupported`. In forks only (fazer-ai).
        is_masked: Option<bool>,
        /// Whether the message was imported from the chat history. In forks only (fazer-ai).
        imported: Option<bool>,
        /// The message's ID at the channel's provider, not confirmed yet. In forks only (fazer-ai).
        pending_source_id: Option<MessageSourceId>,
        /// The arguments that are passed on to Z-API with the message. In forks only (fazer-ai).
        zapi_args: Option<Json>,
        /// The structured WhatsApp message that the text repeats. In forks only (fazer-ai).
        rich: Option<Box<Rich>>,
    }
}

object! {
    /// A structured WhatsApp message, such as a template or a list. In forks only (fazer-ai).
    pub struct Rich {
        /// The type of the message, such as `template`, `interactive`, `buttons`, `list` or `poll`,
        /// or that of a response to one.
        "type" as kind: Option<Text>,
        /// The title above the text.
        title: Option<Text>,
        /// The main text of the message.
        body: Option<Text>,
        /// The small print below the text.
        footer: Option<Text>,
        /// The buttons below the message.
        buttons: Option<Vec<RichButton>>,
    }
}

object! {
    /// A button of a structured WhatsApp message. In forks only (fazer-ai).
    pub struct RichButton {
        /// The label of the button.
        text: Option<Text>,
        /// The URL that the button opens.
        url: Option<Text>,
        /// The phone number that the button calls.
        phone: Option<Phone>,
    }
}

impl ContentAttributes {
    /// Returns the choices that the customer made or the fields that were filled in; empty before
    /// the answer, and for ratings.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        self.submitted_values.as_ref().and_then(|values| values.to().ok()).unwrap_or_default()
    }

    /// Returns the customer's rating; `None` before the answer, and for all content types but
    /// `input_csat`.
    #[must_use]
    pub fn csat_response(&self) -> Option<CsatResponse> {
        self.submitted_values.as_ref()?.to::<CsatAnswer>().ok()?.csat_survey_response
    }
}

object! {
    /// One choice that the customer made, or one form field that was filled in. Observed, not
    /// documented.
    pub struct Answer {
        /// The text of the choice, as shown to the customer; absent for form fields.
        title: Option<Text>,
        /// The name of the form field; absent for choices.
        name: Option<Text>,
        /// The value of the choice or field, mostly a string.
        value: Option<Json>,
    }
}

object! {
    /// The `submitted_values` of a rating. Observed, not documented.
    pub struct CsatAnswer {
        /// The rating; absent before it was given.
        csat_survey_response: Option<CsatResponse>,
    }
}

object! {
    /// A customer's rating of a conversation. Observed, not documented.
    pub struct CsatResponse {
        /// The rating, from 1 for bad to 5 for good: a number, or a string if it was posted as one.
        rating: Option<Number>,
        /// The comment that the customer wrote; may be absent.
        feedback_message: Option<Text>,
    }
}

open_enum! {
    /// The symbols with which a customer gives a rating.
    pub enum CsatDisplayType {
        /// The customer picks an emoji.
        "emoji" as Emoji,
        /// The customer picks a number of stars.
        "star" as Star,
    }
}

open_enum! {
    /// An integrated service that sends its own messages.
    pub enum Integration {
        /// Dyte, a service for video calls.
        "dyte" as Dyte,
    }
}

open_enum! {
    /// What an image is on Instagram.
    pub enum ImageType {
        /// A story that mentions the account.
        "story_mention" as StoryMention,
        /// An Instagram story.
        "ig_story" as IgStory,
        /// A story that the message replies to.
        "ig_story_reply" as IgStoryReply,
        /// An Instagram post.
        "ig_post" as IgPost,
    }
}

object! {
    /// The meeting or call in the content attributes of a message. Observed, not documented.
    ///
    /// The members of a call are those of 4.14; earlier releases used other keys.
    pub struct ContentData {
        /// The ID of the meeting at Dyte.
        meeting_id: Option<RawId>,
        /// The call's ID in Chatwoot, unique within the installation.
        call_id: Option<RawId>,
        /// The call's ID at the telephony provider.
        call_sid: Option<ProviderCallId>,
        /// The telephony provider that carries the call, such as `twilio`.
        call_source: Option<Text>,
        /// Whether the customer or the agent called.
        call_direction: Option<CallDirection>,
        /// The state of the call, such as ringing or completed.
        status: Option<CallStatus>,
        /// The agent who accepted the call; absent until one does.
        accepted_by: Option<AcceptedBy>,
        /// The duration of the call in seconds; absent until it has ended.
        duration_seconds: Option<Number>,
    }
}

object! {
    /// The agent who accepted a call. Observed, not documented.
    pub struct AcceptedBy {
        /// The agent's user ID, unique within the installation.
        id: Option<UserId>,
        /// The agent's name.
        name: Option<Text>,
    }
}
