//! Maps Chatwoot's emails.

use crate::{
    chatwoot::ContentAttributes,
    normalize::{Email, event_time::plausible, id, non_empty},
};

/// Takes the email of a message from its attributes.
pub(super) fn email(attributes: &mut ContentAttributes) -> Option<Box<Email>> {
    let mut email = Email::default();
    if let Some(mail) = attributes.email.take() {
        let (text, html) = (mail.text(), mail.html());
        email = Email {
            id: id(mail.message_id),
            subject: non_empty(mail.subject),
            sent_at: mail.date.as_ref().and_then(plausible),
            from: mail.from.unwrap_or_default(),
            to: mail.to.unwrap_or_default(),
            cc: mail.cc.unwrap_or_default(),
            bcc: mail.bcc.unwrap_or_default(),
            in_reply_to: mail.in_reply_to.into_iter().flatten().collect(),
            references: mail.references.unwrap_or_default(),
            ..Email::default()
        };
        // `quoted` is the text without the quotation, and `reply` the text with it.
        if let Some(text) = text {
            email.text = non_empty(text.full).or(non_empty(text.reply));
            email.new_text = non_empty(text.quoted);
        }
        if let Some(html) = html {
            email.html = non_empty(html.full).or(non_empty(html.reply));
            email.new_html = non_empty(html.quoted);
        }
    }
    // Incoming mail repeats them here; outgoing mail has them only here.
    for (own, others) in [
        (&mut email.to, [attributes.to_emails.take(), None]),
        (&mut email.cc, [attributes.cc_emails.take(), attributes.cc_email.take()]),
        (&mut email.bcc, [attributes.bcc_emails.take(), attributes.bcc_email.take()]),
    ] {
        if own.is_empty() {
            *own = others.into_iter().flatten().flatten().collect();
        }
    }
    (email != Email::default()).then(|| Box::new(email))
}
