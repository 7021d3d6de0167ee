use super::{AgentId, ContactId, Dialect, TeamId, TransferId, dialect::any};
use crate::wire::{Text, WaId, object, open_enum};

object! {
    /// Data of `transfer.created`, `transfer.assigned` and `transfer.resumed`: the way of a
    /// conversation from a bot or an agent to another agent, and back.
    pub struct Transfer {
        /// Engine: the transfer. Help has no id of it.
        "transfer_id" as id: Option<TransferId>,
        /// Help and engine: the customer. Engine, `transfer.resumed`: the nil UUID if the contact
        /// could not be looked up; phone and name are then empty.
        contact_id: Option<ContactId>,
        /// Engine: number of the customer, as WhatsApp has it; may be empty in
        /// `transfer.assigned`.
        contact_phone: Option<WaId>,
        /// Engine: name of the customer; may be empty in `transfer.assigned`.
        contact_name: Option<Text>,
        /// Help: who had the conversation; absent if no agent had it.
        from_agent_id: Option<AgentId>,
        /// Help: who gets the conversation.
        to_agent_id: Option<AgentId>,
        /// Help: the team that gets the conversation.
        to_team_id: Option<TeamId>,
        /// Engine: who gets the conversation; absent if no agent has it, and in
        /// `transfer.resumed`. In `transfer.assigned` that means that the agent was taken off, or
        /// that the team changed, which is never in the body.
        agent_id: Option<AgentId>,
        /// Engine: name of the agent; absent in `transfer.created` and `transfer.resumed`.
        agent_name: Option<Text>,
        /// Help: what the agent should know.
        notes: Option<Text>,
        /// Engine: what set the transfer off.
        source: Option<TransferSource>,
        /// Engine: why it was set off, in words; absent if nobody gave a reason, and in
        /// `transfer.resumed`.
        reason: Option<Text>,
        /// Engine: name, and not id, of the WhatsApp account of the conversation.
        whatsapp_account: Option<Text>,
    }
}

impl Transfer {
    /// Who gets the conversation, in any dialect.
    #[must_use]
    pub fn to_agent(&self) -> Option<&AgentId> {
        self.to_agent_id.as_ref().or(self.agent_id.as_ref())
    }

    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(
            any!(self has from_agent_id to_agent_id to_team_id notes),
            false,
            any!(self has id contact_phone contact_name agent_id agent_name source reason
                whatsapp_account),
        )
    }
}

open_enum! {
    /// What sets a transfer off. Observed: engine.
    pub enum TransferSource {
        /// Somebody asked for it by hand.
        "manual" as Manual,
        /// A step in the flow of a bot.
        "flow" as Flow,
        /// A word that the customer wrote.
        "keyword" as Keyword,
        /// The bot is switched off.
        "chatbot_disabled" as ChatbotDisabled,
    }
}
