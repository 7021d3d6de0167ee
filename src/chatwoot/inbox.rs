use super::{Account, AccountId, Changes, ChannelRecord, InboxId, WorkingHoursId};
use crate::wire::{Json, Number, Text, Timestamp, object, open_enum};

object! {
    /// An inbox: one channel of an account, such as a web widget or a WhatsApp number.
    pub struct Inbox {
        /// The inbox.
        id: InboxId,
        /// Name of the inbox, for people.
        name: Option<Text>,
    }
}

object! {
    /// Payload of `inbox_created`, `inbox_updated` and, in forks, `inbox_deleted`: the settings of an
    /// inbox, upstream with neither its id nor its name. See [`inbox_id`](Self::inbox_id).
    ///
    /// Observed since 3.2, from servers that set `ENABLE_INBOX_EVENTS`. Since 4.14.1 an update also
    /// tells that the channel lost its authorization or got it back.
    pub struct InboxSettings {
        /// The inbox. Forks.
        id: Option<InboxId>,
        /// Name of the inbox, for people. Forks.
        name: Option<Text>,
        /// Whether customers may write into a resolved conversation, which opens it again.
        allow_messages_after_resolved: Option<bool>,
        /// Whether a contact has one conversation here for good, instead of a new one each time.
        lock_to_single_conversation: Option<bool>,
        /// How conversations are handed out to agents: a free map, `{}` when nothing is set.
        auto_assignment_config: Option<Json>,
        /// Whether new conversations are handed out to agents.
        enable_auto_assignment: Option<bool>,
        /// Whether the widget asks visitors for their e-mail address.
        enable_email_collect: Option<bool>,
        /// Whether a first message is answered with `greeting_message`.
        greeting_enabled: Option<bool>,
        /// Text of the greeting; absent when none was written.
        greeting_message: Option<Text>,
        /// Whether customers are asked to rate a conversation that was resolved.
        csat_survey_enabled: Option<bool>,
        /// Whether the inbox keeps `working_hours`.
        working_hours_enabled: Option<bool>,
        /// What customers are answered outside of the working hours; absent when none was written.
        out_of_office_message: Option<Text>,
        /// What an e-mail of this inbox calls its sender.
        sender_name_type: Option<SenderNameType>,
        /// Name of the business in e-mails; absent when none was given.
        business_name: Option<Text>,
        /// Name of the time zone that the working hours are in, such as `UTC` or `Europe/Berlin`.
        timezone: Option<Text>,
        /// One element per day of the week.
        working_hours: Option<Vec<WorkingHours>>,
        /// When the inbox was made. ISO 8601.
        created_at: Option<Timestamp>,
        /// When its settings were last changed. ISO 8601.
        updated_at: Option<Timestamp>,
        /// The database row of the channel, secrets and all.
        channel: Option<ChannelRecord>,
        /// The account; since 4.14.2.
        account: Option<Account>,
        /// What was changed: columns of the inbox, or `reauthorization_required`, which is none.
        /// Only in `inbox_updated`.
        changed_attributes: Option<Changes>,
    }
}

impl InboxSettings {
    /// Id of the inbox, upstream from its working hours: it is nowhere else.
    #[must_use]
    pub fn inbox_id(&self) -> Option<&InboxId> {
        let of_hours =
            || self.working_hours.iter().flatten().find_map(|hours| hours.inbox_id.as_ref());
        self.id.as_ref().or_else(of_hours)
    }
}

open_enum! {
    /// What an e-mail calls its sender.
    pub enum SenderNameType {
        /// The agent, from the business.
        "friendly" as Friendly,
        /// The business alone.
        "professional" as Professional,
    }
}

object! {
    /// Working hours of an inbox on one day of the week.
    pub struct WorkingHours {
        /// The row of this day.
        id: Option<WorkingHoursId>,
        /// The inbox.
        inbox_id: Option<InboxId>,
        /// The account.
        account_id: Option<AccountId>,
        /// Day of the week, from 0 for Sunday to 6 for Saturday.
        day_of_week: Option<Number>,
        /// Whether the day is off.
        closed_all_day: Option<bool>,
        /// Hour of the opening, 0 to 23; absent on a day off.
        open_hour: Option<Number>,
        /// Minute of the opening; absent on a day off.
        open_minutes: Option<Number>,
        /// Hour of the closing, 0 to 23; absent on a day off.
        close_hour: Option<Number>,
        /// Minute of the closing; absent on a day off.
        close_minutes: Option<Number>,
        /// Whether the day has no closing.
        open_all_day: Option<bool>,
        /// When the row was made. ISO 8601.
        created_at: Option<Timestamp>,
        /// When the row was last changed. ISO 8601.
        updated_at: Option<Timestamp>,
    }
}
