//! A case goes over: from the record into the sealed file, and back.

use std::collections::BTreeMap;

use rusqlite::{named_params, types::Value};

use super::{
    Room, Sealing, Unsealing,
    barred::{barred, refuse_barred},
    check,
    room::about,
};
use crate::{
    Action, Ask, CaseId, Changed, Office, Reading, Result, Right, Work,
    accounts::reach_case,
    record::{Leaving, Rows},
    refusal,
};

/// How far a going is, for whoever watches; a test ends the process there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is said that it goes.
    Begun,
    /// It stands in the file to which it goes, and still in the one from which it comes.
    Kept,
    /// It was read again there and is the same.
    Compared,
    /// It has left the other.
    Left,
}

/// Seals a case. `watch` is told each step.
pub fn seal(
    office: &Office,
    room: &Room,
    ask: &Ask<'_>,
    sealing: &Sealing,
    mut watch: impl FnMut(Step) -> Result<()>,
) -> Result<Changed> {
    office.read(|reading| check::refuse_unlawful(reading, ask.by, sealing))?;
    let changed = go_over(office, room, ask, sealing, &mut watch)?;
    watch(Step::Left)?;
    // A second disk that is not there holds nobody up: the status tells of it, and the sealed file is in each backup.
    let _ = office.record().copy_sealed();
    Ok(changed)
}

fn go_over(
    office: &Office,
    room: &Room,
    ask: &Ask<'_>,
    sealing: &Sealing,
    watch: &mut impl FnMut(Step) -> Result<()>,
) -> Result<Changed> {
    // The entry in the record says that a case was sealed, by whom and when; which and why stands in the room's.
    let silent = Room::ask(ask, "", serde_json::json!({}));
    let told = Room::ask(ask, &sealing.reason, about(sealing.case));
    watch(Step::Begun)?;
    office.let_leave(Action::CaseSeal, &silent, sealing.case, |work, leaving| {
        let mirror = work.rows_of_office()?;
        room.write_held(Action::CaseSeal, &told, |into| keep(into, leaving, &mirror, sealing))?;
        watch(Step::Kept)?;
        room.office().read(|kept| refuse_differing(kept, leaving))?;
        watch(Step::Compared)
    })
}

/// Puts a case into the sealed file; what a going that was cut off left of it is replaced.
fn keep(into: &Work<'_>, leaving: &Leaving, mirror: &[Rows], sealing: &Sealing) -> Result<()> {
    into.refer_later()?;
    drop_from_room(into, leaving.case)?;
    into.write("DELETE FROM sealed_entry WHERE case_id = ?1", [leaving.case])?;
    for rows in mirror.iter().chain(&leaving.own) {
        rows.rows.iter().try_for_each(|row| into.put_row(rows, row))?;
    }
    into.write(
        include_str!("case_put.sql"),
        named_params! {
            ":case": leaving.case, ":day": into.day, ":by": into.by.name, ":ground": sealing.ground,
            ":authority": sealing.authority.trim(), ":reason": sealing.reason.trim(),
            ":joint_reason": sealing.joint_reason.trim(),
        },
    )?;
    for (table, body) in leaving.about.iter().flat_map(as_objects) {
        into.write(
            "INSERT INTO sealed_row (case_id, table_name, body) VALUES (?1, ?2, ?3)",
            (leaving.case, table, serde_json::to_string(&body)?),
        )?;
    }
    for entry in &leaving.entries {
        into.write(
            "INSERT INTO sealed_entry (case_id, entry, body) VALUES (?1, ?2, ?3)",
            (leaving.case, entry.entry, serde_json::to_string(entry)?),
        )?;
    }
    into.touch(leaving.case);
    Ok(())
}

/// Takes a case out of the sealed file. What the journal said of it before stays there.
fn drop_from_room(into: &Work<'_>, case: CaseId) -> Result<()> {
    into.refer_later()?;
    into.write("DELETE FROM sealed_row WHERE case_id = ?1", [case])?;
    into.write("DELETE FROM sealed_case WHERE case_id = ?1", [case])?;
    for rows in into.rows_of_case(case)?.iter().filter(|rows| rows.table != "case_file") {
        into.write(&format!("DELETE FROM {} WHERE case_id = ?1", rows.table), [case])?;
    }
    into.write("DELETE FROM case_file WHERE id = ?1", [case])?;
    into.touch(case);
    Ok(())
}

fn as_objects(rows: &Rows) -> impl Iterator<Item = (&str, BTreeMap<&str, serde_json::Value>)> {
    rows.rows.iter().map(|row| {
        let values = row.iter().map(|value| match value {
            Value::Integer(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
            // No table of these has any other.
            _ => serde_json::Value::Null,
        });
        (rows.table.as_str(), rows.columns.iter().map(String::as_str).zip(values).collect())
    })
}

/// Refuses to let a case leave of which the sealed file holds anything else.
fn refuse_differing(kept: &Reading<'_>, leaving: &Leaving) -> Result<()> {
    let entries: Vec<String> =
        kept.all("SELECT body FROM sealed_entry WHERE case_id = ?1 ORDER BY entry", [leaving.case], |row| row.get(0))?;
    let said: Vec<String> = leaving.entries.iter().map(serde_json::to_string).collect::<std::result::Result<_, _>>()?;
    let about: i64 = kept.value("SELECT count(*) FROM sealed_row WHERE case_id = ?1", [leaving.case])?;
    let all: usize = leaving.about.iter().map(|rows| rows.rows.len()).sum();
    match kept.rows_of_case(leaving.case)? == leaving.own
        && entries == said
        && usize::try_from(about).is_ok_and(|about| about == all)
    {
        true => Ok(()),
        false => Err(refusal!("seal_differs")),
    }
}

/// Brings a case back into the record.
pub fn unseal(
    office: &Office,
    room: &Room,
    ask: &Ask<'_>,
    unsealing: &Unsealing,
    mut watch: impl FnMut(Step) -> Result<()>,
) -> Result<Changed> {
    check::refuse_unfounded(unsealing)?;
    let case = unsealing.case;
    refuse_barred(room, &barred(room, office, ask.by)?, case)?;
    room.office().read(|reading| reach_case(reading, ask.by, Right::Seal, case))?;
    let told = Room::ask(ask, &unsealing.reason, serde_json::to_value(unsealing)?);
    set_state(office, room, &told, case, "leaving")?;
    watch(Step::Begun)?;
    let done = office.act(Action::CaseUnseal, &told, |work| room.office().read(|from| bring_back(work, from, case)))?;
    watch(Step::Kept)?;
    room.write(office, Action::CaseUnseal, &told, |work| drop_from_room(work, case))?;
    watch(Step::Left)?;
    let _ = office.record().copy_sealed();
    Ok(done.changed)
}

fn set_state(office: &Office, room: &Room, ask: &Ask<'_>, case: CaseId, state: &str) -> Result<()> {
    room.write(office, Action::CaseUnseal, ask, |work| {
        work.write("UPDATE sealed_case SET state = ?2 WHERE case_id = ?1", (case, state)).map(drop)
    })
}

fn bring_back(work: &Work<'_>, from: &Reading<'_>, case: CaseId) -> Result<()> {
    work.refer_later()?;
    work.write("DELETE FROM sealed_mark WHERE id = ?1", [case])?;
    for rows in from.rows_of_case(case)? {
        adopt_parents(work, from, &rows)?;
        rows.rows.iter().try_for_each(|row| work.add_row(&rows, row))?;
    }
    let about: Vec<(String, String)> =
        from.all("SELECT table_name, body FROM sealed_row WHERE case_id = ?1 ORDER BY id", [case], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    for (table, body) in about {
        let body: BTreeMap<String, serde_json::Value> = serde_json::from_str(&body)?;
        let value = |value: &serde_json::Value| match value {
            serde_json::Value::Number(number) => Value::Integer(number.as_i64().unwrap_or_default()),
            serde_json::Value::String(text) => Value::Text(text.clone()),
            _ => Value::Null,
        };
        let rows =
            Rows { table, columns: body.keys().cloned().collect(), rows: vec![body.values().map(value).collect()] };
        // A link to a case that is sealed itself, or gone, has no other end.
        let both = rows.table != "case_link" || ends_stand(work, &body)?;
        if both {
            rows.rows.iter().try_for_each(|row| work.add_row(&rows, row))?;
        }
    }
    Ok(())
}

fn ends_stand(work: &Work<'_>, link: &BTreeMap<String, serde_json::Value>) -> Result<bool> {
    for end in ["case_id", "other_case_id"] {
        let case = link.get(end).and_then(serde_json::Value::as_i64);
        if work.maybe("SELECT 1 FROM case_file WHERE id = ?1", [case], |_| Ok(()))?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What the rows refer to among what is the office's and no case's: where it was taken back meanwhile, it comes back with them.
fn adopt_parents(work: &Work<'_>, from: &Reading<'_>, rows: &Rows) -> Result<()> {
    for (column, parent) in work.parents_of(&rows.table)? {
        if parent == "case_file" || work.belongs_to_case(&parent)? {
            continue;
        }
        let Some(at) = rows.column(&column) else { continue };
        for id in rows.rows.iter().filter_map(|row| row.get(at)).filter(|id| **id != Value::Null) {
            let there = work.maybe(&format!("SELECT 1 FROM {parent} WHERE id = ?1"), [id], |_| Ok(()))?;
            if there.is_none() {
                let missing = from.row_of(&parent, id)?;
                adopt_parents(work, from, &missing)?;
                missing.rows.iter().try_for_each(|row| work.add_row(&missing, row))?;
            }
        }
    }
    Ok(())
}

/// Brings to their ends goings that were cut off, and says of which cases. Nothing is lost by it: a case that stands in both
/// files leaves the one from which it was going; one that had not come anywhere stays where it is.
pub fn finish(office: &Office, room: &Room, ask: &Ask<'_>) -> Result<Vec<String>> {
    let sealed = room.office().read(|reading| {
        reading.all(include_str!("unfinished.sql"), [], |row| {
            let sealing = Sealing {
                case: row.get("case_id")?,
                ground: row.get("ground")?,
                authority: row.get("authority")?,
                reason: row.get("reason")?,
                joint_reason: row.get("joint_reason")?,
            };
            Ok((sealing, row.get::<_, String>("state")?, row.get::<_, String>("register_no")?))
        })
    })?;
    let mut finished = Vec::new();
    for (sealing, state, register_no) in sealed {
        let case = sealing.case;
        let stands = office
            .read(|reading| reading.maybe("SELECT 1 FROM case_file WHERE id = ?1", [case], |_| Ok(())))?
            .is_some();
        let told = Room::ask(ask, "", about(case));
        match (stands, state.as_str()) {
            (true, "leaving") => room.write(office, Action::CaseUnseal, &told, |work| drop_from_room(work, case))?,
            (true, _) => drop(go_over(office, room, ask, &sealing, &mut |_| Ok(()))?),
            (false, "leaving") => set_state(office, room, &told, case, "sealed")?,
            (false, _) => continue,
        }
        finished.push(register_no);
    }
    if !finished.is_empty() {
        let _ = office.record().copy_sealed();
    }
    Ok(finished)
}
