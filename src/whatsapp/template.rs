use super::TemplateId;
use crate::wire::{Phone, Text, Timestamp, object, open_enum};

object! {
    /// What changed about a message template. Which members there are depends on the field, and the
    /// members, not the field, say what changed: Meta's page shows a quality under the name of the
    /// field of decisions.
    pub struct TemplateUpdate {
        /// What was decided about the template; with `message_template_status_update` alone.
        event: Option<TemplateEvent>,
        /// The template; a number, seen as a text.
        message_template_id: Option<TemplateId>,
        /// Name that the business gave the template.
        message_template_name: Option<Text>,
        /// Language of the template, such as `en_US` or `en-US`.
        message_template_language: Option<Text>,
        /// Category of the template, such as `MARKETING`; absent beside some decisions.
        message_template_category: Option<Text>,
        /// Why it was decided, such as `INVALID_FORMAT` or `ABUSIVE_CONTENT`; `NONE` or null where
        /// there is no reason.
        reason: Option<Text>,
        /// When the template is disabled.
        disable_info: Option<Box<TemplateDisabling>>,
        /// Why the template was paused, locked or disabled.
        other_info: Option<Box<TemplateNotice>>,
        /// Why the template was rejected, in words, and what to do.
        rejection_info: Option<Box<TemplateRejection>>,
        /// Quality before; absent with the first one.
        previous_quality_score: Option<QualityScore>,
        /// Quality, with `message_template_quality_update`.
        new_quality_score: Option<QualityScore>,
        /// Header of the edited template; absent without one.
        message_template_title: Option<Text>,
        /// Body of the edited template, with `message_template_components_update`.
        message_template_element: Option<Text>,
        /// Footer of the edited template; absent without one.
        message_template_footer: Option<Text>,
        /// Buttons of the edited template; absent without any.
        message_template_buttons: Option<Vec<TemplateButton>>,
        /// Category before, with `template_category_update`; absent as long as the change is to
        /// come.
        previous_category: Option<Text>,
        /// Category now, with `template_category_update`, also where the change is to come.
        new_category: Option<Text>,
        /// Category that the template should have, in Meta's view. With
        /// `template_category_update` it is the one to come.
        correct_category: Option<Text>,
        /// When the category will change, in seconds; a day ahead. Absent when it has changed.
        category_update_timestamp: Option<Timestamp>,
        /// Category that was chosen, with `template_correct_category_detection`. From the model of
        /// a library that follows Meta's pages.
        category: Option<Text>,
    }
}

object! {
    /// When a template is disabled.
    pub struct TemplateDisabling {
        /// When, in seconds; seen in words, too.
        disable_date: Option<Timestamp>,
    }
}

object! {
    /// Why a template was paused, locked or disabled.
    pub struct TemplateNotice {
        /// What it is, such as `FIRST_PAUSE`, `SECOND_PAUSE`, `RATE_LIMITING_PAUSE`, `UNPAUSE` or
        /// `DISABLED`.
        title: Option<Text>,
        /// A sentence.
        description: Option<Text>,
    }
}

object! {
    /// Why a template was rejected.
    pub struct TemplateRejection {
        /// Why, as a sentence.
        reason: Option<Text>,
        /// What to do, as a sentence.
        recommendation: Option<Text>,
    }
}

object! {
    /// Button of a template.
    pub struct TemplateButton {
        /// What it does, such as `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `FLOW` or `OTP`.
        "message_template_button_type" as kind: Option<Text>,
        /// Its label.
        "message_template_button_text" as text: Option<Text>,
        /// Where it leads, with `URL`.
        "message_template_button_url" as url: Option<Text>,
        /// Whom it calls, with `PHONE_NUMBER`; with a plus.
        "message_template_button_phone_number" as phone_number: Option<Phone>,
    }
}

open_enum! {
    /// What was decided about a template.
    pub enum TemplateEvent {
        /// It may be used.
        "APPROVED" as Approved,
        /// It was put away, as nobody used it for long.
        "ARCHIVED" as Archived,
        /// It is back from there.
        "UNARCHIVED" as Unarchived,
        /// It is gone.
        "DELETED" as Deleted,
        /// It may not be used any more.
        "DISABLED" as Disabled,
        /// It is in danger of being disabled.
        "FLAGGED" as Flagged,
        /// The business objected to a decision.
        "IN_APPEAL" as InAppeal,
        /// The account has as many templates as it may have.
        "LIMIT_EXCEEDED" as LimitExceeded,
        /// It cannot be edited.
        "LOCKED" as Locked,
        /// It may not be used for some time.
        "PAUSED" as Paused,
        /// It is being reviewed.
        "PENDING" as Pending,
        /// It will be deleted.
        "PENDING_DELETION" as PendingDeletion,
        /// It may be used again.
        "REINSTATED" as Reinstated,
        /// It may not be used.
        "REJECTED" as Rejected,
    }
}

open_enum! {
    /// How well a template is liked.
    pub enum QualityScore {
        /// Well.
        "GREEN" as Green,
        /// Not so well.
        "YELLOW" as Yellow,
        /// Badly; it may be paused or disabled soon.
        "RED" as Red,
        /// Not known yet.
        "UNKNOWN" as NotKnown,
    }
}
