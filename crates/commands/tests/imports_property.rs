//! Random ledgers against a plain model: every row has one fate, the same file changes nothing, what a person corrected is
//! never written over, nothing is half imported.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod ledger;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicBool, Ordering},
};

use anjuan_office::Refusal;
use common::{TestDesk, refusal_of};
use ledger::adds_up;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A row as a person keeps it: which case, and what it says; a blank says nothing.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    case: u8,
    unit: &'static str,
    note: &'static str,
    detained: &'static str,
    /// A day that the calendar has not.
    broken: bool,
}

#[derive(Debug, Clone)]
enum Step {
    /// The ledger as it stands then is imported.
    Import(Vec<Row>),
    /// A person corrects the unit of a case.
    Correct(u8, &'static str),
    /// A person stops an import.
    Stop(Vec<Row>),
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        0u8..6,
        prop::sample::select(vec!["", "甲公安局", "乙公安局", "丙监委"]),
        prop::sample::select(vec!["", "急", "续"]),
        prop::sample::select(vec!["", "2026-01-02", "2026-01-03"]),
        prop::bool::weighted(0.15),
    );
    prop::collection::vec(row, 0..7).prop_map(|rows| {
        let mut known = BTreeSet::new();
        rows.into_iter()
            .filter(|row| known.insert(row.0))
            .map(|(case, unit, note, detained, broken)| Row { case, unit, note, detained, broken })
            .collect()
    })
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        5 => rows().prop_map(Step::Import),
        2 => (0u8..6, prop::sample::select(vec!["甲公安局", "丁公安局"])).prop_map(|(case, unit)| Step::Correct(case, unit)),
        1 => rows().prop_map(Step::Stop),
    ];
    prop::collection::vec(step, 1..7)
}

fn number(case: u8) -> String {
    format!("测检刑诉受[2026]3410230000{case:02}号")
}

fn text(rows: &[Row]) -> String {
    let mut text = "部门受案号\t案件名称\t嫌疑人\t受理日期\t移送单位\t备注\t拘留日期\n".to_owned();
    for row in rows {
        let day = if row.broken { "2026-02-30" } else { "2026-01-05" };
        let Row { case, unit, note, detained, .. } = row;
        text += &format!("{}\t案{case}\t嫌疑{case}\t{day}\t{unit}\t{note}\t{detained}\n", number(*case));
    }
    text
}

/// What the record has of a case and what the source said of it last.
#[derive(Debug, Default, Clone)]
struct Case {
    has: BTreeMap<&'static str, String>,
    said: BTreeMap<&'static str, String>,
    vanished: bool,
}

#[derive(Debug, Default)]
struct Model {
    cases: BTreeMap<u8, Case>,
    differences: BTreeSet<(u8, &'static str, String)>,
}

#[derive(Debug, Default, PartialEq)]
struct Fates {
    new: u64,
    changed: u64,
    same: u64,
    vanished: u64,
    refused: u64,
    differences: usize,
}

impl Model {
    fn import(&mut self, rows: &[Row]) -> Fates {
        let mut fates = Fates::default();
        for row in rows {
            if row.broken {
                fates.refused += 1;
                continue;
            }
            let says: BTreeMap<&'static str, String> =
                [("unit", row.unit), ("note", row.note), ("detained", row.detained)]
                    .into_iter()
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(field, value)| (field, value.to_owned()))
                    .collect();
            let Some(case) = self.cases.get_mut(&row.case) else {
                fates.new += 1;
                let case = Case { has: says.clone(), said: says, vanished: false };
                self.cases.insert(row.case, case);
                continue;
            };
            let mut changes = false;
            for (field, value) in &says {
                let stands = case.has.get(field);
                if stands == Some(value) {
                    continue;
                }
                if stands == case.said.get(field) {
                    case.has.insert(field, value.clone());
                    changes = true;
                } else if self.differences.insert((row.case, field, value.clone())) {
                    fates.differences += 1;
                }
            }
            case.said = says;
            case.vanished = false;
            *(if changes { &mut fates.changed } else { &mut fates.same }) += 1;
        }
        for (number, case) in &mut self.cases {
            if !case.vanished && !rows.iter().any(|row| row.case == *number) {
                case.vanished = true;
                fates.vanished += 1;
            }
        }
        fates
    }
}

fn fates(answer: &Value) -> Fates {
    let count = |name: &str| answer[name].as_u64().unwrap();
    Fates {
        new: count("new"),
        changed: count("changed"),
        same: count("same"),
        vanished: count("vanished"),
        refused: answer["refused"].as_array().unwrap().len() as u64,
        differences: answer["differences"].as_array().unwrap().len(),
    }
}

/// The record has of each case what the model has.
fn agree(desk: &TestDesk, model: &Model) {
    assert_eq!(desk.ask("case_list", json!({}))["total"].as_u64().unwrap() as usize, model.cases.len());
    for (case, known) in &model.cases {
        let sheet = desk.ask("case_sheet", json!({ "case": number(*case) }));
        let value = |field: &str| known.has.get(field).cloned().unwrap_or_default();
        assert_eq!(sheet["head"]["from_unit"].as_str().unwrap_or_default(), value("unit"), "{case}");
        assert_eq!(sheet["head"]["card"]["note"].as_str().unwrap_or_default(), value("note"), "{case}");
        let measures = sheet["persons"][0]["measures"].to_string();
        assert_eq!(measures.contains("2026-01-0"), known.has.contains_key("detained"), "{measures}");
        assert!(measures.contains(&value("detained")), "{measures}");
    }
}

/// Imports while somebody presses the button that stops it, again and again. It comes in whole or not at all.
fn while_stopped(desk: &TestDesk, rows: &[Row]) -> Result<Value, Refusal> {
    let under_way = AtomicBool::new(true);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while under_way.load(Ordering::Relaxed) {
                desk.ask("task_stop", json!({ "task": "import_apply" }));
                std::thread::yield_now();
            }
        });
        let done = desk.try_ask("import_apply", ask_for(rows));
        under_way.store(false, Ordering::Relaxed);
        done
    })
}

fn ask_for(rows: &[Row]) -> Value {
    json!({ "text": text(rows), "source": "台账" })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn imports_agree_with_a_plain_model(steps in steps()) {
        let desk = TestDesk::founded();
        let mut model = Model::default();
        for step in steps {
            match step {
                Step::Import(rows) => {
                    let plan = desk.ask("import_plan", ask_for(&rows));
                    adds_up(&plan);
                    agree(&desk, &model);
                    let expected = model.import(&rows);
                    prop_assert_eq!(&fates(&plan), &expected);
                    let done = desk.ask("import_apply", ask_for(&rows));
                    adds_up(&done);
                    prop_assert_eq!(&fates(&done), &expected);
                    let again = desk.ask("import_apply", ask_for(&rows));
                    adds_up(&again);
                    prop_assert_eq!(&again["done"]["entry"], &Value::Null);
                    prop_assert_eq!(fates(&again), Fates { same: expected.new + expected.changed + expected.same, refused: expected.refused, ..Fates::default() });
                    model.import(&rows);
                }
                Step::Correct(case, unit) => {
                    if let Some(known) = model.cases.get_mut(&case) {
                        known.has.insert("unit", unit.to_owned());
                        desk.ask("case_change", json!({ "case": number(case), "change": { "from_unit": unit } }));
                    }
                }
                Step::Stop(rows) => {
                    match while_stopped(&desk, &rows) {
                        Ok(done) => prop_assert_eq!(fates(&done), model.import(&rows)),
                        refused => prop_assert_eq!(refusal_of(refused), "stopped"),
                    }
                }
            }
            agree(&desk, &model);
        }
        prop_assert_eq!(&desk.ask("record_rebuild", json!({}))["same"], &json!(true));
    }
}
