use super::ConversationId;
use crate::wire::{Timestamp, object, open_enum};

object! {
    /// The pricing of a message: whether and how it is charged.
    pub struct Pricing {
        /// Whether the message is charged. Announced to be removed.
        billable: Option<bool>,
        /// The unit that is charged: messages or conversations.
        "pricing_model" as model: Option<PricingModel>,
        /// The rate that applies. Since version 24.0 of the API (October 2025).
        "type" as kind: Option<PricingType>,
        /// The rate that applies, under a longer key. Observed in the code of consumers.
        pricing_type: Option<Box<PricingType>>,
        /// The pricing category of the message.
        category: Option<Category>,
    }
}

object! {
    /// A conversation in the sense of a billing window, which is not a chat thread.
    pub struct Conversation {
        /// The ID of the window: 32 hexadecimal digits.
        id: Option<ConversationId>,
        /// When the window closes, as Unix time in seconds, on a whole minute. Sent only with
        /// `sent`.
        expiration_timestamp: Option<Timestamp>,
        /// How the conversation was opened.
        origin: Option<ConversationOrigin>,
        /// The pricing of the message. The pages about groups show it here instead of in the
        /// status.
        pricing: Option<Box<Pricing>>,
    }
}

object! {
    /// The origin of a conversation, which determines its category.
    pub struct ConversationOrigin {
        /// The pricing category of the conversation.
        "type" as kind: Option<Category>,
    }
}

open_enum! {
    /// The unit that WhatsApp charges for.
    pub enum PricingModel {
        /// Each conversation is charged. Used until June 2025.
        "CBP" as ConversationBased,
        /// Each message is charged. Used since 1 July 2025.
        "PMP" as PerMessage,
        /// Each notification is charged. Legacy.
        "NBP" as NotificationBased,
    }
}

open_enum! {
    /// The rate that applies to a message.
    pub enum PricingType {
        /// The regular rate of the category.
        "regular" as Regular,
        /// No charge, because the message was sent within the window after a message from the
        /// customer.
        "free_customer_service" as FreeCustomerService,
        /// No charge, because the customer came through an ad or a button on a page.
        "free_entry_point" as FreeEntryPoint,
    }
}

open_enum! {
    /// The pricing category of a message or a conversation.
    pub enum Category {
        /// A message with a code for logging in. Since June 2023.
        "authentication" as Authentication,
        /// A marketing message. Since June 2023.
        "marketing" as Marketing,
        /// An update about something that the customer ordered. Since June 2023.
        "utility" as Utility,
        /// An answer to the customer. Since June 2023.
        "service" as Service,
        /// A conversation that began with an ad or a button on a page. Since June 2023.
        "referral_conversion" as ReferralConversion,
        /// A message with a code for logging in, sent to another country. Since 2024 or 2025.
        "authentication_international" as AuthenticationInternational,
        /// A message with a code for logging in, sent to another country; spelled with a hyphen.
        "authentication-international" as AuthenticationInternationalHyphenated,
        /// A marketing message sent through the Marketing Messages Lite API. Since 2024 or 2025.
        "marketing_lite" as MarketingLite,
        /// A marketing message in a group. Since October 2025.
        "group_marketing" as GroupMarketing,
        /// An update in a group. Since October 2025.
        "group_utility" as GroupUtility,
        /// An answer in a group. Since October 2025.
        "group_service" as GroupService,
        /// An answer by a general-purpose AI assistant. Since 2026.
        "general_purpose_ai" as GeneralPurposeAi,
        /// The customer started the conversation. Used from February 2022 to May 2023.
        "user_initiated" as UserInitiated,
        /// The business started the conversation. Used from February 2022 to May 2023.
        "business_initiated" as BusinessInitiated,
    }
}
