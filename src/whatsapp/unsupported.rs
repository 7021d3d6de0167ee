use crate::wire::{object, open_enum};

object! {
    /// The content of a message that the API does not deliver.
    pub struct Unsupported {
        /// The type of the message that was not delivered.
        "type" as kind: Option<UnsupportedType>,
    }
}

open_enum! {
    /// The type of a message that the API does not deliver. All values are documented, except where
    /// noted.
    pub enum UnsupportedType {
        /// The message consisted of errors.
        "errors" as Errors,
        /// The message was an animated GIF.
        "gif" as Gif,
        /// The message was an invitation to a group.
        "group_invite" as GroupInvite,
        /// The message was a template message ("highly structured message").
        "hsm" as Hsm,
        /// The message was an image.
        "image" as Image,
        /// The message was an interactive message.
        "interactive" as Interactive,
        /// A message was kept in a chat with disappearing messages.
        "keep_in_chat" as KeepInChat,
        /// The message was a link preview.
        "link_preview" as LinkPreview,
        /// The message was a list.
        "list" as List,
        /// The message was a location.
        "location" as Location,
        /// The message was a placeholder for a media file.
        "media_placeholder" as MediaPlaceholder,
        /// The message was an order.
        "order" as Order,
        /// A message was pinned.
        "pin" as Pin,
        /// The message was a poll.
        "poll_creation" as PollCreation,
        /// The message was a vote in a poll.
        "poll_update" as PollUpdate,
        /// The message was a product.
        "product" as Product,
        /// The message was a reaction.
        "reaction" as Reaction,
        /// The message was an edit. Known from the documentation of other providers.
        "edit" as Edit,
        /// The message was a button. Known from the documentation of other providers.
        "button" as Button,
        /// The message was a poll, the name of which is misspelled. Observed in a test body.
        "pool" as Pool,
    }
}
