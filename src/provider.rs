//! The providers side by side.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Serialize, Serializer};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use crate::{
    Drift, Lenient, ParseError, drift,
    json::{Error, Kind},
    payload::Root,
};

/// One line per provider: docs, name, variant, and the module whose `Webhook` it sends. The name is
/// that of the feature, too.
macro_rules! providers {
    ($($(#[$doc:meta])* $name:literal as $variant:ident($module:ident),)+) => {
        /// A platform that sends webhooks.
        ///
        /// ```
        /// use chathooks::Provider;
        ///
        /// let provider: Provider = "chatwoot".parse()?;
        /// assert_eq!(provider, Provider::Chatwoot);
        /// assert_eq!(provider.to_string(), "chatwoot");
        /// # Ok::<(), chathooks::UnknownProvider>(())
        /// ```
        ///
        /// # Delivery
        ///
        /// | provider | expects | within | sends again | known from |
        /// | --- | --- | --- | --- | --- |
        /// | `saleschat` | – | – | `MEDIA_FILE` for up to three days; of the others nothing is published | its pages |
        /// | `smartflow` | 2xx | – | after any other answer, how often is not known; consumers saw bodies three times | consumers |
        /// | `meta` | 200 | a few seconds | for up to seven days, less and less often, possibly in other batches | its pages |
        /// | `aisoule` | 200; the engine any 2xx | the engine 10 s | after 10 s, 60 s and 5 min, and then the webhook is marked failing; the engine twice, after 2 s and 4 s | its pages, the engine's source |
        /// | `azeer` | – | – | *retry* is a value of the webhook's `policy`, and no more is published | its page |
        /// | `chatwoot` | any 2xx | 5 s, by `WEBHOOK_TIMEOUT` since 4.8 | account and inbox webhooks never; agent bots twice, 3 s apart, after 429 or 500, since 4.11.2 | its source |
        ///
        /// So answer 200 as soon as the body is stored, whatever it holds, and work later. The engine of
        /// AiSoule follows redirects, and a 301 or 302 turns its `POST` into a `GET` without the body:
        /// register the URL that answers itself.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(SerializeDisplay, DeserializeFromStr)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = crate::schema::tidy)
        )]
        #[non_exhaustive]
        pub enum Provider {
            $(
                $(#[$doc])*
                #[cfg_attr(feature = "schema", schemars(rename = $name))]
                $variant,
            )+
        }

        impl Provider {
            /// Every provider that this version knows.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in lower case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// Names of the events that the provider's module has models for; none without its
            /// feature. As values they are `EventType::ALL` of the module.
            #[must_use]
            pub fn events(self) -> &'static [&'static str] {
                match self {
                    $(
                        #[cfg(feature = $name)]
                        Self::$variant => <crate::$module::Webhook as Root>::NAMES,
                    )+
                    #[allow(unreachable_patterns, reason = "a provider whose feature is off")]
                    _ => &[],
                }
            }

            /// Key of the top-level member that names the event, where there is one.
            pub(crate) fn tag(self) -> Option<&'static str> {
                match self {
                    $(
                        #[cfg(feature = $name)]
                        Self::$variant => <crate::$module::Webhook as crate::wire::Wire>::TAG,
                    )+
                    #[allow(unreachable_patterns, reason = "a provider whose feature is off")]
                    _ => None,
                }
            }

            /// Reads a body that this provider sent.
            ///
            /// # Errors
            ///
            /// As the `parse` of the provider's `Webhook`, or if the provider's feature is off.
            pub fn parse(self, body: &[u8]) -> Result<Webhook, ParseError> {
                match self {
                    $(
                        #[cfg(feature = $name)]
                        Self::$variant => crate::$module::Webhook::parse(body).map(Webhook::from),
                    )+
                    #[allow(unreachable_patterns, reason = "a provider whose feature is off")]
                    _ => self.is_off(body),
                }
            }
        }

        impl Provider {
            /// Reads a body that this provider sent; parts that do not fit become misfits.
            ///
            /// # Errors
            ///
            /// As the `parse_lenient` of the provider's `Webhook`, or if the provider's feature is
            /// off.
            pub fn parse_lenient(self, body: &[u8]) -> Result<Lenient<Webhook>, ParseError> {
                match self {
                    $(
                        #[cfg(feature = $name)]
                        Self::$variant => crate::$module::Webhook::parse_lenient(body)
                            .map(|lenient| lenient.map(Webhook::from)),
                    )+
                    #[allow(unreachable_patterns, reason = "a provider whose feature is off")]
                    _ => self.is_off(body),
                }
            }
        }

        /// One webhook body of any provider whose feature is on.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Webhook {
            $(
                $(#[$doc])*
                #[cfg(feature = $name)]
                $variant(crate::$module::Webhook),
            )+
        }

        impl Webhook {
            /// The providers whose features are on.
            pub const PROVIDERS: &'static [Provider] = &[
                $(#[cfg(feature = $name)] Provider::$variant,)+
            ];

            /// Who sent it.
            #[must_use]
            pub fn provider(&self) -> Provider {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(_) => Provider::$variant,)+
                }
            }

            /// Name of the event as it was sent; where the body has none, what it holds.
            #[must_use]
            pub fn name(&self) -> &str {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(ref webhook) => webhook.name(),)+
                }
            }

            /// Whether this version has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(ref webhook) => webhook.is_known(),)+
                }
            }

            /// Lists what the body holds and the model does not, by JSON pointer.
            #[must_use]
            pub fn drift(&self) -> Vec<Drift> {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(ref webhook) => webhook.drift(),)+
                }
            }
        }

        impl Serialize for Webhook {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(ref webhook) => webhook.serialize(to),)+
                }
            }
        }

        $(
            #[cfg(feature = $name)]
            impl From<crate::$module::Webhook> for Webhook {
                fn from(webhook: crate::$module::Webhook) -> Self {
                    Self::$variant(webhook)
                }
            }
        )+
    };
}

providers! {
    /// SalesChat, see [`saleschat`](crate::saleschat).
    "saleschat" as SalesChat(saleschat),
    /// Smartflow of Tata Tele Business Services, see [`smartflow`](crate::smartflow).
    "smartflow" as Smartflow(smartflow),
    /// Meta, see [`meta`](crate::meta).
    "meta" as Meta(meta),
    /// AiSoule, see [`aisoule`](crate::aisoule).
    "aisoule" as AiSoule(aisoule),
    /// Azeer, see [`azeer`](crate::azeer).
    "azeer" as Azeer(azeer),
    /// Chatwoot, see [`chatwoot`](crate::chatwoot).
    "chatwoot" as Chatwoot(chatwoot),
}

impl Provider {
    /// Without its feature a provider has no model to read by.
    fn is_off<T>(self, body: &[u8]) -> Result<T, ParseError> {
        let text = ParseError::text_of(body)?;
        let message = format!("the feature `{self}` of chathooks is off");
        let error = Error::new(Kind::Shape, 0, message);
        Err(ParseError::wrong_provider(error, text).of(self, None))
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Provider {
    type Err = UnknownProvider;

    fn from_str(name: &str) -> Result<Self, UnknownProvider> {
        Self::ALL.iter().find(|provider| provider.as_str() == name).copied().ok_or(UnknownProvider)
    }
}

/// A text names no provider that this version knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown provider")]
#[non_exhaustive]
pub struct UnknownProvider;

impl Webhook {
    /// Version of the format, or the dialect, where the provider has such: for SalesChat `1.0` or
    /// `1.1`, for AiSoule `help`, `docs` or `engine`.
    #[must_use]
    pub fn version(&self) -> Option<Cow<'_, str>> {
        match *self {
            #[cfg(feature = "saleschat")]
            Self::SalesChat(ref webhook) => {
                webhook.version.as_ref().map(crate::saleschat::Version::canonical)
            }
            #[cfg(feature = "aisoule")]
            Self::AiSoule(ref webhook) => webhook.dialect().map(|dialect| dialect.as_str().into()),
            #[allow(unreachable_patterns, reason = "a provider alone")]
            _ => None,
        }
    }

    /// Whether writing this value gives `body` back as a JSON value.
    ///
    /// That holds for every body that can be read; it is the promise to check in tests, or on a
    /// sample of live traffic. Members that are `null` and modelled count as absent.
    #[must_use]
    pub fn is_lossless(&self, body: &[u8]) -> bool {
        drift::is_lossless(body, self)
    }
}
