//! What the engine promises, whatever the checks are.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::office::{ask, change, clerk, findings, office, write};
use crate::{
    Action, CaseId, Office, Result,
    checks::{
        self, AnswerKind, Check, Count, Example, Fact, Filter, Finding, Renewed, Severity, answer, counts, withdraw,
    },
    derive,
};

/// An office with the facts of these examples in it.
fn written(examples: &[&str]) -> Office {
    let office = office();
    let text = examples.join("\n");
    change(&office, |work| Ok(write(work, &Example::read(&text).unwrap()).unwrap()));
    office
}

#[track_caller]
fn fault(text: &'static str) -> String {
    Check::read("x_01", text).unwrap_err().fault
}

const HEAD: &str = "\
-- title zh  题
-- title en  Title
-- rule zh  规则
-- rule en  Rule
-- do zh  处理
-- do en  Remedy
-- severity  high
-- applies  prosecution
-- basis  CPL 172; Rules 351
-- in force  2019-12-30 ..
-- good  case first_instance_prosecution 2026-01-05
-- bad  case first_instance_prosecution 2026-01-05
--      person 张某 note=\"两个 词\"
SELECT case_id, 'case' AS subject FROM scope;
";

#[test]
fn a_head_is_read_whole() {
    let check = Check::read("x_01", HEAD).unwrap();
    assert_eq!((&*check.title.zh, &*check.remedy.en), ("题", "Remedy"));
    assert_eq!(check.basis[1].words(anjuan_law::Lang::Zh), "刑诉规则第351条");
    assert_eq!(check.body, "SELECT case_id, 'case' AS subject FROM scope");
    assert_eq!(check.bad[0].facts[1].field("note"), Some("两个 词"));
    let of = |category: &str, day: &str| {
        check.looks_at(anjuan_law::category(category), "GC") && check.is_of(day.parse().unwrap())
    };
    assert!(of("first_instance_prosecution", "2019-12-30"));
    assert!(!of("first_instance_prosecution", "2019-12-29"), "older cases keep the rules of their day");
    assert!(!of("arrest_review", "2026-01-01"), "another family");
}

#[test]
fn a_head_with_a_fault_is_not_read() {
    let without = |line: &str, other: &str| -> &'static str { HEAD.replace(line, other).leak() };
    assert_eq!(fault(without("-- severity  high\n", "")), "no \"severity\"");
    assert_eq!(fault(without("severity  high", "severity  grave")), "no severity \"grave\"");
    assert_eq!(fault(without("CPL 172", "NoLaw 172")), "basis: no instrument \"NoLaw\"");
    assert_eq!(fault(without("applies  prosecution", "applies  prosecutions")), "applies: no \"prosecutions\"");
    assert_eq!(fault(without("-- title en  Title\n", "")), "no \"title en\"");
    assert_eq!(fault(without("2019-12-30 ..", "2019-12-30 .. 2019-12-01")), "in force: ends before it begins");
    assert_eq!(fault(without("-- good  case first_instance_prosecution 2026-01-05\n", "")), "no \"good\" example");
    assert_eq!(fault(without("-- basis", "-- basic")), "no \"basis\"");
    assert_eq!(fault(without("-- severity  high", "-- severity  high\n-- colour  red")), "unknown key \"colour\"");
    assert_eq!(fault(without("SELECT case_id, 'case' AS subject FROM scope;", "")), "there is no query");
    assert!(fault(without("person 张某", "persona 张某")).contains("no fact is called"));
}

const UNNUMBERED: &str = "case first_instance_prosecution 2026-01-05; person 张某
                          act prosecuted 2026-02-01 of=张某 charge=盗窃罪";

fn co_09(office: &Office) -> Vec<Finding> {
    findings(office, "2026-03-05", &Filter { check: Some("co_09".to_owned()), ..Filter::default() })
}

fn say(office: &Office, finding: &Finding, kind: AnswerKind) -> crate::Result<()> {
    let by = clerk();
    let answered = office.act(Action::FindingAnswer, &ask(&by, "2026-03-05"), |work| {
        answer(work, finding.case, &finding.check, &finding.subject, &finding.fingerprint, kind, "核对过")
    });
    answered.map(drop)
}

#[test]
fn an_answer_holds_while_the_values_stay_and_comes_back_with_them() {
    let office = written(&[UNNUMBERED]);
    let finding = co_09(&office).remove(0);
    say(&office, &finding, AnswerKind::Explained).unwrap();
    assert_eq!(co_09(&office)[0].answer.as_ref().unwrap().reason, "核对过");
    let move_to = |day: &str| {
        change(&office, |work| work.write("UPDATE act SET on_day = ?1 WHERE kind = 'prosecuted'", [day]));
    };

    move_to("2026-02-02");
    let open = co_09(&office).remove(0);
    assert_eq!(open.answer, None, "it was given to other values");
    let day = "2026-03-05".parse().unwrap();
    let of_case = office.read(|reading| crate::checks::of_case(reading, open.case, day)).unwrap();
    let again = of_case.iter().find(|finding| finding.check == "co_09").unwrap();
    assert_eq!(again.earlier.as_ref().unwrap().kind, AnswerKind::Explained, "what was said before is not lost");
    assert_eq!(say(&office, &finding, AnswerKind::SetAside).unwrap_err().code, "finding_changed");

    move_to("2026-02-01");
    assert!(co_09(&office)[0].answer.is_some(), "the same values, the same answer");
    let by = clerk();
    let withdrawn = office.act(Action::FindingAnswer, &ask(&by, "2026-03-05"), |work| {
        withdraw(work, finding.case, &finding.check, &finding.subject, &finding.fingerprint)
    });
    withdrawn.unwrap();
    assert_eq!(co_09(&office)[0].answer, None);
    change(&office, |work| work.write("UPDATE act SET fields = '{\"number\":\"1号\"}' WHERE kind = 'prosecuted'", []));
    assert_eq!(co_09(&office), []);
    assert_eq!(say(&office, &finding, AnswerKind::Explained).unwrap_err().code, "finding_gone");
}

#[test]
fn what_an_answer_hangs_on_is_the_same_in_every_version_of_the_program() {
    let office = written(&["case first_instance_prosecution 2026-01-05; act questioned 2026-01-04"]);
    let filter = Filter { check: Some("dc_01".to_owned()), ..Filter::default() };
    let found = findings(&office, "2026-03-05", &filter).remove(0);
    // The hash of `dc_01`, a zero byte and {"on_day":"2026-01-04","accepted_on":"2026-01-05"}: another one would open every
    // finding again that somebody has explained.
    assert_eq!(found.fingerprint, "5a1cfe177ae91236163eaa75be04d145");
}

#[test]
fn counts_are_what_the_list_holds() {
    let office = written(&[UNNUMBERED, UNNUMBERED, "case petition_letter 2026-01-05"]);
    say(&office, &co_09(&office)[0], AnswerKind::SetAside).unwrap();
    let filters = [
        Filter::default(),
        Filter { check: Some("co_09".to_owned()), ..Filter::default() },
        Filter { severity: Some(Severity::High), ..Filter::default() },
        Filter { line: Some("CP".to_owned()), ..Filter::default() },
        Filter { case: Some(CaseId::known(2)), ..Filter::default() },
        Filter { answered: Some(true), ..Filter::default() },
        Filter { answered: Some(false), ..Filter::default() },
    ];
    for filter in filters {
        let listed = findings(&office, "2026-03-05", &filter);
        let day = "2026-03-05".parse().unwrap();
        let counted = office.read(|reading| counts(reading, &filter, day)).unwrap();
        let sum = |pick: fn(&Count) -> u32| counted.iter().map(|count| pick(count) as usize).sum::<usize>();
        assert_eq!(sum(|count| count.open + count.answered), listed.len(), "{filter:?}");
        assert_eq!(sum(|count| count.answered), listed.iter().filter(|finding| finding.answer.is_some()).count());
        assert!(
            filter.answered == Some(true) || !listed.is_empty() || filter.line.is_some(),
            "{filter:?} is a test of nothing"
        );
    }
}

#[test]
fn a_run_over_a_sound_office_changes_nothing() {
    let office = written(&[UNNUMBERED, UNNUMBERED]);
    let by = clerk();
    let day = "2026-03-05".parse().unwrap();
    let run = || checks::run(office.record(), &by, day, |_, _| Ok(())).unwrap();
    assert_eq!(run(), BTreeMap::new());
    office
        .record()
        .derive_all(&by, day, |work| work.write("DELETE FROM finding WHERE check_id = 'co_09'", []))
        .unwrap();
    assert_eq!(run()["co_09"], Renewed { appeared: 2, gone: 0 }, "what had been lost is found and told");
}

/// Things people correct, so that findings come and go, those of other cases too.
const EDITS: &[&str] = &[
    "UPDATE person SET id_number = '11010519491231002X'",
    "UPDATE person SET id_number = '' WHERE case_id = 1",
    "UPDATE person SET minor_at_act = 1 WHERE case_id = 2",
    "UPDATE act SET on_day = date(on_day, '+9 days') WHERE id % 3 = 0",
    "DELETE FROM act WHERE id % 4 = 2 AND kind <> 'accepted'",
    "DELETE FROM case_link",
    "INSERT OR IGNORE INTO case_link (case_id, other_case_id, kind) SELECT 2, 1, 'same_matter' WHERE EXISTS (SELECT 1 FROM case_file WHERE id = 2)",
    "UPDATE case_number SET normalised = 'x' WHERE case_id = 1",
    "INSERT INTO case_number (case_id, kind, number, normalised) SELECT id, 'department', 'x', 'x' FROM case_file",
    "DELETE FROM case_number WHERE case_id = 1",
    "UPDATE assignment SET ended_on = '2026-06-01' WHERE ended_on IS NULL AND case_id = 1",
    "INSERT INTO act (case_id, kind, on_day) SELECT id, 'closed', '2026-05-01' FROM case_file WHERE id = 1",
    "UPDATE measure SET expires_on = '2026-03-01'",
    "UPDATE case_file SET category = 'petition_letter', line = 'CP' WHERE id = 1",
    "UPDATE case_file SET accepted_on = '2015-01-05' WHERE id = 2",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn findings_renewed_with_each_change_are_those_of_a_rebuild(
        examples in prop::collection::vec(any::<prop::sample::Index>(), 1..3),
        edits in prop::collection::vec(prop::sample::select(EDITS), 1..9),
    ) {
        let all: Vec<&Example> = checks::all().unwrap().flat_map(|check| &check.bad).collect();
        let office = office();
        change(&office, |work| {
            let mut facts: Vec<Fact> = Vec::new();
            let (mut accounts, mut number) = (BTreeSet::new(), 0);
            for example in &examples {
                for fact in &example.get(&all).facts {
                    match fact.verb.as_str() {
                        // One login is taken once; the cases of one example are numbered by the writer.
                        "account" if !accounts.insert(fact.word(0).to_owned()) => {}
                        "finds" | "on" => {}
                        "case" => { number += 1; facts.push(fact.clone()); }
                        _ => facts.push(fact.clone()),
                    }
                }
            }
            assert!(number > 0);
            Ok(write(work, &Example { facts }).map(drop))
        }).unwrap();
        let by = clerk();
        for edit in edits {
            change(&office, |work| work.write(edit, []));
            let differences = office.compare_derived(&ask(&by, "2026-03-05")).unwrap();
            prop_assert_eq!(differences, vec![], "after {}", edit);
        }
    }
}

#[test]
fn a_check_finds_the_same_in_the_cases_that_have_what_it_needs_as_in_all() {
    let office = office();
    // Accounts and settings belong to the office: each once.
    let (mut of_office, mut facts) = (BTreeSet::new(), Vec::new());
    for example in checks::all().unwrap().flat_map(|check| check.bad.iter().chain(&check.good)) {
        for fact in &example.facts {
            match fact.verb.as_str() {
                "account" | "period" if !of_office.insert((fact.verb.clone(), fact.word(0).to_owned())) => {}
                "finds" | "on" => {}
                _ => facts.push(fact.clone()),
            }
        }
    }
    change(&office, |work| {
        write(work, &Example { facts }).unwrap();
        Ok(())
    });
    let narrowed = checks::ready().unwrap().iter().filter(|ready| ready.needs.is_some());
    let mut met = 0;
    office
        .read(|reading| {
            let all = reading.all("SELECT id FROM case_file", [], |row| row.get::<_, CaseId>(0))?;
            let ids = serde_json::to_string(&all)?;
            let present = checks::needs::Present::of(reading, &ids)?;
            for ready in narrowed {
                let mut having = all.clone();
                present.keep_having(ready.needs.as_ref().unwrap(), &mut having);
                met += usize::from(having.len() < all.len());
                let found = |cases: String| {
                    reading.all(&ready.sql, &[(":cases", &cases)], |row| {
                        Ok((row.get::<_, i64>("case_id")?, row.get::<_, String>("subject")?))
                    })
                };
                assert_eq!(found(serde_json::to_string(&having)?)?, found(ids.clone())?, "{}", ready.check.id);
            }
            Ok(())
        })
        .unwrap();
    assert!(met > 60, "most checks need not look at every case: {met}");
}

/// How many checks each group of the field's list has.
const LISTED: [(&str, usize); 11] = [
    ("co", 15),
    ("pr", 28),
    ("tl", 21),
    ("do", 7),
    ("hr", 21),
    ("as", 10),
    ("os", 15),
    ("sf", 10),
    ("mi", 10),
    ("cu", 8),
    ("dc", 10),
];

#[test]
fn every_check_of_the_list_is_written_or_has_a_reason() {
    let written: BTreeSet<String> =
        checks::all().unwrap().map(|check| check.id.chars().take("co_01".len()).collect()).collect();
    let reasons: BTreeSet<String> = include_str!("../../../../../docs/checks.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" |"))
        .filter(|(_, rest)| rest.split('|').nth(1).is_some_and(|why| why.trim().len() > 20))
        .map(|(id, _)| id.to_lowercase().replace('-', "_"))
        .collect();
    let listed: Vec<String> =
        LISTED.iter().flat_map(|(group, count)| (1..=*count).map(move |nth| format!("{group}_{nth:02}"))).collect();
    let without: Vec<&String> = listed.iter().filter(|id| !written.contains(*id) && !reasons.contains(*id)).collect();
    assert!(without.is_empty(), "neither a check nor a reason: {without:?}");
    let both: Vec<&String> = listed.iter().filter(|id| written.contains(*id) && reasons.contains(*id)).collect();
    assert!(both.is_empty(), "written, and a reason why not: {both:?}");
}

#[test]
fn what_follows_as_before_is_not_written_anew() {
    let office = written(&["case first_instance_prosecution 2026-01-05", "person 张某"]);
    let cases = BTreeSet::from([CaseId::known(1)]);
    assert!(!findings(&office, "2098-01-01", &Filter::default()).is_empty());
    let (same, after_two_changes) = change(&office, |work| {
        assert!(work.value::<bool>("SELECT count(*) > 1 FROM deadline", [])?);
        let written = || -> Result<i64> {
            let before: i64 = work.value("SELECT total_changes()", [])?;
            derive::cases(work, &cases)?;
            Ok(work.value::<i64>("SELECT total_changes()", [])? - before)
        };
        let same = written()?;
        work.write("UPDATE finding SET values_json = '{}', fingerprint = '' WHERE check_id = (SELECT min(check_id) FROM finding)", [])?;
        work.write("UPDATE deadline SET due_on = '2030-01-01' WHERE rule = (SELECT min(rule) FROM deadline)", [])?;
        Ok((same, written()?))
    });
    assert_eq!(same, 0);
    assert_eq!(after_two_changes, 2);
}
