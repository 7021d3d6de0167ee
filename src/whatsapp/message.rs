use super::{
    Button, CardOrigin, ContactCard, Context, Edit, Error, GroupId, HistoryContext, Identity,
    Interactive, InternalData, Location, LogicalId, Media, MessageId, Order, Reaction, Referral,
    Revoke, SentMessage, System, TextBody, Unsupported, UserId,
};
use crate::wire::{Json, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A message from a customer, or a notice about one.
    ///
    /// The type word says which block holds the content; [`content`](Self::content) picks it.
    /// Nothing is mandatory: for every member that some page calls required there are bodies
    /// without it.
    pub struct Message {
        /// Number of the customer; in a group, of the member who wrote; in a notice about a changed
        /// number, the former one. Absent for people with a user name whose number is not shown,
        /// and when a user id changed: then [`from_user_id`](Self::from_user_id) tells them apart.
        from: Option<WaId>,
        /// Tells the message from others; replies, reactions, edits and revocations point to it.
        id: Option<MessageId>,
        /// When the customer sent it, in seconds; one consumer reports milliseconds.
        timestamp: Option<Timestamp>,
        /// Content of a `text`.
        text: Option<TextBody>,
        /// What the message is. Stands before or after its block; observed to be absent.
        "type" as kind: Option<MessageType>,
        /// What the message replies to, or that it was forwarded.
        context: Option<Box<Context>>,
        /// What went wrong with the message; beside any type.
        errors: Option<Vec<Error>>,
        /// Content of an `image`.
        image: Option<Box<Media>>,
        /// Content of a `video`.
        video: Option<Box<Media>>,
        /// Content of an `audio`, which is a file or, with [`Media::voice`], a recording.
        audio: Option<Box<Media>>,
        /// Content of a `voice`. Older: today recordings are `audio`.
        voice: Option<Box<Media>>,
        /// Content of a `ptv`. From the source of a relay.
        ptv: Option<Box<Media>>,
        /// Content of a `document`.
        document: Option<Box<Media>>,
        /// Content of a `sticker`.
        sticker: Option<Box<Media>>,
        /// Content of a `location`.
        location: Option<Box<Location>>,
        /// Content of a `contacts`: the cards that the customer shared. Not the
        /// [contacts](super::Contact) beside the message, which say who wrote it.
        contacts: Option<Vec<ContactCard>>,
        /// How the cards of a `contacts` came to be shared; seen inside the card as well.
        origin: Option<Box<CardOrigin>>,
        /// Content of a `button`.
        button: Option<Box<Button>>,
        /// Content of an `interactive`. Observed to be absent, with error 131000 beside it.
        interactive: Option<Box<Interactive>>,
        /// Content of a `reaction`.
        reaction: Option<Box<Reaction>>,
        /// Content of an `order`.
        order: Option<Box<Order>>,
        /// Content of a `system`.
        system: Option<Box<System>>,
        /// Content of an `unsupported`, since November 2025; often absent.
        unsupported: Option<Box<Unsupported>>,
        /// Content of an `edit`; since 2026.
        edit: Option<Box<Edit>>,
        /// Content of a `revoke`; since 2026.
        revoke: Option<Box<Revoke>>,
        /// Ad or post through which the customer came; beside any type.
        referral: Option<Box<Referral>>,
        /// State of the customer's security code; only with the identity check on. Older: today
        /// [`Contact::identity_key_hash`](super::Contact::identity_key_hash) tells.
        identity: Option<Box<Identity>>,
        /// Group that the message was written in; absent in a chat between two. Since October 2025.
        group_id: Option<Box<GroupId>>,
        /// Business-scoped id of the customer; since February 2026. In notices about changed ids
        /// it is not settled whether this is the old or the new one.
        from_user_id: Option<Box<UserId>>,
        /// Id of the customer across linked business portfolios; since 2026, only where portfolios
        /// are linked.
        from_parent_user_id: Option<Box<UserId>>,
        /// Observed in 2026, undocumented.
        from_logical_id: Option<Box<LogicalId>>,
        /// Number that the message went to; only in
        /// [`message_echoes`](super::Value::message_echoes).
        to: Option<Box<WaId>>,
        /// Business-scoped id of the customer that the message went to; only in echoes.
        to_user_id: Option<Box<UserId>>,
        /// The same across linked business portfolios; only in echoes.
        to_parent_user_id: Option<Box<UserId>>,
        /// How far a message of before had come; only with the field `history`.
        history_context: Option<Box<HistoryContext>>,
        /// What made the message, with the field `message_echoes`: seen `created_by_1p_bot`.
        message_creation_type: Option<Box<Text>>,
        /// Business-scoped id of the customer, as one relay names it.
        from_bsuid: Option<Box<UserId>>,
        /// What the message does, from a relay: `message_edit` if it is a new version of the message
        /// in its context.
        message_type: Option<Box<Text>>,
        /// The message as it was given to the API; only in echoes with the field `standby`.
        message: Option<Box<SentMessage>>,
        /// The whole template that was sent; only there.
        template: Option<Box<Json>>,
        /// The whole flow that was sent; only there.
        flow: Option<Box<Json>>,
        /// Observed in 2026, undocumented.
        "internal_1p_only_data" as internal: Option<Box<InternalData>>,
    }
}

open_enum! {
    /// What a message is.
    ///
    /// Polls and events have no word of their own: a poll comes as `unsupported`.
    pub enum MessageType {
        /// Words.
        "text" as Text,
        /// A picture.
        "image" as Image,
        /// A film.
        "video" as Video,
        /// A sound, as a file or as a recording.
        "audio" as Audio,
        /// A recording. Older, from the on-premises API.
        "voice" as Voice,
        /// A round film. From the source of a relay.
        "ptv" as RoundVideo,
        /// A file.
        "document" as Document,
        /// A sticker.
        "sticker" as Sticker,
        /// A place.
        "location" as Location,
        /// Cards of contacts.
        "contacts" as Contacts,
        /// A quick reply: a button of a template was pressed.
        "button" as Button,
        /// An answer to an interactive message.
        "interactive" as Interactive,
        /// An emoji put to a message, or taken back. Sent only for messages of the business from
        /// the last 30 days.
        "reaction" as Reaction,
        /// A cart, sent as an order.
        "order" as Order,
        /// A notice: the number, the id or the security code of a customer changed.
        "system" as System,
        /// Something that the API does not pass on.
        "unsupported" as Unsupported,
        /// Something that the API does not pass on. Older: `unsupported` since 2022 or 2023, and
        /// still seen in test bodies.
        "unknown" as UnknownType,
        /// The customer opened the chat for the first time, without a word. Only where the
        /// business turned that on; has no block.
        "request_welcome" as RequestWelcome,
        /// A message of before got another content; since 2026, documented for numbers that are
        /// shared with the phone app.
        "edit" as Edit,
        /// A message of before was taken back; since 2026, as `edit`.
        "revoke" as Revoke,
        /// A file that is not there. Documented for the synchronization of histories only; what
        /// block it has is not known.
        "media_placeholder" as MediaPlaceholder,
        /// A template. Only in copies of what the business sent.
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
