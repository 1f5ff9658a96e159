//! The desk: which office is open and who sits at it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, CaseId, Changed, Done, EntryId, Office, Reading, Refusal, Result, Right, Scope, Work,
    record::{FileKey, Holder},
    refusal, sealed,
};
use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};

use crate::{
    Host, Progress,
    hands::{Hands, InHand},
    list, permits,
    room::Visit,
    walls,
};

/// One face's way in. Commands may be called from several threads at once.
pub struct Desk {
    host: Box<dyn Host>,
    open: Mutex<Option<Arc<Open>>>,
    stopped: Mutex<BTreeSet<String>>,
    idle: Mutex<Idle>,
    hands: Hands,
}

/// When somebody last did something, and how long nobody may.
#[derive(Default)]
struct Idle {
    last: Option<DateTime<FixedOffset>>,
    minutes: u32,
}

/// Commands that the window asks by itself: they do not show that somebody is there.
const BY_ITSELF: &[&str] = &["office_status", "backup_status", "backup_if_due", "sitting"];
/// The command that closes the office.
const CLOSES: &str = "office_lock";
/// Seconds for which the passphrase given once more holds.
const CONFIRMED_FOR: i64 = 120;
/// How long who signs in waits for what was under way when the office was locked.
const PATIENCE: Duration = Duration::from_secs(20);

/// An open office and the person signed in.
pub(crate) struct Open {
    pub(crate) office: Office,
    pub(crate) actor: Actor,
    /// Wrong tries before this sign-in.
    wrong_tries: u32,
    /// The passphrase was given once more: when, and for what.
    confirmed: Mutex<Option<(DateTime<FixedOffset>, String)>>,
    /// What was refused in this sitting and is written down already.
    refused: Mutex<BTreeSet<(String, String)>>,
    /// Cases whose people the person asked to see in full.
    revealed: Mutex<BTreeSet<CaseId>>,
    /// The room of the sealed cases, while the person is in it.
    visit: Mutex<Option<Arc<Visit>>>,
    /// Goes last, when nothing holds the record any more.
    _in_hand: InHand,
}

impl Open {
    pub(crate) fn new(in_hand: InHand, office: Office, actor: Actor, wrong_tries: u32) -> Self {
        Self {
            office,
            actor,
            wrong_tries,
            confirmed: Mutex::default(),
            refused: Mutex::default(),
            revealed: Mutex::default(),
            visit: Mutex::default(),
            _in_hand: in_hand,
        }
    }
}

impl Desk {
    /// A desk with no office open.
    pub fn new(host: impl Host + 'static) -> Self {
        Self {
            host: Box::new(host),
            open: Mutex::new(None),
            stopped: Mutex::default(),
            idle: Mutex::default(),
            hands: Hands::default(),
        }
    }

    /// Calls a command by name. A panic in one call becomes that call's refusal.
    pub fn call(&self, name: &str, request: Value) -> Result<Value> {
        // Somebody may have asked a task to stop that had just ended: that was not meant for the next one.
        self.stopped.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        self.lock_when_idle();
        if !BY_ITSELF.contains(&name) {
            self.touch();
        }
        let asked = walls::Asked::of(name, &request);
        // Who asks stays until he is answered and what he is told is masked for him, be the office locked meanwhile and somebody
        // else at the desk; but what closes it must close it.
        let seat = if name == CLOSES { None } else { self.seat().ok() };
        // Before there is somebody at an open office nothing of a case is told. In the room of the sealed cases those see all who
        // may enter it, and its cases have numbers of their own.
        let walled = seat.as_ref().filter(|_| !name.starts_with("room_"));
        let call = std::panic::AssertUnwindSafe(|| {
            permits::allow(seat.as_ref(), name)?;
            if let Some(seat) = walled {
                walls::before(seat, &asked)?;
            }
            let place = Place { desk: self, seat: seat.as_ref(), in_room: false };
            let mut answer = list::dispatch(place, name, request)?;
            if let Some(seat) = walled {
                walls::after(seat, &asked, &mut answer)?;
            }
            Ok(answer)
        });
        let mut answer = std::panic::catch_unwind(call).unwrap_or_else(|_| Err(refusal!("fault", detail = name)));
        if let Err(refused) = &mut answer {
            if let Some(seat) = walled
                && let Err(fault) = walls::refused(seat, &asked, refused)
            {
                // What can't be masked is not told.
                *refused = fault;
            }
            if let Some(seat) = &seat {
                seat.write_refusal_down(name, refused);
            }
        }
        answer
    }

    /// Somebody is here.
    pub(crate) fn touch(&self) {
        if let Some(now) = instant(&self.host.now()) {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).last = Some(now);
        }
    }

    /// Takes the record in hand, to open it or to put another in its place; refused where it is open.
    pub(crate) fn take_in_hand(&self) -> Result<InHand> {
        let open = || self.opened().is_some();
        if open() {
            return Err(refusal!("office_open_already"));
        }
        // Somebody else may have opened it meanwhile.
        self.hands.take(PATIENCE).map_err(|refused| if open() { refusal!("office_open_already") } else { refused })
    }

    /// Asks something for which the record's lock is taken for a moment; none while the record is in this desk's hands.
    pub(crate) fn while_free<T>(&self, ask: impl FnOnce() -> T) -> Option<T> {
        self.hands.while_free(ask)
    }

    /// Seats a person.
    pub(crate) fn begin(&self, open: Arc<Open>, idle_minutes: u32) {
        self.lock_after(idle_minutes);
        self.touch();
        *self.opened() = Some(open);
    }

    /// How many minutes nobody may do anything before the office locks itself.
    pub(crate) fn lock_after(&self, minutes: u32) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).minutes = minutes;
    }

    /// Locks when nobody was here for long: keys wiped, record released. While something is under way it waits for that.
    pub(crate) fn lock_when_idle(&self) {
        let mut opened = self.opened();
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let (Some(open), Some(last), Some(now)) = (&*opened, idle.last, instant(&self.host.now())) else {
            return;
        };
        let away = (now - last).num_seconds();
        if idle.minutes > 0 && away >= i64::from(idle.minutes) * 60 && Arc::strong_count(open) == 1 {
            *opened = None;
        }
    }

    /// The surroundings.
    pub fn host(&self) -> &dyn Host {
        &*self.host
    }

    /// Takes a seat at the open office, or refuses when it is locked.
    pub fn seat(&self) -> Result<Seat<'_>> {
        let open = self.opened().clone().ok_or_else(|| refusal!("office_locked"))?;
        Ok(Seat { desk: self, open, day: self.host.today(), room: None, barred: BTreeSet::new() })
    }

    /// Asks a long task to stop at its next step.
    pub(crate) fn stop(&self, task: &str) {
        self.stopped.lock().unwrap_or_else(PoisonError::into_inner).insert(task.to_owned());
    }

    pub(crate) fn opened(&self) -> MutexGuard<'_, Option<Arc<Open>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn holder(&self) -> Holder {
        Holder {
            pid: std::process::id(),
            program: self.host.program().to_owned(),
            workstation: self.host.workstation(),
            since: self.host.now(),
        }
    }
}

/// Where a question is asked, and who sits there: at the record, or in the room of the sealed cases.
#[derive(Clone, Copy)]
pub(crate) struct Place<'d> {
    pub(crate) desk: &'d Desk,
    seat: Option<&'d Seat<'d>>,
    in_room: bool,
}

impl<'d> Place<'d> {
    pub(crate) fn seat(self) -> Result<Seat<'d>> {
        let asker = self.seat.ok_or_else(|| refusal!("office_locked"))?;
        let open = Arc::clone(&asker.open);
        let mut seat = Seat { desk: self.desk, open, day: asker.day, room: None, barred: BTreeSet::new() };
        if self.in_room {
            let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
            seat.barred = sealed::barred(&visit.room, seat.office(), seat.by())?;
            seat.room = Some(visit);
        }
        Ok(seat)
    }
}

/// A person at the open office, for the time of one command.
pub struct Seat<'d> {
    desk: &'d Desk,
    open: Arc<Open>,
    /// The sealed cases, where they are asked.
    room: Option<Arc<Visit>>,
    /// Of these, those from which the person is kept away.
    barred: BTreeSet<CaseId>,
    /// The day of the office.
    pub day: Day,
}

impl Seat<'_> {
    /// Writes down something that changes nothing.
    pub fn log(&self, action: Action, reason: &str, detail: Value) -> Result<EntryId> {
        self.refuse_in_room(action)?;
        let at = self.host().now();
        let entry = self.office().log(action, &Ask { by: self.by(), day: self.day, at: &at, reason, detail })?;
        self.host().changed(&Changed { entry: Some(entry), ..Changed::default() });
        Ok(entry)
    }

    /// A refusal for want of a right is an entry, once in a sitting for each command.
    fn write_refusal_down(&self, name: &str, refused: &Refusal) {
        if !refused.code.starts_with("no_right") && refused.code != "recused_from_case" {
            return;
        }
        let mut told = self.open.refused.lock().unwrap_or_else(PoisonError::into_inner);
        if told.insert((name.to_owned(), refused.code.clone())) {
            let detail = json!({ "command": name, "refusal": refused.code, "case": refused.values.get("case") });
            // The refusal itself stands whether or not it could be written down.
            let _ = self.log(Action::Refused, "", detail);
        }
    }

    /// The passphrase was given once more.
    pub(crate) fn confirmed(&self, purpose: &str) {
        let now = instant(&self.host().now());
        *self.open.confirmed.lock().unwrap_or_else(PoisonError::into_inner) = now.map(|now| (now, purpose.to_owned()));
    }

    /// What the passphrase was given once more for, within the last two minutes; else it is to be given. The command line was
    /// given it for this very call.
    pub fn purpose(&self) -> Result<String> {
        if self.host().program() != "window" {
            return Ok(String::new());
        }
        let given = self.open.confirmed.lock().unwrap_or_else(PoisonError::into_inner);
        match (&*given, instant(&self.host().now())) {
            (Some((at, purpose)), Some(now)) if (0..=CONFIRMED_FOR).contains(&(now - *at).num_seconds()) => {
                Ok(purpose.clone())
            }
            _ => Err(refusal!("confirm_needed")),
        }
    }

    /// Cases whose people the person asked to see in full.
    pub(crate) fn revealed(&self) -> MutexGuard<'_, BTreeSet<CaseId>> {
        self.open.revealed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wrong tries before this sign-in.
    pub(crate) fn wrong_tries(&self) -> u32 {
        self.open.wrong_tries
    }

    pub(crate) fn lock_after(&self, minutes: u32) {
        self.desk.lock_after(minutes);
    }

    /// Who sits here.
    pub fn by(&self) -> &Actor {
        &self.open.actor
    }

    /// The office; in the room of the sealed cases, the office that these are.
    pub fn office(&self) -> &Office {
        self.room.as_ref().map_or(&self.open.office, |visit| visit.room.office())
    }

    /// Where the sealed cases are asked: those from which the person is kept away.
    pub(crate) fn barred_in_room(&self) -> Option<&BTreeSet<CaseId>> {
        self.room.as_ref().map(|_| &self.barred)
    }

    /// The person's visit to the sealed cases.
    pub(crate) fn visit(&self) -> Option<Arc<Visit>> {
        self.open.visit.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn enter(&self, visit: Visit) {
        *self.open.visit.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(visit));
    }

    pub(crate) fn leave(&self) {
        *self.open.visit.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The room of the sealed cases, for this person's questions there.
    pub(crate) fn in_room(&self) -> Place<'_> {
        Place { desk: self.desk, seat: Some(self), in_room: true }
    }

    /// What is asked in the room writes nothing.
    fn refuse_in_room(&self, action: Action) -> Result<()> {
        match self.room {
            Some(_) => Err(refusal!("room_reads_only", command = action.name())),
            None => Ok(()),
        }
    }

    /// The key of the file, for adding a person's wrap.
    pub(crate) fn key(&self) -> FileKey {
        self.office().record().key()
    }

    /// Nobody else has a command under way: not the window's other pages, nothing long.
    pub(crate) fn is_alone(&self) -> bool {
        // The desk's own, that of the call, and this seat's.
        Arc::strong_count(&self.open) <= 3
    }

    /// The surroundings.
    pub fn host(&self) -> &dyn Host {
        self.desk.host()
    }

    /// Refuses when the person lacks the right altogether.
    pub fn need(&self, right: Right) -> Result<Scope> {
        match self.by().reach(right) {
            Scope::Nothing => Err(refusal!("no_right", action = format!("{right:?}"), post = self.by().post.code())),
            scope => Ok(scope),
        }
    }

    /// Runs a query about cases; it needs the right to read.
    pub fn read<T>(&self, query: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        self.need(Right::Read)?;
        self.office().read(query)
    }

    /// Does one thing and tells what changed. `detail` says in brief what was asked.
    pub fn act<T>(
        &self,
        action: Action,
        reason: &str,
        detail: Value,
        act: impl FnOnce(&Work<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.refuse_in_room(action)?;
        let at = self.host().now();
        let ask = Ask { by: self.by(), day: self.day, at: &at, reason, detail };
        let done = self.office().act(action, &ask, act)?;
        self.host().changed(&done.changed);
        Ok(done)
    }

    /// Takes an entry back.
    pub fn undo(&self, entry: EntryId, reason: &str) -> Result<Done<()>> {
        self.refuse_in_room(Action::Undo)?;
        let at = self.host().now();
        let ask = Ask { by: self.by(), day: self.day, at: &at, reason, detail: json!({ "entry": entry }) };
        let done = self.office().undo(entry, &ask)?;
        self.host().changed(&done.changed);
        Ok(done)
    }

    /// Does again what was taken back.
    pub fn redo(&self, entry: EntryId, reason: &str) -> Result<Done<()>> {
        let at = self.host().now();
        let ask = Ask { by: self.by(), day: self.day, at: &at, reason, detail: json!({ "entry": entry }) };
        let done = self.office().redo(entry, &ask)?;
        self.host().changed(&done.changed);
        Ok(done)
    }

    /// Tells how far a long task is; refuses (`stopped`) when the person asked to stop it.
    pub fn progress(&self, task: &str, done: u64, total: u64) -> Result<()> {
        self.host().progress(&Progress { task: task.to_owned(), done, total });
        let mut stopped = self.desk.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        if stopped.remove(task) { Err(refusal!("stopped", task = task)) } else { Ok(()) }
    }
}

fn instant(at: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(at).ok()
}

/// Reads a request, naming the place of what does not fit.
pub(crate) fn read_request<T: serde::de::DeserializeOwned>(name: &str, request: Value) -> Result<T> {
    // An absent request is an empty one.
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_path_to_error::deserialize(request).map_err(|error| {
        use serde_path_to_error::Segment;
        let place: Vec<String> = error
            .path()
            .iter()
            .filter_map(|segment| match segment {
                Segment::Seq { index } => Some(index.to_string()),
                Segment::Map { key } => Some(key.clone()),
                Segment::Enum { variant } => Some(variant.clone()),
                Segment::Unknown => None,
            })
            .collect();
        let at = if place.is_empty() { name.to_owned() } else { place.join(".") };
        Refusal::new("request_malformed").at(at).with("detail", error.inner())
    })
}
