use crate::wire::{object, open_enum};

object! {
    /// What the API did not pass on.
    pub struct Unsupported {
        /// What it was.
        "type" as kind: Option<UnsupportedType>,
    }
}

open_enum! {
    /// What the API did not pass on; documented, but where it says otherwise.
    pub enum UnsupportedType {
        /// Errors.
        "errors" as Errors,
        /// A moving picture.
        "gif" as Gif,
        /// An invitation to a group.
        "group_invite" as GroupInvite,
        /// A template message ("highly structured message").
        "hsm" as Hsm,
        /// An image.
        "image" as Image,
        /// An interactive message.
        "interactive" as Interactive,
        /// A message was kept in a chat whose messages disappear.
        "keep_in_chat" as KeepInChat,
        /// A preview of a link.
        "link_preview" as LinkPreview,
        /// A list.
        "list" as List,
        /// A location.
        "location" as Location,
        /// A file that is not there.
        "media_placeholder" as MediaPlaceholder,
        /// An order.
        "order" as Order,
        /// A message was pinned.
        "pin" as Pin,
        /// A poll.
        "poll_creation" as PollCreation,
        /// A vote in a poll.
        "poll_update" as PollUpdate,
        /// A product.
        "product" as Product,
        /// A reaction.
        "reaction" as Reaction,
        /// An edit. From the documentation of other providers.
        "edit" as Edit,
        /// A button. From the documentation of other providers.
        "button" as Button,
        /// A slip for a poll; observed in a test body.
        "pool" as Pool,
    }
}
