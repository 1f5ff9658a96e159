//! Who may touch which case.

use anjuan_law::Day;
use anjuan_office::{
    Action, CaseId,
    cases::{self, ActEntry, intake::IntakeRefusalEntry},
};

use super::{TestOffice, day, refused, theft};

fn note(on: Day) -> ActEntry {
    ActEntry::new("note", on, &[("text", "已电话联系")])
}

#[test]
fn one_records_on_ones_own_cases_a_head_on_those_of_the_department_the_clerk_on_all() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    office.allocate(case, &office.first, "2026-02-05");
    let by = |actor| {
        office.act_by(actor, Action::ActRecord, |work| cases::acts::record(work, case, &note(day("2026-02-06"))))
    };
    by(&office.first).unwrap();
    by(&office.clerk).unwrap();
    assert_eq!(refused(by(&office.second)).code, "no_right_on_case", "a colleague of the same department");
    assert_eq!(refused(by(&office.other_head)).code, "no_right_on_case", "the head of another department");
    let mut own_head = office.other_head.clone();
    own_head.department = Some(office.department);
    by(&own_head).unwrap();

    office
        .act(Action::AssignmentDesignate, |work| {
            work.write("UPDATE assignment SET ended_on = '2026-02-20' WHERE case_id = ?1", [case])
        })
        .unwrap();
    assert_eq!(refused(by(&office.first)).code, "no_right_on_case", "the case has gone to somebody else");
}

#[test]
fn the_page_tells_who_asks_what_may_be_done() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    office.allocate(case, &office.first, "2026-02-05");
    let sheet = |actor| office.office.read(|reading| cases::sheet(reading, case, actor)).unwrap();
    let own = sheet(&office.first);
    assert!(own.may_record && !own.may_assign);
    let returned = own.next_acts.iter().find(|act| act.kind == "returned_for_investigation").unwrap();
    assert!(returned.for_all && returned.fields.iter().any(|field| field.kind == "choice" && field.list.is_some()));
    assert!(own.next_acts.iter().all(|act| act.kind != "accepted"), "what a module writes is not offered");
    let prosecuted = own.next_acts.iter().find(|act| act.kind == "prosecuted").unwrap();
    assert_eq!(prosecuted.persons, [own.persons[0].id]);
    let other = sheet(&office.second);
    assert!(!other.may_record && other.next_acts.is_empty());
    assert_eq!(other.head, own.head, "but everybody sees the case");
}

#[test]
fn what_was_returned_is_linked_when_it_is_accepted_after_all() {
    let office = TestOffice::new();
    let entry = IntakeRefusalEntry {
        outcome: "returned".into(),
        on: None,
        reason: "papers_incomplete".into(),
        reason_text: Some("缺起诉意见书".into()),
        category: "first_instance_prosecution".into(),
        title: "张三盗窃案".into(),
        from_unit: Some("测县公安局".into()),
        number: None,
        persons: Some("张三".into()),
        checklist: None,
    };
    let refuse =
        |entry: &IntakeRefusalEntry| office.act(Action::IntakeRefuse, |work| cases::intake::refuse(work, entry));
    let id = refuse(&entry).unwrap().answer;
    for (code, at, spoilt) in [
        ("choice_unknown", "outcome", IntakeRefusalEntry { outcome: "lost".into(), ..entry.clone() }),
        ("choice_unknown", "reason", IntakeRefusalEntry { reason: "x".into(), ..entry.clone() }),
        (
            "field_missing",
            "reason_text",
            IntakeRefusalEntry { reason: "other".into(), reason_text: None, ..entry.clone() },
        ),
        ("day_in_future", "on", IntakeRefusalEntry { on: Some(day("2026-03-06")), ..entry.clone() }),
    ] {
        let refusal = refused(refuse(&spoilt));
        assert_eq!((refusal.code.as_str(), refusal.at.as_str()), (code, at));
    }
    let mut accepted = theft();
    accepted.after_refusal = Some(id);
    let case: CaseId = office.register(&accepted).unwrap();
    let listed =
        office.office.read(|reading| cases::intake::refusals(reading, day("2026-03-01"), day("2026-03-31"))).unwrap();
    assert_eq!((listed.len(), listed[0].accepted_case_id, listed[0].by.as_str()), (1, Some(case), "李案管"));
    assert_eq!(listed[0].accepted_register_no.as_deref(), Some("2026-GC-00001"));
    assert_eq!(refused(office.register(&accepted)).code, "intake_accepted_already");
    office.assert_whole();
}
