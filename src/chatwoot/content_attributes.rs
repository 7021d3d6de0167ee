use super::{
    AutomationRuleId, CallDirection, CallStatus, Email, Item, MessageId, MessageSourceId,
    ProviderCallId, UserId,
};
use crate::wire::{Id, Json, Number, Phone, Text, Timestamp, object, open_enum};

object! {
    /// What the server puts into the `content_attributes` of a message.
    ///
    /// It is a free map: API callers and forks add what they like. The page says no more than that
    /// it is an object, so all of this is observed. Which members there are depends on the content
    /// type; those from `in_reply_to` on may come with any.
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
        /// Choices, cards, fields of a form, or articles.
        items: Option<Vec<Item>>,
        /// What the customer answered; absent before. A list, for `input_csat` an object: see
        /// [`answers`](Self::answers) and [`csat_response`](Self::csat_response).
        submitted_values: Option<Json>,
        /// The e-mail address that the customer gave; absent before.
        submitted_email: Option<Text>,
        /// What ratings are given with; since 4.2.
        display_type: Option<CsatDisplayType>,
        /// The e-mail that came in. Outgoing mail has its two bodies here, and nothing else.
        email: Option<Box<Email>>,
        /// Further recipients of the e-mail that came in; absent when there were none.
        cc_email: Option<Vec<Text>>,
        /// Hidden recipients of the e-mail that came in; absent when there were none.
        bcc_email: Option<Vec<Text>>,
        /// The integrated service.
        "type" as kind: Option<Integration>,
        /// The meeting or call.
        data: Option<Box<ContentData>>,
        /// The message that this one answers; absent when it answers none.
        in_reply_to: Option<MessageId>,
        /// The same message by its id at the channel's provider.
        in_reply_to_external_id: Option<MessageSourceId>,
        /// True after a deletion; absent otherwise. Nothing else is left then.
        deleted: Option<bool>,
        /// When the message was made in the system that it was brought in from, in the form that
        /// the caller chose.
        external_created_at: Option<Timestamp>,
        /// Why the message could not be sent, mostly code and text of the provider; absent when it
        /// could.
        external_error: Option<Text>,
        /// True if it was written in the provider's own app.
        external_echo: Option<bool>,
        /// True if it is of a kind that Chatwoot cannot show.
        is_unsupported: Option<bool>,
        /// The text in other languages, by their codes.
        translations: Option<Json>,
        /// The automation that sent it.
        automation_rule_id: Option<AutomationRuleId>,
        /// Whose story it is about.
        story_sender: Option<Text>,
        /// The story it is about.
        story_id: Option<Id>,
        /// Where that story lies.
        story_url: Option<Text>,
        /// What on Instagram its picture is.
        image_type: Option<ImageType>,
        /// Further recipients of outgoing mail.
        cc_emails: Option<Vec<Text>>,
        /// Hidden recipients of outgoing mail.
        bcc_emails: Option<Vec<Text>>,
        /// Recipients of outgoing mail.
        to_emails: Option<Vec<Text>>,
        /// The WhatsApp advertisement that the customer came from; since 4.15.
        referral: Option<Json>,
        /// Where the medium of a tweet lies. Twitter.
        media_url: Option<Text>,
        /// Address of the medium of a tweet for people. Twitter.
        display_url: Option<Text>,
        /// True if the message is a reaction: its text is the emoji, and it answers the message it
        /// is for. Forks (fazer-ai, Evo CRM).
        is_reaction: Option<bool>,
        /// True if the text was edited. Forks (fazer-ai, Evo CRM).
        is_edited: Option<bool>,
        /// The text before the first edit. Forks (fazer-ai, Evo CRM).
        previous_content: Option<Text>,
        /// When it was edited, in milliseconds; may be absent. Forks (fazer-ai, Evo CRM).
        edited_at: Option<Timestamp>,
        /// True if the customer took the message back; the text stays. Forks.
        deleted_by_contact: Option<bool>,
        /// True if the customer took the message back; the text stays. Forks with Evolution.
        deleted_via_evolution_webhook: Option<bool>,
        /// When it was taken back. Forks with Evolution.
        deleted_at: Option<Timestamp>,
        /// Where on the business's side it was written outside of Chatwoot, such as `WhatsApp`.
        /// Forks (fazer-ai).
        external_sender_name: Option<Text>,
        /// True if the network withheld the text, such as a code; with `is_unsupported`. Forks
        /// (fazer-ai).
        is_masked: Option<bool>,
        /// True if it was brought in from a history. Forks (fazer-ai).
        imported: Option<bool>,
        /// Id at the provider that is not confirmed yet. Forks (fazer-ai).
        pending_source_id: Option<MessageSourceId>,
        /// What is handed to Z-API with it. Forks (fazer-ai).
        zapi_args: Option<Json>,
        /// A structured message of WhatsApp. Forks (fazer-ai).
        rich: Option<Box<Rich>>,
    }
}

object! {
    /// A structured message of WhatsApp. Forks (fazer-ai).
    pub struct Rich {
        /// What it is, such as `template`, `interactive`, `buttons`, `list` or `poll`, or the answer
        /// to one.
        "type" as kind: Option<Text>,
        /// Headline.
        title: Option<Text>,
        /// Text.
        body: Option<Text>,
        /// Small print below the text.
        footer: Option<Text>,
        /// Buttons.
        buttons: Option<Vec<RichButton>>,
    }
}

object! {
    /// A button of a structured message of WhatsApp. Forks (fazer-ai).
    pub struct RichButton {
        /// What is written on it.
        text: Option<Text>,
        /// The page that it opens.
        url: Option<Text>,
        /// The number that it calls.
        phone: Option<Phone>,
    }
}

impl ContentAttributes {
    /// What the customer chose or filled in; empty before the answer, and for ratings.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        self.submitted_values.as_ref().and_then(|values| values.to().ok()).unwrap_or_default()
    }

    /// How the customer rated; `None` before, and for anything but `input_csat`.
    #[must_use]
    pub fn csat_response(&self) -> Option<CsatResponse> {
        self.submitted_values.as_ref()?.to::<CsatAnswer>().ok()?.csat_survey_response
    }
}

object! {
    /// One choice that was made, or one field that was filled in. Observed.
    pub struct Answer {
        /// The choice as it was shown; absent for the fields of forms.
        title: Option<Text>,
        /// Name of the field; absent for choices.
        name: Option<Text>,
        /// The value, mostly a text.
        value: Option<Json>,
    }
}

object! {
    /// What `submitted_values` holds for a rating. Observed.
    pub struct CsatAnswer {
        /// The rating; absent before it was given.
        csat_survey_response: Option<CsatResponse>,
    }
}

object! {
    /// How a customer rated a conversation. Observed.
    pub struct CsatResponse {
        /// From 1 for bad to 5 for good; a number, or a text if it was posted so.
        rating: Option<Number>,
        /// What the customer wrote; may be absent.
        feedback_message: Option<Text>,
    }
}

open_enum! {
    /// What ratings are given with.
    pub enum CsatDisplayType {
        /// Faces.
        "emoji" as Emoji,
        /// Stars.
        "star" as Star,
    }
}

open_enum! {
    /// An integrated service that sends messages of its own.
    pub enum Integration {
        /// Dyte, video calls.
        "dyte" as Dyte,
    }
}

open_enum! {
    /// What on Instagram a picture is.
    pub enum ImageType {
        /// A story that mentions the account.
        "story_mention" as StoryMention,
        /// A story.
        "ig_story" as IgStory,
        /// A story that is answered.
        "ig_story_reply" as IgStoryReply,
        /// A post.
        "ig_post" as IgPost,
    }
}

object! {
    /// A meeting or call in the attributes of a message; the call is in the form of 4.14, before
    /// which it had other keys. Observed.
    pub struct ContentData {
        /// The meeting at Dyte.
        meeting_id: Option<Id>,
        /// The call.
        call_id: Option<Id>,
        /// Id of the call at the provider.
        call_sid: Option<ProviderCallId>,
        /// What carried it, such as `twilio`.
        call_source: Option<Text>,
        /// Who called whom.
        call_direction: Option<CallDirection>,
        /// How far it came.
        status: Option<CallStatus>,
        /// The agent who took it; absent until somebody does.
        accepted_by: Option<AcceptedBy>,
        /// How long it took, in seconds; absent until it has ended.
        duration_seconds: Option<Number>,
    }
}

object! {
    /// The agent who took a call. Observed.
    pub struct AcceptedBy {
        /// The agent.
        id: Option<UserId>,
        /// Name of the agent.
        name: Option<Text>,
    }
}
