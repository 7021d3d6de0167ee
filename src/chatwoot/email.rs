use super::view::views;
use crate::wire::{Free, Json, Number, OneOrMany, RawId, Text, Timestamp, object};

object! {
    /// An email, in the content attributes of a message.
    ///
    /// Observed. For outgoing mail only the two contents, HTML and plain text, are present. The
    /// HTML has no size limit, and a body contains it twice: in the message and in the copy of the
    /// message inside the conversation.
    pub struct Email {
        /// The addresses of the hidden recipients (Bcc); absent if there were none.
        bcc: Option<Vec<Text>>,
        /// The addresses of the further recipients (Cc); absent if there were none.
        cc: Option<Vec<Text>>,
        /// The `Content-Type` header.
        content_type: Option<Text>,
        /// The `Date` header, in ISO 8601 with the sender's offset, and with milliseconds in
        /// observed bodies; absent if the email has none.
        date: Option<Timestamp>,
        /// The addresses of the senders, mostly one.
        from: Option<Vec<Text>>,
        /// Other headers, as an object by name; since 4.10.
        headers: Option<Json>,
        /// The HTML content, `{}` if there is none; typed by [`html`](Self::html).
        html_content: Option<Free<EmailContent>>,
        /// The Message-ID of the email that this one replies to; a list in older rows.
        in_reply_to: Option<OneOrMany<Text>>,
        /// The email's own Message-ID.
        message_id: Option<RawId>,
        /// Whether the email consists of several parts.
        multipart: Option<bool>,
        /// The number of files attached to the email.
        number_of_attachments: Option<Number>,
        /// The Message-IDs of the thread; since 4.5.
        references: Option<Vec<Text>>,
        /// The subject of the email.
        subject: Option<Text>,
        /// The plain text content, `{}` if there is none; typed by [`text`](Self::text).
        text_content: Option<Free<EmailContent>>,
        /// The addresses of the recipients.
        to: Option<Vec<Text>>,
        /// Whether the email was sent automatically; since 3.10.
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
    /// One content of an email, HTML or plain text, in three versions. Observed, not documented.
    pub struct EmailContent {
        /// The whole content.
        full: Option<Text>,
        /// The content including the quoted email, contrary to what its name suggests.
        reply: Option<Text>,
        /// The content without the quoted email, contrary to what its name suggests; absent in
        /// outgoing mail.
        quoted: Option<Text>,
    }
}
