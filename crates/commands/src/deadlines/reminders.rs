//! Reminders of one's own.

use anjuan_office::{
    Action, CaseId, Changed, ReminderId, Result,
    deadlines::reminders::{self, Reminder, ReminderEntry},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::Seat;

/// The reminders of which case.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct RemindersAsk {
    /// The case.
    pub case: CaseId,
}

/// A reminder was made or changed.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct ReminderSaved {
    /// Which.
    pub reminder: ReminderId,
    /// What changed.
    pub changed: Changed,
}

/// Which reminder is done, or open again.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct ReminderDone {
    /// The reminder.
    pub id: ReminderId,
    /// Done; left out: yes.
    pub done: Option<bool>,
}

/// Which reminder.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct ReminderRef {
    /// The reminder.
    pub id: ReminderId,
}

/// The reminders of a case, those not done first.
pub fn case_reminders(seat: &Seat<'_>, ask: RemindersAsk) -> Result<Vec<Reminder>> {
    seat.read(|reading| reminders::of_case(reading, ask.case))
}

/// Makes a reminder or changes one.
pub fn reminder_save(seat: &Seat<'_>, entry: ReminderEntry) -> Result<ReminderSaved> {
    let detail = json!({ "case": entry.case, "due": entry.due, "text": entry.text });
    let done = seat.act(Action::ReminderSave, "", detail, |work| reminders::save(work, &entry))?;
    Ok(ReminderSaved { reminder: done.answer, changed: done.changed })
}

/// Marks a reminder as done today, or as open again.
pub fn reminder_done(seat: &Seat<'_>, ask: ReminderDone) -> Result<Changed> {
    let done = ask.done.unwrap_or(true);
    let detail = json!({ "reminder": ask.id, "done": done });
    Ok(seat.act(Action::ReminderSave, "", detail, |work| reminders::done(work, ask.id, done))?.changed)
}

/// Throws a reminder away; taking the entry back brings it back.
pub fn reminder_remove(seat: &Seat<'_>, ask: ReminderRef) -> Result<Changed> {
    let detail = json!({ "reminder": ask.id });
    Ok(seat.act(Action::ReminderRemove, "", detail, |work| reminders::remove(work, ask.id))?.changed)
}
