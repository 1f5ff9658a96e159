//! What the eight people of the random test try with hearings: plan one, change its plan, invite somebody, call it off.

use anjuan_office::{
    Action, HearingId,
    hearings::{self, ParticipantEntry, Plan},
};
use proptest::prelude::*;

use super::{
    TODAY, day,
    model::{Act, Case, Did, Hearing, Participant, Planned},
    random::Run,
};

impl Run {
    pub fn hearing(&mut self, who: usize, case: usize, days: i64) -> Result<(), TestCaseError> {
        let Some(at) = self.case(case) else { return Ok(()) };
        let model = &self.model.cases[at];
        let (id, made) = (model.id, self.planned(at, days));
        let lawful = self.model.works_on(who, at) && is_open(model) && days >= 0;
        let plan = Plan { case: Some(id), ..plan_of(&made) };
        let today = day(TODAY);
        let done =
            self.office.act_by(&self.people[who], Action::HearingPlan, |work| hearings::plan(work, today, &plan));
        prop_assert_eq!(done.is_ok(), lawful, "{} plans a hearing: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        let act = self.told_by(at, "hearing_scheduled");
        let hearings = &mut self.model.cases[at].hearings;
        let hearing = hearings.len();
        let participants = Vec::new();
        hearings.push(Hearing { id: done.answer, gone: false, plan: made, cancelled: false, participants });
        self.did(who, done.changed.entry, Did::Planned { case: at, hearing, act, plan: made });
        Ok(())
    }

    pub fn move_hearing(&mut self, who: usize, hearing: usize, days: i64) -> Result<(), TestCaseError> {
        let Some((at, hearing)) = self.hearing_of(hearing) else { return Ok(()) };
        let (to, model) = (self.planned(at, days), &self.model.cases[at].hearings[hearing]);
        let (from, open) = (model.plan, is_open(&self.model.cases[at]));
        // Once the case is closed nothing that stands is changed, and who presided is not taken from who handles it.
        let lawful = match open {
            true => days >= 0,
            false => to.held_on == from.held_on && from.chair.is_none(),
        };
        let lawful = lawful && self.may_change(who, at, hearing);
        let plan = Plan { id: Some(model.id), ..plan_of(&to) };
        let (to, today) = (if open { to } else { from }, day(TODAY));
        let done =
            self.office.act_by(&self.people[who], Action::HearingPlan, |work| hearings::plan(work, today, &plan));
        prop_assert_eq!(done.is_ok(), lawful, "{} moves a hearing: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        prop_assert_eq!(done.changed.entry.is_some(), from != to, "what changes nothing leaves no trace");
        self.model.cases[at].hearings[hearing].plan = to;
        self.did(who, done.changed.entry, Did::Moved { case: at, hearing, from, to });
        Ok(())
    }

    pub fn invite(&mut self, who: usize, hearing: usize) -> Result<(), TestCaseError> {
        let Some((at, hearing)) = self.hearing_of(hearing) else { return Ok(()) };
        let lawful = self.may_change(who, at, hearing);
        let entry = ParticipantEntry {
            id: None,
            hearing: self.model.cases[at].hearings[hearing].id,
            person: None,
            name: Some("周某".into()),
            role: "party".into(),
            unit: None,
        };
        let done =
            self.office.act_by(&self.people[who], Action::HearingPlan, |work| hearings::save_participant(work, &entry));
        prop_assert_eq!(done.is_ok(), lawful, "{} invites: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        let participants = &mut self.model.cases[at].hearings[hearing].participants;
        let participant = participants.len();
        participants.push(Participant { id: done.answer, gone: false });
        self.did(who, done.changed.entry, Did::Invited { case: at, hearing, participant });
        Ok(())
    }

    pub fn call_off(&mut self, who: usize, hearing: usize) -> Result<(), TestCaseError> {
        let Some((at, hearing)) = self.hearing_of(hearing) else { return Ok(()) };
        let lawful = self.may_change(who, at, hearing);
        let (id, today) = (self.model.cases[at].hearings[hearing].id, day(TODAY));
        let done = self
            .office
            .act_by(&self.people[who], Action::HearingRecord, |work| hearings::cancel(work, today, id, "申请人撤回"));
        prop_assert_eq!(done.is_ok(), lawful, "{} calls off: {:?}", who, done.err());
        let Ok(done) = done else { return Ok(()) };
        let act = self.told_by(at, "hearing_cancelled");
        self.model.cases[at].hearings[hearing].cancelled = true;
        self.did(who, done.changed.entry, Did::CalledOff { case: at, hearing, act });
        Ok(())
    }

    /// The record says of every hearing of a case what the model says.
    pub fn agree_on_hearings(&self, case: &Case) -> Result<(), TestCaseError> {
        let read = |id: HearingId| self.office.office.read(|reading| hearings::sheet(reading, id, day(TODAY)));
        for hearing in &case.hearings {
            let sheet = read(hearing.id);
            prop_assert_eq!(sheet.is_ok(), !hearing.gone);
            let Ok(sheet) = sheet else { continue };
            let chair = hearing.plan.chair.map(|who| self.people[who].account);
            prop_assert_eq!(sheet.hearing.held_on, Some(hearing.plan.held_on));
            prop_assert_eq!(sheet.hearing.chair_id, chair.flatten());
            prop_assert_eq!(sheet.hearing.cancelled_on.is_some(), hearing.cancelled);
            let standing: Vec<_> = hearing.participants.iter().filter(|one| !one.gone).map(|one| one.id).collect();
            let found: Vec<_> = sheet.participants.iter().map(|one| one.id).collect();
            prop_assert_eq!(found, standing);
        }
        Ok(())
    }

    /// A plan for so many days from today, under whoever handles the case.
    fn planned(&self, case: usize, days: i64) -> Planned {
        let chair = self.model.cases[case].handler.map(|(who, _)| who);
        Planned { held_on: day(TODAY).add_days(days), chair }
    }

    fn may_change(&self, who: usize, case: usize, hearing: usize) -> bool {
        let hearing = &self.model.cases[case].hearings[hearing];
        self.model.works_on(who, case) && !hearing.gone && !hearing.cancelled
    }

    /// Some hearing, of whichever case.
    fn hearing_of(&self, hearing: usize) -> Option<(usize, usize)> {
        let places = self.model.cases.iter().enumerate();
        let all: Vec<(usize, usize)> =
            places.flat_map(|(at, case)| (0..case.hearings.len()).map(move |hearing| (at, hearing))).collect();
        hearing.checked_rem(all.len()).map(|at| all[at])
    }

    /// Takes the newest act of a kind into the model, and gives its place.
    fn told_by(&mut self, case: usize, kind: &'static str) -> usize {
        let acts = self.office.sheet(self.model.cases[case].id).acts;
        let id = acts.iter().filter(|act| act.kind == kind).map(|act| act.id).max().unwrap();
        let acts = &mut self.model.cases[case].acts;
        acts.push(Act { kind, on: day(TODAY), id, gone: false });
        acts.len() - 1
    }
}

fn is_open(case: &Case) -> bool {
    !matches!(case.stage(), "closed" | "archived")
}

fn plan_of(planned: &Planned) -> Plan {
    Plan { kind: "ordinary".into(), held_on: Some(planned.held_on), ..Plan::default() }
}
