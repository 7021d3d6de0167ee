use crate::wire::{object, open_enum};

object! {
    /// What the API did not pass on.
    pub struct Unsupported {
        /// What it was.
        kind "type": Option<UnsupportedType>,
    }
}

open_enum! {
    /// What the API did not pass on; documented, but where it says otherwise.
    pub enum UnsupportedType {
        /// Errors.
        Errors = "errors",
        /// A moving picture.
        Gif = "gif",
        /// An invitation to a group.
        GroupInvite = "group_invite",
        /// A template message ("highly structured message").
        Hsm = "hsm",
        /// An image.
        Image = "image",
        /// An interactive message.
        Interactive = "interactive",
        /// A message was kept in a chat whose messages disappear.
        KeepInChat = "keep_in_chat",
        /// A preview of a link.
        LinkPreview = "link_preview",
        /// A list.
        List = "list",
        /// A location.
        Location = "location",
        /// A file that is not there.
        MediaPlaceholder = "media_placeholder",
        /// An order.
        Order = "order",
        /// A message was pinned.
        Pin = "pin",
        /// A poll.
        PollCreation = "poll_creation",
        /// A vote in a poll.
        PollUpdate = "poll_update",
        /// A product.
        Product = "product",
        /// A reaction.
        Reaction = "reaction",
        /// An edit. From the documentation of other providers.
        Edit = "edit",
        /// A button. From the documentation of other providers.
        Button = "button",
        /// A slip for a poll; observed in a test body.
        Pool = "pool",
    }
}
