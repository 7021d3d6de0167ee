//! Maps changes of flows and campaigns.

use std::mem;

use super::{Details, Envelope, account::non_empty_cow};
use crate::{
    normalize::{Campaign, Event, Flow, Kind, id::id, non_empty},
    whatsapp::{self, CampaignStatus},
    wire::Json,
};

/// Maps a change of a flow's status, or a warning that it does not work well.
pub(super) fn flow(envelope: Envelope<'_>, mut body: whatsapp::Flow) -> Event {
    let details = Details { extra: mem::take(&mut body.extra), ..Details::default() };
    let flow = Flow {
        data: Json::of(&body),
        id: id(body.flow_id),
        event: body.event.map(Into::into),
        status: body.new_status.map(Into::into),
        previous: body.old_status.map(Into::into),
        alert: non_empty_cow(body.alert_state),
        text: non_empty(body.message).or(non_empty(body.warning)),
    };
    envelope.event("flows", None, Kind::FlowStatusChanged(Box::new(flow)), details)
}

/// Maps a change of a campaign's status.
pub(super) fn campaign(envelope: Envelope<'_>, mut body: CampaignStatus) -> Event {
    let details = Details { extra: mem::take(&mut body.extra), ..Details::default() };
    let campaign = Campaign {
        data: Json::of(&body),
        id: id(body.campaign_id),
        name: non_empty(body.campaign_name),
        status: non_empty_cow(body.new_status),
        previous: non_empty_cow(body.old_status),
        ..Campaign::default()
    };
    let kind = Kind::CampaignStatusChanged(Box::new(campaign));
    envelope.event("campaign_status_update", None, kind, details)
}
