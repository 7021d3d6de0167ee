use super::{AgentId, ContactId, Dialect, TeamId, TransferId, dialect::any};
use crate::wire::{Text, WaId, object, open_enum};

object! {
    /// The data of `transfer.created`, `transfer.assigned` and `transfer.resumed`: the handover of
    /// a conversation from a bot or an agent to an agent, and its end.
    pub struct Transfer {
        /// The transfer's ID, in the engine dialect. The help dialect has none.
        "transfer_id" as id: Option<TransferId>,
        /// The customer's ID, in the help and engine dialects.
        ///
        /// In `transfer.resumed` of the engine it is the nil UUID if the contact could not be
        /// looked up; phone number and name are then empty.
        contact_id: Option<ContactId>,
        /// The customer's phone number as WhatsApp has it, in the engine dialect; may be empty in
        /// `transfer.assigned`.
        contact_phone: Option<WaId>,
        /// The customer's name, in the engine dialect; may be empty in `transfer.assigned`.
        contact_name: Option<Text>,
        /// The ID of the agent who had the conversation, in the help dialect; absent if no agent
        /// did.
        from_agent_id: Option<AgentId>,
        /// The ID of the agent who gets the conversation, in the help dialect.
        to_agent_id: Option<AgentId>,
        /// The ID of the team that gets the conversation, in the help dialect.
        to_team_id: Option<TeamId>,
        /// The ID of the agent who gets the conversation, in the engine dialect; absent if there is
        /// none, and in `transfer.resumed`.
        ///
        /// If it is absent in `transfer.assigned`, the agent was removed, or the team was changed;
        /// the team is never in the body.
        agent_id: Option<AgentId>,
        /// The name of the agent, in the engine dialect; absent in `transfer.created` and
        /// `transfer.resumed`.
        agent_name: Option<Text>,
        /// The notes for the agent, in the help dialect.
        notes: Option<Text>,
        /// What caused the transfer, in the engine dialect.
        source: Option<TransferSource>,
        /// The human-readable reason for the transfer, in the engine dialect; absent if none was
        /// given, and in `transfer.resumed`.
        reason: Option<Text>,
        /// The name, not the ID, of the WhatsApp account of the conversation, in the engine
        /// dialect.
        whatsapp_account: Option<Text>,
    }
}

impl Transfer {
    /// Returns the ID of the agent who gets the conversation, in any dialect.
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
    /// The cause of a transfer. Observed in the engine.
    ///
    /// Although the engine lists all four, it sends `transfer.created` only for transfers that were
    /// requested by hand or through the API.
    pub enum TransferSource {
        /// A user requested the transfer by hand.
        "manual" as Manual,
        /// A step in the flow of a bot requested the transfer.
        "flow" as Flow,
        /// The customer wrote a keyword.
        "keyword" as Keyword,
        /// The bot is disabled.
        "chatbot_disabled" as ChatbotDisabled,
    }
}
