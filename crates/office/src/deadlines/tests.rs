//! What is due, as the list has it, agrees with the law's own clock on every day.

use std::collections::BTreeSet;

use anjuan_law::Day;
use proptest::prelude::*;

use super::*;
use crate::{
    CaseId, Office,
    checks::{Example, tests::office},
    derive as derivation,
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An office with the facts of one example in it.
fn with(text: &str) -> (Office, CaseId) {
    let office = office::office();
    let example = Example::read(text).unwrap();
    let written = office::change(&office, |work| Ok(office::write(work, &example).unwrap()));
    (office, written.cases[0])
}

fn due(office: &Office, filter: &DueFilter, on: &str) -> Vec<Due> {
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let page = office.read(|reading| list(reading, filter, day(on), after.as_ref(), 1)).unwrap();
        rows.extend(page.rows);
        after = match page.next {
            None => return rows,
            next => next,
        };
    }
}

#[track_caller]
fn stands(office: &Office, rule: &str, on: &str) -> (DueState, String) {
    let filter = DueFilter { rule: Some(rule.to_owned()), all: true, ..DueFilter::default() };
    let rows = due(office, &filter, on);
    assert_eq!(rows.len(), 1, "{rows:?}");
    (rows[0].state, rows[0].due.to_string())
}

const DETAINED: &str = "case arrest_review 2026-03-05; person 张某; measure 张某 detention executed_on=2026-03-01";

#[test]
fn a_detained_suspect_waits_seven_days_and_not_one_more() {
    let (office, _) = with(DETAINED);
    let on = |day: &str| stands(&office, "arrest_review_detained", day);
    assert_eq!(on("2026-03-05"), (DueState::Quiet, "2026-03-12".to_owned()));
    assert_eq!(on("2026-03-12").0, DueState::LastDay);
    assert_eq!(on("2026-03-13").0, DueState::Overdue);
}

#[test]
fn a_decision_meets_the_period_in_time_or_late() {
    let (office, _) = with(&format!("{DETAINED}; act arrest_approved 2026-03-12 of=张某"));
    assert_eq!(stands(&office, "arrest_review_detained", "2026-04-01").0, DueState::Met);
    let (office, _) = with(&format!("{DETAINED}; act arrest_approved 2026-03-13 of=张某"));
    assert_eq!(stands(&office, "arrest_review_detained", "2026-04-01").0, DueState::MetLate);
}

#[test]
fn the_list_goes_by_day_and_takes_its_filters() {
    let (office, case) = with(&format!("{DETAINED}; person 王某 role=victim"));
    let all = due(&office, &DueFilter::default(), "2026-03-05");
    assert!(all.len() > 1, "more than one page: {}", all.len());
    assert!(all.is_sorted_by_key(|row| row.safe_due));
    let of = |filter: DueFilter| due(&office, &filter, "2026-03-05").len();
    assert_eq!(of(DueFilter { case: Some(case), ..DueFilter::default() }), all.len());
    assert_eq!(of(DueFilter { case: Some(CaseId::known(99)), ..DueFilter::default() }), 0);
    let office_alone = of(DueFilter { by: Some("office".to_owned()), ..DueFilter::default() });
    assert_eq!(office_alone, all.iter().filter(|row| row.by == "office").count());
    let until = day("2026-03-12");
    let early = of(DueFilter { until: Some(until), ..DueFilter::default() });
    assert_eq!(early, all.iter().filter(|row| row.safe_due <= until).count());
    let by_day = office.read(|reading| days(reading, &DueFilter::default(), day("2026-03-05"))).unwrap();
    assert_eq!(by_day.iter().map(|one| one.number as usize).sum::<usize>(), all.len());
}

#[test]
fn what_cannot_be_counted_is_kept_and_not_passed_over() {
    // A chain of acts in which the extension comes after the period has ended.
    let (office, case) = with(
        "case first_instance_prosecution 2026-01-05; person 张某; measure 张某 none
         act review_extended 2026-03-20 extension=major_complex_15d reason=major_complex",
    );
    let clock = office.read(|reading| of_case(reading, case)).unwrap();
    let kept: i64 = office.read(|reading| reading.value("SELECT count(*) FROM deadline_gap", [])).unwrap();
    assert_eq!(kept, i64::try_from(clock.gaps.len()).unwrap());
    assert!(clock.gaps.iter().any(|gap| gap.code == "extension_after_expiry"), "{:?}", clock.gaps);
}

prop_compose! {
    fn any_act()(
        kind in prop::sample::select(vec![
            "returned_for_investigation 2026-DD", "retransferred 2026-DD received_on=2026-DD",
            "prosecuted 2026-DD charge=盗窃罪", "fast_track_chosen 2026-DD over_one_year=yes",
            "not_prosecuted 2026-DD of=张某 kind=relative", "closed 2026-DD outcome=完",
            "review_extended 2026-DD reason=major_complex", "reopened 2026-DD reason=错",
            "judgment_received 2026-DD of=张某 kind=judgment judged_on=2026-DD outcome=guilty",
            "custody_necessity_application 2026-DD of=张某 received_on=2026-DD",
            "monitoring_notice_sent 2026-DD trigger=period text=超",
        ]),
        month in 1u32..12, date in 1u32..29,
    ) -> String {
        format!("act {}", kind.replace("DD", &format!("{month:02}-{date:02}")))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_list_stands_as_the_law_says_on_every_day(
        acts in prop::collection::vec(any_act(), 0..9),
        custody in any::<bool>(),
        from in 0i64..300,
    ) {
        let measure = if custody { "arrest executed_on=2025-12-20" } else { "none" };
        let text = format!("case first_instance_prosecution 2026-01-05; person 张某; measure 张某 {measure}\n{}", acts.join("\n"));
        let (office, case) = with(&text);
        let clock = office.read(|reading| of_case(reading, case)).unwrap();
        for offset in 0..24 {
            let today = day("2026-01-05").add_days(from + offset);
            let mut law: Vec<_> = clock.periods.iter()
                .map(|period| (period.rule.id.to_owned(), derive::subject(period.subject), period.trigger_on, DueState::from(period.state(today, &plain().calendar))))
                .collect();
            // Of two that begin on one day the later one stands.
            law.reverse();
            let mut seen = BTreeSet::new();
            law.retain(|(rule, subject, on, _)| seen.insert((rule.clone(), subject.clone(), *on)));
            law.sort();
            let filter = DueFilter { all: true, ..DueFilter::default() };
            let rows = due(&office, &filter, &today.to_string());
            let mut kept: Vec<_> = rows.into_iter().map(|row| (row.rule, row.subject, row.trigger_on, row.state)).collect();
            kept.sort();
            prop_assert_eq!(&kept, &law, "on {}", today);
            let counted: u32 = office.read(|reading| counts(reading, &filter, today)).unwrap().iter().map(|count| count.number).sum();
            prop_assert_eq!(counted as usize, kept.len());
        }
        let ask_by = office::clerk();
        let differences = office.compare_derived(&office::ask(&ask_by, "2026-03-05")).unwrap();
        prop_assert_eq!(differences, Vec::<derivation::Difference>::new());
    }
}
