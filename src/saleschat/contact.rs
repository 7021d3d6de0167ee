use super::{ChatroomId, ContactId, UserId};
use crate::wire::{Id, Phone, Timestamp, object, open_enum};

object! {
    /// Payload of `CONTACT_ASSIGNED`. It names no chatroom, although a contact may have several.
    pub struct Assignment {
        /// The contact.
        contact_id: Option<ContactId>,
        /// The agent; presumably absent when nobody is assigned.
        user_id: Option<UserId>,
        /// Whether the agent takes over from the bot only when the contact has answered.
        is_handover: Option<bool>,
        /// Whether the contact has an agent now.
        is_assigned: Option<bool>,
    }
}

object! {
    /// Payload of `CONTACT_EXPIRED`.
    pub struct Contact {
        /// The contact.
        "contact_id" as id: Option<ContactId>,
    }
}

object! {
    /// Payload of `CONTACT_OPT_OUT`.
    pub struct OptOut {
        /// Number of the customer, in E.164 form.
        phone_number: Option<Phone>,
        /// The chatroom in which it happened.
        chatroom_id: Option<ChatroomId>,
        /// When it happened; the page does not say in which format.
        opt_out_ts: Option<Timestamp>,
        /// How the customer opted out.
        "opt_out_source" as source: Option<OptOutSource>,
    }
}

object! {
    /// How a customer opted out.
    pub struct OptOutSource {
        /// Which way it was.
        "type" as kind: Option<OptOutSourceType>,
        /// The template whose button was pressed.
        template_id: Option<Id>,
        /// The button of the template.
        button_id: Option<Id>,
    }
}

open_enum! {
    /// A way to opt out.
    pub enum OptOutSourceType {
        /// A button of a template message.
        "TEMPLATE_BUTTON" as TemplateButton,
    }
}
