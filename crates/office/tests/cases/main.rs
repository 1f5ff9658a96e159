//! Cases: what is refused and where, what follows from the timeline, what undoing brings back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod follows;
mod model;
mod model_law;
mod random;
mod random_hearings;
mod random_more;
mod refusals;
mod rights;

use std::collections::BTreeMap;

use anjuan_law::Day;
use anjuan_office::{
    AccountId, Action, Actor, Ask, CaseId, DepartmentId, Done, EntryId, Office, Post, Refusal, Result, Work,
    accounts::{self, AccountEntry},
    cases::{self, ActEntry, MeasureEntry, PersonEntry, Registration},
    founding::{self, OfficeHead},
    record::Record,
};

/// The day of the tests.
const TODAY: &str = "2026-03-05";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An office in memory with a clerk, two prosecutors of one department and one head of another.
struct TestOffice {
    office: Office,
    clerk: Actor,
    first: Actor,
    second: Actor,
    other_head: Actor,
    department: DepartmentId,
}

impl TestOffice {
    fn new() -> Self {
        let office = Office::new(Record::in_memory().unwrap(), "案管室");
        let program = Actor::program();
        let head = OfficeHead {
            name: "测县人民检察院".into(),
            short_name: "测".into(),
            division_code: "341023".into(),
            founded_on: day("2020-01-01"),
            is_sample: false,
        };
        let departments =
            [("case_management", "案件管理办公室"), ("ordinary_crime", "第一检察部"), ("second", "第二检察部")];
        let departments = departments.map(|(kind, name)| (kind.to_owned(), name.to_owned()));
        let ask = ask_by(&program);
        office
            .act(Action::OfficeFound, &ask, |work| founding::found(work, &head, &departments, "li", "李案管"))
            .unwrap();
        let mut made = Self {
            clerk: actor(&office, "li"),
            first: program.clone(),
            second: program.clone(),
            other_head: program.clone(),
            department: DepartmentId::known(2),
            office,
        };
        for (login, name, post, department) in [
            ("wang", "王检", Post::Prosecutor, 2),
            ("zhao", "赵检", Post::Prosecutor, 2),
            ("sun", "孙主任", Post::DepartmentHead, 3),
        ] {
            made.act(Action::AccountSave, |work| accounts::save(work, &account(login, name, post, department)))
                .unwrap();
        }
        made.first = actor(&made.office, "wang");
        made.second = actor(&made.office, "zhao");
        made.other_head = actor(&made.office, "sun");
        made
    }

    /// The clerk does something.
    fn act<T>(&self, action: Action, act: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<Done<T>> {
        self.act_by(&self.clerk, action, act)
    }

    fn act_by<T>(&self, by: &Actor, action: Action, act: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<Done<T>> {
        self.office.act(action, &ask_by(by), act)
    }

    fn register(&self, entry: &Registration) -> Result<CaseId> {
        Ok(self.act(Action::CaseRegister, |work| cases::register(work, entry))?.answer)
    }

    /// Registers and gives the journal entry too.
    fn registered(&self, entry: &Registration) -> (CaseId, EntryId) {
        let done = self.act(Action::CaseRegister, |work| cases::register(work, entry)).unwrap();
        (done.answer, done.changed.entry.unwrap())
    }

    /// Gives the case to a handler, as allocation does.
    fn allocate(&self, case: CaseId, to: &Actor, on: &str) {
        let account = to.account.unwrap();
        self.act(Action::AssignmentDesignate, |work| {
            work.insert(
                "INSERT INTO assignment (case_id, account_id, role, mode, started_on) VALUES (?1, ?2, 'handler', 'designated', ?3)",
                (case, account, on),
            )?;
            let fields = [("handler", account.to_string()), ("mode", "designated".to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(id, value)| (*id, value.as_str())).collect();
            cases::acts::record_as(work, "allocation", case, &ActEntry::new("allocated", day(on), &fields))
        })
        .unwrap();
    }

    fn record(&self, case: CaseId, entry: &ActEntry) -> Result<Done<anjuan_office::ActId>> {
        self.act(Action::ActRecord, |work| cases::acts::record(work, case, entry))
    }

    fn undo(&self, entry: EntryId) -> Result<Done<()>> {
        let mut ask = ask_by(&self.clerk);
        ask.reason = "录错";
        self.office.undo(entry, &ask)
    }

    fn sheet(&self, case: CaseId) -> cases::CaseSheet {
        self.office.read(|reading| cases::sheet(reading, case, &self.clerk)).unwrap()
    }

    fn stage(&self, case: CaseId) -> String {
        self.sheet(case).head.stage
    }

    /// Everything derived of every case, as text, to compare before and after.
    fn derived(&self) -> BTreeMap<i64, String> {
        let sql = "SELECT case_id, json_array(register_no, number, title, line, function, category, cause, stage, outcome,
                          is_open, department_id, handler_id, accepted_on, closed_on, persons, person_count, in_custody,
                          is_minor, is_sensitive, last_act_on, last_act, next_due_on, next_due_rule, out_with, out_since)
                     FROM case_state";
        let rows = self.office.read(|reading| reading.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))).unwrap();
        rows.into_iter().collect()
    }

    /// The derived tables are what a rebuild would make, and the record is sound.
    #[track_caller]
    fn assert_whole(&self) {
        let differences = self.office.compare_derived(&ask_by(&self.clerk)).unwrap();
        assert_eq!(differences, [], "a rebuild would change something");
        assert_eq!(self.office.record().verify().unwrap().problems, []);
    }
}

fn ask_by(by: &Actor) -> Ask<'_> {
    Ask { by, day: day(TODAY), at: "2026-03-05T01:02:03Z", reason: "", detail: serde_json::json!({}) }
}

fn actor(office: &Office, login: &str) -> Actor {
    office.read(|reading| accounts::by_login(reading, login, day(TODAY))).unwrap().unwrap().actor()
}

fn account(login: &str, name: &str, post: Post, department: i64) -> AccountEntry {
    AccountEntry {
        id: None,
        login: login.into(),
        name: name.into(),
        staff_no: String::new(),
        post,
        department_id: Some(DepartmentId::known(department)),
        in_quota: true,
        handles_minors: false,
        on_duty: true,
        case_cap: None,
        ended_on: None,
    }
}

/// A lawful prosecution case with one suspect in detention.
fn theft() -> Registration {
    let mut entry =
        Registration::new("GC", "first_instance_prosecution", "张三盗窃案", day("2026-02-02"), day("2026-02-03"));
    entry.from_unit = Some("测县公安局".into());
    entry.source = Some("police".into());
    entry.cause = Some("盗窃罪".into());
    let mut suspect = PersonEntry::new("suspect", "张三");
    suspect.act_on = Some(day("2026-01-10"));
    suspect.measures = Some(vec![MeasureEntry {
        kind: "detention".into(),
        decided_on: Some(day("2026-01-11")),
        executed_on: Some(day("2026-01-11")),
        ..MeasureEntry::default()
    }]);
    entry.persons = Some(vec![suspect]);
    entry
}

/// Code, place and values of an expected refusal.
#[track_caller]
fn refused<T: std::fmt::Debug>(answer: Result<T>) -> Refusal {
    answer.expect_err("a refusal was expected")
}

fn account_of(actor: &Actor) -> AccountId {
    actor.account.unwrap()
}
