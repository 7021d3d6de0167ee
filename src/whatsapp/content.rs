use std::borrow::Borrow;

use super::{
    Button, ContactCard, Edit, EditedMessage, Interactive, Location, Media, Message, MessageType,
    Order, Reaction, Revoke, SentMessage, System, TextBody, Unsupported,
};
use crate::wire::Unrecognized;

/// Makes [`Content`], [`Block`] and what selects them from one table of the blocks: the field of the
/// message, what it holds, and the variant, which is named like the [`MessageType`], with what it
/// shows. An edited message and one that was sent have no blocks that change another message.
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
            /// Something that the API does not pass on, with what it was if that is given. Both
            /// words, `unsupported` and the older `unknown`, read as this.
            Unsupported(Option<&'a Unsupported>),
            /// The customer opened the chat.
            RequestWelcome,
            /// A file that is not there.
            MediaPlaceholder,
            /// A template that the business sent; it is in the `template` of what was sent.
            Template,
            /// The message has this type and lacks the block of it; its errors may say why.
            Missing(&'a MessageType),
            /// The message has a type that this version does not know; its block is in the
            /// message's `extra`.
            Other(&'a Unrecognized),
            /// The message has neither a type nor a block.
            Empty,
        }

        /// A block that was taken out of its message.
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
            /// What the message holds.
            #[must_use]
            pub fn content(&self) -> Content<'_> {
                select! {
                    &self.kind => Content by MessageType {
                        $($variant: self.$field.as_ref().map(Borrow::borrow),)+
                        $($alone: self.$alone_field.as_ref().map(Borrow::borrow),)*
                        ..;
                        $(Some(word @ MessageType::$absent) => Content::Missing(word),)*
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
            /// Takes out the type and its block; without a type word, the first block and its type.
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
                    // An unknown type may come with a known block.
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

blocks! {
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
    pub enum Content;

    in Message, EditedMessage and SentMessage {
        /// Words.
        text: TextBody => Text(TextBody),
        /// A picture.
        image: Box<Media> => Image(Media),
        /// A film.
        video: Box<Media> => Video(Media),
        /// A sound; a recording if [`Media::voice`] says so.
        audio: Box<Media> => Audio(Media),
        /// A recording, in the older form.
        voice: Box<Media> => Voice(Media),
        /// A round film.
        ptv: Box<Media> => RoundVideo(Media),
        /// A file.
        document: Box<Media> => Document(Media),
        /// A sticker.
        sticker: Box<Media> => Sticker(Media),
        /// A position on the map.
        location: Box<Location> => Location(Location),
        /// Cards of contacts.
        contacts: Vec<ContactCard> => Contacts([ContactCard]),
        /// A quick reply to a template.
        button: Box<Button> => Button(Button),
        /// An answer to an interactive message.
        interactive: Box<Interactive> => Interactive(Interactive),
        /// An emoji put to a message, or taken back.
        reaction: Box<Reaction> => Reaction(Reaction),
        /// A cart, sent as an order.
        order: Box<Order> => Order(Order),
        /// A notice about the customer.
        system: Box<System> => System(System),
    }

    in Message alone {
        /// Another content for an earlier message.
        edit: Box<Edit> => Edit(Edit),
        /// An earlier message, taken back.
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
    fn the_word_selects_the_block() {
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
