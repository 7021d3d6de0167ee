use super::{ChatroomId, ContactId, UserId};
use crate::wire::{Phone, RawId, Timestamp, object, open_enum};

object! {
    /// The payload of `CONTACT_ASSIGNED`: a contact and its agent.
    ///
    /// It names no chatroom, although a contact may have several.
    pub struct Assignment {
        /// The contact's ID in SalesChat, which is not its ID in the CRM.
        contact_id: Option<ContactId>,
        /// The agent's ID; presumably absent if no agent is assigned.
        user_id: Option<UserId>,
        /// Whether the agent takes over from the bot only after the contact has replied.
        is_handover: Option<bool>,
        /// Whether the contact has an agent now.
        is_assigned: Option<bool>,
    }
}

object! {
    /// The payload of `CONTACT_EXPIRED`: the contact that expired.
    pub struct Contact {
        /// The contact's ID in SalesChat, which is not its ID in the CRM.
        "contact_id" as id: Option<ContactId>,
    }
}

object! {
    /// The payload of `CONTACT_OPT_OUT`: a customer's refusal of further messages.
    pub struct OptOut {
        /// The customer's phone number, in E.164 form with a plus.
        phone_number: Option<Phone>,
        /// The ID of the chatroom in which the customer opted out.
        chatroom_id: Option<ChatroomId>,
        /// The time of the opt-out; its format is not documented.
        opt_out_ts: Option<Timestamp>,
        /// The action by which the customer opted out.
        "opt_out_source" as source: Option<OptOutSource>,
    }
}

object! {
    /// The action by which a customer opted out.
    pub struct OptOutSource {
        /// The type of the action; only a pressed template button is documented.
        "type" as kind: Option<OptOutSourceType>,
        /// The ID of the template of which a button was pressed.
        template_id: Option<RawId>,
        /// The ID of the button that was pressed.
        button_id: Option<RawId>,
    }
}

open_enum! {
    /// The type of action by which a customer opted out.
    pub enum OptOutSourceType {
        /// The customer pressed a button of a template message.
        "TEMPLATE_BUTTON" as TemplateButton,
    }
}
