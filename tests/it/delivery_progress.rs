//! Delivery progress does not depend on the order of the reports.

use chathooks::normalize::{DeliveryError, DeliveryProgress, DeliveryStatus, Id};
use chrono::DateTime;
use proptest::prelude::*;

fn status() -> impl Strategy<Value = DeliveryStatus> {
    use DeliveryStatus::{Delivered, Failed, Played, Queued, Read, Sent};
    prop_oneof![
        Just(Queued),
        Just(Sent),
        Just(Failed),
        Just(Delivered),
        Just(Read),
        Just(Played),
        Just("referral_conversion".into()),
        Just("".into()),
    ]
}

fn progress() -> impl Strategy<Value = DeliveryProgress> {
    let report = (status(), prop::option::of(0_i64..100), prop::option::of(0_i64..5));
    prop::collection::vec(report, 0..8).prop_map(|reports| {
        let mut state = DeliveryProgress::default();
        for (status, at, code) in reports {
            state.reach(status, at.and_then(|at| DateTime::from_timestamp(at, 0)));
            state.errors.extend(code.map(|code| DeliveryError::from_code(Id::from(code))));
        }
        state
    })
}

fn merged(a: &DeliveryProgress, b: &DeliveryProgress) -> DeliveryProgress {
    let mut state = a.clone();
    state.merge(b.clone());
    state
}

proptest! {
    #[test]
    fn merging_is_commutative(a in progress(), b in progress()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn merging_is_associative(a in progress(), b in progress(), c in progress()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merging_is_idempotent(a in progress()) {
        prop_assert_eq!(merged(&a, &a), a);
    }

    #[test]
    fn merging_never_lowers_the_current_status(a in progress(), b in progress()) {
        let rank = |state: &DeliveryProgress| state.current().map_or(0, DeliveryStatus::rank);
        prop_assert!(rank(&merged(&a, &b)) >= rank(&a));
    }

    #[test]
    fn rows_merge_by_the_earlier_time(a in progress(), b in progress()) {
        let rows = a.rows().chain(b.rows()).map(|(status, _, at)| (status, at));
        let mut state = DeliveryProgress::from_rows(rows);
        state.errors.extend(a.errors.iter().chain(&b.errors).cloned());
        prop_assert_eq!(&state, &merged(&a, &b));
        let known = state.rows().filter(|(_, rank, _)| *rank > 0);
        let highest = known.max_by_key(|(_, rank, _)| *rank).map(|(status, ..)| status);
        prop_assert_eq!(highest, state.current().map(DeliveryStatus::as_str));
    }

    #[test]
    fn progress_round_trips_through_json(a in progress()) {
        let json = serde_json::to_string(&a).unwrap();
        prop_assert_eq!(serde_json::from_str::<DeliveryProgress>(&json).unwrap(), a);
    }
}

/// All sequences of up to five reports, with repetitions: 3,905 for five statuses.
#[test]
fn every_order_of_reports_ends_in_the_highest_status() {
    use DeliveryStatus::{Delivered, Failed, Played, Read, Sent};
    let statuses = [Sent, Delivered, Read, Failed, Played];
    let mut tried = 0;
    let mut sequences = vec![Vec::new()];
    for _ in 0..5 {
        sequences = sequences
            .iter()
            .flat_map(|start| {
                statuses.iter().map(move |next| [start.clone(), vec![next.clone()]].concat())
            })
            .collect();
        for sequence in &sequences {
            tried += 1;
            let mut state = DeliveryProgress::default();
            for status in sequence {
                state.reach(status.clone(), None);
            }
            let highest = sequence.iter().max_by_key(|status| status.rank());
            assert_eq!(state.current(), highest, "{sequence:?}");
        }
    }
    assert_eq!(tried, 3_905);
}

#[test]
fn the_current_status_has_the_highest_rank() {
    use DeliveryStatus::{Delivered, Failed, Read, Sent};
    let current = |statuses: &[DeliveryStatus]| {
        let mut state = DeliveryProgress::default();
        for status in statuses {
            state.reach(status.clone(), None);
        }
        (state.current().cloned(), state.is_contradictory())
    };
    assert_eq!(current(&[Failed, Sent]), (Some(Failed), false));
    assert_eq!(current(&[Read, Delivered, Sent]), (Some(Read), false));
    assert_eq!(current(&[Delivered, Failed]), (Some(Delivered), true));
    assert_eq!(current(&["referral_conversion".into()]), (None, false));
    assert_eq!(current(&[]), (None, false));
}

/// Users store ranks, and compare them with those of later versions.
#[test]
fn ranks_are_stable() {
    let ranks: Vec<_> = ["queued", "sent", "failed", "delivered", "read", "played", "other"]
        .map(|status| DeliveryStatus::from(status).rank())
        .into();
    assert_eq!(ranks, [10, 20, 30, 40, 50, 60, 0]);
}

#[test]
fn the_earliest_time_is_kept() {
    let at = |seconds| DateTime::from_timestamp(seconds, 0);
    let mut state = DeliveryProgress::default();
    state.reach(DeliveryStatus::Sent, None);
    state.reach(DeliveryStatus::Sent, at(20));
    state.reach(DeliveryStatus::Sent, at(10));
    state.reach(DeliveryStatus::Sent, at(30));
    assert_eq!(state.reached[&DeliveryStatus::Sent], at(10));
}
