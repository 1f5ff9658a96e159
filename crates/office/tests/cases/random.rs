//! Random work of eight people on a few cases against a plain model of it: what is taken, what is refused and to whom, what is
//! taken back and done again, where each case stands, and that the derived tables and the journal are whole at the end.
//!
//! `ANJUAN_CAMPAIGN` multiplies the number of actions, `ANJUAN_SEED` begins elsewhere; what fails prints its seed and is shrunk.

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, CaseId, EntryId, Post, Right,
    accounts::{self, AccountEntry},
    assignments,
    cases::{self, ActEntry, CaseChange, PersonEntry, Registration},
    checks,
};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::{
    TODAY, TestOffice, account, actor, ask_by, day,
    model::{Act, Case, Did, Done, Model, Person, Reach, User},
    model_law::{decided, may, not_returned, third_return},
};

const ACTS: [&str; 9] = [
    "allocated",
    "returned_for_investigation",
    "retransferred",
    "not_prosecuted",
    "note",
    "closed",
    "withdrawn_by_police",
    "archived",
    "reopened",
];
/// Actions of one history. All histories together: a fifth of what a long run has.
const LONGEST: usize = 60;
const ACTIONS: u32 = 20_000;

/// Eight people: two clerks, the chief, the heads of two departments, two prosecutors of the first and one of the second.
const PEOPLE: [(&str, Post, i64, Reach); 7] = [
    ("clerk2", Post::CaseManagementClerk, 1, Reach::Office),
    ("chief", Post::ChiefProsecutor, 1, Reach::Office),
    ("head2", Post::DepartmentHead, 2, Reach::Department),
    ("head3", Post::DepartmentHead, 3, Reach::Department),
    ("pros1", Post::Prosecutor, 2, Reach::Own),
    ("pros2", Post::Prosecutor, 2, Reach::Own),
    ("pros3", Post::Prosecutor, 3, Reach::Own),
];

/// One thing that somebody tries. Cases, acts and entries are meant modulo how many there are.
#[derive(Debug, Clone)]
enum Try {
    Register { accepted: i64 },
    Act { case: usize, kind: usize, on: i64 },
    Remove { entry: usize, with_reason: bool },
    Title { case: usize, title: usize },
    Person { case: usize, name: usize },
    Rename { person: usize, name: usize },
    Note { case: usize },
    Give { case: usize, to: usize },
    Draw { case: usize, seed: u64 },
    Measure { person: usize, on: i64 },
    Import { accepted: i64, broken: bool },
    Hearing { case: usize, days: i64 },
    MoveHearing { hearing: usize, days: i64 },
    Invite { hearing: usize },
    CallOff { hearing: usize },
    Undo { entry: usize },
    Redo { entry: usize },
}

/// Who tries what.
fn tries() -> impl Strategy<Value = Vec<(usize, Try)>> {
    let on = || -3i64..40;
    let one = prop_oneof![
        2 => on().prop_map(|accepted| Try::Register { accepted }),
        12 => (0..4usize, 0..ACTS.len(), on()).prop_map(|(case, kind, on)| Try::Act { case, kind, on }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(entry, with_reason)| Try::Remove { entry, with_reason }),
        2 => (0..4usize, 0..3usize).prop_map(|(case, title)| Try::Title { case, title }),
        2 => (0..4usize, 0..3usize).prop_map(|(case, name)| Try::Person { case, name }),
        2 => (any::<usize>(), 0..3usize).prop_map(|(person, name)| Try::Rename { person, name }),
        1 => (0..4usize).prop_map(|case| Try::Note { case }),
        2 => (0..4usize, 0..8usize).prop_map(|(case, to)| Try::Give { case, to }),
        2 => (0..4usize, any::<u64>()).prop_map(|(case, seed)| Try::Draw { case, seed }),
        2 => (any::<usize>(), on()).prop_map(|(person, on)| Try::Measure { person, on }),
        1 => (on(), any::<bool>()).prop_map(|(accepted, broken)| Try::Import { accepted, broken }),
        2 => (0..4usize, -1..3i64).prop_map(|(case, days)| Try::Hearing { case, days }),
        2 => (any::<usize>(), -1..3i64).prop_map(|(hearing, days)| Try::MoveHearing { hearing, days }),
        1 => any::<usize>().prop_map(|hearing| Try::Invite { hearing }),
        1 => any::<usize>().prop_map(|hearing| Try::CallOff { hearing }),
        5 => any::<usize>().prop_map(|entry| Try::Undo { entry }),
        4 => any::<usize>().prop_map(|entry| Try::Redo { entry }),
    ];
    // The clerks do most of it; who may not is refused, and that is compared too.
    let who = prop_oneof![3 => 0..2usize, 5 => 0..8usize];
    prop::collection::vec((who, one), LONGEST)
}

fn entry_of(kind: &str, on: Day) -> ActEntry {
    let received = on.to_string();
    let fields: &[(&str, &str)] = match kind {
        "allocated" => &[("handler", "2"), ("mode", "designated")],
        "retransferred" => &[("received_on", &received)],
        "note" => &[("text", "电话联系")],
        "not_prosecuted" => &[("kind", "relative")],
        "closed" => &[("outcome", "other")],
        "reopened" => &[("reason", "发现错误")],
        _ => &[],
    };
    ActEntry::new(kind, on, fields)
}

pub struct Run {
    pub office: TestOffice,
    pub people: Vec<Actor>,
    pub model: Model,
}

impl Run {
    fn new() -> Self {
        let office = TestOffice::new();
        // Who takes no part here is not to be drawn.
        for (actor, login) in [(&office.first, "wang"), (&office.second, "zhao")] {
            let off = AccountEntry { id: actor.account, on_duty: false, ..account(login, login, Post::Prosecutor, 2) };
            office.act(Action::AccountSave, |work| accounts::save(work, &off)).unwrap();
        }
        let mut people = vec![office.clerk.clone()];
        let mut users = vec![User { records: Reach::Office, registers: true, department: 1 }];
        for (login, post, department, records) in PEOPLE {
            office
                .act(Action::AccountSave, |work| accounts::save(work, &account(login, login, post, department)))
                .unwrap();
            people.push(actor(&office.office, login));
            users.push(User { records, registers: post == Post::CaseManagementClerk, department });
        }
        Self { office, people, model: Model { users, ..Model::default() } }
    }

    /// Tries one thing in both, and says whether both took it or both refused it.
    fn both(&mut self, who: usize, what: &Try) -> Result<(), TestCaseError> {
        match *what {
            Try::Register { accepted } => self.register(who, accepted),
            Try::Act { case, kind, on } => self.act(who, case, ACTS[kind], on),
            Try::Remove { entry, with_reason } => self.remove(who, entry, with_reason),
            Try::Title { case, title } => self.title(who, case, title),
            Try::Person { case, name } => self.person(who, case, name),
            Try::Rename { person, name } => self.rename(who, person, name),
            Try::Note { case } => self.note(who, case),
            Try::Give { case, to } => self.give(who, case, to),
            Try::Draw { case, seed } => self.draw(who, case, seed),
            Try::Measure { person, on } => self.measure(who, person, on),
            Try::Import { accepted, broken } => self.import(who, accepted, broken),
            Try::Hearing { case, days } => self.hearing(who, case, days),
            Try::MoveHearing { hearing, days } => self.move_hearing(who, hearing, days),
            Try::Invite { hearing } => self.invite(who, hearing),
            Try::CallOff { hearing } => self.call_off(who, hearing),
            Try::Undo { entry } => self.undo(who, entry),
            Try::Redo { entry } => self.redo(who, entry),
        }
    }

    fn register(&mut self, who: usize, accepted: i64) -> Result<(), TestCaseError> {
        let accepted = day("2026-02-01").add_days(accepted);
        let line = "GC";
        let title = "某某盗窃案".to_owned();
        let mut entry = Registration::new(line, "first_instance_prosecution", &title, accepted, accepted);
        // With these the checks leave the case to be concluded.
        (entry.cause, entry.source) = (Some("盗窃罪".into()), Some("police".into()));
        let done = self.office.act_by(&self.people[who], Action::CaseRegister, |work| cases::register(work, &entry));
        let lawful = accepted <= day(TODAY) && self.model.users[who].registers;
        prop_assert_eq!(done.is_ok(), lawful, "{} registers on {}", who, accepted);
        let Ok(done) = done else { return Ok(()) };
        let register_no = self.model.next_register_no();
        let sheet = self.office.sheet(done.answer);
        let acts = vec![Act { kind: "accepted", on: accepted, id: sheet.acts[0].id, gone: false }];
        let case = Case::new(done.answer, register_no, accepted, &title, acts);
        self.model.cases.push(case);
        self.did(who, done.changed.entry, Did::Registered { case: self.model.cases.len() - 1, title });
        Ok(())
    }

    fn act(&mut self, who: usize, case: usize, kind: &'static str, on: i64) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let on = day("2026-02-01").add_days(on);
        let model = &self.model.cases[at];
        let lawful = self.model.works_on(who, at)
            && (kind != "allocated" || self.model.users[who].records != Reach::Own)
            && on >= model.accepted
            && on <= day(TODAY)
            && model.stages_on(on).iter().any(|stage| may(kind, stage))
            && !(kind == "returned_for_investigation" && third_return(model))
            && !(kind == "retransferred" && not_returned(model, on))
            && !(kind == "closed" && (!decided(model, on) || self.stops(model.id)?));
        let (id, entry) = (model.id, entry_of(kind, on));
        let done = self.office.act_by(&self.people[who], Action::ActRecord, |work| match kind {
            // As the module that allocates does: it asks first whether the person may.
            "allocated" => {
                accounts::reach_case(work, work.by, Right::Assign, id)?;
                cases::acts::record_as(work, "allocation", id, &entry)
            }
            _ => cases::acts::record(work, id, &entry),
        });
        prop_assert_eq!(done.is_ok(), lawful, "{}: {} on {}: {:?}", who, kind, on, done.err());
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[at].acts.push(Act { kind, on, id: done.answer, gone: false });
        let act = self.model.cases[at].acts.len() - 1;
        self.did(who, done.changed.entry, Did::Acted { case: at, act });
        Ok(())
    }

    /// Whether a finding stands that must be dealt with before the case is concluded: the checks have examples of
    /// their own, and nobody answers any here.
    fn stops(&self, case: CaseId) -> Result<bool, TestCaseError> {
        let found = self.office.office.read(|reading| checks::of_case(reading, case, day(TODAY))).unwrap();
        Ok(found.iter().any(|finding| finding.severity == checks::Severity::Stop))
    }

    fn remove(&mut self, who: usize, entry: usize, with_reason: bool) -> Result<(), TestCaseError> {
        let acted: Vec<(usize, usize)> = self.model.entries.iter().filter_map(|done| acted(&done.did)).collect();
        if acted.is_empty() {
            return Ok(());
        }
        let (case, act) = acted[entry % acted.len()];
        let model = &self.model.cases[case].acts[act];
        let works = self.model.works_on(who, case);
        let lawful = works && !model.gone && with_reason && model.kind != "allocated";
        let id = model.id;
        let reason = if with_reason { "录错" } else { "" };
        let done =
            self.office.act_by(&self.people[who], Action::ActChange, |work| cases::acts::remove(work, id, reason));
        prop_assert_eq!(done.is_ok(), lawful, "remove {}", model.kind);
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[case].acts[act].gone = true;
        self.did(who, done.changed.entry, Did::Removed { case, act });
        Ok(())
    }

    fn title(&mut self, who: usize, case: usize, title: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let to = ["某某盗窃案", "某某诈骗案", "某某抢夺案"][title].to_owned();
        let (id, from) = (self.model.cases[at].id, self.model.cases[at].title.clone());
        let works = self.model.works_on(who, at);
        let change = CaseChange { title: Some(to.clone()), reason: Some("更正".into()), ..CaseChange::default() };
        let done = self.office.act_by(&self.people[who], Action::CaseChange, |work| cases::change(work, id, &change));
        prop_assert_eq!(done.is_ok(), works, "{}: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        prop_assert_eq!(done.changed.entry.is_some(), from != to, "what changes nothing leaves no trace");
        self.model.cases[at].title.clone_from(&to);
        self.did(who, done.changed.entry, Did::Titled { case: at, from, to });
        Ok(())
    }

    fn person(&mut self, who: usize, case: usize, name: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let name = ["张三", "李四", "王五"][name].to_owned();
        let (id, works) = (self.model.cases[at].id, self.model.works_on(who, at));
        let entry = PersonEntry::new("victim", &name);
        let done =
            self.office.act_by(&self.people[who], Action::PersonSave, |work| cases::persons::save(work, id, &entry));
        prop_assert_eq!(done.is_ok(), works, "{}: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        let place = self.model.cases[at].standing_persons().last().map_or(1, |last| last.place + 1);
        let person = Person { id: done.answer, name: name.clone(), gone: false, place, measures: Vec::new() };
        self.model.cases[at].persons.push(person);
        let person = self.model.cases[at].persons.len() - 1;
        self.did(who, done.changed.entry, Did::AddedPerson { case: at, person, name });
        Ok(())
    }

    fn rename(&mut self, who: usize, person: usize, name: usize) -> Result<(), TestCaseError> {
        let Some((case, person)) = self.person_of(person) else { return Ok(()) };
        let to = ["张三", "李四", "王五"][name].to_owned();
        let (id, model) = (self.model.cases[case].id, &self.model.cases[case].persons[person]);
        let (from, works) = (model.name.clone(), !model.gone && self.model.works_on(who, case));
        let entry = PersonEntry { id: Some(model.id), ..PersonEntry::new("victim", &to) };
        let done =
            self.office.act_by(&self.people[who], Action::PersonSave, |work| cases::persons::save(work, id, &entry));
        prop_assert_eq!(done.is_ok(), works, "{}: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[case].persons[person].name.clone_from(&to);
        self.did(who, done.changed.entry, Did::Renamed { case, person, from, to });
        Ok(())
    }

    fn note(&mut self, who: usize, case: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let (id, works) = (self.model.cases[at].id, self.model.works_on(who, at));
        let done =
            self.office.act_by(&self.people[who], Action::NoteWrite, |work| cases::notes::write(work, id, "等回函"));
        prop_assert_eq!(done.is_ok(), works, "{}: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[at].notes += 1;
        self.did(who, done.changed.entry, Did::Noted { case: at });
        Ok(())
    }

    fn give(&mut self, who: usize, case: usize, to: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let from = self.model.cases[at].handler;
        let lawful = self.model.works_on(who, at) && self.model.users[who].records != Reach::Own;
        let (id, account) = (self.model.cases[at].id, self.people[to].account);
        let done = self.office.act_by(&self.people[who], Action::AssignmentDesignate, |work| {
            accounts::reach_case(work, work.by, anjuan_office::Right::Assign, id)?;
            work.write("UPDATE assignment SET ended_on = ?2 WHERE case_id = ?1 AND ended_on IS NULL", (id, work.day))?;
            work.insert(
                "INSERT INTO assignment (case_id, account_id, role, mode, started_on) VALUES (?1, ?2, 'handler', 'designated', ?3)",
                (id, account, work.day),
            )
        });
        prop_assert_eq!(done.is_ok(), lawful, "{} gives to {}: {:?}", who, to, done.err());
        let Ok(done) = done else { return Ok(()) };
        let to = (to, self.model.entries.len());
        self.model.cases[at].handler = Some(to);
        self.did(who, done.changed.entry, Did::Given { case: at, from, to });
        Ok(())
    }

    fn undo(&mut self, who: usize, entry: usize) -> Result<(), TestCaseError> {
        let Some((at, done)) = self.entry(entry) else { return Ok(()) };
        let lawful = !done.undone && self.model.may_turn(who, &done) && self.model.can_take_back(&done.did);
        let mut ask = ask_by(&self.people[who]);
        ask.reason = "录错";
        let answer = self.office.office.undo(done.entry, &ask);
        prop_assert_eq!(answer.is_ok(), lawful, "{} undoes {}: {:?}", who, done.entry, answer.err());
        if lawful {
            self.model.take_back(&done.did);
            (self.model.entries[at].undone, self.model.entries[at].turned_by) = (true, who);
        }
        Ok(())
    }

    fn redo(&mut self, who: usize, entry: usize) -> Result<(), TestCaseError> {
        let Some((at, done)) = self.entry(entry) else { return Ok(()) };
        let lawful = done.undone && self.model.may_turn(who, &done) && self.model.can_do_again(&done.did);
        let mut ask = ask_by(&self.people[who]);
        ask.reason = "没有录错";
        let answer = self.office.office.redo(done.entry, &ask);
        prop_assert_eq!(answer.is_ok(), lawful, "{} does {} again: {:?}", who, done.entry, answer.err());
        if lawful {
            self.model.do_again(&done.did);
            (self.model.entries[at].undone, self.model.entries[at].turned_by) = (false, who);
        }
        Ok(())
    }

    /// Some person, of whichever case.
    pub fn person_of(&self, person: usize) -> Option<(usize, usize)> {
        let places = self.model.cases.iter().enumerate();
        let all: Vec<(usize, usize)> =
            places.flat_map(|(at, case)| (0..case.persons.len()).map(move |person| (at, person))).collect();
        person.checked_rem(all.len()).map(|at| all[at])
    }

    fn entry(&self, entry: usize) -> Option<(usize, Done)> {
        let at = entry.checked_rem(self.model.entries.len())?;
        Some((at, self.model.entries[at].clone()))
    }

    pub fn case(&self, case: usize) -> Option<usize> {
        (!self.model.cases.is_empty()).then(|| case % self.model.cases.len())
    }

    pub fn did(&mut self, by: usize, entry: Option<EntryId>, did: Did) {
        if let Some(entry) = entry {
            self.model.entries.push(Done { entry, did, by, undone: false, turned_by: by });
        }
    }

    /// The record says of every case what the model says.
    fn agree(&self) -> Result<(), TestCaseError> {
        let derived = self.office.derived();
        prop_assert_eq!(derived.len(), self.model.cases.iter().filter(|case| !case.gone).count());
        for case in self.model.cases.iter().filter(|case| !case.gone) {
            let sheet = self.office.sheet(case.id);
            prop_assert_eq!(sheet.head.stage.as_str(), case.stage());
            prop_assert_eq!(sheet.head.is_open, !matches!(case.stage(), "closed" | "archived"));
            prop_assert_eq!(&sheet.head.title, &case.title);
            prop_assert_eq!(sheet.head.register_no, format!("2026-GC-{:05}", case.register_no));
            let acts: Vec<(&str, Day)> = sheet.acts.iter().map(|act| (act.kind.as_str(), act.on)).collect();
            let expected: Vec<(&str, Day)> = case.standing_acts().iter().map(|act| (act.kind, act.on)).collect();
            prop_assert_eq!(acts, expected);
            let handler = case.handler.map(|(who, _)| self.people[who].account);
            prop_assert_eq!(sheet.head.handler_id, handler.flatten());
            let detained: Vec<Vec<Option<Day>>> = sheet
                .persons
                .iter()
                .map(|one| one.measures.iter().map(|measure| measure.executed_on).collect())
                .collect();
            let days = |person: &&Person| {
                let mut days: Vec<Option<Day>> = person.measures.iter().map(|(day, _)| Some(*day)).collect();
                days.sort();
                days
            };
            let expected: Vec<Vec<Option<Day>>> = case.standing_persons().iter().map(days).collect();
            prop_assert_eq!(detained, expected);
            let names: Vec<&str> = sheet.persons.iter().map(|person| person.person.name.as_str()).collect();
            prop_assert_eq!(names, case.persons());
            prop_assert_eq!(sheet.notes.len(), case.notes);
            self.agree_on_hearings(case)?;
        }
        Ok(())
    }
}

fn acted(did: &Did) -> Option<(usize, usize)> {
    match did {
        Did::Acted { case, act } => Some((*case, *act)),
        _ => None,
    }
}

/// One history: what all of them try, and at the end the record says what the model says and is whole.
fn history(tries: &[(usize, Try)]) -> Result<(), TestCaseError> {
    let mut run = Run::new();
    run.both(0, &Try::Register { accepted: 0 })?;
    for (who, what) in tries {
        run.both(*who, what)?;
    }
    run.agree()?;
    let draws = run.office.office.read(assignments::verify_draws).unwrap();
    prop_assert!(draws.disagree.is_empty(), "every draw can be drawn again: {:?}", draws.disagree);
    run.office.assert_whole();
    Ok(())
}

/// So many histories, with dice of their own.
fn histories(count: u32, seed: u64) {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { cases: count, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    if let Err(failed) = runner.run(&tries(), |tries| history(&tries)) {
        panic!("seed {seed}: {failed}");
    }
}

#[test]
fn random_work_of_eight_people_agrees_with_the_model() {
    let from_env = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<f64>().ok());
    let seed = from_env("ANJUAN_SEED").map_or(20_260_305, |seed| seed as u64);
    let actions = f64::from(ACTIONS) * from_env("ANJUAN_CAMPAIGN").unwrap_or(1.0);
    let histories_wanted = (actions / LONGEST as f64).ceil() as u64;
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    std::thread::scope(|scope| {
        for part in 0..cores {
            let count = u32::try_from(histories_wanted.div_ceil(cores)).unwrap();
            scope.spawn(move || histories(count, seed + part));
        }
    });
    println!("random actions: {}, seed {seed}", histories_wanted * LONGEST as u64);
}
