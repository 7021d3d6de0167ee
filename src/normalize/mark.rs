use crate::wire::open_enum;

open_enum! {
    /// Something to know about a message before a program answers it.
    ///
    /// | mark | set from |
    /// | --- | --- |
    /// | `phone_app` | Chatwoot's `external_echo` and, in forks, `external_sender_name`; WhatsApp's echoes |
    /// | `auto_reply` | Chatwoot's `email.auto_reply`; for an email without it, `auto_reply` of the conversation, which describes the first email |
    /// | `campaign` | Chatwoot's `campaign_id` |
    /// | `history` | WhatsApp's field `history`; Chatwoot's `external_created_at` and, in forks, `imported` |
    /// | `standby` | WhatsApp's field `standby` |
    pub enum Mark {
        /// The message was written in the network's own app on the business's phone, not through
        /// the platform.
        "phone_app" as PhoneApp,
        /// The message was written by a machine that answers everyone, such as an out-of-office
        /// reply.
        "auto_reply" as AutoReply,
        /// The message was sent to many recipients at once.
        "campaign" as Campaign,
        /// The message is old: it was imported from a history, possibly long after it was written.
        "history" as History,
        /// The message is a copy for an app that only listens while another app controls the
        /// conversation. It is not to be answered.
        "standby" as Standby,
    }
}
