//! Maps what customers did with links, and after ads.

use super::{Details, Envelope, account::non_empty_cow, external};
use crate::{
    normalize::{Actor, Click, Conversion, Event, Kind, id::id, non_empty},
    whatsapp::{ActionType, AutomaticEvent, TrackingEvent, UserAction},
    wire::Json,
};

/// Maps a purchase or another conversion of a customer.
pub(crate) fn automatic(envelope: Envelope<'_>, body: AutomaticEvent) -> Event {
    let conversion = Conversion {
        name: non_empty_cow(body.event_name),
        message: external(id(body.id)),
        click_id: id(body.ctwa_clid),
        data: body.custom_data.and_then(|data| Json::of(&data)),
    };
    let details = Details { actor: Actor::Contact, extra: body.extra, ..Details::default() };
    let time = body.timestamp.as_ref();
    envelope.event(
        "automatic_events",
        time,
        Kind::ConversionReported(Box::new(conversion)),
        details,
    )
}

/// Maps what a customer did with a link.
pub(crate) fn tracking(envelope: Envelope<'_>, body: TrackingEvent) -> Event {
    let data = body.tracking_data.as_ref().and_then(Json::of);
    let (click_id, tracking_token) = body
        .tracking_data
        .map_or((None, None), |data| (id(data.click_id), non_empty(data.tracking_token)));
    let is_click = body.event_name.as_deref() == Some("marketing_messages_link_click");
    let kind = if is_click {
        Kind::LinkClicked(Box::new(Click { click_id, tracking_token, ..Click::default() }))
    } else {
        let name = non_empty_cow(body.event_name);
        Kind::ConversionReported(Box::new(Conversion {
            name,
            click_id,
            data,
            ..Conversion::default()
        }))
    };
    let details = Details { actor: Actor::Contact, extra: body.extra, ..Details::default() };
    envelope.event("tracking_events", body.timestamp.as_ref(), kind, details)
}

/// Maps a click on a link of a marketing message, or another action.
pub(crate) fn action(envelope: Envelope<'_>, body: UserAction) -> Event {
    let data = body.click.as_ref().and_then(Json::of);
    let link = body.click.map_or_else(Click::default, |link| Click {
        component: non_empty_cow(link.click_component),
        click_id: id(link.click_id),
        product_id: id(link.product_id),
        tracking_token: non_empty(link.tracking_token),
    });
    let kind = match body.action_type {
        Some(ActionType::LinkClick) | None => Kind::LinkClicked(Box::new(link)),
        Some(ActionType::Unknown(value)) => Kind::ConversionReported(Box::new(Conversion {
            name: Some(value.as_str().to_owned().into()),
            click_id: link.click_id,
            data,
            ..Conversion::default()
        })),
    };
    let details = Details { actor: Actor::Contact, extra: body.extra, ..Details::default() };
    envelope.event("user_actions", body.timestamp.as_ref(), kind, details)
}
