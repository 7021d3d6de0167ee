//! Maps changes of flows and campaigns.

use std::mem;

use super::{About, Envelope, account::word};
use crate::{
    normalize::{Campaign, Event, Flow, Kind, id::id, non_empty},
    whatsapp::{self, CampaignStatus},
    wire::Json,
};

/// Maps a change of a flow's status, or a warning that it does not work well.
pub(super) fn flow(envelope: Envelope<'_>, mut body: whatsapp::Flow) -> Event {
    let about = About { extra: mem::take(&mut body.extra), ..About::default() };
    let flow = Flow {
        data: Json::of(&body),
        id: id(body.flow_id),
        event: body.event.map(Into::into),
        status: body.new_status.map(Into::into),
        previous: body.old_status.map(Into::into),
        alert: word(body.alert_state),
        text: non_empty(body.message).or(non_empty(body.warning)),
    };
    envelope.event("flows", None, Kind::FlowStatusChanged(Box::new(flow)), about)
}

/// Maps a change of a campaign's status.
pub(super) fn campaign(envelope: Envelope<'_>, mut body: CampaignStatus) -> Event {
    let about = About { extra: mem::take(&mut body.extra), ..About::default() };
    let campaign = Campaign {
        data: Json::of(&body),
        id: id(body.campaign_id),
        name: non_empty(body.campaign_name),
        status: word(body.new_status),
        previous: word(body.old_status),
        ..Campaign::default()
    };
    let kind = Kind::CampaignStatusChanged(Box::new(campaign));
    envelope.event("campaign_status_update", None, kind, about)
}
