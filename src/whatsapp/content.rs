use super::{
    Button, ContactCard, Edit, EditedMessage, Interactive, Location, Media, Message, MessageType,
    Order, Reaction, Revoke, System, Text, Unsupported,
};
use crate::wire::Unrecognized;

/// What a message holds, to match on.
///
/// Chosen by the type word; in a message without one, by the block that is there.
///
/// ```
/// use chathooks::whatsapp::{Content, Message};
///
/// let message: Message = serde_json::from_str(
///     r#"{"id":"wamid.A","reaction":{"message_id":"wamid.B","emoji":"👍"},"type":"reaction"}"#,
/// )?;
/// match message.content() {
///     Content::Text(text) => println!("{:?}", text.body),
///     Content::Reaction(reaction) => assert_eq!(reaction.emoji(), Some("👍")),
///     Content::Missing(kind) => println!("a {kind} without content"),
///     other => println!("{other:?}"),
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Content<'a> {
    /// Words.
    Text(&'a Text),
    /// A picture.
    Image(&'a Media),
    /// A film.
    Video(&'a Media),
    /// A sound; a recording if [`Media::voice`] says so.
    Audio(&'a Media),
    /// A recording, in the older form.
    Voice(&'a Media),
    /// A file.
    Document(&'a Media),
    /// A sticker.
    Sticker(&'a Media),
    /// A place.
    Location(&'a Location),
    /// Cards of contacts.
    Contacts(&'a [ContactCard]),
    /// A quick reply to a template.
    Button(&'a Button),
    /// An answer to an interactive message.
    Interactive(&'a Interactive),
    /// An emoji put to a message, or taken back.
    Reaction(&'a Reaction),
    /// A cart, sent as an order.
    Order(&'a Order),
    /// A notice about the customer.
    System(&'a System),
    /// Another content for a message of before.
    Edit(&'a Edit),
    /// A message of before, taken back.
    Revoke(&'a Revoke),
    /// Something that the API does not pass on, with what it was if that is told. Both words,
    /// `unsupported` and the older `unknown`, read as this.
    Unsupported(Option<&'a Unsupported>),
    /// The customer opened the chat.
    RequestWelcome,
    /// A file that is not there.
    MediaPlaceholder,
    /// The message has this type and lacks the block of it; its errors may tell why.
    Missing(&'a MessageType),
    /// The message has a type that this version does not know; its block is in the message's
    /// `extra`.
    Other(&'a Unrecognized),
    /// The message has neither a type nor a block.
    Empty,
}

/// Picks the block that the type word names; without a word, the first that is there.
macro_rules! select {
    (
        $kind:expr => $view:ident by $words:ident {
            $($variant:ident: $block:expr,)+
            $(..; $($arms:tt)+)?
        }
    ) => {
        match $kind {
            $(Some(word @ $words::$variant) => match $block {
                Some(block) => $view::$variant(block),
                None => $view::Missing(word),
            },)+
            Some($words::Unknown(word)) => $view::Other(word),
            None => None$(.or_else(|| $block.map($view::$variant)))+.unwrap_or($view::Empty),
            $($($arms)+)?
        }
    };
}

pub(super) use select;

/// A message and its new version differ in what they may do to other messages.
macro_rules! content {
    ($name:ident as $message:ident: edit $edit:expr, revoke $revoke:expr) => {
        impl $name {
            /// What the message holds.
            #[must_use]
            pub fn content(&self) -> Content<'_> {
                let $message = self;
                select! {
                    &self.kind => Content by MessageType {
                        Text: self.text.as_ref(),
                        Image: self.image.as_deref(),
                        Video: self.video.as_deref(),
                        Audio: self.audio.as_deref(),
                        Voice: self.voice.as_deref(),
                        Document: self.document.as_deref(),
                        Sticker: self.sticker.as_deref(),
                        Location: self.location.as_deref(),
                        Contacts: self.contacts.as_deref(),
                        Button: self.button.as_deref(),
                        Interactive: self.interactive.as_deref(),
                        Reaction: self.reaction.as_deref(),
                        Order: self.order.as_deref(),
                        System: self.system.as_deref(),
                        Edit: $edit,
                        Revoke: $revoke,
                        ..;
                        Some(MessageType::Unsupported | MessageType::UnknownType) => {
                            Content::Unsupported(self.unsupported.as_deref())
                        }
                        Some(MessageType::RequestWelcome) => Content::RequestWelcome,
                        Some(MessageType::MediaPlaceholder) => Content::MediaPlaceholder,
                    }
                }
            }
        }
    };
}

content!(Message as message: edit message.edit.as_deref(), revoke message.revoke.as_deref());
content!(EditedMessage as _message: edit None, revoke None);

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(json: &str) -> String {
        let message: Message = serde_json::from_str(json).unwrap();
        format!("{:?}", message.content())
    }

    #[test]
    fn the_word_selects_the_block() {
        for (json, content) in [
            (r#"{"type":"text","text":{"body":"Hi"}}"#, r#"Text(Text { body: "Hi" })"#),
            (
                r#"{"text":{"body":"Hi"},"revoke":{"original_message_id":"a"},"type":"revoke"}"#,
                r#"Revoke(Revoke { original_message_id: MessageId("a") })"#,
            ),
            (
                r#"{"type":"unsupported","unsupported":{"type":"gif"}}"#,
                "Unsupported(Some(Unsupported { kind: Gif }))",
            ),
            (r#"{"type":"unknown"}"#, "Unsupported(None)"),
            (r#"{"type":"request_welcome"}"#, "RequestWelcome"),
            (r#"{"type":"contacts","contacts":[]}"#, "Contacts([])"),
        ] {
            assert_eq!(shown(json), content, "{json}");
        }
    }

    #[test]
    fn without_a_word_the_block_does() {
        assert_eq!(
            shown(r#"{"id":"a","image":{"id":"7"}}"#),
            "Image(Media { id: MediaId(\"7\") })"
        );
        assert_eq!(shown(r#"{"id":"a","type":null}"#), "Empty");
    }

    #[test]
    fn a_block_may_be_missing_and_a_word_unknown() {
        assert_eq!(shown(r#"{"type":"interactive","errors":[]}"#), "Missing(Interactive)");
        assert_eq!(shown(r#"{"type":"image","text":{"body":"Hi"}}"#), "Missing(Image)");
        assert_eq!(shown(r#"{"type":"poll","poll":{},"text":{}}"#), r#"Other("poll")"#);
    }

    #[test]
    fn an_edit_does_not_edit() {
        let message: EditedMessage = serde_json::from_str(r#"{"type":"edit","edit":{}}"#).unwrap();
        assert_eq!(message.content(), Content::Missing(&MessageType::Edit));
    }
}
