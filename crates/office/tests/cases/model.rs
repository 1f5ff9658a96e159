//! The plain model of a few cases, their people and who may do what: what the record should hold, in lists.

use anjuan_law::Day;
use anjuan_office::{CaseId, EntryId, HearingId, ParticipantId, PersonId};

use super::model_law::after;

/// The model: what the record should hold, in plain lists.
#[derive(Default)]
pub struct Model {
    pub cases: Vec<Case>,
    pub users: Vec<User>,
    /// Every entry that changed something.
    pub entries: Vec<Done>,
}

/// Somebody, and how far rights reach for him.
#[derive(Clone, Copy)]
pub struct User {
    pub records: Reach,
    pub registers: bool,
    pub department: i64,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Reach {
    Own,
    Department,
    Office,
}

/// To whom a case was given, and by the how-manieth entry: the same person may be given it twice.
pub type Given = (usize, usize);

/// An entry: what it did, of whose hand, whether it was taken back, and by whom it was last turned over.
#[derive(Clone)]
pub struct Done {
    pub entry: EntryId,
    pub did: Did,
    pub by: usize,
    pub undone: bool,
    pub turned_by: usize,
}

pub struct Case {
    pub id: CaseId,
    pub register_no: u32,
    pub accepted: Day,
    pub gone: bool,
    pub title: String,
    pub acts: Vec<Act>,
    pub persons: Vec<Person>,
    pub notes: usize,
    /// Who handles it now, and by which giving.
    pub handler: Option<Given>,
    pub hearings: Vec<Hearing>,
}

/// A hearing: its plan, whether it was called off, and who takes part.
pub struct Hearing {
    pub id: HearingId,
    pub gone: bool,
    pub plan: Planned,
    pub cancelled: bool,
    pub participants: Vec<Participant>,
}

/// What a plan says: the day, and who presides because the case is his.
#[derive(Clone, Copy, PartialEq)]
pub struct Planned {
    pub held_on: Day,
    pub chair: Option<usize>,
}

pub struct Participant {
    pub id: ParticipantId,
    pub gone: bool,
}

pub struct Act {
    pub kind: &'static str,
    pub on: Day,
    pub id: anjuan_office::ActId,
    pub gone: bool,
}

pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub gone: bool,
    /// Its place among the people of the case: after all who stood when it came. It comes back to where it was.
    pub place: usize,
    /// The detentions that stand on the card: each its day, and by which entry. Several, where one is done again beside another.
    pub measures: Vec<Measured>,
}

impl Person {
    /// Some measures stand on the card in place of others.
    pub fn measured(&mut self, without: &[Measured], with: &[Measured]) {
        self.measures.retain(|one| !without.contains(one));
        self.measures.extend(with);
    }
}

/// A measure's day, and by the how-manieth entry it came onto the card: one may be entered twice for the same day.
pub type Measured = (Day, usize);

/// What an entry did, by the places in the model.
#[derive(Clone)]
pub enum Did {
    Registered {
        case: usize,
        title: String,
    },
    Imported {
        case: usize,
        title: String,
    },
    Drawn {
        case: usize,
        act: usize,
        to: Given,
    },
    Measured {
        case: usize,
        person: usize,
        from: Vec<Measured>,
        to: Measured,
    },
    Acted {
        case: usize,
        act: usize,
    },
    Removed {
        case: usize,
        act: usize,
    },
    Titled {
        case: usize,
        from: String,
        to: String,
    },
    AddedPerson {
        case: usize,
        person: usize,
        name: String,
    },
    Renamed {
        case: usize,
        person: usize,
        from: String,
        to: String,
    },
    Noted {
        case: usize,
    },
    /// The case was given to somebody.
    Given {
        case: usize,
        from: Option<Given>,
        to: Given,
    },
    /// A hearing was planned, which the timeline tells by an act.
    Planned {
        case: usize,
        hearing: usize,
        act: usize,
        plan: Planned,
    },
    /// Its plan was changed.
    Moved {
        case: usize,
        hearing: usize,
        from: Planned,
        to: Planned,
    },
    Invited {
        case: usize,
        hearing: usize,
        participant: usize,
    },
    /// It was called off, which the timeline tells by an act.
    CalledOff {
        case: usize,
        hearing: usize,
        act: usize,
    },
}

impl Hearing {
    /// Whether the plan stands as `plan` in all in which that differs from `other`: a change is taken back by what it changed.
    fn stands(&self, plan: Planned, other: Planned) -> bool {
        let day = plan.held_on == other.held_on || plan.held_on == self.plan.held_on;
        let chair = plan.chair == other.chair || plan.chair == self.plan.chair;
        !self.gone && day && chair
    }

    /// Makes the plan `to` in all in which that differs from `from`.
    fn turn(&mut self, from: Planned, to: Planned) {
        if from.held_on != to.held_on {
            self.plan.held_on = to.held_on;
        }
        if from.chair != to.chair {
            self.plan.chair = to.chair;
        }
    }
}

impl Case {
    /// A case as it stands after its registration.
    pub fn new(id: CaseId, register_no: u32, accepted: Day, title: &str, acts: Vec<Act>) -> Self {
        Case {
            id,
            register_no,
            accepted,
            gone: false,
            title: title.to_owned(),
            acts,
            persons: Vec::new(),
            notes: 0,
            handler: None,
            hearings: Vec::new(),
        }
    }

    pub fn standing_acts(&self) -> Vec<&Act> {
        let mut acts: Vec<&Act> = self.acts.iter().filter(|act| !act.gone).collect();
        acts.sort_by_key(|act| (act.on, act.id));
        acts
    }

    /// Where it stands after the acts up to the end of a day, and before the first of that day.
    pub fn stages_on(&self, on: Day) -> Vec<&'static str> {
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

    pub fn stage(&self) -> &'static str {
        self.standing_acts().iter().fold("accepted", |stage, act| after(act.kind, stage))
    }

    pub fn persons(&self) -> Vec<&str> {
        self.standing_persons().iter().map(|person| person.name.as_str()).collect()
    }

    pub fn standing_persons(&self) -> Vec<&Person> {
        let mut standing: Vec<&Person> = self.persons.iter().filter(|person| !person.gone).collect();
        standing.sort_by_key(|person| person.place);
        standing
    }
}

impl Model {
    /// The number that the next case gets.
    pub fn next_register_no(&self) -> u32 {
        let standing = self.cases.iter().filter(|case| !case.gone);
        standing.map(|case| case.register_no).max().unwrap_or(0) + 1
    }

    /// Whether the rows that the entry made still stand as it left them, and nothing rests on them.
    pub fn can_take_back(&self, did: &Did) -> bool {
        match did {
            Did::Registered { case, title } | Did::Imported { case, title } => {
                let case = &self.cases[*case];
                let alone = case.acts.iter().filter(|act| !act.gone).count() == 1;
                let bare = case.persons().is_empty() && case.notes == 0 && case.handler.is_none();
                !case.gone && alone && bare && case.title == *title
            }
            Did::Acted { case, act } => !self.cases[*case].acts[*act].gone,
            Did::Removed { case, act } => !self.cases[*case].gone && self.cases[*case].acts[*act].gone,
            Did::Titled { case, to, .. } => !self.cases[*case].gone && self.cases[*case].title == *to,
            Did::AddedPerson { case, person, name } => {
                let person = &self.cases[*case].persons[*person];
                !person.gone && person.name == *name && person.measures.is_empty()
            }
            Did::Drawn { case, act, to } => {
                let case = &self.cases[*case];
                !case.acts[*act].gone && case.handler == Some(*to)
            }
            Did::Measured { case, person, to, .. } => {
                let person = &self.cases[*case].persons[*person];
                !person.gone && person.measures.contains(to)
            }
            Did::Renamed { case, person, to, .. } => {
                let person = &self.cases[*case].persons[*person];
                !person.gone && person.name == *to
            }
            Did::Noted { .. } => true,
            Did::Given { case, to, .. } => self.cases[*case].handler == Some(*to),
            Did::Planned { case, hearing, plan, .. } => {
                let hearing = &self.cases[*case].hearings[*hearing];
                let alone = hearing.participants.iter().all(|one| one.gone);
                !hearing.gone && hearing.plan == *plan && !hearing.cancelled && alone
            }
            Did::Moved { case, hearing, from, to } => self.cases[*case].hearings[*hearing].stands(*to, *from),
            Did::Invited { case, hearing, participant } => {
                !self.cases[*case].hearings[*hearing].participants[*participant].gone
            }
            Did::CalledOff { case, act, .. } => !self.cases[*case].acts[*act].gone,
        }
    }

    /// Whether what the entry did, and was taken back, can be done again as it was.
    pub fn can_do_again(&self, did: &Did) -> bool {
        let case = &self.cases[did.case()];
        match did {
            // Its number may have been given to another since.
            Did::Registered { .. } | Did::Imported { .. } => {
                case.gone && !self.cases.iter().any(|other| !other.gone && other.register_no == case.register_no)
            }
            Did::Acted { act, .. } => !case.gone && case.acts[*act].gone,
            Did::Removed { act, .. } => !case.gone && !case.acts[*act].gone,
            Did::Titled { from, .. } => !case.gone && case.title == *from,
            Did::AddedPerson { person, .. } => !case.gone && case.persons[*person].gone,
            Did::Renamed { person, from, .. } => {
                !case.gone && !case.persons[*person].gone && case.persons[*person].name == *from
            }
            Did::Noted { .. } => !case.gone,
            Did::Given { from, .. } => !case.gone && case.handler == *from,
            Did::Drawn { act, .. } => !case.gone && case.acts[*act].gone && case.handler.is_none(),
            Did::Measured { person, from, .. } => {
                let person = &case.persons[*person];
                !case.gone && !person.gone && from.iter().all(|one| person.measures.contains(one))
            }
            Did::Planned { hearing, .. } => !case.gone && case.hearings[*hearing].gone,
            Did::Moved { hearing, from, to, .. } => case.hearings[*hearing].stands(*from, *to),
            Did::Invited { hearing, participant, .. } => {
                let hearing = &case.hearings[*hearing];
                !hearing.gone && hearing.participants[*participant].gone
            }
            Did::CalledOff { hearing, .. } => {
                let hearing = &case.hearings[*hearing];
                !hearing.gone && !hearing.cancelled
            }
        }
    }

    pub fn do_again(&mut self, did: &Did) {
        let case = &mut self.cases[did.case()];
        match did {
            Did::Registered { .. } | Did::Imported { .. } => case.gone = false,
            Did::Drawn { act, to, .. } => {
                case.acts[*act].gone = false;
                case.handler = Some(*to);
            }
            Did::Measured { person, from, to, .. } => case.persons[*person].measured(from, &[*to]),
            Did::Acted { act, .. } => case.acts[*act].gone = false,
            Did::Removed { act, .. } => case.acts[*act].gone = true,
            Did::Titled { to, .. } => case.title.clone_from(to),
            Did::AddedPerson { person, .. } => case.persons[*person].gone = false,
            Did::Renamed { person, to, .. } => case.persons[*person].name.clone_from(to),
            Did::Noted { .. } => case.notes += 1,
            Did::Given { to, .. } => case.handler = Some(*to),
            Did::Planned { hearing, act, .. } => {
                case.hearings[*hearing].gone = false;
                case.acts[*act].gone = false;
            }
            Did::Moved { hearing, from, to, .. } => case.hearings[*hearing].turn(*from, *to),
            Did::Invited { hearing, participant, .. } => {
                case.hearings[*hearing].participants[*participant].gone = false;
            }
            Did::CalledOff { hearing, act, .. } => {
                case.hearings[*hearing].cancelled = true;
                case.acts[*act].gone = false;
            }
        }
    }

    /// Whether a user works on a case: of the office, of the department whose people handle it, or on his own.
    pub fn works_on(&self, user: usize, case: usize) -> bool {
        let (case, user_is) = (&self.cases[case], &self.users[user]);
        let handler = case.handler.map(|(who, _)| (who, self.users[who].department));
        !case.gone
            && match user_is.records {
                Reach::Office => true,
                Reach::Department => {
                    handler.is_some_and(|(who, department)| who == user || department == user_is.department)
                }
                Reach::Own => handler.is_some_and(|(who, _)| who == user),
            }
    }

    /// Whether a user may turn an entry over at all: may do such a thing, and did it, turned it over last, or is over it.
    pub fn may_turn(&self, user: usize, done: &Done) -> bool {
        let (me, case) = (&self.users[user], done.did.case());
        let there = !self.cases[case].gone;
        let right = match done.did {
            Did::Registered { .. } | Did::Imported { .. } => me.registers,
            Did::Given { .. } | Did::Drawn { .. } => me.records != Reach::Own && (!there || self.works_on(user, case)),
            _ => !there || self.works_on(user, case),
        };
        let own = done.turned_by == user || (!done.undone && done.by == user);
        let over = match me.records {
            Reach::Office => true,
            Reach::Department => there && self.works_on(user, case),
            Reach::Own => false,
        };
        right && (own || over)
    }

    pub fn take_back(&mut self, did: &Did) {
        match did {
            Did::Registered { case, .. } | Did::Imported { case, .. } => self.cases[*case].gone = true,
            Did::Drawn { case, act, .. } => {
                self.cases[*case].acts[*act].gone = true;
                self.cases[*case].handler = None;
            }
            Did::Measured { case, person, from, to } => self.cases[*case].persons[*person].measured(&[*to], from),
            Did::Acted { case, act } => self.cases[*case].acts[*act].gone = true,
            Did::Removed { case, act } => self.cases[*case].acts[*act].gone = false,
            Did::Titled { case, from, .. } => self.cases[*case].title.clone_from(from),
            Did::AddedPerson { case, person, .. } => self.cases[*case].persons[*person].gone = true,
            Did::Renamed { case, person, from, .. } => self.cases[*case].persons[*person].name.clone_from(from),
            Did::Noted { case } => self.cases[*case].notes -= 1,
            Did::Given { case, from, .. } => self.cases[*case].handler = *from,
            Did::Planned { case, hearing, act, .. } => {
                self.cases[*case].hearings[*hearing].gone = true;
                self.cases[*case].acts[*act].gone = true;
            }
            Did::Moved { case, hearing, from, to } => self.cases[*case].hearings[*hearing].turn(*to, *from),
            Did::Invited { case, hearing, participant } => {
                self.cases[*case].hearings[*hearing].participants[*participant].gone = true;
            }
            Did::CalledOff { case, hearing, act } => {
                self.cases[*case].hearings[*hearing].cancelled = false;
                self.cases[*case].acts[*act].gone = true;
            }
        }
    }
}

impl Did {
    fn case(&self) -> usize {
        match self {
            Did::Registered { case, .. }
            | Did::Imported { case, .. }
            | Did::Drawn { case, .. }
            | Did::Measured { case, .. }
            | Did::Acted { case, .. }
            | Did::Removed { case, .. }
            | Did::Titled { case, .. }
            | Did::AddedPerson { case, .. }
            | Did::Renamed { case, .. }
            | Did::Noted { case }
            | Did::Planned { case, .. }
            | Did::Moved { case, .. }
            | Did::Invited { case, .. }
            | Did::CalledOff { case, .. }
            | Did::Given { case, .. } => *case,
        }
    }
}
