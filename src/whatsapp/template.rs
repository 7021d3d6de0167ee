use super::TemplateId;
use crate::wire::{Phone, Text, Timestamp, object, open_enum};

object! {
    /// A change to a message template. Which members are present depends on the field.
    ///
    /// The members, not the field, determine what changed: one of Meta's pages shows a quality
    /// update under the field of status updates.
    pub struct TemplateUpdate {
        /// The new status of the template, or a decision about it. Present only with
        /// `message_template_status_update`.
        event: Option<TemplateEvent>,
        /// The ID of the template: a number, observed as a string as well.
        message_template_id: Option<TemplateId>,
        /// The name that the business gave the template.
        message_template_name: Option<Text>,
        /// The language of the template, such as `en_US` or `en-US`.
        message_template_language: Option<Text>,
        /// The category of the template, such as `MARKETING`. Absent from some events.
        message_template_category: Option<Text>,
        /// The reason for the event, such as `INVALID_FORMAT` or `ABUSIVE_CONTENT`. `NONE` or null
        /// if there is none.
        reason: Option<Text>,
        /// When the template is disabled.
        disable_info: Option<Box<TemplateDisabling>>,
        /// Why the template was paused, locked or disabled.
        other_info: Option<Box<TemplateNotice>>,
        /// Why the template was rejected and how to fix it, in sentences.
        rejection_info: Option<Box<TemplateRejection>>,
        /// The previous quality score. Absent from the first update.
        previous_quality_score: Option<QualityScore>,
        /// The new quality score, sent with `message_template_quality_update`.
        new_quality_score: Option<QualityScore>,
        /// The header of the edited template. Absent if it has none.
        message_template_title: Option<Text>,
        /// The body of the edited template, sent with `message_template_components_update`.
        message_template_element: Option<Text>,
        /// The footer of the edited template. Absent if it has none.
        message_template_footer: Option<Text>,
        /// The buttons of the edited template. Absent if it has none.
        message_template_buttons: Option<Vec<TemplateButton>>,
        /// The previous category, sent with `template_category_update`. Absent if the change is
        /// still to come.
        previous_category: Option<Text>,
        /// The current category, sent with `template_category_update`, even if the change is still
        /// to come.
        new_category: Option<Text>,
        /// The category that the template should have, according to Meta. With
        /// `template_category_update`, it is the upcoming category.
        correct_category: Option<Text>,
        /// When the category will change, as Unix time in seconds, a day in advance. Absent once it
        /// has changed.
        category_update_timestamp: Option<Timestamp>,
        /// The category that the business chose, sent with `template_correct_category_detection`.
        /// Known from a library modeled on Meta's pages.
        category: Option<Text>,
    }
}

object! {
    /// The time when a template is disabled.
    pub struct TemplateDisabling {
        /// When the template is disabled, as Unix time in seconds. Observed as a date in words as
        /// well.
        disable_date: Option<Timestamp>,
    }
}

object! {
    /// The explanation why a template was paused, locked or disabled.
    pub struct TemplateNotice {
        /// The kind of explanation, such as `FIRST_PAUSE`, `SECOND_PAUSE`, `RATE_LIMITING_PAUSE`,
        /// `UNPAUSE` or `DISABLED`.
        title: Option<Text>,
        /// The explanation as a sentence, for display.
        description: Option<Text>,
    }
}

object! {
    /// The explanation why a template was rejected.
    pub struct TemplateRejection {
        /// The reason for the rejection, as a sentence.
        reason: Option<Text>,
        /// The recommendation on how to fix the template, as a sentence.
        recommendation: Option<Text>,
    }
}

object! {
    /// A button of a template.
    pub struct TemplateButton {
        /// The type of the button, such as `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `FLOW` or `OTP`.
        "message_template_button_type" as kind: Option<Text>,
        /// The label of the button.
        "message_template_button_text" as text: Option<Text>,
        /// The URL that the button opens, sent with `URL`.
        "message_template_button_url" as url: Option<Text>,
        /// The phone number that the button calls, with a plus; sent with `PHONE_NUMBER`.
        "message_template_button_phone_number" as phone_number: Option<Phone>,
    }
}

open_enum! {
    /// The new status of a template, or a decision about it.
    pub enum TemplateEvent {
        /// The template was approved and may be used.
        "APPROVED" as Approved,
        /// The template was archived because it had not been used for a long time.
        "ARCHIVED" as Archived,
        /// The template was restored from the archive.
        "UNARCHIVED" as Unarchived,
        /// The template was deleted.
        "DELETED" as Deleted,
        /// The template was disabled and may no longer be used.
        "DISABLED" as Disabled,
        /// The template is at risk of being disabled.
        "FLAGGED" as Flagged,
        /// The business appealed a decision about the template.
        "IN_APPEAL" as InAppeal,
        /// The account has reached its maximum number of templates.
        "LIMIT_EXCEEDED" as LimitExceeded,
        /// The template was locked and cannot be edited.
        "LOCKED" as Locked,
        /// The template was paused and may not be used for some time.
        "PAUSED" as Paused,
        /// The template is being reviewed.
        "PENDING" as Pending,
        /// The template is scheduled for deletion. Its [`reason`](TemplateUpdate::reason) is null.
        "PENDING_DELETION" as PendingDeletion,
        /// The template was reinstated and may be used again.
        "REINSTATED" as Reinstated,
        /// The template was rejected and may not be used.
        "REJECTED" as Rejected,
    }
}

open_enum! {
    /// The quality score of a template, which shows how well customers like it.
    pub enum QualityScore {
        /// The quality is high.
        "GREEN" as Green,
        /// The quality is medium, between green and red.
        "YELLOW" as Yellow,
        /// The quality is low, so the template may soon be paused or disabled.
        "RED" as Red,
        /// The quality has not been determined yet.
        "UNKNOWN" as NotKnown,
    }
}
