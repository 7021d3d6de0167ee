//! Which provider sent a body, told by the body alone.

use std::{borrow::Cow, str};

use crate::{
    Lenient, ParseError, Provider, Webhook,
    json::{Error, Kind, Reader},
    wire::{event_name, is_object},
};

/// The members at the top of a body that tell providers apart.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Top<'a> {
    event: Option<Cow<'a, str>>,
    is_azeer: bool,
    is_envelope: bool,
    has_type: bool,
    has_data: bool,
    is_smartflow: bool,
    is_meta: bool,
    is_chatwoot: bool,
    /// A product of Meta's other than WhatsApp, or a relay with a format of its own.
    is_foreign: bool,
}

impl Provider {
    /// Tells who may have sent a body: one provider if that is certain, several if the body fits
    /// them equally well, none if it fits nobody.
    ///
    /// Certain is what a documented name or shape tells: a known name of an event at an edge of the
    /// body, whatever stands between, or else the names of the members at the top. The body is not
    /// read. A body that only names an unknown event is told by nothing, and this says so rather
    /// than guess.
    ///
    /// ```
    /// use chathooks::Provider;
    ///
    /// let body = br#"{"direction":"in","webhook_event_type":"incoming_msg"}"#;
    /// assert_eq!(Provider::detect(body), [Provider::Azeer]);
    ///
    /// let body = br#"{"event":"deal_won","data":{}}"#;
    /// assert_eq!(Provider::detect(body), [Provider::AiSoule, Provider::Chatwoot]);
    /// ```
    #[must_use]
    pub fn detect(body: &[u8]) -> Vec<Self> {
        let Ok(text) = ParseError::text_of(body) else { return Vec::new() };
        match Self::at_an_end(text) {
            Some(provider) => vec![provider],
            None => Top::of(text).providers(),
        }
    }

    /// Name of the event of a body that this provider sent, without reading the body: most have it
    /// at one of their ends.
    ///
    /// `None` unless there is exactly one: bodies of Smartflow have none, those of Meta one for each
    /// change, and one that names an event at each end is not a body of any event. What is between the
    /// ends is looked at only for Meta, or if neither end has a name; and whether the body is JSON is not
    /// checked. `parse` does both.
    ///
    /// The name parses as the `EventType` of the provider's module.
    ///
    /// ```
    /// use chathooks::Provider;
    ///
    /// let body = br#"{"id":7,"content":"Hi","event":"message_created"}"#;
    /// let name = Provider::Chatwoot.event_name(body).unwrap();
    /// assert_eq!(name, "message_created");
    /// assert_eq!(name.parse(), Ok(chathooks::chatwoot::EventType::MessageCreated));
    /// assert_eq!(Provider::Smartflow.event_name(body), None);
    /// ```
    #[must_use]
    pub fn event_name(self, body: &[u8]) -> Option<Cow<'_, str>> {
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        #[cfg(feature = "meta")]
        if self == Self::Meta {
            return crate::meta::find_field(str::from_utf8(body).ok()?);
        }
        let tag = self.tag()?;
        event_name::only(body, tag)
    }

    /// The one whose tag is at an end of the body, where real bodies have it, with the name of an
    /// event that it has.
    fn at_an_end(text: &str) -> Option<Self> {
        let end = event_name::End::of(text.as_bytes());
        let name =
            |tag| event_name::at_start(text.as_bytes(), tag).or_else(|| end.as_ref()?.name_of(tag));
        let has_named = |provider: &Self| {
            let name = provider.tag().and_then(name);
            name.is_some_and(|name| provider.events().contains(&name))
        };
        let mut found = Self::ALL.iter().copied().filter(has_named);
        found.next().filter(|_| found.next().is_none())
    }
}

impl Webhook {
    /// Reads a body of whichever provider sent it.
    ///
    /// An endpoint per provider with [`Provider::parse`] is safer, where that can be had: nothing
    /// then depends on what the body looks like.
    ///
    /// # Errors
    ///
    /// If the body does not tell who sent it, or as [`Provider::parse`].
    pub fn parse(body: &[u8]) -> Result<Self, ParseError> {
        certain(body)?.parse(body)
    }

    /// Reads a body of whichever provider sent it; parts that do not fit become misfits.
    ///
    /// # Errors
    ///
    /// If the body does not tell who sent it, or as [`Provider::parse_lenient`].
    pub fn parse_lenient(body: &[u8]) -> Result<Lenient<Self>, ParseError> {
        certain(body)?.parse_lenient(body)
    }
}

/// The one provider that may have sent a body.
fn certain(body: &[u8]) -> Result<Provider, ParseError> {
    let providers = Provider::detect(body);
    if let [provider] = *providers {
        return Ok(provider);
    }
    let text = ParseError::text_of(body)?;
    let mark = body.len() - text.len();
    let start =
        is_object(text).map_err(|error| ParseError::from(error.locate(text)).after(mark))?;
    let names: Vec<_> = providers.into_iter().map(Provider::as_str).collect();
    let message = match names[..] {
        [] => "no provider sends such a body".to_owned(),
        _ => format!("may have been sent by {}", names.join(" or ")),
    };
    let error = Error::new(Kind::Shape, start, message);
    Err(ParseError::wrong_provider(error, text).after(mark))
}

impl<'a> Top<'a> {
    fn of(text: &'a str) -> Self {
        let mut top = Self::default();
        // What comes after something that is not JSON does not count.
        let _ = top.read(&mut Reader::new(text));
        top
    }

    fn read(&mut self, json: &mut Reader<'a>) -> Result<(), Error> {
        let mut telephony = (false, false);
        let mut more = json.begin_object("an object")?;
        while more {
            let key = json.key()?;
            json.colon()?;
            let first = json.peek()?;
            let is_text = first == b'"';
            match &*key {
                "event" if is_text && self.event.is_none() => {
                    let start = json.mark();
                    self.event = Some(json.string("a string")?);
                    json.rewind(start);
                }
                "webhook_event_type" => self.is_azeer |= is_text,
                "type" => self.has_type |= is_text,
                "payload" | "version" => self.is_envelope = true,
                "data" => self.has_data = true,
                "object" if is_text => {
                    let start = json.mark();
                    let is_whatsapp = json.string("a string")? == "whatsapp_business_account";
                    self.is_meta |= is_whatsapp;
                    self.is_foreign |= !is_whatsapp;
                    json.rewind(start);
                }
                // Gupshup and Sunshine name the app, Whapi says what happened in an object.
                "app" | "event" => self.is_foreign = true,
                "messages" | "message_echoes" | "statuses" | "calls" | "user_preferences" => {
                    self.is_smartflow |= matches!(first, b'[' | b'{');
                }
                "entry" | "changes" => self.is_meta |= first == b'[',
                "field" => self.is_meta |= is_text,
                "businessPhoneNumber" => self.is_smartflow = true,
                "caller_id_number" => telephony.0 = true,
                "call_id" => telephony.1 = true,
                "account"
                | "additional_attributes"
                | "contact_inbox"
                | "conversation"
                | "custom_attributes"
                | "inbox"
                | "inbox_id"
                | "meta" => self.is_chatwoot = true,
                _ => {}
            }
            self.is_smartflow |= telephony == (true, true);
            json.skip()?;
            more = json.next_member()?;
        }
        Ok(())
    }

    fn providers(&self) -> Vec<Provider> {
        let mut providers = Vec::new();
        if let Some(event) = &self.event {
            providers.extend(self.by_event(event));
        }
        if self.is_azeer {
            providers.push(Provider::Azeer);
        }
        if !providers.is_empty() {
            return providers;
        }
        if self.is_foreign {
            return providers;
        }
        if self.has_type && self.is_envelope {
            providers.push(Provider::SalesChat);
        }
        // A conversation of Chatwoot has messages too.
        if self.is_meta && !self.is_chatwoot {
            providers.push(Provider::Meta);
        } else if self.is_smartflow && !self.is_chatwoot {
            providers.push(Provider::Smartflow);
        }
        providers
    }

    /// AiSoule and Chatwoot both name their events in `event`.
    fn by_event(&self, name: &str) -> Vec<Provider> {
        let both = [Provider::AiSoule, Provider::Chatwoot];
        let known = both.into_iter().filter(|provider| provider.events().contains(&name));
        let known: Vec<_> = known.collect();
        if !known.is_empty() {
            return known;
        }
        match (self.has_data, self.is_chatwoot) {
            (true, false) if name.contains('.') && !name.starts_with("crm.") => {
                vec![Provider::AiSoule]
            }
            (false, true) => vec![Provider::Chatwoot],
            // Forks of Chatwoot have events with a `data` envelope.
            _ => both.to_vec(),
        }
    }
}
