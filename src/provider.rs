//! The providers, and a webhook body of any of them.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Serialize, Serializer};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use crate::{
    Drift, Lenient, ParseError, drift,
    json::{Error, Kind},
    payload::Root,
};

/// Makes [`Provider`] and [`Webhook`] from one row per provider: docs, name, variant, and the
/// module with its `Webhook`. The name is also that of the feature.
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
        /// What each provider expects as an answer, how long it waits, and when it retries a
        /// delivery:
        ///
        /// | provider | expects | within | retries | known from |
        /// | --- | --- | --- | --- | --- |
        /// | `saleschat` | – | – | `MEDIA_FILE` for up to three days; nothing is published about other events | its pages |
        /// | `smartflow` | 2xx | – | after any other answer; how often is not known, consumers saw bodies three times | consumers |
        /// | `meta` | 200 | a few seconds | for up to seven days, less and less often, possibly in other batches | its pages |
        /// | `aisoule` | 200; the engine any 2xx | the engine 10 s | after 10 s, 60 s and 5 min, then the webhook is marked as failing; the engine twice, after 2 s and 4 s | its pages, the engine's source |
        /// | `azeer` | – | – | *retry* is a value of the webhook's `policy`; nothing else is published | its page |
        /// | `chatwoot` | any 2xx | 5 s, by `WEBHOOK_TIMEOUT` since 4.8 | account and inbox webhooks never; agent bots twice, 3 s apart, after 429 or 500, since 4.11.2 | its source |
        ///
        /// So answer 200 as soon as the body is stored, whatever it contains, and process it later.
        /// The engine of AiSoule follows redirects, and a 301 or 302 turns its `POST` into a `GET`
        /// without the body: register the final URL, which does not redirect.
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
            /// Every provider that this version of the crate knows, also those whose feature is
            /// off.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the name in lower case, such as `saleschat`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// Returns the event types that have a model, as the provider names them.
            ///
            /// Empty if the provider's feature is off. The module's `EventType::ALL` has the same
            /// as values of an enum.
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

            /// Returns the key of the top-level member that names the event, if bodies have one.
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

            /// Parses a body that this provider sent.
            ///
            /// # Errors
            ///
            /// Returns the error of `parse` of the provider's `Webhook`, or one of kind
            /// [`Provider`](crate::ErrorKind::Provider) if the provider's feature is off.
            pub fn parse(self, body: &[u8]) -> Result<Webhook, ParseError> {
                match self {
                    $(
                        #[cfg(feature = $name)]
                        Self::$variant => crate::$module::Webhook::parse(body).map(Webhook::from),
                    )+
                    #[allow(unreachable_patterns, reason = "a provider whose feature is off")]
                    _ => self.fail_without_feature(body),
                }
            }
        }

        impl Provider {
            /// Parses a body that this provider sent, and sets parts that do not fit aside as
            /// [misfits](crate::Misfit).
            ///
            /// # Errors
            ///
            /// Returns the error of `parse_lenient` of the provider's `Webhook`, or one of kind
            /// [`Provider`](crate::ErrorKind::Provider) if the provider's feature is off.
            pub fn parse_lenient(self, body: &[u8]) -> Result<Lenient<Webhook>, ParseError> {
                match self {
                    $(
                        #[cfg(feature = $name)]
                        Self::$variant => crate::$module::Webhook::parse_lenient(body)
                            .map(|lenient| lenient.map(Webhook::from)),
                    )+
                    #[allow(unreachable_patterns, reason = "a provider whose feature is off")]
                    _ => self.fail_without_feature(body),
                }
            }
        }

        /// The payload of one webhook body, from any provider whose feature is on.
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
            /// The providers whose features are on, so that their bodies can be parsed.
            pub const PROVIDERS: &'static [Provider] = &[
                $(#[cfg(feature = $name)] Provider::$variant,)+
            ];

            /// Returns the provider that sent the body.
            #[must_use]
            pub fn provider(&self) -> Provider {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(_) => Provider::$variant,)+
                }
            }

            /// Returns the event type as it was sent, or a name for the contents if the body does
            /// not name an event.
            #[must_use]
            pub fn name(&self) -> &str {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(ref webhook) => webhook.name(),)+
                }
            }

            /// Returns whether this version of the crate has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                match *self {
                    $(#[cfg(feature = $name)] Self::$variant(ref webhook) => webhook.is_known(),)+
                }
            }

            /// Lists what the body contains and the model does not know, by JSON pointer.
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
    /// SalesChat. See [`saleschat`](crate::saleschat).
    "saleschat" as SalesChat(saleschat),
    /// Smartflow, by Tata Tele Business Services. See [`smartflow`](crate::smartflow).
    "smartflow" as Smartflow(smartflow),
    /// Meta, with WhatsApp's own webhooks. See [`meta`](crate::meta).
    "meta" as Meta(meta),
    /// AiSoule. See [`aisoule`](crate::aisoule).
    "aisoule" as AiSoule(aisoule),
    /// Azeer. See [`azeer`](crate::azeer).
    "azeer" as Azeer(azeer),
    /// Chatwoot. See [`chatwoot`](crate::chatwoot).
    "chatwoot" as Chatwoot(chatwoot),
}

impl Provider {
    /// Returns the error for a provider whose feature is off.
    fn fail_without_feature<T>(self, body: &[u8]) -> Result<T, ParseError> {
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

/// The error of parsing a string that is not the name of a [`Provider`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown provider")]
#[non_exhaustive]
pub struct UnknownProvider;

impl Webhook {
    /// Returns the version or the dialect of the format, for providers that have several.
    ///
    /// For SalesChat `1.0` or `1.1`, for AiSoule `help`, `docs` or `engine`; `None` for all others,
    /// or if the body does not say.
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

    /// Returns whether serializing this payload gives `body` back, as a JSON value.
    ///
    /// The crate promises this for every body that can be parsed. Check it in tests, or on a sample
    /// of live traffic. A modeled member that is `null` counts as absent.
    #[must_use]
    pub fn is_lossless(&self, body: &[u8]) -> bool {
        drift::is_lossless(body, self)
    }
}
