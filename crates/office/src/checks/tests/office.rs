//! An office in memory that an example's facts are written into, through the record's own tables.

use std::collections::BTreeMap;

use anjuan_law::{Day, act, category, choice};
use rusqlite::params_from_iter;
use serde_json::json;

use crate::{
    Action, Actor, Ask, CaseId, Office, Post, Result, Work,
    checks::{Example, Fact, Filter, Finding, Severity, list},
    record::Record,
};

pub fn clerk() -> Actor {
    Actor { post: Post::CaseManagementClerk, name: "李案管".to_owned(), ..Actor::program() }
}

pub fn ask<'a>(by: &'a Actor, day: &str) -> Ask<'a> {
    Ask { by, day: day.parse().unwrap(), at: "2026-03-05T01:02:03Z", reason: "试", detail: json!({}) }
}

/// An empty office.
pub fn office() -> Office {
    Office::new(Record::in_memory().unwrap(), "案管室")
}

/// One change.
#[track_caller]
pub fn change<T>(office: &Office, act: impl FnOnce(&Work<'_>) -> Result<T>) -> T {
    office.act(Action::CaseRegister, &ask(&clerk(), "2026-03-05"), act).unwrap().answer
}

/// All findings that hold on `day`, page by page.
pub fn findings(office: &Office, day: &str, filter: &Filter) -> Vec<Finding> {
    let day: Day = day.parse().unwrap();
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = office.read(|reading| list(reading, filter, day, after.as_ref(), 7)).unwrap();
        found.extend(page.rows.into_iter().map(|row| row.finding));
        after = match page.next {
            None => return found,
            next => next,
        };
    }
}

/// What an example's facts came to.
pub struct Written {
    /// The cases in order; the finding is asked of the last one.
    pub cases: Vec<CaseId>,
    /// The ids of the rows of the last case by kind (`person`, `act`, `measure`), in order.
    pub rows: BTreeMap<String, Vec<i64>>,
    /// The day to ask on, if the example names one.
    pub on: Option<String>,
    /// What the finding is about, if the example says so.
    pub subject: Option<String>,
}

/// Writes the facts of an example; a fault names what is wrong with it.
pub fn write(work: &Work<'_>, example: &Example) -> std::result::Result<Written, String> {
    let mut writer = Writer {
        work,
        written: Written { cases: Vec::new(), rows: BTreeMap::new(), on: None, subject: None },
        persons: BTreeMap::new(),
        accounts: BTreeMap::new(),
    };
    for fact in &example.facts {
        writer.fact(fact).map_err(|fault| format!("{fact:?}: {fault}"))?;
    }
    Ok(writer.written)
}

struct Writer<'w> {
    work: &'w Work<'w>,
    written: Written,
    persons: BTreeMap<String, i64>,
    accounts: BTreeMap<String, i64>,
}

type Columns = BTreeMap<String, String>;

fn columns<const N: usize>(given: [(&str, &str); N]) -> Columns {
    given.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn known(list: &str, code: &str) -> std::result::Result<(), String> {
    choice(list, code).map(drop).ok_or_else(|| format!("{list} has no {code:?}"))
}

impl Writer<'_> {
    fn fact(&mut self, fact: &Fact) -> std::result::Result<(), String> {
        match fact.verb.as_str() {
            "case" => self.case(fact),
            "person" => {
                let position = (self.persons.len() + 1).to_string();
                let base = columns([("name", fact.word(0)), ("role", "suspect"), ("position", &position)]);
                known("person_role", fact.field("role").unwrap_or("suspect"))?;
                let id = self.insert("person", base, fact)?;
                self.persons.insert(fact.word(0).to_owned(), id);
                Ok(())
            }
            "charge" => {
                let person = self.person(fact.word(0))?;
                let base = columns([("person_id", &person), ("phase", fact.word(1)), ("charge", fact.word(2))]);
                self.insert("person_charge", base, fact).map(drop)
            }
            "measure" => {
                known("measure", fact.word(1))?;
                let person = self.person(fact.word(0))?;
                self.insert("measure", columns([("person_id", &person), ("kind", fact.word(1))]), fact).map(drop)
            }
            "act" => self.act(fact),
            "account" => {
                let base = columns([
                    ("login", fact.word(0)),
                    ("name", fact.word(0)),
                    ("post", "prosecutor"),
                    ("in_quota", "1"),
                    ("started_on", "2020-01-01"),
                ]);
                let id = self.insert("account", base, fact)?;
                self.accounts.insert(fact.word(0).to_owned(), id);
                Ok(())
            }
            "handler" | "assistant" => {
                let account = self.account(fact.word(0))?;
                let base = columns([
                    ("account_id", &account),
                    ("role", &fact.verb),
                    ("started_on", fact.word(1)),
                    ("mode", "random"),
                ]);
                self.insert("assignment", base, fact).map(drop)
            }
            "number" => {
                known("number_kind", fact.word(0))?;
                let (kind, number) = (fact.word(0), fact.word(1));
                self.insert("case_number", columns([("kind", kind), ("number", number), ("normalised", number)]), fact)
                    .map(drop)
            }
            "flag" => {
                known("flag", fact.word(0))?;
                self.insert("case_flag", columns([("flag", fact.word(0))]), fact).map(drop)
            }
            "conflict" => {
                known("recusal_ground", fact.word(3))?;
                let account = self.account(fact.word(0))?;
                let base = columns([
                    ("account_id", &account),
                    ("kind", fact.word(1)),
                    ("value", fact.word(2)),
                    ("ground", fact.word(3)),
                ]);
                self.insert("declared_conflict", base, fact).map(drop)
            }
            "hearing" => {
                known("hearing_kind", fact.word(0))?;
                let base = columns([("kind", fact.word(0)), ("is_public", "0"), ("planned_on", "2026-01-06")]);
                self.insert("hearing", base, fact).map(drop)
            }
            "participant" | "seat" | "step" | "effect" => self.of_hearing(fact),
            "link" => {
                let [.., other, _] = &self.written.cases[..] else { return Err("a link needs two cases".to_owned()) };
                let other = other.to_string();
                self.insert("case_link", columns([("other_case_id", &other), ("kind", fact.word(0))]), fact).map(drop)
            }
            "period" => {
                anjuan_law::periods::rule(fact.word(0)).ok_or("no such time limit")?;
                let base = columns([("rule", fact.word(0)), ("length", fact.word(1)), ("note", "试")]);
                self.insert("period_setting", base, fact).map(drop)
            }
            "on" => {
                self.written.on = Some(fact.word(0).to_owned());
                Ok(())
            }
            "finds" => {
                self.written.subject = Some(self.subject(fact.word(0))?);
                Ok(())
            }
            verb => Err(format!("no fact is called {verb:?}")),
        }
    }

    /// Somebody or something of the hearing before.
    fn of_hearing(&mut self, fact: &Fact) -> std::result::Result<(), String> {
        let hearing = self.written.rows.get("hearing").and_then(|rows| rows.last()).ok_or("no hearing before")?;
        let mut base = columns([("name", fact.word(0)), ("hearing_id", &hearing.to_string())]);
        let table = match fact.verb.as_str() {
            "seat" => {
                base.insert("selection".to_owned(), "random".to_owned());
                "hearing_seat"
            }
            "step" => {
                let place = anjuan_law::choices("hearing_step").iter().position(|step| step.code == fact.word(0));
                base.insert("step".to_owned(), fact.word(0).to_owned());
                base.insert("position".to_owned(), (place.ok_or("no such step")? + 1).to_string());
                base.remove("name");
                "hearing_step"
            }
            "effect" => {
                known("hearing_effect", fact.word(0))?;
                base.insert("effect".to_owned(), fact.word(0).to_owned());
                base.insert("recorded_on".to_owned(), fact.word(1).to_owned());
                base.remove("name");
                "hearing_effect"
            }
            _ => {
                base.insert("role".to_owned(), "party".to_owned());
                "hearing_participant"
            }
        };
        self.insert(table, base, fact).map(drop)
    }

    fn case(&mut self, fact: &Fact) -> std::result::Result<(), String> {
        let category = category(fact.word(0)).ok_or("no such category")?;
        let department = self.department()?;
        let register_no = format!("2026-GC-{:05}", self.written.cases.len() + 1);
        let base = columns([
            ("register_no", &register_no),
            ("category", &category.id),
            ("line", &category.lines[0]),
            ("title", "样本案件"),
            ("cause", "盗窃罪"),
            ("cause_code", "theft"),
            ("source", "police"),
            ("from_unit", "测县公安局"),
            ("received_on", fact.word(1)),
            ("accepted_on", fact.word(1)),
            ("department_id", &department),
        ]);
        self.persons.clear();
        self.written.rows.clear();
        let id = self.insert("case_file", base, fact)?;
        self.written.cases.push(CaseId::known(id));
        let received = fact.field("received_on").unwrap_or(fact.word(1)).to_owned();
        let accepted = Fact {
            verb: "act".to_owned(),
            words: vec!["accepted".to_owned(), fact.word(1).to_owned()],
            fields: vec![("received_on".to_owned(), received)],
        };
        self.act(&accepted)?;
        self.written.rows.clear();
        Ok(())
    }

    fn act(&mut self, fact: &Fact) -> std::result::Result<(), String> {
        let kind = act(fact.word(0)).ok_or("no such act")?;
        let mut fields = serde_json::Map::new();
        let mut person = None;
        for (name, value) in &fact.fields {
            match name.as_str() {
                "of" => person = Some(self.person(value)?),
                "approved_by" | "approved_on" | "ref" => {
                    fields.insert(name.clone(), json!(value));
                }
                _ => {
                    let field = kind.field(name).ok_or_else(|| format!("{} has no field {name}", kind.id))?;
                    if let anjuan_law::acts::FieldType::Choice { list } = &field.kind {
                        known(list, value)?;
                    }
                    fields.insert(name.clone(), json!(value));
                }
            }
        }
        let fields = serde_json::Value::Object(fields).to_string();
        let mut base = columns([("kind", &kind.id), ("on_day", fact.word(1)), ("fields", &fields)]);
        if let Some(person) = person {
            base.insert("person_id".to_owned(), person);
        }
        self.insert("act", base, &Fact { fields: Vec::new(), ..fact.clone() }).map(drop)
    }

    fn department(&mut self) -> std::result::Result<String, String> {
        let found: Option<i64> =
            self.work.maybe("SELECT id FROM department", [], |row| row.get(0)).map_err(|e| e.to_string())?;
        let id = match found {
            Some(id) => id,
            None => self
                .work
                .insert("INSERT INTO department (name, kind) VALUES ('第一检察部', 'criminal')", [])
                .map_err(|e| e.to_string())?,
        };
        Ok(id.to_string())
    }

    fn person(&self, name: &str) -> std::result::Result<String, String> {
        self.persons.get(name).map(i64::to_string).ok_or_else(|| format!("no person {name:?} before"))
    }

    fn account(&self, name: &str) -> std::result::Result<String, String> {
        self.accounts.get(name).map(i64::to_string).ok_or_else(|| format!("no account {name:?} before"))
    }

    fn subject(&self, word: &str) -> std::result::Result<String, String> {
        let Some((kind, place)) = word.split_once(':') else { return Ok(word.to_owned()) };
        let Ok(place) = place.parse::<usize>() else { return Ok(word.to_owned()) };
        if kind == "case" {
            let other = self.written.cases.get(place - 1);
            return other.map(|case| format!("case:{case}")).ok_or_else(|| format!("no {word}"));
        }
        let id = self.written.rows.get(kind).and_then(|rows| rows.get(place - 1));
        Ok(format!("{kind}:{}", id.ok_or_else(|| format!("no {word}"))?))
    }

    fn insert(&mut self, table: &str, mut row: Columns, fact: &Fact) -> std::result::Result<i64, String> {
        if !matches!(table, "case_file" | "account" | "declared_conflict" | "period_setting") {
            let case = self.written.cases.last().ok_or("no case before")?;
            row.insert("case_id".to_owned(), case.to_string());
        }
        let (mut card, mut checklist) = (serde_json::Map::new(), serde_json::Map::new());
        for (name, value) in &fact.fields {
            match name.split_once('.') {
                Some(("card", key)) => drop(card.insert(key.to_owned(), json!(value))),
                Some(("checklist", key)) => drop(checklist.insert(key.to_owned(), json!({ "answer": value }))),
                // What is named by its number is left out by naming nothing.
                _ if value.is_empty() && name.ends_with("_id") => drop(row.remove(name)),
                _ => drop(row.insert(name.clone(), value.clone())),
            }
        }
        for (name, object) in [("card", card), ("checklist", checklist)] {
            if !object.is_empty() {
                row.insert(name.to_owned(), serde_json::Value::Object(object).to_string());
            }
        }
        let names: Vec<&str> = row.keys().map(String::as_str).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "));
        let id = self.work.insert(&sql, params_from_iter(row.values())).map_err(|refusal| format!("{refusal}"))?;
        self.written.rows.entry(table.to_owned()).or_default().push(id);
        Ok(id)
    }
}

/// The severity as the vocabulary calls it is known.
#[test]
fn every_severity_has_words() {
    for severity in Severity::ALL {
        known("severity", severity.code()).unwrap();
    }
}
