use super::{Account, AccountId, Changes, ChannelRecord, InboxId, WorkingHoursId};
use crate::wire::{Json, Number, Text, Timestamp, object, open_enum};

object! {
    /// An inbox: one channel of an account, such as a web widget or a WhatsApp number.
    pub struct Inbox {
        /// The inbox's ID, unique within the installation.
        id: InboxId,
        /// The inbox's display name.
        name: Option<Text>,
    }
}

object! {
    /// The payload of `inbox_created`, `inbox_updated` and, in forks, `inbox_deleted`: the settings
    /// of an inbox.
    ///
    /// Upstream it has neither the inbox's ID nor its name; see [`inbox_id`](Self::inbox_id).
    /// Observed since 3.2, from servers that set `ENABLE_INBOX_EVENTS`. Since 4.14.1 an update also
    /// reports that the channel lost or regained its authorization.
    pub struct InboxSettings {
        /// The inbox's ID. In forks only.
        id: Option<InboxId>,
        /// The inbox's display name. In forks only.
        name: Option<Text>,
        /// Whether customers may write into a resolved conversation, which opens it again.
        allow_messages_after_resolved: Option<bool>,
        /// Whether a contact always has the same conversation in this inbox, instead of a new one
        /// each time.
        lock_to_single_conversation: Option<bool>,
        /// The settings of the automatic assignment to agents, as a free-form object; `{}` if
        /// nothing is set.
        auto_assignment_config: Option<Json>,
        /// Whether new conversations are assigned to agents automatically.
        enable_auto_assignment: Option<bool>,
        /// Whether the widget asks visitors for their email address.
        enable_email_collect: Option<bool>,
        /// Whether the first message of a customer is answered with `greeting_message`.
        greeting_enabled: Option<bool>,
        /// The text of the greeting; absent if none was written.
        greeting_message: Option<Text>,
        /// Whether customers are asked to rate a resolved conversation.
        csat_survey_enabled: Option<bool>,
        /// Whether the inbox follows its `working_hours`.
        working_hours_enabled: Option<bool>,
        /// The text with which customers are answered outside the working hours; absent if none was
        /// written.
        out_of_office_message: Option<Text>,
        /// How the emails of this inbox name their sender.
        sender_name_type: Option<SenderNameType>,
        /// The name of the business in emails; absent if none was set.
        business_name: Option<Text>,
        /// The name of the time zone of the working hours, such as `UTC` or `Europe/Berlin`.
        timezone: Option<Text>,
        /// The working hours, one element per day of the week.
        working_hours: Option<Vec<WorkingHours>>,
        /// The time at which the inbox was created, in ISO 8601 with milliseconds.
        created_at: Option<Timestamp>,
        /// The time at which the settings were last changed, in ISO 8601 with milliseconds. A lost
        /// or regained authorization does not change it.
        updated_at: Option<Timestamp>,
        /// The database row of the channel, including its secrets.
        channel: Option<ChannelRecord>,
        /// The account that the inbox belongs to; since 4.14.2.
        account: Option<Account>,
        /// The changed columns of the inbox, or `reauthorization_required`, which is not a column.
        /// Only in `inbox_updated`.
        changed_attributes: Option<Changes>,
    }
}

impl InboxSettings {
    /// Returns the ID of the inbox. Upstream it is taken from the working hours, since no other
    /// member has it.
    #[must_use]
    pub fn inbox_id(&self) -> Option<&InboxId> {
        let of_hours =
            || self.working_hours.iter().flatten().find_map(|hours| hours.inbox_id.as_ref());
        self.id.as_ref().or_else(of_hours)
    }
}

open_enum! {
    /// How an email names its sender.
    pub enum SenderNameType {
        /// The name of the agent, followed by that of the business.
        "friendly" as Friendly,
        /// The name of the business alone.
        "professional" as Professional,
    }
}

object! {
    /// The working hours of an inbox on one day of the week.
    pub struct WorkingHours {
        /// The ID of the working hours of this day.
        id: Option<WorkingHoursId>,
        /// The ID of the inbox with these working hours.
        inbox_id: Option<InboxId>,
        /// The ID of the account that the inbox belongs to.
        account_id: Option<AccountId>,
        /// The day of the week, from 0 for Sunday to 6 for Saturday.
        day_of_week: Option<Number>,
        /// Whether the inbox is closed on this day.
        closed_all_day: Option<bool>,
        /// The hour of opening, 0 to 23; absent if closed all day.
        open_hour: Option<Number>,
        /// The minute of opening; absent if closed all day.
        open_minutes: Option<Number>,
        /// The hour of closing, 0 to 23; absent if closed all day.
        close_hour: Option<Number>,
        /// The minute of closing; absent if closed all day.
        close_minutes: Option<Number>,
        /// Whether the inbox is open around the clock on this day.
        open_all_day: Option<bool>,
        /// The time at which the row was created, in ISO 8601 with milliseconds.
        created_at: Option<Timestamp>,
        /// The time at which the row was last changed, in ISO 8601 with milliseconds.
        updated_at: Option<Timestamp>,
    }
}
