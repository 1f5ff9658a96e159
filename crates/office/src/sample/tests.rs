//! The invented office is the same for the same seed, sound, and every script can be played to its end.

use super::{SampleAsk, fill, script::scripts};
use crate::{Action, Actor, Ask, Office, Post, record::Record};

fn office(seed: u64, cases: u32) -> Office {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let program = Actor::program();
    let ask = Ask {
        by: &program,
        day: "2026-03-05".parse().unwrap(),
        at: "2026-03-05T01:02:03Z",
        reason: "",
        detail: serde_json::Value::Null,
    };
    let head = crate::founding::OfficeHead {
        name: "测县人民检察院".into(),
        short_name: "测".into(),
        division_code: "341023".into(),
        founded_on: ask.day,
        is_sample: true,
    };
    let departments: Vec<(String, String)> = anjuan_law::choices("department")
        .iter()
        .filter(|choice| choice.group.as_deref() == Some("usual"))
        .map(|choice| (choice.code.clone(), choice.zh.clone()))
        .collect();
    office
        .act(Action::OfficeFound, &ask, |work| crate::founding::found(work, &head, &departments, "li", "李案管"))
        .unwrap();
    let clerk = office.read(crate::accounts::list).unwrap()[0].actor();
    assert_eq!(clerk.post, Post::CaseManagementClerk);
    let ask = Ask { by: &clerk, ..ask };
    office.act(Action::SampleFill, &ask, |work| fill(work, SampleAsk { cases, years: 2, seed }, |_| Ok(()))).unwrap();
    office
}

fn digest(office: &Office) -> Vec<String> {
    office
        .read(|r| {
            r.all("SELECT register_no || title || stage || persons FROM case_state ORDER BY case_id", [], |row| {
                row.get(0)
            })
        })
        .unwrap()
}

#[test]
fn the_same_seed_invents_the_same_office() {
    let (one, other, third) = (office(7, 120), office(7, 120), office(8, 120));
    assert_eq!(digest(&one), digest(&other));
    assert_ne!(digest(&one), digest(&third));
}

#[test]
fn the_invented_office_is_sound_and_its_draws_repeat() {
    let office = office(3, 200);
    assert_eq!(office.record().verify().unwrap().problems, []);
    let check = office.read(crate::assignments::verify_draws).unwrap();
    assert!(check.draws > 150 && check.disagree.is_empty(), "{check:?}");
    let lines: i64 = office.read(|r| r.value("SELECT count(DISTINCT function) FROM case_state", [])).unwrap();
    assert_eq!(lines, 4, "all four functions occur");
    let clerk = office.read(crate::accounts::list).unwrap()[0].actor();
    let ask = Ask {
        by: &clerk,
        day: "2026-09-01".parse().unwrap(),
        at: "2026-09-01T00:00:00Z",
        reason: "",
        detail: serde_json::Value::Null,
    };
    assert_eq!(office.compare_derived(&ask).unwrap(), []);
}

#[test]
fn scripts_name_only_what_the_law_knows() {
    for script in &scripts().unwrap().script {
        let category = anjuan_law::category(&script.category).unwrap_or_else(|| panic!("{}", script.category));
        assert!(anjuan_law::choice("case_source", &script.source).is_some(), "{}", script.source);
        for line in &script.lines {
            assert!(category.lines.contains(line), "{} is not handled in {line}", script.category);
        }
        for step in &script.steps {
            if let Some(kind) = &step.hear {
                assert!(anjuan_law::choice("hearing_kind", kind).is_some() && step.act.is_empty(), "{kind}");
                continue;
            }
            let act = anjuan_law::act(&step.act).unwrap_or_else(|| panic!("{}", step.act));
            assert!(act.applies_to(category), "{} in {}", step.act, script.category);
            for (id, value) in &step.fields {
                let field = act.field(id).unwrap_or_else(|| panic!("{} has no field {id}", step.act));
                if let anjuan_law::acts::FieldType::Choice { list } = &field.kind {
                    assert!(anjuan_law::choice(list, value).is_some(), "{}: {id} = {value}", step.act);
                }
            }
        }
    }
}

#[test]
fn no_hearing_breaks_a_rule_without_a_finding_that_says_so() {
    let office = office(5, 700);
    let day: anjuan_law::Day = "2026-03-05".parse().unwrap();
    // What is late or wrong on the path, and the check that has to say so. What no check asks about is for the path alone.
    let said = |code: &str, about: &str| -> Option<&'static str> {
        Some(match code {
            "approval" => "hr_01",
            "notice" | "notice_late" => "hr_02",
            "announcement" | "announcement_late" => "hr_03",
            "officers_few" | "officers_many" => "hr_04",
            "officer_unfit" => "hr_05",
            "chair_shall_preside" => "hr_06",
            "chair" => "hr_07",
            "step" | "steps_order" => "hr_10",
            "consent" => "hr_11",
            "recording" | "transcript" | "signature" => "hr_12",
            "officer_told" | "officer_told_late" => "hr_13",
            "supervisor" => "hr_14",
            "effect" => "hr_20",
            "selection" => "hr_16_way",
            _ => panic!("{code} {about} is late and no check says so"),
        })
    };
    let (hearings, found, broken) = office
        .read(|reading| {
            let ids: Vec<crate::HearingId> = reading.all("SELECT id FROM hearing ORDER BY id", [], |row| row.get(0))?;
            let (mut found, mut broken) = (std::collections::BTreeSet::new(), 0);
            for id in &ids {
                let sheet = crate::hearings::sheet(reading, *id, day)?;
                let subject = format!("hearing:{id}");
                let findings: Vec<String> = crate::checks::of_case(reading, sheet.hearing.case_id, day)?
                    .into_iter()
                    .filter(|finding| finding.subject == subject)
                    .map(|finding| finding.check.to_string())
                    .collect();
                let ended = sheet.hearing.ended_at.is_some();
                for one in &sheet.missing {
                    let lacks = ["recording", "transcript", "signature"].contains(&one.code.as_str());
                    if !(one.state == "late" || lacks && ended) {
                        continue;
                    }
                    // The effect is due some days after the decision on the path, and after the closing of the case for the check.
                    if one.code == "effect" || one.code == "due_before" {
                        continue;
                    }
                    let check = said(&one.code, &one.about).unwrap();
                    assert!(findings.iter().any(|found| found == check), "{subject}: {} but {findings:?}", one.code);
                    broken += 1;
                }
                found.extend(findings);
            }
            Ok((ids.len(), found, broken))
        })
        .unwrap();
    assert!(hearings > 30, "{hearings} hearings");
    assert!(broken > 3 && found.len() > 2, "{broken} things are wrong, found by {found:?}");
    let filled: i64 = office.read(|r| r.value("SELECT count(*) FROM hearing", [])).unwrap();
    assert_eq!(filled as usize, hearings);
    let draws = office.read(crate::hearings::verify_draws).unwrap();
    assert!(draws.draws > 30 && draws.disagree.is_empty(), "{draws:?}");
}
