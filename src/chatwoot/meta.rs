use super::{ChannelType, Party, TeamId};
use crate::wire::{Text, object, open_enum};

object! {
    /// Who takes part in a conversation.
    pub struct Meta {
        /// The customer; in some forks the group.
        sender: Option<Box<Party>>,
        /// The agent, or (observed since 4.8.0) the bot, that works on it; absent when nobody does.
        /// Up to 1.7 the whole database row of the agent.
        assignee: Option<Box<Party>>,
        /// What sort of assignee it is, absent when there is none. Observed since 4.8.0.
        assignee_type: Option<AssigneeType>,
        /// The team that works on it, absent when there is none. Observed since 2.8.
        team: Option<Team>,
        /// Whether the visitor proved to be this contact. Observed since 1.22.1.
        hmac_verified: Option<bool>,
        /// Kind of the channel. Forks (Evo CRM).
        channel: Option<ChannelType>,
        /// Who connects the channel. Forks (Evo CRM).
        provider: Option<Text>,
    }
}

open_enum! {
    /// What sort of assignee it is. Observed.
    pub enum AssigneeType {
        /// An agent.
        "User" as User,
        /// A bot.
        "AgentBot" as AgentBot,
        /// A Captain assistant; only in the enterprise edition.
        "Captain::Assistant" as CaptainAssistant,
        /// A team. In test bodies.
        "Team" as Team,
    }
}

object! {
    /// A team of agents. Observed.
    pub struct Team {
        /// The team.
        id: TeamId,
        /// Name of the team, in lower case.
        name: Option<Text>,
        /// Name of its icon; absent without one. Announced for 4.16.
        icon: Option<Text>,
        /// Color of its icon; absent without one. Announced for 4.16.
        icon_color: Option<Text>,
    }
}
