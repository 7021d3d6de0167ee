use crate::wire::open_enum;

open_enum! {
    /// Something to know of a message before a program answers it.
    ///
    /// | mark | set from |
    /// | --- | --- |
    /// | `phone_app` | Chatwoot's `external_echo` and, in forks, `external_sender_name`; WhatsApp's echoes |
    /// | `auto_reply` | Chatwoot's `email.auto_reply`, and `auto_reply` of the conversation beside a mail that is its first |
    /// | `campaign` | Chatwoot's `campaign_id` |
    /// | `history` | WhatsApp's field `history`; Chatwoot's `external_created_at` and, in forks, `imported` |
    /// | `standby` | WhatsApp's field `standby` |
    pub enum Mark {
        /// Written in the network's own app on the business's phone, not through the platform.
        "phone_app" as PhoneApp,
        /// Written by a machine that answers everybody, such as an out-of-office reply.
        "auto_reply" as AutoReply,
        /// Sent to many at once.
        "campaign" as Campaign,
        /// Old: brought in from a history, possibly long after it was written.
        "history" as History,
        /// A copy for one who listens while another holds the conversation; not to be answered.
        "standby" as Standby,
    }
}
