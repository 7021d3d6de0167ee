use super::view::views;
use crate::wire::{Free, Id, Json, Number, OneOrMany, Text, Timestamp, object};

object! {
    /// An e-mail, in the content attributes of a message.
    ///
    /// Observed. Of outgoing mail only the two bodies are there. The HTML has no limit of size, and
    /// stands in a body twice: in the message and in the copy inside of its conversation.
    pub struct Email {
        /// Hidden recipients; absent when there were none.
        bcc: Option<Vec<Text>>,
        /// Further recipients; absent when there were none.
        cc: Option<Vec<Text>>,
        /// Its `Content-Type` header.
        content_type: Option<Text>,
        /// Its `Date` header. ISO 8601 with an offset and without milliseconds; may be absent.
        date: Option<Timestamp>,
        /// Addresses of the senders, mostly one.
        from: Option<Vec<Text>>,
        /// Other headers, by name; since 4.10.
        headers: Option<Json>,
        /// The HTML, `{}` when there is none; typed by [`html`](Self::html).
        html_content: Option<Free<EmailContent>>,
        /// Message-ID that it answers; a list in older rows.
        in_reply_to: Option<OneOrMany<Text>>,
        /// Its Message-ID.
        message_id: Option<Id>,
        /// Whether it has several parts.
        multipart: Option<bool>,
        /// How many files came with it.
        number_of_attachments: Option<Number>,
        /// Message-IDs of the thread; since 4.5.
        references: Option<Vec<Text>>,
        /// Its subject.
        subject: Option<Text>,
        /// The plain text, `{}` when there is none; typed by [`text`](Self::text).
        text_content: Option<Free<EmailContent>>,
        /// Addresses of the recipients.
        to: Option<Vec<Text>>,
        /// Whether a machine sent it; since 3.10.
        auto_reply: Option<bool>,
    }
}

views! {
    Email {
        html_content by html: EmailContent,
        text_content by text: EmailContent,
    }
}

object! {
    /// One body of an e-mail, whole and in its parts. Observed.
    pub struct EmailContent {
        /// All of it.
        full: Option<Text>,
        /// What was written anew.
        reply: Option<Text>,
        /// What is quoted below; absent in outgoing mail.
        quoted: Option<Text>,
    }
}
