use super::ConversationId;
use crate::wire::{Timestamp, object, open_enum};

object! {
    /// What a message costs.
    pub struct Pricing {
        /// Whether it costs anything; announced to go.
        billable: Option<bool>,
        /// What is paid for.
        model "pricing_model": Option<PricingModel>,
        /// Which price applies; since version 24.0 of the API (October 2025).
        kind "type": Option<PricingType>,
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
        kind "type": Option<Category>,
    }
}

open_enum! {
    /// What is paid for.
    pub enum PricingModel {
        /// Conversations, up to June 2025.
        ConversationBased = "CBP",
        /// Messages, since 1 July 2025.
        PerMessage = "PMP",
        /// Notifications. Older.
        NotificationBased = "NBP",
    }
}

open_enum! {
    /// Which price applies.
    pub enum PricingType {
        /// That of the category.
        Regular = "regular",
        /// None, within the window after a message of the customer.
        FreeCustomerService = "free_customer_service",
        /// None, after an ad or a button of a page.
        FreeEntryPoint = "free_entry_point",
    }
}

open_enum! {
    /// What a message or a conversation counts as.
    pub enum Category {
        /// A code to log in with; since June 2023.
        Authentication = "authentication",
        /// Advertising; since June 2023.
        Marketing = "marketing",
        /// News about something the customer ordered; since June 2023.
        Utility = "utility",
        /// An answer to the customer; since June 2023.
        Service = "service",
        /// After an ad or a button of a page; since June 2023.
        ReferralConversion = "referral_conversion",
        /// A code to log in with, to another country; since 2024 or 2025.
        AuthenticationInternational = "authentication_international",
        /// The same, spelt with a hyphen.
        AuthenticationInternationalHyphenated = "authentication-international",
        /// Advertising through the lite API; since 2024 or 2025.
        MarketingLite = "marketing_lite",
        /// Advertising in a group; since October 2025.
        GroupMarketing = "group_marketing",
        /// News in a group; since October 2025.
        GroupUtility = "group_utility",
        /// An answer in a group; since October 2025.
        GroupService = "group_service",
        /// An answer of an assistant for any purpose; since 2026.
        GeneralPurposeAi = "general_purpose_ai",
        /// The customer wrote first; February 2022 to May 2023.
        UserInitiated = "user_initiated",
        /// The business wrote first; February 2022 to May 2023.
        BusinessInitiated = "business_initiated",
    }
}
