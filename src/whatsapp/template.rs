use super::TemplateId;
use crate::wire::{Json, Text, object};

object! {
    /// What changed about a message template.
    pub struct TemplateUpdate {
        /// What was decided about a template, such as `REJECTED`.
        event: Option<Text>,
        /// The template; a number.
        message_template_id: Option<TemplateId>,
        /// Name that the business gave the template.
        message_template_name: Option<Text>,
        /// Language of the template, such as `en_US` or `en-US`.
        message_template_language: Option<Text>,
        /// Category of the template, such as `MARKETING`.
        message_template_category: Option<Text>,
        /// Why the template was rejected, such as `INVALID_FORMAT`; `NONE` where it was not.
        reason: Option<Text>,
        /// When the template is disabled.
        disable_info: Option<Json>,
        /// Why the template was paused or locked.
        other_info: Option<Json>,
        /// Why the template was rejected, in words, and what to do.
        rejection_info: Option<Json>,
    }
}
