//! The stage of a case, worked through as cases go.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use anjuan_law::stage::{Step, concluded, stage, stage_of};
use anjuan_law::{act, category};

fn steps(acts: &[(&str, Option<i64>)]) -> Vec<Step> {
    let step = |(id, person): &(&str, Option<i64>)| Step {
        act: act(id).unwrap_or_else(|| panic!("no act {id}")),
        person: *person,
    };
    acts.iter().map(step).collect()
}

/// The stage after each act of a case without people.
#[track_caller]
fn check_course(category_id: &str, course: &[(&str, &str)]) {
    let category = category(category_id).unwrap();
    let acts: Vec<_> = course.iter().map(|(id, _)| (*id, None)).collect();
    for (n, (id, expected)) in course.iter().enumerate() {
        let at = stage(category, &steps(&acts[..=n]), &[]);
        assert_eq!(at.id, *expected, "{category_id} after {id}");
    }
}

#[test]
fn a_case_without_acts_awaits_allocation() {
    for category in &anjuan_law::vocabulary().categories {
        assert_eq!(stage(category, &[], &[]).id, "accepted");
        assert_eq!(stage(category, &[], &[1, 2]).id, "accepted");
    }
}

#[test]
fn arrest() {
    check_course(
        "arrest_review",
        &[
            ("accepted", "accepted"),
            ("allocated", "reviewing"),
            ("questioned", "reviewing"),
            ("arrest_approved", "decided"),
            ("execution_receipt", "decided"),
            ("closed", "closed"),
            ("archived", "archived"),
        ],
    );
}

#[test]
fn prosecution_with_a_return() {
    check_course(
        "first_instance_prosecution",
        &[
            ("accepted", "accepted"),
            ("allocated", "reviewing"),
            ("returned_for_investigation", "returned"),
            ("retransferred", "reviewing"),
            ("suggestion_issued", "reviewing"),
            ("suggestion_replied", "reviewing"),
            ("correction_notice_replied", "reviewing"),
            ("prosecuted", "in_court"),
            ("judgment_received", "judged"),
            ("judgment_effective", "decided"),
            ("closed", "closed"),
        ],
    );
}

#[test]
fn a_withdrawn_prosecution_is_reviewed_again() {
    check_course(
        "first_instance_prosecution",
        &[
            ("allocated", "reviewing"),
            ("prosecuted", "in_court"),
            ("prosecution_withdrawn", "reviewing"),
            ("not_prosecuted", "decided"),
        ],
    );
    let category = category("first_instance_prosecution").unwrap();
    let course = [("allocated", None), ("prosecuted", None), ("prosecution_withdrawn", None), ("not_prosecuted", None)];
    let ends: Vec<_> = (1..=4).map(|n| concluded(category, &steps(&course[..n]), &[])).collect();
    assert_eq!(ends, [false, true, false, true]);
}

#[test]
fn conditional_non_prosecution() {
    check_course(
        "first_instance_prosecution",
        &[
            ("allocated", "reviewing"),
            ("conditional_not_prosecuted", "on_probation"),
            ("probation_ended", "on_probation"),
            ("not_prosecuted", "decided"),
        ],
    );
    check_course(
        "first_instance_prosecution",
        &[
            ("allocated", "reviewing"),
            ("conditional_not_prosecuted", "on_probation"),
            ("objection", "reviewing"),
            ("prosecuted", "in_court"),
        ],
    );
}

#[test]
fn civil_with_a_suspension_goes_back_to_where_it_was() {
    check_course(
        "civil_judgment_supervision",
        &[
            ("allocated", "reviewing"),
            ("suspended", "suspended"),
            ("resumed", "reviewing"),
            ("retrial_suggestion_issued", "awaiting_reply"),
            ("suspended", "suspended"),
            ("resumed", "awaiting_reply"),
            ("court_replied", "decided"),
            ("closed", "closed"),
        ],
    );
    check_course("civil_judgment_supervision", &[("allocated", "reviewing"), ("resumed", "reviewing")]);
    check_course(
        "reverse_link",
        &[("allocated", "reviewing"), ("suspended", "suspended"), ("suspended", "suspended"), ("resumed", "reviewing")],
    );
}

#[test]
fn public_interest() {
    check_course(
        "pil_admin_pretrial",
        &[
            ("accepted", "accepted"),
            ("allocated", "evaluating"),
            ("pil_filed", "investigating"),
            ("filing_served", "investigating"),
            ("suggestion_issued", "awaiting_reply"),
            ("suggestion_served", "awaiting_reply"),
            ("suggestion_replied", "following_up"),
            ("followed_up", "following_up"),
            ("pil_prosecuted", "in_court"),
            ("judgment_received", "judged"),
        ],
    );
    check_course(
        "pil_civil_pretrial",
        &[
            ("allocated", "evaluating"),
            ("pil_filed", "investigating"),
            ("announced", "announcing"),
            ("pil_prosecuted", "in_court"),
        ],
    );
}

#[test]
fn supervision_and_letters() {
    check_course(
        "filing_supervision",
        &[
            ("allocated", "verifying"),
            ("explain_filing_demanded", "awaiting_reply"),
            ("explain_filing_answered", "verifying"),
            ("notice_to_file_issued", "awaiting_reply"),
            ("filed_by_police", "decided"),
        ],
    );
    check_course(
        "petition_letter",
        &[("first_reply", "accepted"), ("progress_reply", "accepted"), ("result_reply", "decided")],
    );
    check_course(
        "reverse_link",
        &[
            ("reverse_link_registered", "reviewing"),
            ("reverse_link_opinion_sent", "awaiting_reply"),
            ("reverse_link_replied", "decided"),
        ],
    );
    check_course(
        "suggestion",
        &[
            ("allocated", "verifying"),
            ("suggestion_issued", "awaiting_reply"),
            ("suggestion_replied", "following_up"),
            ("closed", "closed"),
            ("reopened", "verifying"),
        ],
    );
}

#[test]
fn with_several_people_the_case_stands_where_the_last_stands() {
    let category = category("first_instance_prosecution").unwrap();
    let mut course = vec![("allocated", None), ("prosecuted", Some(1))];
    let people = [1, 2, 3];
    assert_eq!(stage(category, &steps(&course), &people).id, "reviewing", "two are still under review");
    assert_eq!(stage_of(category, &steps(&course), 1).id, "in_court");
    course.extend([("not_prosecuted", Some(2)), ("prosecuted", Some(3))]);
    assert!(concluded(category, &steps(&course), &people));
    assert_eq!(
        stage(category, &steps(&course), &people).id,
        "in_court",
        "the decision on one does not hide the trial of two"
    );
    course.extend([("judgment_received", Some(1)), ("judgment_received", Some(3)), ("judgment_effective", None)]);
    assert_eq!(stage(category, &steps(&course), &people).id, "decided", "an act without a person is for all");
    course.push(("closed", None));
    assert_eq!(stage(category, &steps(&course), &people).id, "closed");
}

#[test]
fn only_fitting_acts_are_offered() {
    let ids = |category_id: &str, stage_id: &str| -> Vec<&str> {
        let at = anjuan_law::stage::stage_by_id(stage_id).unwrap();
        let allowed = anjuan_law::acts_allowed(category(category_id).unwrap(), at);
        allowed.iter().map(|a| &*a.id).collect()
    };
    let reviewing = ids("first_instance_prosecution", "reviewing");
    for yes in ["returned_for_investigation", "prosecuted", "not_prosecuted", "note", "closed"] {
        assert!(reviewing.contains(&yes), "{yes}");
    }
    for no in ["retransferred", "judgment_received", "suspended", "arrest_approved", "archived", "reopened"] {
        assert!(!reviewing.contains(&no), "{no}");
    }
    assert_eq!(
        ids("first_instance_prosecution", "archived"),
        [
            "reopened",
            "note",
            "sealed_record",
            "suggestion_looked_back",
            "hearing_result_told",
            "hearing_effect_recorded"
        ]
    );
}
