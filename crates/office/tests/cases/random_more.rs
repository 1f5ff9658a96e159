//! What else the eight people of the random test try: draws, measures, ledgers.

use anjuan_office::{
    Action, Right, accounts, assignments,
    cases::{self, MeasureEntry, PersonEntry},
    draws::Seed,
    imports::{self, Import, SourceCell, SourceRow},
};
use proptest::prelude::*;

use super::{
    TODAY, day,
    model::{Act, Case, Did, Reach},
    random::Run,
};

/// The department whose kind takes cases of ordinary crime (law: allocation).
const TAKES_CRIME: i64 = 2;

impl Run {
    /// A handler is drawn among the prosecutors of the department that takes such cases.
    pub fn draw(&mut self, who: usize, case: usize, seed: u64) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let model = &self.model.cases[at];
        let is_open = !matches!(model.stage(), "closed" | "archived");
        let may = self.model.works_on(who, at) && self.model.users[who].records != Reach::Own;
        let (id, lawful) = (model.id, may && is_open && model.handler.is_none());
        let seed = Seed::of_number(seed);
        let done = self.office.act_by(&self.people[who], Action::AssignmentDraw, |work| {
            accounts::reach_case(work, work.by, Right::Assign, id)?;
            assignments::draw_handler(work, id, seed)
        });
        prop_assert_eq!(done.is_ok(), lawful, "{} draws for {}: {:?}", who, at, done.err());
        let Ok(done) = done else { return Ok(()) };
        let drawn = self.people.iter().position(|person| person.account == Some(done.answer.chosen)).unwrap();
        prop_assert_eq!(self.model.users[drawn].department, TAKES_CRIME, "{} was drawn", drawn);
        let to = (drawn, self.model.entries.len());
        let acts = self.office.sheet(id).acts;
        let act = acts.iter().rfind(|act| act.kind == "allocated").unwrap().id;
        let case = &mut self.model.cases[at];
        case.acts.push(Act { kind: "allocated", on: day(TODAY), id: act, gone: false });
        case.handler = Some(to);
        let act = case.acts.len() - 1;
        self.did(who, done.changed.entry, Did::Drawn { case: at, act, to });
        Ok(())
    }

    /// The card of a person tells of one detention, in place of what it told before.
    pub fn measure(&mut self, who: usize, person: usize, on: i64) -> Result<(), TestCaseError> {
        let Some((case, person)) = self.person_of(person) else { return Ok(()) };
        let on = day("2026-02-01").add_days(on);
        let (id, model) = (self.model.cases[case].id, &self.model.cases[case].persons[person]);
        let from = model.measures.clone();
        let lawful = !model.gone && self.model.works_on(who, case) && on <= day(TODAY);
        let measure = MeasureEntry {
            kind: "detention".into(),
            decided_on: Some(on),
            executed_on: Some(on),
            ..MeasureEntry::default()
        };
        let entry = PersonEntry {
            id: Some(model.id),
            measures: Some(vec![measure]),
            ..PersonEntry::new("victim", &model.name)
        };
        let done =
            self.office.act_by(&self.people[who], Action::PersonSave, |work| cases::persons::save(work, id, &entry));
        prop_assert_eq!(done.is_ok(), lawful, "{} on {}: {:?}", who, on, done.err());
        let Ok(done) = done else { return Ok(()) };
        let to = (on, self.model.entries.len());
        self.model.cases[case].persons[person].measured(&from, &[to]);
        self.did(who, done.changed.entry, Did::Measured { case, person, from, to });
        Ok(())
    }

    /// A ledger of one sound row and perhaps one that is refused: the sound one is a new case.
    pub fn import(&mut self, who: usize, accepted: i64, broken: bool) -> Result<(), TestCaseError> {
        let accepted = day("2026-02-01").add_days(accepted);
        let nth = self.model.entries.len();
        let title = "某某抢劫案".to_owned();
        let rows = [(2, accepted.to_string()), (3, "2026-02-30".to_owned())];
        let rows = rows.iter().take(if broken { 2 } else { 1 }).map(|(row, day)| ledger_row(*row, nth, &title, day));
        let mut import = Import {
            source: format!("台账{nth}"),
            fingerprint: "heads".into(),
            rows: rows.collect(),
            ..Import::default()
        };
        let done = self
            .office
            .act_by(&self.people[who], Action::ImportRun, |work| imports::run(work, &mut import, |_, _| Ok(())));
        prop_assert_eq!(done.is_ok(), self.model.users[who].registers, "{}: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        let is_new = accepted <= day(TODAY);
        let tally = done.answer.tally;
        prop_assert_eq!(
            (tally.new, tally.refused, tally.rows),
            (u32::from(is_new), u32::from(!is_new) + u32::from(broken), 1 + u32::from(broken))
        );
        prop_assert_eq!(done.changed.entry.is_some(), is_new, "what brings nothing in leaves no trace");
        let Some(id) = done.answer.items.iter().find_map(|item| item.case) else { return Ok(()) };
        let acts = vec![Act { kind: "accepted", on: accepted, id: self.office.sheet(id).acts[0].id, gone: false }];
        self.model.cases.push(Case::new(id, self.model.next_register_no(), accepted, &title, acts));
        self.did(who, done.changed.entry, Did::Imported { case: self.model.cases.len() - 1, title });
        Ok(())
    }
}

fn ledger_row(row: u32, nth: usize, title: &str, accepted: &str) -> SourceRow {
    let cell = |(field, text): (&str, String)| SourceCell {
        field: field.into(),
        text,
        column: field.into(),
        ..SourceCell::default()
    };
    let cells = [
        ("number_department", format!("测检刑诉受[2026]3410230{nth:04}{row}号")),
        ("title", title.to_owned()),
        ("line", "GC".to_owned()),
        ("category", "一审公诉案件".to_owned()),
        ("received_on", accepted.to_owned()),
        ("accepted_on", accepted.to_owned()),
    ];
    SourceRow { row, cells: cells.into_iter().map(cell).collect(), ..SourceRow::default() }
}
