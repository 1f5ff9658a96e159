//! What is not taken, and where it stands in the form.

use anjuan_office::{
    Action, CaseId, DepartmentId,
    cases::{
        self, ActEntry, CaseChange, CaseRef, ChargeEntry, ChecklistAnswer, LinkEntry, MeasureEntry, NumberEntry,
        PersonEntry, Registration,
    },
    checks,
};

use super::{TODAY, TestOffice, day, refused, theft};

fn person(entry: &mut Registration) -> &mut PersonEntry {
    &mut entry.persons.as_mut().unwrap()[0]
}

/// Changes a lawful registration into one that is refused with that code at that place.
#[track_caller]
fn check(office: &TestOffice, code: &str, at: &str, spoil: impl FnOnce(&mut Registration)) {
    let mut entry = theft();
    spoil(&mut entry);
    let before = office.derived();
    let refusal = refused(office.register(&entry));
    assert_eq!((refusal.code.as_str(), refusal.at.as_str()), (code, at), "{refusal}");
    assert_eq!(office.derived(), before, "a refusal writes nothing");
}

#[test]
fn a_head_is_refused_at_its_field() {
    let office = TestOffice::new();
    check(&office, "field_missing", "title", |entry| entry.title = " \u{200b}".into());
    check(&office, "field_missing", "line", |entry| entry.line = String::new());
    check(&office, "choice_unknown", "line", |entry| entry.line = "XX".into());
    check(&office, "choice_unknown", "category", |entry| entry.category = "no_such".into());
    check(&office, "category_not_in_line", "category", |entry| entry.line = "CI".into());
    check(&office, "choice_unknown", "source", |entry| entry.source = Some("moon".into()));
    check(&office, "day_in_future", "received_on", |entry| entry.received_on = day("2026-03-06"));
    check(&office, "day_in_future", "accepted_on", |entry| entry.accepted_on = day("2026-03-06"));
    check(&office, "days_in_wrong_order", "accepted_on", |entry| entry.accepted_on = day("2026-02-01"));
    check(&office, "department_unknown", "department_id", |entry| entry.department_id = Some(DepartmentId::known(99)));
    check(&office, "choice_unknown", "checklist.weather", |entry| {
        entry.checklist =
            Some([("weather".to_owned(), ChecklistAnswer { answer: "yes".into(), note: String::new() })].into());
    });
    check(&office, "choice_unknown", "checklist.jurisdiction.answer", |entry| {
        let answer = ChecklistAnswer { answer: "maybe".into(), note: String::new() };
        entry.checklist = Some([("jurisdiction".to_owned(), answer)].into());
    });
    check(&office, "choice_unknown", "flags.1", |entry| entry.flags = Some(vec!["foreign".into(), "x".into()]));
    check(&office, "field_missing", "numbers.0.number", |entry| {
        entry.numbers = Some(vec![NumberEntry { id: None, kind: "police".into(), number: " ".into() }]);
    });
    check(&office, "case_unknown", "links.0.other", |entry| {
        entry.links = Some(vec![LinkEntry { id: None, other: CaseId::known(77), kind: "related".into() }]);
    });
    check(&office, "intake_refusal_unknown", "after_refusal", |entry| {
        entry.after_refusal = Some(anjuan_office::IntakeRefusalId::known(5));
    });
}

#[test]
fn a_person_is_refused_at_his_field() {
    let office = TestOffice::new();
    check(&office, "field_missing", "persons.0.name", |entry| person(entry).name = "　".into());
    check(&office, "choice_unknown", "persons.0.role", |entry| person(entry).role = "friend".into());
    check(&office, "choice_unknown", "persons.0.sex", |entry| person(entry).sex = Some("x".into()));
    check(&office, "day_in_future", "persons.0.birth", |entry| person(entry).birth = Some(day("2026-04-01")));
    check(&office, "days_in_wrong_order", "persons.0.act_on", |entry| person(entry).birth = Some(day("2026-01-11")));
    check(&office, "days_in_wrong_order", "persons.0.act_on", |entry| person(entry).act_on = Some(day("2026-02-03")));
    check(&office, "minor_differs", "persons.0.minor_at_act", |entry| {
        person(entry).birth = Some(day("2000-01-01"));
        person(entry).minor_at_act = Some(true);
    });
    check(&office, "field_missing", "persons.0.charges.0.charge", |entry| {
        person(entry).charges = Some(vec![ChargeEntry { phase: "reviewed".into(), ..ChargeEntry::default() }]);
    });
    check(&office, "choice_unknown", "persons.0.charges.0.phase", |entry| {
        let charge =
            ChargeEntry { phase: "guessed".into(), charge: Some("盗窃罪".into()), ..ChargeEntry::default() };
        person(entry).charges = Some(vec![charge]);
    });
    check(&office, "choice_unknown", "persons.0.measures.0.kind", |entry| {
        person(entry).measures = Some(vec![MeasureEntry { kind: "pillory".into(), ..MeasureEntry::default() }]);
    });
    check(&office, "days_in_wrong_order", "persons.0.measures.0.executed_on", |entry| {
        person(entry).measures.as_mut().unwrap()[0].executed_on = Some(day("2026-01-10"));
    });
    check(&office, "amount_malformed", "persons.0.measures.0.deposit", |entry| {
        person(entry).measures.as_mut().unwrap()[0].deposit = Some(-1);
    });
}

#[test]
fn an_identity_number_is_tested_against_what_is_said() {
    let office = TestOffice::new();
    check(&office, "id_check_character", "persons.0.id_number", |entry| {
        person(entry).id_number = Some("110105194912310021".into());
    });
    check(&office, "id_length", "persons.0.id_number", |entry| person(entry).id_number = Some("1101051949".into()));
    check(&office, "identity_birth_differs", "persons.0.birth", |entry| {
        person(entry).id_number = Some("11010519491231002X".into());
        person(entry).birth = Some(day("1949-12-30"));
    });
    check(&office, "identity_sex_differs", "persons.0.sex", |entry| {
        person(entry).id_number = Some("11010519491231002X".into());
        person(entry).sex = Some("male".into());
    });
    let mut passport = theft();
    person(&mut passport).id_type = Some("passport".into());
    person(&mut passport).id_number = Some("E1234".into());
    office.register(&passport).unwrap();
}

#[test]
fn what_is_marked_secret_is_refused_wherever_it_stands() {
    let office = TestOffice::new();
    check(&office, "state_secret", "title", |entry| entry.title = "机密★10年 某案".into());
    check(&office, "state_secret", "summary", |entry| entry.summary = Some("绝密".into()));
    check(&office, "state_secret", "flags.0", |entry| entry.flags = Some(vec!["state_secret".into()]));
    check(&office, "state_secret", "card.degree", |entry| {
        entry.card = Some([("degree".to_owned(), "秘密".to_owned())].into());
    });
    check(&office, "state_secret", "persons.0.note", |entry| person(entry).note = Some("【机密】".into()));
    let mut lawful = theft();
    lawful.title = "李四侵犯商业秘密案".into();
    let case = office.register(&lawful).unwrap();
    let note = office.act(Action::NoteWrite, |work| cases::notes::write(work, case, "绝密★长期"));
    assert_eq!(refused(note).code, "state_secret");
}

#[test]
fn an_act_is_refused_at_its_field() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    let other = office.register(&theft()).unwrap();
    let stranger = office.sheet(other).persons[0].id;
    office.allocate(case, &office.first, "2026-02-05");
    let act = |kind: &str, on: &str, fields: &[(&str, &str)]| ActEntry::new(kind, day(on), fields);
    for (code, at, entry) in [
        ("act_kind_unknown", "kind", act("dreamt", "2026-02-06", &[])),
        ("act_written_elsewhere", "kind", act("accepted", "2026-02-06", &[("received_on", "2026-02-06")])),
        ("act_not_for_category", "kind", act("arrest_approved", "2026-02-06", &[])),
        ("act_before_acceptance", "on", act("note", "2026-02-02", &[("text", "x")])),
        ("day_in_future", "on", act("note", "2026-03-06", &[("text", "x")])),
        ("act_field_missing", "fields.text", act("note", "2026-02-06", &[])),
        ("act_field_unknown", "fields.colour", act("note", "2026-02-06", &[("text", "x"), ("colour", "red")])),
        ("act_field_malformed", "fields.reason", act("returned_for_investigation", "2026-02-06", &[("reason", "x")])),
        (
            "day_no_such_day",
            "fields.outline_on",
            act("returned_for_investigation", "2026-02-06", &[("outline_on", "2026-02-30")]),
        ),
        ("act_field_malformed", "fields.time", act("returned_for_investigation", "2026-02-06", &[("time", "-1")])),
        ("act_not_at_stage", "kind", act("archived", "2026-02-06", &[])),
        ("act_not_at_stage", "kind", act("returned_for_investigation", "2026-02-04", &[])),
        ("act_unknown", "fields.ref", act("note", "2026-02-06", &[("text", "x"), ("ref", "999")])),
        ("person_unknown", "person", act("prosecuted", "2026-02-06", &[("charge", "盗窃罪")]).of(stranger)),
        ("state_secret", "fields.text", act("note", "2026-02-06", &[("text", "机密★")])),
    ] {
        let refusal = refused(office.record(case, &entry));
        assert_eq!((refusal.code.as_str(), refusal.at.as_str()), (code, at), "{refusal}");
    }
}

#[test]
fn corrections_keep_the_rules_of_the_first_entry() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    let change = |change: CaseChange| office.act(Action::CaseChange, |work| cases::change(work, case, &change));
    let refusal = refused(change(CaseChange { accepted_on: Some(day("2026-02-01")), ..CaseChange::default() }));
    assert_eq!((refusal.code.as_str(), refusal.at.as_str()), ("days_in_wrong_order", "accepted_on"));
    office.record(case, &ActEntry::new("note", day("2026-02-10"), &[("text", "电话")])).unwrap();
    let refusal = refused(change(CaseChange { accepted_on: Some(day("2026-02-11")), ..CaseChange::default() }));
    assert_eq!((refusal.code.as_str(), refusal.values["act"].as_str()), ("acceptance_after_act", "2026-02-10"));

    change(CaseChange { accepted_on: Some(day("2026-02-04")), ..CaseChange::default() }).unwrap();
    assert_eq!(office.sheet(case).acts[0].on, day("2026-02-04"), "the act of acceptance moves with the head");

    let accepted = office.sheet(case).acts[0].id;
    let removed = office.act(Action::ActChange, |work| cases::acts::remove(work, accepted, "x"));
    assert_eq!(refused(removed).code, "act_written_elsewhere");
    let note = office.sheet(case).acts[1].id;
    let removed = office.act(Action::ActChange, |work| cases::acts::remove(work, note, " "));
    assert_eq!(refused(removed).code, "reason_missing");

    // The case ends without a decision.
    office.record(case, &ActEntry::new("withdrawn_by_police", day("2026-02-20"), &[])).unwrap();
    let refusal =
        refused(change(CaseChange { title: Some("张三、李四盗窃案".into()), ..CaseChange::default() }));
    assert_eq!(refusal.code, "reason_missing_closed");
    let dots = Some("。。 --".to_owned());
    let refusal = refused(change(CaseChange { flags: Some(Vec::new()), reason: dots, ..CaseChange::default() }));
    assert_eq!(refusal.code, "reason_says_nothing", "signs are no words");
    let again = Some("改改改".to_owned());
    let refusal = refused(change(CaseChange { numbers: Some(Vec::new()), reason: again, ..CaseChange::default() }));
    assert_eq!(refusal.code, "reason_says_nothing");
    let person = office.sheet(case).persons[0].id;
    let remove = |reason: &str| office.act(Action::PersonSave, |work| cases::persons::remove(work, person, reason));
    assert_eq!(refused(remove("")).code, "reason_missing_closed");
    let reason = Some("文书笔误".to_owned());
    change(CaseChange { title: Some("张三、李四盗窃案".into()), reason, ..CaseChange::default() }).unwrap();
    office.assert_whole();
}

#[test]
fn a_case_is_named_by_any_of_its_numbers_and_two_are_told_apart() {
    let office = TestOffice::new();
    let mut entry = theft();
    entry.numbers = Some(vec![
        NumberEntry { id: None, kind: "department".into(), number: "测检刑诉受[2026]341023000012号".into() },
        NumberEntry { id: None, kind: "police".into(), number: "A-1".into() },
    ]);
    let first = office.register(&entry).unwrap();
    entry.numbers = Some(vec![NumberEntry { id: None, kind: "police".into(), number: "a－1".into() }]);
    let second = office.register(&entry).unwrap();
    let find = |text: &str| office.office.read(|reading| cases::find(reading, &CaseRef::Text(text.into())));
    assert_eq!(find(" 测检刑诉受〔２０２６〕341023000012号 ").unwrap(), first);
    assert_eq!(find("2026-gc-00002").unwrap(), second);
    assert_eq!(find(&second.to_string()).unwrap(), second);
    let refusal = refused(find("A-1"));
    assert_eq!(
        (refusal.code.as_str(), refusal.values["cases"].as_str()),
        ("case_ambiguous", "2026-GC-00001、2026-GC-00002")
    );
    assert_eq!(refused(find("")).code, "case_unknown");
}

#[test]
fn what_the_law_forbids_is_refused_with_its_article() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    office.allocate(case, &office.first, "2026-02-04");
    let act =
        |kind: &str, on: &str, fields: &[(&str, &str)]| office.record(case, &ActEntry::new(kind, day(on), fields));
    for (returned, again) in [("2026-02-05", "2026-02-07"), ("2026-02-09", "2026-02-11")] {
        act("returned_for_investigation", returned, &[]).unwrap();
        act("retransferred", again, &[("received_on", again)]).unwrap();
    }
    let refusal = refused(act("returned_for_investigation", "2026-02-13", &[]));
    assert_eq!((refusal.code.as_str(), refusal.values["most"].as_str()), ("third_return", "2"));
    assert!(
        refusal.values["basis_zh"].contains("刑事诉讼法") || refusal.values["basis_zh"].contains("刑诉法"),
        "{refusal}"
    );
    assert_eq!(office.stage(case), "reviewing");
    // Correcting the second is not a third.
    let second =
        office.sheet(case).acts.iter().filter(|act| act.kind == "returned_for_investigation").nth(1).unwrap().id;
    let corrected = ActEntry::new("returned_for_investigation", day("2026-02-10"), &[]);
    office.act(Action::ActChange, |work| cases::acts::change(work, second, &corrected, "日期录错")).unwrap();
}

#[test]
fn a_case_is_concluded_when_everybody_has_a_decision_and_nothing_stands_that_must_be_dealt_with() {
    let office = TestOffice::new();
    let mut entry = theft();
    entry.cause = None;
    entry.persons.as_mut().unwrap().push(PersonEntry::new("suspect", "李四"));
    let case = office.register(&entry).unwrap();
    office.allocate(case, &office.first, "2026-02-04");
    let people: Vec<_> = office.sheet(case).persons.iter().map(|person| person.id).collect();
    let decide = |person| {
        let entry = ActEntry::new("not_prosecuted", day("2026-02-20"), &[("kind", "relative")]);
        office.record(case, &ActEntry { person: Some(person), ..entry }).unwrap();
    };
    let close = || office.record(case, &ActEntry::new("closed", day("2026-02-20"), &[("outcome", "other")]));
    let refusal = refused(close());
    assert_eq!((refusal.code.as_str(), refusal.values["persons"].as_str()), ("closed_undecided_of", "张三、李四"));
    decide(people[0]);
    assert_eq!(refused(close()).values["persons"], "李四");
    decide(people[1]);
    let refusal = refused(close());
    assert_eq!((refusal.code.as_str(), refusal.at.as_str()), ("stop_findings", "kind"));
    assert_eq!(refusal.values["zh"], checks::by_id("co_01").unwrap().title.get(anjuan_law::Lang::Zh));
    // A reason is enough: who closes answers for it.
    let found = office.office.read(|reading| checks::of_case(reading, case, day(TODAY))).unwrap();
    let stop = found.iter().find(|finding| finding.severity == checks::Severity::Stop).unwrap();
    let explain = |work: &anjuan_office::Work<'_>| {
        let kind = checks::AnswerKind::Explained;
        checks::answer(work, case, &stop.check, &stop.subject, &stop.fingerprint, kind, "案由待法院确定")
    };
    office.act(Action::FindingAnswer, explain).unwrap();
    close().unwrap();
    assert_eq!(office.stage(case), "closed");
}
