use super::{Account, Contact, ContactInboxId, ContactSourceId, Conversation, Inbox};
use crate::{
    json::Error,
    wire::{Body, Node, Text, Timestamp, Wire, object, serde_traits},
};

object! {
    /// The payload of `webwidget_triggered`: a visitor opened the live chat widget.
    pub struct WidgetTriggered {
        /// The ID of the link between the visitor and the inbox, see
        /// [`ContactInbox`](super::ContactInbox).
        id: Option<ContactInboxId>,
        /// The visitor, as a contact in its top-level form; may be null.
        contact: Option<Box<Contact>>,
        /// The inbox of the widget, with its ID and name.
        inbox: Option<Inbox>,
        /// The account that the inbox belongs to.
        account: Option<Account>,
        /// The visitor's latest conversation; absent on the first visit.
        current_conversation: Option<Box<Conversation>>,
        /// The visitor's address in the widget, a UUID made by Chatwoot.
        source_id: Option<ContactSourceId>,
        /// What the widget reported when it was opened; since 1.6.
        event_info: Option<EventInfo>,
    }
}

object! {
    /// What the widget of a visitor reported when it was opened.
    ///
    /// The page that contains the widget may add members.
    pub struct EventInfo {
        /// The time at which the widget was opened, by the browser's clock and in its date format.
        initiated_at: Option<InitiatedAt>,
        /// The URL of the page that contains the widget; may be empty.
        referer: Option<Text>,
        /// The language of the widget, such as `en`; added by the server.
        widget_language: Option<Text>,
        /// The language of the browser; absent if the browser does not report it.
        browser_language: Option<Text>,
        /// The visitor's browser and device; added by the server.
        browser: Option<Browser>,
    }
}

object! {
    /// The browser of a visitor, and the device it runs on.
    pub struct Browser {
        /// The name of the device, such as `iPhone`.
        device_name: Option<Text>,
        /// The name of the browser, such as `Chrome`.
        "browser_name" as name: Option<Text>,
        /// The name of the operating system, such as `macOS`.
        platform_name: Option<Text>,
        /// The version of the browser, as a string.
        "browser_version" as version: Option<Text>,
        /// The version of the operating system.
        platform_version: Option<Text>,
    }
}

/// The time at which a visitor opened the widget or a sender sent the first email: an object that
/// holds the time or, up to 1.2, the time alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InitiatedAt {
    /// The time alone, as up to 1.2.
    Bare(Timestamp),
    /// An object that holds the time, as in all later releases.
    Object(Initiated),
}

impl InitiatedAt {
    /// Returns the time, in whichever form it was sent.
    ///
    /// If it was set by a browser, it follows the visitor's clock and time zone: it is a fact about
    /// the visitor, and not the time of the event.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        match self {
            Self::Bare(timestamp) => Some(timestamp),
            Self::Object(object) => object.timestamp.as_ref(),
        }
    }
}

object! {
    /// An object that holds the time at which a visitor or sender started a conversation.
    pub struct Initiated {
        /// The time, as a JavaScript date string for web widgets and in ISO 8601 for email.
        timestamp: Option<Timestamp>,
    }
}

impl Wire for InitiatedAt {
    fn empty() -> Self {
        Self::Bare(Timestamp::empty())
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        if matches!(body.json.peek()?, b'{' | b'[') {
            let mut object = Initiated::empty();
            object.read(body)?;
            *self = Self::Object(object);
            return Ok(());
        }
        let mut timestamp = Timestamp::empty();
        timestamp.read(body)?;
        *self = Self::Bare(timestamp);
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        match self {
            Self::Bare(timestamp) => timestamp.node(),
            Self::Object(object) => object.node(),
        }
    }
}

serde_traits!(InitiatedAt);
