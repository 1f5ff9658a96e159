//! The desk: which office is open and who sits at it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, Done, EntryId, Office, Reading, Refusal, Result, Right, Scope, Work,
    record::{FileKey, Holder},
    refusal,
};
use serde_json::Value;

use crate::{Host, Progress, list};

/// One face's way in. Commands may be called from several threads at once.
pub struct Desk {
    host: Box<dyn Host>,
    open: Mutex<Option<Arc<Open>>>,
    stopped: Mutex<BTreeSet<String>>,
}

/// An open office and the person signed in.
pub(crate) struct Open {
    pub(crate) office: Office,
    pub(crate) actor: Actor,
    pub(crate) key: FileKey,
}

impl Desk {
    /// A desk with no office open.
    pub fn new(host: impl Host + 'static) -> Self {
        Self { host: Box::new(host), open: Mutex::new(None), stopped: Mutex::default() }
    }

    /// Calls a command by name. A panic in one call becomes that call's refusal.
    pub fn call(&self, name: &str, request: Value) -> Result<Value> {
        // Somebody may have asked a task to stop that had just ended: that was not meant for the next one.
        self.stopped.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        let call = std::panic::AssertUnwindSafe(|| list::dispatch(self, name, request));
        std::panic::catch_unwind(call).unwrap_or_else(|_| Err(refusal!("fault", detail = name)))
    }

    /// The surroundings.
    pub fn host(&self) -> &dyn Host {
        &*self.host
    }

    /// Takes a seat at the open office, or refuses when it is locked.
    pub fn seat(&self) -> Result<Seat<'_>> {
        let open = self.opened().clone().ok_or_else(|| refusal!("office_locked"))?;
        Ok(Seat { desk: self, open, day: self.host.today() })
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

/// A person at the open office, for the time of one command.
pub struct Seat<'d> {
    desk: &'d Desk,
    open: Arc<Open>,
    /// The day of the office.
    pub day: Day,
}

impl Seat<'_> {
    /// Who sits here.
    pub fn by(&self) -> &Actor {
        &self.open.actor
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.open.office
    }

    /// The key of the file, for adding a person's wrap.
    pub(crate) fn key(&self) -> &FileKey {
        &self.open.key
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
        let at = self.host().now();
        let ask = Ask { by: self.by(), day: self.day, at: &at, reason, detail };
        let done = self.office().act(action, &ask, act)?;
        self.host().changed(&done.changed);
        Ok(done)
    }

    /// Takes an entry back.
    pub fn undo(&self, entry: EntryId, reason: &str) -> Result<Done<()>> {
        let at = self.host().now();
        let ask = Ask { by: self.by(), day: self.day, at: &at, reason, detail: serde_json::json!({ "entry": entry }) };
        let done = self.office().undo(entry, &ask)?;
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
