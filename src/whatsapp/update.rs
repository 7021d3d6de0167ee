use super::{
    AccountAlert, AccountReview, AccountSettings, AccountUpdate, BusinessStatus, BusinessUsername,
    CampaignStatus, Capability, Flow, Handover, LineName, LineQuality, PartnerSolution,
    PaymentConfiguration, Security, TemplateUpdate, Value,
};
use crate::{
    json::Error,
    wire::{Body, EnumValue, Extra, Node, Text, Wire, object, serde_traits, tagged},
};

object! {
    /// A change in Meta's envelope: the name of a subscribed field and the update that it reports.
    #[name = "field" or "messages"]
    pub struct Change {
        /// The name of the subscribed field, which determines the type of the value.
        field: Option<FieldName>,
        /// The update. Its type is determined by the field, whether that is next to the value or
        /// inside it.
        value: Option<Update>,
    }
}

impl Change {
    /// Returns the name of the field, whether it was sent next to the value or inside it.
    pub(crate) fn name(&self) -> Option<&str> {
        let update = self.value.as_ref().map(Update::name);
        update.or(self.field.as_ref().map(|field| field.0.as_str()))
    }
}

tagged! {
    /// The content of a change, typed by the subscribed field.
    ///
    /// The fields up to `group_status_update` have a business phone number and arrays of objects.
    /// The fields after it have members of their own.
    pub enum Update: UpdateType {
        /// Messages from customers, and statuses of messages of the business.
        "messages" as Messages(Box<Value>),
        /// Copies of messages that the business sent from its phone app.
        "smb_message_echoes" as PhoneAppEchoes(Box<Value>),
        /// Copies of messages that the business sent by other means, such as one of Meta's bots.
        "message_echoes" as MessageEchoes(Box<Value>),
        /// Messages from before the phone number was connected to the API, followed by their media.
        "history" as History(Box<Value>),
        /// Copies for an app that listens while another app controls the conversation.
        "standby" as Standby(Box<Value>),
        /// Contacts of the phone app that were added, edited or removed.
        "smb_app_state_sync" as PhoneAppContacts(Box<Value>),
        /// Calls that come in or end, and their statuses and recordings.
        "calls" as Calls(Box<Value>),
        /// Choices of customers to stop or resume receiving marketing messages.
        "user_preferences" as UserPreferences(Box<Value>),
        /// Customers whose business-scoped IDs changed.
        "user_id_update" as UserIds(Box<Value>),
        /// Purchases and leads of customers who came through an ad.
        "automatic_events" as AutomaticEvents(Box<Value>),
        /// Actions of customers on links. Known from the code of one consumer.
        "tracking_events" as TrackingEvents(Box<Value>),
        /// Groups that were created or deleted.
        "group_lifecycle_update" as GroupLifecycle(Box<Value>),
        /// Participants who joined or left a group.
        "group_participants_update" as GroupParticipants(Box<Value>),
        /// Participants who joined or left a group; the spelling of one page.
        "group_participant_update" as GroupParticipant(Box<Value>),
        /// Groups whose settings changed.
        "group_settings_update" as GroupSettings(Box<Value>),
        /// Groups that were suspended, or whose suspension was lifted.
        "group_status_update" as GroupStatus(Box<Value>),
        /// A conversation was handed over to another app of the business.
        "messaging_handovers" as Handover(Box<Handover>),
        /// A template was approved, rejected, paused or similar.
        "message_template_status_update" as TemplateStatus(Box<TemplateUpdate>),
        /// The quality score of a template changed.
        "message_template_quality_update" as TemplateQuality(Box<TemplateUpdate>),
        /// The components of a template were edited.
        "message_template_components_update" as TemplateComponents(Box<TemplateUpdate>),
        /// The category of a template changed or is about to change.
        "template_category_update" as TemplateCategory(Box<TemplateUpdate>),
        /// Meta found that a message was sent under the wrong category.
        "template_correct_category_detection" as TemplateCorrectCategory(Box<TemplateUpdate>),
        /// A change to a business account, such as a ban, a restriction or a new partner.
        "account_update" as Account(Box<AccountUpdate>),
        /// An alert about a business, an account or a phone number.
        "account_alerts" as AccountAlert(Box<AccountAlert>),
        /// A business account was reviewed, with the resulting [`Decision`](super::Decision).
        "account_review_update" as AccountReview(Box<AccountReview>),
        /// The settings of a business phone number changed, such as those of calls.
        "account_settings_update" as AccountSettings(Box<AccountSettings>),
        /// The limits of a business changed, such as how many customers it may contact.
        "business_capability_update" as Capability(Box<Capability>),
        /// An event about a business portfolio. Known from test deliveries.
        "business_status_update" as BusinessStatus(Box<BusinessStatus>),
        /// The username of a business was approved, reserved or deleted.
        "business_username_updates" as BusinessUsernames(Box<BusinessUsername>),
        /// The username of a business changed; an alternative spelling of the field.
        "business_username_update" as BusinessUsername(Box<BusinessUsername>),
        /// The username of a business changed; the original name of the field.
        "phone_number_username_update" as LineUsername(Box<BusinessUsername>),
        /// The display name of a business phone number was reviewed, with the resulting
        /// [`Decision`](super::Decision).
        "phone_number_name_update" as LineName(Box<LineName>),
        /// The messaging limit or the quality of a business phone number changed.
        "phone_number_quality_update" as LineQuality(Box<LineQuality>),
        /// The PIN of a business phone number was changed, or a reset was requested.
        "security" as Security(Box<Security>),
        /// A payment configuration was set up or changed.
        "payment_configuration_update" as PaymentConfiguration(Box<PaymentConfiguration>),
        /// A solution that several partners share was created or updated.
        "partner_solutions" as PartnerSolution(Box<PartnerSolution>),
        /// The status of a flow changed, or there is an alert about its performance.
        "flows" as Flow(Box<Flow>),
        /// The status of a marketing campaign changed. Known from test deliveries.
        "campaign_status_update" as Campaign(Box<CampaignStatus>),
    }
}

impl From<Update> for Change {
    /// Returns the change that reports an update, with the name of its field.
    fn from(update: Update) -> Self {
        let field = Some(FieldName(update.name().into()));
        Self { field, value: Some(update), extra: Extra::default() }
    }
}

/// Matches the updates that hold arrays.
macro_rules! lists {
    ($value:ident) => {
        Self::Messages($value)
            | Self::PhoneAppEchoes($value)
            | Self::MessageEchoes($value)
            | Self::History($value)
            | Self::Standby($value)
            | Self::PhoneAppContacts($value)
            | Self::Calls($value)
            | Self::UserPreferences($value)
            | Self::UserIds($value)
            | Self::AutomaticEvents($value)
            | Self::TrackingEvents($value)
            | Self::GroupLifecycle($value)
            | Self::GroupParticipants($value)
            | Self::GroupParticipant($value)
            | Self::GroupSettings($value)
            | Self::GroupStatus($value)
    };
}

impl Update {
    /// Returns the arrays of the update, or `None` if its field has members of its own.
    #[must_use]
    pub fn lists(&self) -> Option<&Value> {
        match self {
            lists!(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the arrays by value, or the update itself if it has none.
    pub(crate) fn into_lists(self) -> Result<Box<Value>, Self> {
        match self {
            lists!(value) => Ok(value),
            other => Err(other),
        }
    }
}

/// The name of a field that an app can subscribe to.
#[derive(Clone, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs, reason = "a name has nothing to add")]
pub struct FieldName(pub Text);

impl<T: Into<Text>> From<T> for FieldName {
    fn from(name: T) -> Self {
        Self(name.into())
    }
}

impl std::fmt::Debug for FieldName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Wire for FieldName {
    fn empty() -> Self {
        Self(Text::default())
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        self.0.read(body)
    }

    fn node(&self) -> Node<'_> {
        let is_known = UpdateType::NAMES.contains(&&*self.0);
        Node::EnumValue(EnumValue { text: &self.0, is_known, is_number: false })
    }
}

serde_traits!(FieldName);
