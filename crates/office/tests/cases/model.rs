//! Random work on a few cases against a plain model of it: what is taken, what is refused, where each case stands, and
//! that the derived tables and the journal are whole at the end.

use anjuan_law::Day;
use anjuan_office::{
    Action, CaseId, EntryId, PersonId,
    cases::{self, ActEntry, CaseChange, PersonEntry, Registration},
};
use proptest::prelude::*;

use super::{TODAY, TestOffice, day};

const ACTS: [&str; 7] =
    ["allocated", "returned_for_investigation", "retransferred", "note", "closed", "archived", "reopened"];

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
    Undo { entry: usize },
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let on = || -3i64..40;
    let one = prop_oneof![
        2 => on().prop_map(|accepted| Try::Register { accepted }),
        12 => (0..4usize, 0..ACTS.len(), on()).prop_map(|(case, kind, on)| Try::Act { case, kind, on }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(entry, with_reason)| Try::Remove { entry, with_reason }),
        2 => (0..4usize, 0..3usize).prop_map(|(case, title)| Try::Title { case, title }),
        2 => (0..4usize, 0..3usize).prop_map(|(case, name)| Try::Person { case, name }),
        2 => (any::<usize>(), 0..3usize).prop_map(|(person, name)| Try::Rename { person, name }),
        1 => (0..4usize).prop_map(|case| Try::Note { case }),
        5 => any::<usize>().prop_map(|entry| Try::Undo { entry }),
    ];
    prop::collection::vec(one, 1..40)
}

/// The model: what the record should hold, in plain lists.
#[derive(Default)]
struct Model {
    cases: Vec<Case>,
    /// Every entry that changed something, with what it did and whether it was taken back.
    entries: Vec<(EntryId, Did, bool)>,
}

struct Case {
    id: CaseId,
    register_no: u32,
    accepted: Day,
    gone: bool,
    title: String,
    acts: Vec<Act>,
    persons: Vec<Person>,
    notes: usize,
}

struct Act {
    kind: &'static str,
    on: Day,
    id: anjuan_office::ActId,
    gone: bool,
}

struct Person {
    id: PersonId,
    name: String,
    gone: bool,
}

/// What an entry did, by the places in the model.
#[derive(Clone)]
enum Did {
    Registered { case: usize, title: String },
    Acted { case: usize, act: usize },
    Removed { case: usize, act: usize },
    Titled { case: usize, from: String, to: String },
    AddedPerson { case: usize, person: usize, name: String },
    Renamed { case: usize, person: usize, from: String, to: String },
    Noted { case: usize },
}

impl Case {
    fn standing_acts(&self) -> Vec<&Act> {
        let mut acts: Vec<&Act> = self.acts.iter().filter(|act| !act.gone).collect();
        acts.sort_by_key(|act| (act.on, act.id));
        acts
    }

    /// Where it stands after the acts up to the end of a day, and before the first of that day.
    fn stages_on(&self, on: Day) -> Vec<&'static str> {
        let acts = self.standing_acts();
        let mut stage = "accepted";
        let mut seen = Vec::new();
        for act in acts.iter().filter(|act| act.on <= on) {
            if act.on == on {
                seen.push(stage);
            }
            stage = after(act.kind, stage);
        }
        seen.push(stage);
        seen
    }

    fn stage(&self) -> &'static str {
        self.standing_acts().iter().fold("accepted", |stage, act| after(act.kind, stage))
    }

    fn persons(&self) -> Vec<&str> {
        self.persons.iter().filter(|person| !person.gone).map(|person| person.name.as_str()).collect()
    }
}

/// The law of this category, for these acts, as the test knows it.
fn after(kind: &str, stage: &'static str) -> &'static str {
    match kind {
        "allocated" | "retransferred" | "reopened" => "reviewing",
        "returned_for_investigation" => "returned",
        "closed" => "closed",
        "archived" => "archived",
        _ => stage,
    }
}

fn may(kind: &str, stage: &str) -> bool {
    let open = !matches!(stage, "closed" | "archived");
    match kind {
        "allocated" => stage == "accepted",
        "returned_for_investigation" => stage == "reviewing",
        "retransferred" => stage == "returned",
        "note" => true,
        "closed" => open,
        "archived" => stage == "closed",
        _ => !open,
    }
}

fn entry_of(kind: &str, on: Day) -> ActEntry {
    let received = on.to_string();
    let fields: &[(&str, &str)] = match kind {
        "allocated" => &[("handler", "2"), ("mode", "designated")],
        "retransferred" => &[("received_on", &received)],
        "note" => &[("text", "电话联系")],
        "closed" => &[("outcome", "other")],
        "reopened" => &[("reason", "发现错误")],
        _ => &[],
    };
    ActEntry::new(kind, on, fields)
}

struct Run {
    office: TestOffice,
    model: Model,
}

impl Run {
    /// Tries one thing in both, and says whether both took it or both refused it.
    fn both(&mut self, what: &Try) -> Result<(), TestCaseError> {
        match *what {
            Try::Register { accepted } => self.register(accepted),
            Try::Act { case, kind, on } => self.act(case, ACTS[kind], on),
            Try::Remove { entry, with_reason } => self.remove(entry, with_reason),
            Try::Title { case, title } => self.title(case, title),
            Try::Person { case, name } => self.person(case, name),
            Try::Rename { person, name } => self.rename(person, name),
            Try::Note { case } => self.note(case),
            Try::Undo { entry } => self.undo(entry),
        }
    }

    fn register(&mut self, accepted: i64) -> Result<(), TestCaseError> {
        let accepted = day("2026-02-01").add_days(accepted);
        let line = "GC";
        let title = "某某盗窃案".to_owned();
        let entry = Registration::new(line, "first_instance_prosecution", &title, accepted, accepted);
        let done = self.office.act(Action::CaseRegister, |work| cases::register(work, &entry));
        prop_assert_eq!(done.is_ok(), accepted <= day(TODAY), "register on {}", accepted);
        let Ok(done) = done else { return Ok(()) };
        let standing = self.model.cases.iter().filter(|case| !case.gone);
        let register_no = standing.map(|case| case.register_no).max().unwrap_or(0) + 1;
        let sheet = self.office.sheet(done.answer);
        let acts = vec![Act { kind: "accepted", on: accepted, id: sheet.acts[0].id, gone: false }];
        let (id, gone, notes) = (done.answer, false, 0);
        let case = Case { id, register_no, accepted, gone, title: title.clone(), acts, persons: Vec::new(), notes };
        self.model.cases.push(case);
        self.did(done.changed.entry, Did::Registered { case: self.model.cases.len() - 1, title });
        Ok(())
    }

    fn act(&mut self, case: usize, kind: &'static str, on: i64) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let on = day("2026-02-01").add_days(on);
        let model = &self.model.cases[at];
        let lawful = !model.gone
            && on >= model.accepted
            && on <= day(TODAY)
            && model.stages_on(on).iter().any(|stage| may(kind, stage))
            && !(kind == "returned_for_investigation" && third_return(model));
        let (id, entry) = (model.id, entry_of(kind, on));
        let done = self.office.act(Action::ActRecord, |work| match kind {
            "allocated" => cases::acts::record_as(work, "allocation", id, &entry),
            _ => cases::acts::record(work, id, &entry),
        });
        prop_assert_eq!(done.is_ok(), lawful, "{} on {}: {:?}", kind, on, done.err());
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[at].acts.push(Act { kind, on, id: done.answer, gone: false });
        let act = self.model.cases[at].acts.len() - 1;
        self.did(done.changed.entry, Did::Acted { case: at, act });
        Ok(())
    }

    fn remove(&mut self, entry: usize, with_reason: bool) -> Result<(), TestCaseError> {
        let acted: Vec<(usize, usize)> = self.model.entries.iter().filter_map(|(_, did, _)| acted(did)).collect();
        if acted.is_empty() {
            return Ok(());
        }
        let (case, act) = acted[entry % acted.len()];
        let model = &self.model.cases[case].acts[act];
        let lawful = !model.gone && with_reason && model.kind != "allocated";
        let id = model.id;
        let reason = if with_reason { "录错" } else { "" };
        let done = self.office.act(Action::ActChange, |work| cases::acts::remove(work, id, reason));
        prop_assert_eq!(done.is_ok(), lawful, "remove {}", model.kind);
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[case].acts[act].gone = true;
        self.did(done.changed.entry, Did::Removed { case, act });
        Ok(())
    }

    fn title(&mut self, case: usize, title: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let to = ["某某盗窃案", "某某诈骗案", "某某抢夺案"][title].to_owned();
        let (id, from, gone) = (self.model.cases[at].id, self.model.cases[at].title.clone(), self.model.cases[at].gone);
        let change = CaseChange { title: Some(to.clone()), reason: Some("更正".into()), ..CaseChange::default() };
        let done = self.office.act(Action::CaseChange, |work| cases::change(work, id, &change));
        prop_assert_eq!(done.is_ok(), !gone);
        let Ok(done) = done else { return Ok(()) };
        prop_assert_eq!(done.changed.entry.is_some(), from != to, "what changes nothing leaves no trace");
        self.model.cases[at].title.clone_from(&to);
        self.did(done.changed.entry, Did::Titled { case: at, from, to });
        Ok(())
    }

    fn person(&mut self, case: usize, name: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let name = ["张三", "李四", "王五"][name].to_owned();
        let (id, gone) = (self.model.cases[at].id, self.model.cases[at].gone);
        let entry = PersonEntry::new("victim", &name);
        let done = self.office.act(Action::PersonSave, |work| cases::persons::save(work, id, &entry));
        prop_assert_eq!(done.is_ok(), !gone);
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[at].persons.push(Person { id: done.answer, name: name.clone(), gone: false });
        let person = self.model.cases[at].persons.len() - 1;
        self.did(done.changed.entry, Did::AddedPerson { case: at, person, name });
        Ok(())
    }

    fn rename(&mut self, person: usize, name: usize) -> Result<(), TestCaseError> {
        let places = self.model.cases.iter().enumerate();
        let all: Vec<(usize, usize)> =
            places.flat_map(|(at, case)| (0..case.persons.len()).map(move |person| (at, person))).collect();
        if all.is_empty() {
            return Ok(());
        }
        let (case, person) = all[person % all.len()];
        let to = ["张三", "李四", "王五"][name].to_owned();
        let (id, model) = (self.model.cases[case].id, &self.model.cases[case].persons[person]);
        let (from, gone) = (model.name.clone(), model.gone || self.model.cases[case].gone);
        let entry = PersonEntry { id: Some(model.id), ..PersonEntry::new("victim", &to) };
        let done = self.office.act(Action::PersonSave, |work| cases::persons::save(work, id, &entry));
        prop_assert_eq!(done.is_ok(), !gone);
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[case].persons[person].name.clone_from(&to);
        self.did(done.changed.entry, Did::Renamed { case, person, from, to });
        Ok(())
    }

    fn note(&mut self, case: usize) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let (id, gone) = (self.model.cases[at].id, self.model.cases[at].gone);
        let done = self.office.act(Action::NoteWrite, |work| cases::notes::write(work, id, "等回函"));
        prop_assert_eq!(done.is_ok(), !gone);
        let Ok(done) = done else { return Ok(()) };
        self.model.cases[at].notes += 1;
        self.did(done.changed.entry, Did::Noted { case: at });
        Ok(())
    }

    fn undo(&mut self, entry: usize) -> Result<(), TestCaseError> {
        if self.model.entries.is_empty() {
            return Ok(());
        }
        let at = entry % self.model.entries.len();
        let (entry, did, undone) = self.model.entries[at].clone();
        let lawful = !undone && self.model.can_take_back(&did);
        let answer = self.office.undo(entry);
        prop_assert_eq!(answer.is_ok(), lawful, "undo {}: {:?}", entry, answer.err());
        if lawful {
            self.model.take_back(&did);
            self.model.entries[at].2 = true;
        }
        Ok(())
    }

    fn case(&self, case: usize) -> Option<usize> {
        (!self.model.cases.is_empty()).then(|| case % self.model.cases.len())
    }

    fn did(&mut self, entry: Option<EntryId>, did: Did) {
        if let Some(entry) = entry {
            self.model.entries.push((entry, did, false));
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
            let names: Vec<&str> = sheet.persons.iter().map(|person| person.person.name.as_str()).collect();
            prop_assert_eq!(names, case.persons());
            prop_assert_eq!(sheet.notes.len(), case.notes);
        }
        Ok(())
    }
}

/// The law knows two returns and no third.
fn third_return(case: &Case) -> bool {
    case.standing_acts().iter().filter(|act| act.kind == "returned_for_investigation").count() >= 2
}

fn acted(did: &Did) -> Option<(usize, usize)> {
    match did {
        Did::Acted { case, act } => Some((*case, *act)),
        _ => None,
    }
}

impl Model {
    /// Whether the rows that the entry made still stand as it left them, and nothing rests on them.
    fn can_take_back(&self, did: &Did) -> bool {
        match did {
            Did::Registered { case, title } => {
                let case = &self.cases[*case];
                let alone = case.acts.iter().filter(|act| !act.gone).count() == 1;
                !case.gone && alone && case.persons().is_empty() && case.notes == 0 && case.title == *title
            }
            Did::Acted { case, act } => !self.cases[*case].acts[*act].gone,
            Did::Removed { case, act } => !self.cases[*case].gone && self.cases[*case].acts[*act].gone,
            Did::Titled { case, to, .. } => !self.cases[*case].gone && self.cases[*case].title == *to,
            Did::AddedPerson { case, person, name } => {
                let person = &self.cases[*case].persons[*person];
                !person.gone && person.name == *name
            }
            Did::Renamed { case, person, to, .. } => {
                let person = &self.cases[*case].persons[*person];
                !person.gone && person.name == *to
            }
            Did::Noted { .. } => true,
        }
    }

    fn take_back(&mut self, did: &Did) {
        match did {
            Did::Registered { case, .. } => self.cases[*case].gone = true,
            Did::Acted { case, act } => self.cases[*case].acts[*act].gone = true,
            Did::Removed { case, act } => self.cases[*case].acts[*act].gone = false,
            Did::Titled { case, from, .. } => self.cases[*case].title.clone_from(from),
            Did::AddedPerson { case, person, .. } => self.cases[*case].persons[*person].gone = true,
            Did::Renamed { case, person, from, .. } => self.cases[*case].persons[*person].name.clone_from(from),
            Did::Noted { case } => self.cases[*case].notes -= 1,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_work_agrees_with_the_model(tries in tries()) {
        let mut run = Run { office: TestOffice::new(), model: Model::default() };
        run.both(&Try::Register { accepted: 0 })?;
        for what in &tries {
            run.both(what)?;
        }
        run.agree()?;
        run.office.assert_whole();
    }
}
