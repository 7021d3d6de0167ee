//! Detects from a body alone which provider sent it.

use std::{borrow::Cow, str};

use crate::{
    Lenient, ParseError, Provider, Webhook,
    json::{Error, Kind, Reader},
    wire::{event_name, is_object},
};

/// The top-level members of a body that distinguish providers.
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
    /// Another product of Meta than WhatsApp, or a relay with a format of its own.
    is_foreign: bool,
}

impl Provider {
    /// Returns the providers that may have sent a body.
    ///
    /// That is one provider if the body identifies it, several if the body fits them equally well,
    /// and none if it fits no provider. A provider is identified by what is documented: a known
    /// event type in the first or the last member, whatever is between, or else the keys of the
    /// top-level members. The body is not parsed. A body that does nothing but name an unknown
    /// event identifies no provider, and then none is guessed.
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

    /// Returns the event type of a body that this provider sent, without parsing the body.
    ///
    /// This is fast, as most bodies have it in the first or the last member. Members between them
    /// are read only if neither names an event, and all members of Meta's envelope. Whether the body
    /// is JSON is not checked; `parse` checks both.
    ///
    /// `None` unless the body names exactly one event. Bodies of Smartflow do not name their event,
    /// those of Meta name one for each change, which must agree, and a body that names an event in
    /// its first and in its last member is not a body of any event.
    ///
    /// The result can be parsed to the `EventType` of the provider's module.
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

    /// Returns the only provider that has an event of the name in the first or the last member,
    /// where real bodies have it.
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
    /// Detects the provider that sent a body, and parses the body.
    ///
    /// If you can, have one endpoint per provider and use [`Provider::parse`]: it is safer, because
    /// nothing depends on what the body looks like.
    ///
    /// # Errors
    ///
    /// Returns an error if the body does not identify its provider, or that of [`Provider::parse`].
    pub fn parse(body: &[u8]) -> Result<Self, ParseError> {
        certain(body)?.parse(body)
    }

    /// Detects the provider that sent a body, parses the body, and sets parts that do not fit aside
    /// as [misfits](crate::Misfit).
    ///
    /// # Errors
    ///
    /// Returns an error if the body does not identify its provider, or that of
    /// [`Provider::parse_lenient`].
    pub fn parse_lenient(body: &[u8]) -> Result<Lenient<Self>, ParseError> {
        certain(body)?.parse_lenient(body)
    }
}

/// Returns the only provider that may have sent a body, or an error if there are none or several.
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
        // Members after a syntax error do not count.
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
                // Gupshup and Sunshine send `app`; Whapi sends `event` as an object.
                "app" | "event" => self.is_foreign = true,
                "messages" | "message_echoes" | "statuses" | "calls" | "user_preferences" => {
                    self.is_smartflow |= matches!(first, b'[' | b'{');
                }
                "entry" | "changes" => self.is_meta |= first == b'[',
                "field" => self.is_meta |= is_text,
                "message_template_id" => self.is_meta = true,
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
        // A conversation of Chatwoot has `messages`, too.
        if self.is_meta && !self.is_chatwoot {
            providers.push(Provider::Meta);
        } else if self.is_smartflow && !self.is_chatwoot {
            providers.push(Provider::Smartflow);
        }
        providers
    }

    /// Distinguishes AiSoule and Chatwoot, which both name their events in `event`.
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
            // In a relayed value of Meta's, `event` is not the name of the event.
            _ if self.is_meta => Vec::new(),
            _ => both.to_vec(),
        }
    }
}
