use super::{ChannelType, Party, TeamId};
use crate::wire::{Text, object, open_enum};

object! {
    /// The participants of a conversation: the customer, the assignee and the team.
    pub struct Meta {
        /// The customer; in some forks the group.
        sender: Option<Box<Party>>,
        /// The agent, or (observed since 4.8.0) the bot, that the conversation is assigned to;
        /// absent if there is none. Up to 1.7 it was the whole database row of the agent.
        assignee: Option<Box<Party>>,
        /// Whether the assignee is an agent or a bot; absent if there is none. Observed since
        /// 4.8.0.
        assignee_type: Option<AssigneeType>,
        /// The team that the conversation is assigned to; absent if there is none. Observed since
        /// 2.8.
        team: Option<Team>,
        /// Whether the visitor proved, by an HMAC, to be this contact. Observed since 1.22.1.
        hmac_verified: Option<bool>,
        /// The type of the inbox's channel. In forks only (Evo CRM).
        channel: Option<ChannelType>,
        /// The service through which the channel is connected. In forks only (Evo CRM).
        provider: Option<Text>,
    }
}

open_enum! {
    /// The type of an assignee. Observed, not documented.
    pub enum AssigneeType {
        /// An agent or administrator of the account.
        "User" as User,
        /// A bot that is connected over webhooks.
        "AgentBot" as AgentBot,
        /// An assistant of Captain, the built-in AI agent; only in the enterprise edition.
        "Captain::Assistant" as CaptainAssistant,
        /// A team of agents. Seen in test bodies only.
        "Team" as Team,
    }
}

object! {
    /// A team of agents. Observed, not documented.
    pub struct Team {
        /// The team's ID, unique within the installation.
        id: TeamId,
        /// The team's name, in lowercase.
        name: Option<Text>,
        /// The name of the team's icon; absent if it has none. Announced for 4.16.
        icon: Option<Text>,
        /// The color of the team's icon; absent if it has none. Announced for 4.16.
        icon_color: Option<Text>,
    }
}
