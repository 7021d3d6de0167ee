//! Which provider sent a body, told by the body alone.

use std::borrow::Cow;

use crate::{
    ErrorKind, Lenient, ParseError, Provider, Webhook,
    wire::{body, edge, scan::Scan, way::Way},
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
    is_chatwoot: bool,
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
        let Ok(text) = body::text(body) else { return Vec::new() };
        match Self::at_edge(text) {
            Some(provider) => vec![provider],
            None => Top::of(text).providers(),
        }
    }

    /// The one whose tag stands at an edge of the body, where real bodies have it, with the name
    /// of an event that it has.
    fn at_edge(text: &str) -> Option<Self> {
        let last = edge::Last::of(text);
        let name = |tag| edge::first(text, tag).or_else(|| last.as_ref()?.named(tag));
        let has_named = |provider: &Self| {
            let name = provider.tag().and_then(name);
            name.is_some_and(|name| provider.known_events().contains(&name))
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
    let text = body::text(body)?;
    body::object(text)?;
    let names: Vec<_> = providers.into_iter().map(Provider::as_str).collect();
    let message = match names[..] {
        [] => "no provider sends such a body".to_owned(),
        _ => format!("may have been sent by {}", names.join(" or ")),
    };
    Err(ParseError::at(ErrorKind::Provider, text, &Way::default(), message))
}

impl<'a> Top<'a> {
    fn of(text: &'a str) -> Self {
        let mut top = Self::default();
        let mut telephony = (false, false);
        for member in Scan::new(text).members() {
            let Some(key) = member.key() else { continue };
            let is_text = member.kind() == Some(b'"');
            match &*key {
                "event" => top.event = top.event.or_else(|| member.text()),
                "webhook_event_type" => top.is_azeer |= is_text,
                "type" => top.has_type |= is_text,
                "payload" | "version" => top.is_envelope = true,
                "data" => top.has_data = true,
                "messages" | "statuses" => {
                    top.is_smartflow |= matches!(member.kind(), Some(b'[' | b'{'));
                }
                "entry" => top.is_smartflow |= member.kind() == Some(b'['),
                "businessPhoneNumber" => top.is_smartflow = true,
                "caller_id_number" => telephony.0 = true,
                "call_id" => telephony.1 = true,
                "account"
                | "additional_attributes"
                | "contact_inbox"
                | "conversation"
                | "custom_attributes"
                | "inbox"
                | "inbox_id"
                | "meta" => top.is_chatwoot = true,
                _ => {}
            }
        }
        top.is_smartflow |= telephony == (true, true);
        top
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
        if self.has_type && self.is_envelope {
            providers.push(Provider::SalesChat);
        }
        // A conversation of Chatwoot has messages too.
        if self.is_smartflow && !self.is_chatwoot {
            providers.push(Provider::Smartflow);
        }
        providers
    }

    /// AiSoule and Chatwoot both name their events in `event`.
    fn by_event(&self, name: &str) -> Vec<Provider> {
        let both = [Provider::AiSoule, Provider::Chatwoot];
        let known = both.into_iter().filter(|provider| provider.known_events().contains(&name));
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
