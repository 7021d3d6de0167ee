use std::borrow::Borrow;

use super::{
    Button, ContactCard, Edit, EditedMessage, Interactive, Location, Media, Message, MessageType,
    Order, Reaction, Revoke, SentMessage, System, TextBody, Unsupported,
};
use crate::wire::Unrecognized;

/// Generates [`Content`], [`Block`] and the methods that select them from one table: the field of
/// the message, its type, and the variant, which has the same name as the [`MessageType`], with the
/// type that it shows. Edited and sent messages cannot hold an edit or a revocation.
macro_rules! blocks {
    (
        $(#[$meta:meta])*
        pub enum Content;

        in Message, EditedMessage and SentMessage {
            $($(#[$doc:meta])* $field:ident: $held:ty => $variant:ident($shown:ty),)+
        }
        in Message alone {
            $($(#[$alone_doc:meta])* $alone_field:ident: $alone_held:ty => $alone:ident($alone_shown:ty),)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[non_exhaustive]
        pub enum Content<'a> {
            $($(#[$doc])* $variant(&'a $shown),)+
            $($(#[$alone_doc])* $alone(&'a $alone_shown),)+
            /// A message that the API does not deliver, with its type if that is given. Both the
            /// type `unsupported` and the older `unknown` yield this.
            Unsupported(Option<&'a Unsupported>),
            /// The customer opened the chat and has not written yet.
            RequestWelcome,
            /// A media message whose file is not included.
            MediaPlaceholder,
            /// A template that the business sent. It is in the member `template` of the sent
            /// message.
            Template,
            /// The message has this type, but the member that the type names is absent. The errors
            /// of the message may explain why.
            Missing(&'a MessageType),
            /// The message has a type that this version does not know. Its content is in the
            /// `extra` of the message.
            Other(&'a Unrecognized),
            /// The message has neither a type nor any known content.
            Empty,
        }

        /// The content that was taken out of a message.
        pub(crate) enum Block {
            $($variant($held),)+
            $($alone($alone_held),)+
            Unsupported(Box<Unsupported>),
        }

        blocks!(@select Message: $($field $variant)+, $($alone_field $alone)+,);
        blocks!(@select EditedMessage: $($field $variant)+,, $($alone)+);
        blocks!(@select SentMessage: $($field $variant)+,, $($alone)+);
    };
    (@select $message:ident:
        $($field:ident $variant:ident)+, $($alone_field:ident $alone:ident)*, $($absent:ident)*
    ) => {
        impl $message {
            /// Returns the content of the message, as an enum for matching.
            #[must_use]
            pub fn content(&self) -> Content<'_> {
                select! {
                    &self.kind => Content by MessageType {
                        $($variant: self.$field.as_ref().map(Borrow::borrow),)+
                        $($alone: self.$alone_field.as_ref().map(Borrow::borrow),)*
                        ..;
                        $(Some(kind @ MessageType::$absent) => Content::Missing(kind),)*
                        Some(MessageType::Unsupported | MessageType::UnknownType) => {
                            Content::Unsupported(self.unsupported.as_deref())
                        }
                        Some(MessageType::RequestWelcome) => Content::RequestWelcome,
                        Some(MessageType::MediaPlaceholder) => Content::MediaPlaceholder,
                        Some(MessageType::Template) => Content::Template,
                    }
                }
            }
        }

        impl $message {
            /// Takes the type and the content out; without a type, the first content that is
            /// present.
            pub(crate) fn take_block(&mut self) -> Option<(MessageType, Option<Block>)> {
                let first = || {
                    None
                        $(.or_else(|| self.$field.is_some().then_some(MessageType::$variant)))+
                        .or_else(|| self.unsupported.is_some().then_some(MessageType::Unsupported))
                        $(.or_else(|| self.$alone_field.is_some().then_some(MessageType::$alone)))*
                };
                let kind = self.kind.take().or_else(first)?;
                let block = match &kind {
                    $(MessageType::$variant => self.$field.take().map(Block::$variant),)+
                    $(MessageType::$alone => self.$alone_field.take().map(Block::$alone),)*
                    MessageType::Unsupported | MessageType::UnknownType => {
                        self.unsupported.take().map(Block::Unsupported)
                    }
                    // An unknown type may come with known content.
                    MessageType::Unknown(_) => {
                        None$(.or_else(|| self.$field.take().map(Block::$variant)))+
                    }
                    $(MessageType::$absent |)*
                    MessageType::RequestWelcome
                    | MessageType::MediaPlaceholder
                    | MessageType::Template => None,
                };
                Some((kind, block))
            }
        }
    };
}

/// Selects the content that the type names or, without a type, the first that is present.
macro_rules! select {
    (
        $kind:expr => $view:ident by $types:ident {
            $($variant:ident: $block:expr,)+
            $(..; $($arms:tt)+)?
        }
    ) => {
        match $kind {
            $(Some(kind @ $types::$variant) => match $block {
                Some(block) => $view::$variant(block),
                None => $view::Missing(kind),
            },)+
            Some($types::Unknown(kind)) => $view::Other(kind),
            None => None$(.or_else(|| $block.map($view::$variant)))+.unwrap_or($view::Empty),
            $($($arms)+)?
        }
    };
}

pub(super) use select;

blocks! {
    /// The content of a message, as an enum for matching.
    ///
    /// The variant follows the `type` of the message or, if there is none, the content that is
    /// present.
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
    pub enum Content;

    in Message, EditedMessage and SentMessage {
        /// A text message, which may be empty.
        text: TextBody => Text(TextBody),
        /// An image, with a caption if the customer wrote one.
        image: Box<Media> => Image(Media),
        /// A video, with a caption if the customer wrote one.
        video: Box<Media> => Video(Media),
        /// An audio file, or a voice message if [`Media::voice`] is true.
        audio: Box<Media> => Audio(Media),
        /// A voice message in its legacy form. Voice messages are now [`Audio`](Self::Audio).
        voice: Box<Media> => Voice(Media),
        /// A round video message. Known from a relay's source code.
        ptv: Box<Media> => RoundVideo(Media),
        /// A document. Not every document has a file name.
        document: Box<Media> => Document(Media),
        /// A sticker, which may be animated.
        sticker: Box<Media> => Sticker(Media),
        /// A location on the map: coordinates, and optionally a name and an address.
        location: Box<Location> => Location(Location),
        /// The contact cards that the customer shared, possibly several.
        contacts: Vec<ContactCard> => Contacts([ContactCard]),
        /// A quick reply: the customer pressed a button of a template.
        button: Box<Button> => Button(Button),
        /// An answer to an interactive message.
        interactive: Box<Interactive> => Interactive(Interactive),
        /// An emoji reaction that was added to a message or removed from it.
        reaction: Box<Reaction> => Reaction(Reaction),
        /// A shopping cart that the customer sent as an order.
        order: Box<Order> => Order(Order),
        /// A notice that the number, the ID or the security code of the customer changed.
        system: Box<System> => System(System),
    }

    in Message alone {
        /// An edit of an earlier message, with its new version.
        edit: Box<Edit> => Edit(Edit),
        /// The deletion of an earlier message, which is identified by its ID.
        revoke: Box<Revoke> => Revoke(Revoke),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(json: &str) -> String {
        let message: Message = serde_json::from_str(json).unwrap();
        format!("{:?}", message.content())
    }

    #[test]
    fn the_type_selects_the_block() {
        for (json, content) in [
            (r#"{"type":"text","text":{"body":"Hi"}}"#, r#"Text(TextBody { body: "Hi" })"#),
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
    fn without_a_type_the_block_does() {
        assert_eq!(
            shown(r#"{"id":"a","image":{"id":"7"}}"#),
            "Image(Media { id: MediaId(\"7\") })"
        );
        assert_eq!(shown(r#"{"id":"a","type":null}"#), "Empty");
    }

    #[test]
    fn a_block_may_be_missing_and_a_type_unknown() {
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
