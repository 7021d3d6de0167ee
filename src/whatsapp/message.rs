use super::{
    Button, CardOrigin, ContactCard, Context, Edit, Error, GroupId, HistoryContext, Identity,
    Interactive, InternalData, Location, LogicalId, Media, MessageId, Order, Reaction, Referral,
    Revoke, SentMessage, System, TextBody, Unsupported, UserId,
};
use crate::wire::{Json, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A message from a customer, or a notice about one.
    ///
    /// The `type` names the member that holds the content; [`content`](Self::content) returns it.
    /// No member is guaranteed: for each member that a page calls required, there are bodies
    /// without it.
    pub struct Message {
        /// The customer's phone number: the sender; in a group, the participant who wrote; in a
        /// notice about a changed number, the previous number. Absent for customers with a username
        /// whose number is hidden, and when a user ID changed. Use
        /// [`from_user_id`](Self::from_user_id) then.
        from: Option<WaId>,
        /// The unique ID of the message. Replies, reactions, edits and revocations refer to it.
        id: Option<MessageId>,
        /// When the customer sent the message, as Unix time in seconds. One consumer reports
        /// milliseconds.
        timestamp: Option<Timestamp>,
        /// The text of a `text` message.
        text: Option<TextBody>,
        /// The type of the message. Sent before or after the member that it names, and observed to
        /// be absent.
        "type" as kind: Option<MessageType>,
        /// The message that this one replies to, or the fact that it was forwarded.
        context: Option<Box<Context>>,
        /// The errors that occurred with the message. They may accompany any type.
        errors: Option<Vec<Error>>,
        /// The image of an `image` message, with an optional caption.
        image: Option<Box<Media>>,
        /// The video of a `video` message, with an optional caption.
        video: Option<Box<Media>>,
        /// The audio file of an `audio` message. With [`Media::voice`], it is a voice recording.
        audio: Option<Box<Media>>,
        /// The audio file of a `voice` message. Legacy: voice messages are now `audio`.
        voice: Option<Box<Media>>,
        /// The video of a `ptv` message, which is round. Known from a relay's source code.
        ptv: Option<Box<Media>>,
        /// The file of a `document` message, with an optional file name and caption.
        document: Option<Box<Media>>,
        /// The sticker of a `sticker` message, which may be animated.
        sticker: Option<Box<Media>>,
        /// The coordinates of a `location` message, with an optional name and address.
        location: Option<Box<Location>>,
        /// The contact cards that the customer shared in a `contacts` message. These are not the
        /// [contacts](super::Contact) next to the message, which identify its sender.
        contacts: Option<Vec<ContactCard>>,
        /// How the cards of a `contacts` message came to be shared. Observed inside the card as
        /// well.
        origin: Option<Box<CardOrigin>>,
        /// The button of a template that the customer pressed, in a `button` message.
        button: Option<Box<Button>>,
        /// The answer to an interactive message, in an `interactive` message. Observed to be
        /// absent, next to error 131000.
        interactive: Option<Box<Interactive>>,
        /// The emoji of a `reaction` message and the message that it refers to.
        reaction: Option<Box<Reaction>>,
        /// The shopping cart of an `order` message.
        order: Option<Box<Order>>,
        /// The notice about the customer in a `system` message.
        system: Option<Box<System>>,
        /// The type of a message that the API does not deliver, in an `unsupported` message. Since
        /// November 2025, and often absent.
        unsupported: Option<Box<Unsupported>>,
        /// The new version of an earlier message, in an `edit` message. Since 2026.
        edit: Option<Box<Edit>>,
        /// The earlier message that was deleted, in a `revoke` message. Since 2026.
        revoke: Option<Box<Revoke>>,
        /// The ad or post that led the customer to the chat. It may accompany any type.
        referral: Option<Box<Referral>>,
        /// The state of the customer's security code. Present only if the identity check is
        /// enabled. Legacy: [`Contact::identity_key_hash`](super::Contact::identity_key_hash) has
        /// replaced it.
        identity: Option<Box<Identity>>,
        /// The ID of the group that the message was sent in. Absent in one-to-one chats. Since
        /// October 2025.
        group_id: Option<Box<GroupId>>,
        /// The customer's business-scoped ID; since February 2026. In notices about changed IDs, it
        /// is unclear whether this is the old or the new one.
        from_user_id: Option<Box<UserId>>,
        /// The customer's ID across linked business portfolios. Present only where portfolios are
        /// linked; since 2026.
        from_parent_user_id: Option<Box<UserId>>,
        /// Another ID of the sender. Observed in 2026, undocumented.
        from_logical_id: Option<Box<LogicalId>>,
        /// The phone number that the message was sent to. Present only in
        /// [`message_echoes`](super::Value::message_echoes).
        to: Option<Box<WaId>>,
        /// The business-scoped ID of the customer that the message was sent to. Present only in
        /// echoes.
        to_user_id: Option<Box<UserId>>,
        /// The ID, across linked business portfolios, of the customer that the message was sent to.
        /// Present only in echoes.
        to_parent_user_id: Option<Box<UserId>>,
        /// The delivery state of an earlier message. Present only with the field `history`.
        history_context: Option<Box<HistoryContext>>,
        /// How the message was created; sent with the field `message_echoes`. Observed as
        /// `created_by_1p_bot`.
        message_creation_type: Option<Box<Text>>,
        /// The customer's business-scoped ID, as one relay names it.
        from_bsuid: Option<Box<UserId>>,
        /// The kind of message, from one relay: `message_edit` if it is a new version of the
        /// message in its context.
        message_type: Option<Box<Text>>,
        /// The message as it was given to the API. Present only in echoes with the field `standby`.
        message: Option<Box<SentMessage>>,
        /// The full definition of the template that was sent. Present only in echoes with the field
        /// `standby`.
        template: Option<Box<Json>>,
        /// The full definition of the flow that was sent. Present only in echoes with the field
        /// `standby`.
        flow: Option<Box<Json>>,
        /// Internal data of Meta's about the message. Observed in 2026, undocumented.
        "internal_1p_only_data" as internal: Option<Box<InternalData>>,
    }
}

open_enum! {
    /// The type of a message, which names the member that holds its content.
    ///
    /// Polls and events have no type of their own: a poll is sent as `unsupported`.
    pub enum MessageType {
        /// A text message.
        "text" as Text,
        /// A message with an image.
        "image" as Image,
        /// A message with a video.
        "video" as Video,
        /// A message with an audio file or a voice message.
        "audio" as Audio,
        /// A voice message. Legacy, from the on-premises API.
        "voice" as Voice,
        /// A round video message. Known from a relay's source code.
        "ptv" as RoundVideo,
        /// A message with a document.
        "document" as Document,
        /// A message with a sticker.
        "sticker" as Sticker,
        /// A message with a location on the map.
        "location" as Location,
        /// A message with contact cards.
        "contacts" as Contacts,
        /// A quick reply: the customer pressed a button of a template.
        "button" as Button,
        /// An answer to an interactive message.
        "interactive" as Interactive,
        /// An emoji reaction that was added to a message or removed from it. Sent only for messages
        /// of the business from the last 30 days.
        "reaction" as Reaction,
        /// A shopping cart that the customer sent as an order.
        "order" as Order,
        /// A notice that the number, the ID or the security code of a customer changed.
        "system" as System,
        /// A message that the API does not deliver, such as a poll.
        "unsupported" as Unsupported,
        /// A message that the API does not deliver. Legacy: it has been `unsupported` since 2022 or
        /// 2023, but is still found in test bodies.
        "unknown" as UnknownType,
        /// The customer opened the chat for the first time and has not written yet. Sent only if
        /// the business enabled it; it has no content.
        "request_welcome" as RequestWelcome,
        /// An edit of an earlier message. Since 2026; documented for numbers that are also used
        /// with the phone app.
        "edit" as Edit,
        /// The deletion of an earlier message. Since 2026; documented for numbers that are also
        /// used with the phone app.
        "revoke" as Revoke,
        /// A media message whose file is not included. Documented only for the synchronization of
        /// the history, where it has no content.
        "media_placeholder" as MediaPlaceholder,
        /// A template message. Present only in copies of what the business sent.
        "template" as Template,
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn small_enough_to_be_moved() {
        assert!(size_of::<Message>() <= 512, "{}", size_of::<Message>());
    }
}
