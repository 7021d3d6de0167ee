use super::{Account, Contact, ContactInboxId, ContactSourceId, Conversation, Inbox};
use crate::{
    json::Error,
    wire::{Body, Node, Text, Timestamp, Wire, object, serde_traits},
};

object! {
    /// Payload of `webwidget_triggered`: a visitor opened the live chat.
    pub struct WidgetTriggered {
        /// The visitor in the inbox, see [`ContactInbox`](super::ContactInbox).
        id: Option<ContactInboxId>,
        /// The visitor.
        contact: Option<Box<Contact>>,
        /// The inbox of the widget.
        inbox: Option<Inbox>,
        /// The account.
        account: Option<Account>,
        /// The visitor's last conversation; absent on a first visit.
        current_conversation: Option<Box<Conversation>>,
        /// The visitor's address in the widget.
        source_id: Option<ContactSourceId>,
        /// What the widget said; since 1.6.
        event_info: Option<EventInfo>,
    }
}

object! {
    /// What the widget of a visitor said when it was opened. The page it is on may add members.
    pub struct EventInfo {
        /// When it was opened, by the clock and in the words of the browser.
        initiated_at: Option<InitiatedAt>,
        /// URL of the page that the widget is on; may be empty.
        referer: Option<Text>,
        /// Language of the widget, such as `en`.
        widget_language: Option<Text>,
        /// Language of the browser; absent when it does not say.
        browser_language: Option<Text>,
        /// The browser.
        browser: Option<Browser>,
    }
}

object! {
    /// The browser of a visitor.
    pub struct Browser {
        /// Name of the device, such as `iPhone`.
        device_name: Option<Text>,
        /// Name of the browser, such as `Chrome`.
        "browser_name" as name: Option<Text>,
        /// Name of the operating system, such as `macOS`.
        platform_name: Option<Text>,
        /// Version of the browser.
        "browser_version" as version: Option<Text>,
        /// Version of the operating system.
        platform_version: Option<Text>,
    }
}

/// When a visitor or sender began: an object around a time, up to 1.2 the time alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InitiatedAt {
    /// The time alone.
    Bare(Timestamp),
    /// An object around it.
    Object(Initiated),
}

impl InitiatedAt {
    /// The time, whichever shape it came in.
    ///
    /// From a browser it is the visitor's clock and zone: a fact about the visitor, and not the
    /// time of the event.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        match self {
            Self::Bare(timestamp) => Some(timestamp),
            Self::Object(object) => object.timestamp.as_ref(),
        }
    }
}

object! {
    /// The object around the time when a visitor or sender began.
    pub struct Initiated {
        /// The time: JavaScript's text for a date in web widgets, ISO 8601 in e-mail.
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
