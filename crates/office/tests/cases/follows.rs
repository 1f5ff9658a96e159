//! What follows from the timeline, and what taking back brings back.

use anjuan_office::{
    Action,
    cases::{self, ActEntry, PartialCase, PartialPerson, PersonEntry, Registration, Why},
};

use super::{TestOffice, account_of, day, theft};

#[test]
fn numbers_count_up_by_year_and_line_also_past_five_digits() {
    let office = TestOffice::new();
    let no = |entry: &Registration| office.sheet(office.register(entry).unwrap()).head.register_no;
    assert_eq!(no(&theft()), "2026-GC-00001");
    assert_eq!(no(&theft()), "2026-GC-00002");
    let mut other = theft();
    other.line = "MC".into();
    assert_eq!(no(&other), "2026-MC-00001");
    let mut before = theft();
    (before.received_on, before.accepted_on) = (day("2025-12-30"), day("2025-12-31"));
    before.persons = None;
    assert_eq!(no(&before), "2025-GC-00001");
    office
        .act(Action::CaseChange, |work| {
            work.write("UPDATE case_file SET register_no = '2026-GC-99999' WHERE register_no = '2026-GC-00001'", [])
        })
        .unwrap();
    assert_eq!(no(&theft()), "2026-GC-100000");
    assert_eq!(no(&theft()), "2026-GC-100001");
}

#[test]
fn the_row_of_a_case_follows_its_acts() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    let head = || office.sheet(case).head;
    assert_eq!((head().stage.as_str(), head().is_open, head().in_custody), ("accepted", true, true));
    office.allocate(case, &office.first, "2026-02-05");
    assert_eq!((head().stage.as_str(), head().handler_id), ("reviewing", Some(account_of(&office.first))));
    office.record(case, &ActEntry::new("returned_for_investigation", day("2026-02-10"), &[("time", "1")])).unwrap();
    assert_eq!((head().out_with.as_str(), head().out_since), ("police", Some(day("2026-02-10"))));
    let retransferred = ActEntry::new("retransferred", day("2026-02-20"), &[("received_on", "20260220")]);
    office.record(case, &retransferred).unwrap();
    assert_eq!((head().stage.as_str(), head().out_with.as_str(), head().out_since), ("reviewing", "", None));
    let line = office.sheet(case).acts.pop().unwrap();
    assert_eq!((line.kind.as_str(), line.fields[0].value.as_str()), ("retransferred", "2026-02-20"));
    office.record(case, &ActEntry::new("not_prosecuted", day("2026-02-25"), &[("kind", "relative")])).unwrap();
    assert_eq!((head().stage.as_str(), head().closed_on), ("decided", None));
    // An act of an earlier day is taken where the case stood on that day.
    office.record(case, &ActEntry::new("evidence_asked", day("2026-02-06"), &[])).unwrap();
    office.record(case, &ActEntry::new("closed", day("2026-02-27"), &[("outcome", "相对不起诉")])).unwrap();
    let closed = head();
    assert_eq!((closed.is_open, closed.closed_on), (false, Some(day("2026-02-27"))));
    assert_eq!((closed.outcome.as_str(), closed.next_due_on), ("not_prosecuted_relative", None));
    office.assert_whole();
}

#[test]
fn measures_follow_the_acts_that_take_change_and_end_them() {
    let office = TestOffice::new();
    let mut entry = theft();
    entry.category = "arrest_review".into();
    let case = office.register(&entry).unwrap();
    let person = office.sheet(case).persons[0].id;
    office.allocate(case, &office.first, "2026-02-04");
    let measures = || {
        let mut sheet = office.sheet(case);
        let lines = sheet.persons.remove(0).measures;
        lines.into_iter().map(|line| (line.kind, line.is_current)).collect::<Vec<_>>()
    };
    let of = |kind: &str, current| (kind.to_owned(), current);
    office.record(case, &ActEntry::new("arrest_approved", day("2026-02-08"), &[]).of(person)).unwrap();
    assert_eq!(measures(), [of("detention", true), of("arrest", false)], "decided, not carried out");
    let receipt =
        ActEntry::new("execution_receipt", day("2026-02-09"), &[("result", "executed"), ("executed_on", "2026-02-09")]);
    let receipt = office.record(case, &receipt.of(person)).unwrap().answer;
    assert_eq!(measures(), [of("detention", false), of("arrest", true)]);

    let corrected =
        ActEntry::new("execution_receipt", day("2026-02-09"), &[("result", "bail"), ("executed_on", "2026-02-09")]);
    office
        .act(Action::ActChange, |work| cases::acts::change(work, receipt, &corrected.of(person), "回执看错"))
        .unwrap();
    assert_eq!(measures(), [of("detention", false), of("arrest", false), of("bail", true)]);
    assert!(!office.sheet(case).head.in_custody);

    office.act(Action::ActChange, |work| cases::acts::remove(work, receipt, "未收到回执")).unwrap();
    assert_eq!(measures(), [of("detention", true), of("arrest", false)], "as before the receipt");
    assert!(office.sheet(case).head.in_custody);
    office.assert_whole();
}

#[test]
fn forty_suspects_stand_each_in_their_place() {
    let office = TestOffice::new();
    let mut entry = theft();
    let persons = (1..=40).map(|n| PersonEntry::new("suspect", &format!("嫌疑人{n}"))).collect();
    entry.persons = Some(persons);
    entry.flags = Some(vec!["public_opinion".into()]);
    let case = office.register(&entry).unwrap();
    office.allocate(case, &office.first, "2026-02-05");
    let sheet = office.sheet(case);
    assert_eq!(sheet.persons.len(), 40);
    assert!(sheet.head.is_sensitive);
    let prosecute = |n: usize| {
        let act = ActEntry::new("prosecuted", day("2026-02-20"), &[("charge", "盗窃罪")]).of(sheet.persons[n].id);
        office.record(case, &act).unwrap();
    };
    (0..39).for_each(prosecute);
    assert_eq!(office.stage(case), "reviewing", "one is still under review");
    let next = office.sheet(case).next_acts;
    let open = next.iter().find(|act| act.kind == "not_prosecuted").unwrap();
    assert_eq!(open.persons, [sheet.persons[39].id]);
    prosecute(39);
    assert_eq!(office.stage(case), "in_court");
    office.assert_whole();
}

#[test]
fn taking_back_brings_back_every_derived_row() {
    let office = TestOffice::new();
    let (case, _) = office.registered(&theft());
    office.allocate(case, &office.first, "2026-02-05");
    let before = office.derived();

    let (_, registered) = office.registered(&theft());
    office.undo(registered).unwrap();
    assert_eq!(office.derived(), before, "registration");

    let mut minor = PersonEntry::new("suspect", "李四");
    (minor.birth, minor.act_on) = (Some(day("2010-01-01")), Some(day("2026-01-10")));
    let saved = office.act(Action::PersonSave, |work| cases::persons::save(work, case, &minor)).unwrap();
    assert!(office.sheet(case).head.is_minor);
    assert_ne!(office.derived(), before);
    office.undo(saved.changed.entry.unwrap()).unwrap();
    assert_eq!(office.derived(), before, "person");

    let taken = ActEntry::new("measure_taken", day("2026-02-10"), &[("measure", "bail_deposit"), ("deposit", "5,000")]);
    let recorded = office.record(case, &taken).unwrap();
    assert_eq!(office.sheet(case).persons[0].measures[1].deposit, Some(500_000));
    assert!(!office.sheet(case).head.in_custody);
    office.undo(recorded.changed.entry.unwrap()).unwrap();
    assert_eq!(office.derived(), before, "act and measure");
    office.assert_whole();
}

#[test]
fn an_intake_on_which_others_rest_is_not_taken_back() {
    let office = TestOffice::new();
    let (case, registered) = office.registered(&theft());
    office.act(Action::NoteWrite, |work| cases::notes::write(work, case, "等回函")).unwrap();
    let before = office.derived();
    assert_eq!(super::refused(office.undo(registered)).code, "undo_later_entries");
    assert_eq!((office.derived(), office.sheet(case).notes.len()), (before, 1));
}

#[test]
fn a_person_is_changed_in_place_and_the_history_names_the_field() {
    let office = TestOffice::new();
    let case = office.register(&theft()).unwrap();
    let person = office.sheet(case).persons[0].id;
    let mut entry = office.office.read(|reading| cases::persons::entry_of(reading, person)).unwrap();
    entry.residence = Some("测县城关镇".into());
    entry.measures.as_mut().unwrap()[0].place = Some("测县看守所".into());
    let measure = entry.measures.as_ref().unwrap()[0].id.unwrap();
    let done = office.act(Action::PersonSave, |work| cases::persons::save(work, case, &entry)).unwrap();
    assert_eq!(
        (done.answer, done.changed.tables.as_slice()),
        (person, ["measure".to_owned(), "person".to_owned()].as_slice())
    );
    let again = office.act(Action::PersonSave, |work| cases::persons::save(work, case, &entry)).unwrap();
    assert_eq!(again.changed.entry, None, "saving what stands there leaves no trace");
    let history = office
        .office
        .read(|reading| cases::history::of_field(reading, case, "measure", &measure.to_string(), "place"))
        .unwrap();
    let values: Vec<_> = history.iter().map(|h| (h.before.as_deref(), h.after.as_deref())).collect();
    assert_eq!(values, [(Some(""), Some("测县看守所")), (None, Some(""))]);
    assert_eq!(history[0].person, "李案管");
}

#[test]
fn likely_duplicates_are_found_while_typing() {
    let office = TestOffice::new();
    let mut entry = theft();
    entry.numbers =
        Some(vec![cases::NumberEntry { id: None, kind: "police".into(), number: "测公(2026)7号".into() }]);
    let suspect = &mut entry.persons.as_mut().unwrap()[0];
    suspect.id_number = Some("11010519491231002X".into());
    entry.persons.as_mut().unwrap().push(PersonEntry::new("defence_lawyer", "钱律师"));
    let case = office.register(&entry).unwrap();
    let ask = |partial: PartialCase| {
        let found = office.office.read(|reading| cases::likely_duplicates(reading, &partial)).unwrap();
        found.into_iter().map(|found| (found.case, found.why)).collect::<Vec<_>>()
    };
    let someone = |name: &str, birth: Option<&str>, number: Option<&str>| PartialCase {
        persons: Some(vec![PartialPerson {
            name: Some(name.into()),
            birth: birth.map(day),
            id_number: number.map(str::to_owned),
        }]),
        ..PartialCase::default()
    };
    assert_eq!(
        ask(PartialCase { numbers: Some(vec!["测公〔2026〕7号".into()]), ..PartialCase::default() }),
        [(case, Why::SameNumber)]
    );
    assert_eq!(ask(someone("", None, Some("11010519491231002x"))), [(case, Why::SamePerson)]);
    assert_eq!(ask(someone("张 三", Some("1949-01-01"), None)), [(case, Why::SameNameAndYear)]);
    assert_eq!(ask(someone("张三", None, None)), [(case, Why::SameName)]);
    assert_eq!(ask(someone("张三", Some("1980-01-01"), None)), [], "somebody else of that name");
    assert_eq!(ask(someone("钱律师", None, None)), [], "a lawyer comes back");
    let matter = PartialCase {
        title: Some("张三盗窃案".into()),
        from_unit: Some("测县公安局".into()),
        ..PartialCase::default()
    };
    assert_eq!(ask(matter.clone()), [(case, Why::SameMatter)]);
    assert_eq!(ask(PartialCase { case: Some(case), ..matter }), [], "not a duplicate of itself");
}

#[test]
fn the_questions_asked_while_typing_use_indexes() {
    let office = TestOffice::new();
    for sql in [
        include_str!("../../src/cases/same_number.sql"),
        include_str!("../../src/cases/same_id_number.sql"),
        include_str!("../../src/cases/same_name.sql"),
        include_str!("../../src/cases/same_matter.sql"),
        include_str!("../../src/cases/last_register_no.sql"),
        include_str!("../../src/cases/find_case.sql"),
    ] {
        let plan: Vec<String> = office
            .office
            .read(|reading| reading.all(&format!("EXPLAIN QUERY PLAN {sql}"), some_values(sql), |row| row.get(3)))
            .unwrap();
        assert!(plan.iter().all(|step| !step.starts_with("SCAN")), "{sql}\n{plan:#?}");
    }
}

/// As many values as the statement has parameters; the plan does not depend on them.
fn some_values(sql: &str) -> rusqlite::ParamsFromIter<Vec<&'static str>> {
    let most = (1..=4).rev().find(|n| sql.contains(&format!("?{n}"))).unwrap_or(0);
    rusqlite::params_from_iter(vec!["1"; most])
}
