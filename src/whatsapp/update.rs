use super::{
    AccountAlert, AccountReview, AccountSettings, AccountUpdate, BusinessStatus, BusinessUsername,
    CampaignStatus, Capability, Flow, Handover, LineName, LineQuality, PartnerSolution,
    PaymentConfiguration, Security, TemplateUpdate, Value,
};
use crate::{
    json::Error,
    wire::{Body, Extra, Node, Text, Wire, Word, object, serde_traits, tagged},
};

object! {
    /// Part of Meta's envelope: something that happened.
    #[name = "field" or "messages"]
    pub struct Change {
        /// What was subscribed to, which says what the value means.
        field: Option<FieldName>,
        /// What it holds; known by its field, wherever that is.
        value: Option<Update>,
    }
}

impl Change {
    /// Name of the field, wherever it was sent.
    pub(crate) fn name(&self) -> Option<&str> {
        let update = self.value.as_ref().map(Update::name);
        update.or(self.field.as_ref().map(|field| field.0.as_str()))
    }
}

tagged! {
    /// What happened, by the field that was subscribed to.
    ///
    /// The first half has a business number, and lists. The second has members of its own.
    pub enum Update: UpdateType {
        /// Messages from customers, and what became of those of the business.
        "messages" as Messages(Box<Value>),
        /// Messages that the business sent from its phone app.
        "smb_message_echoes" as PhoneAppEchoes(Box<Value>),
        /// Messages that the business sent in another way, such as a bot of Meta's.
        "message_echoes" as MessageEchoes(Box<Value>),
        /// Messages from before the number came to the API, and then their files.
        "history" as History(Box<Value>),
        /// Copies for one who listens while another holds the conversation.
        "standby" as Standby(Box<Value>),
        /// Contacts of the phone app that were added, edited or removed.
        "smb_app_state_sync" as PhoneAppContacts(Box<Value>),
        /// Calls.
        "calls" as Calls(Box<Value>),
        /// What customers want to get.
        "user_preferences" as UserPreferences(Box<Value>),
        /// Ids of customers that changed.
        "user_id_update" as UserIds(Box<Value>),
        /// What customers did after they came through an ad.
        "automatic_events" as AutomaticEvents(Box<Value>),
        /// What customers did with links. Seen in code of one consumer.
        "tracking_events" as TrackingEvents(Box<Value>),
        /// Groups that were made or deleted.
        "group_lifecycle_update" as GroupLifecycle(Box<Value>),
        /// Who came into a group or left it.
        "group_participants_update" as GroupParticipants(Box<Value>),
        /// The same, as one page spells it.
        "group_participant_update" as GroupParticipant(Box<Value>),
        /// Settings of groups.
        "group_settings_update" as GroupSettings(Box<Value>),
        /// Groups that were suspended, or are no longer.
        "group_status_update" as GroupStatus(Box<Value>),
        /// A conversation went into other hands.
        "messaging_handovers" as Handover(Box<Handover>),
        /// A template was approved, rejected, paused and the like.
        "message_template_status_update" as TemplateStatus(Box<TemplateUpdate>),
        /// How well a template is liked.
        "message_template_quality_update" as TemplateQuality(Box<TemplateUpdate>),
        /// A template was edited.
        "message_template_components_update" as TemplateComponents(Box<TemplateUpdate>),
        /// The category of a template changed, or will.
        "template_category_update" as TemplateCategory(Box<TemplateUpdate>),
        /// The category of what was sent is not right.
        "template_correct_category_detection" as TemplateCorrectCategory(Box<TemplateUpdate>),
        /// Something about a business account: a ban, a restriction, a partner and the like.
        "account_update" as Account(Box<AccountUpdate>),
        /// A warning about a business or a number.
        "account_alerts" as AccountAlert(Box<AccountAlert>),
        /// A business account was reviewed.
        "account_review_update" as AccountReview(Box<AccountReview>),
        /// Settings of a number.
        "account_settings_update" as AccountSettings(Box<AccountSettings>),
        /// How much a business may send.
        "business_capability_update" as Capability(Box<Capability>),
        /// Something about a business.
        "business_status_update" as BusinessStatus(Box<BusinessStatus>),
        /// The user name of a business.
        "business_username_updates" as BusinessUsernames(Box<BusinessUsername>),
        /// The same, in another spelling.
        "business_username_update" as BusinessUsername(Box<BusinessUsername>),
        /// The same, under its first name.
        "phone_number_username_update" as LineUsername(Box<BusinessUsername>),
        /// The name that customers see beside a number was reviewed.
        "phone_number_name_update" as LineName(Box<LineName>),
        /// How much may be sent from a number.
        "phone_number_quality_update" as LineQuality(Box<LineQuality>),
        /// The PIN of a number was changed or asked for.
        "security" as Security(Box<Security>),
        /// A way of payment was set up.
        "payment_configuration_update" as PaymentConfiguration(Box<PaymentConfiguration>),
        /// A partner's solution was made or changed.
        "partner_solutions" as PartnerSolution(Box<PartnerSolution>),
        /// A flow changed, or does not work well.
        "flows" as Flow(Box<Flow>),
        /// A campaign changed its state.
        "campaign_status_update" as Campaign(Box<CampaignStatus>),
    }
}

impl From<Update> for Change {
    /// The change that reports an update, under the name of its field.
    fn from(update: Update) -> Self {
        let field = Some(FieldName(update.name().into()));
        Self { field, value: Some(update), extra: Extra::default() }
    }
}

/// The updates that hold lists.
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
    /// The lists of the first half of the fields.
    #[must_use]
    pub fn lists(&self) -> Option<&Value> {
        match self {
            lists!(value) => Some(value),
            _ => None,
        }
    }

    /// The lists of the first half of the fields by value, or else the update itself.
    pub(crate) fn into_lists(self) -> Result<Box<Value>, Self> {
        match self {
            lists!(value) => Ok(value),
            other => Err(other),
        }
    }
}

/// Name of a field that was subscribed to.
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
        Node::Word(Word { text: &self.0, is_known, is_number: false })
    }
}

serde_traits!(FieldName);
