use super::ConversationId;
use crate::wire::{Timestamp, object, open_enum};

object! {
    /// What a message costs.
    pub struct Pricing {
        /// Whether it costs anything; announced to go.
        billable: Option<bool>,
        /// What is paid for.
        "pricing_model" as model: Option<PricingModel>,
        /// Which price applies; since version 24.0 of the API (October 2025).
        "type" as kind: Option<PricingType>,
        /// The same under a longer key; observed in code of consumers.
        pricing_type: Option<Box<PricingType>>,
        /// What the message counts as.
        category: Option<Category>,
    }
}

object! {
    /// Conversation as a window of billing, which is not a thread.
    pub struct Conversation {
        /// Id of the window, 32 hexadecimal digits.
        id: Option<ConversationId>,
        /// When the window closes, in seconds, on a whole minute; only with `sent`.
        expiration_timestamp: Option<Timestamp>,
        /// How the window was opened.
        origin: Option<ConversationOrigin>,
        /// What the message costs; on the pages about groups it stands here.
        pricing: Option<Box<Pricing>>,
    }
}

object! {
    /// How a conversation was opened.
    pub struct ConversationOrigin {
        /// What the conversation counts as.
        "type" as kind: Option<Category>,
    }
}

open_enum! {
    /// What is paid for.
    pub enum PricingModel {
        /// Conversations, up to June 2025.
        "CBP" as ConversationBased,
        /// Messages, since 1 July 2025.
        "PMP" as PerMessage,
        /// Notifications. Older.
        "NBP" as NotificationBased,
    }
}

open_enum! {
    /// Which price applies.
    pub enum PricingType {
        /// That of the category.
        "regular" as Regular,
        /// None, within the window after a message of the customer.
        "free_customer_service" as FreeCustomerService,
        /// None, after an ad or a button of a page.
        "free_entry_point" as FreeEntryPoint,
    }
}

open_enum! {
    /// What a message or a conversation counts as.
    pub enum Category {
        /// A code to log in with; since June 2023.
        "authentication" as Authentication,
        /// Advertising; since June 2023.
        "marketing" as Marketing,
        /// News about something the customer ordered; since June 2023.
        "utility" as Utility,
        /// An answer to the customer; since June 2023.
        "service" as Service,
        /// After an ad or a button of a page; since June 2023.
        "referral_conversion" as ReferralConversion,
        /// A code to log in with, to another country; since 2024 or 2025.
        "authentication_international" as AuthenticationInternational,
        /// The same, spelt with a hyphen.
        "authentication-international" as AuthenticationInternationalHyphenated,
        /// Advertising through the lite API; since 2024 or 2025.
        "marketing_lite" as MarketingLite,
        /// Advertising in a group; since October 2025.
        "group_marketing" as GroupMarketing,
        /// News in a group; since October 2025.
        "group_utility" as GroupUtility,
        /// An answer in a group; since October 2025.
        "group_service" as GroupService,
        /// An answer of an assistant for any purpose; since 2026.
        "general_purpose_ai" as GeneralPurposeAi,
        /// The customer wrote first; February 2022 to May 2023.
        "user_initiated" as UserInitiated,
        /// The business wrote first; February 2022 to May 2023.
        "business_initiated" as BusinessInitiated,
    }
}
