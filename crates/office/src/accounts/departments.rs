//! The departments: which there are, what lines they take, in which order they stand.

use anjuan_law::choice;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::{DepartmentId, Result, Work, refusal};

/// What can be said of a department when entering or changing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct DepartmentEntry {
    /// The department to change; none for a new one, which stands last.
    pub id: Option<DepartmentId>,
    /// Its name.
    pub name: String,
    /// What kind (vocabulary: `department`); the kind says which lines it takes.
    pub kind: String,
    /// Takes no cases and no people any more.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub ended: bool,
}

/// Enters or changes a department and gives its id. One with people in it can't be ended.
pub fn save_department(work: &Work<'_>, entry: &DepartmentEntry) -> Result<DepartmentId> {
    let name = entry.name.trim();
    if name.is_empty() {
        return Err(refusal!("field_missing").at("name"));
    }
    choice("department", &entry.kind).ok_or_else(|| refusal!("choice_unknown", value = entry.kind).at("kind"))?;
    let taken: Option<DepartmentId> =
        work.maybe("SELECT id FROM department WHERE name = ?1", [name], |row| row.get(0))?;
    if taken.is_some_and(|other| Some(other) != entry.id) {
        return Err(refusal!("department_taken", name = name).at("name"));
    }
    let id = match entry.id {
        None => super::add_department(work, name, &entry.kind)?,
        Some(id) => id,
    };
    if entry.ended {
        let people: i64 = work.one(include_str!("people_of_department.sql"), [id], |row| row.get(0))?;
        if people > 0 {
            return Err(refusal!("department_in_use", name = name, people = people).at("ended"));
        }
    }
    let changed = work.write(
        include_str!("save_department.sql"),
        named_params! {
            ":id": id, ":name": name, ":kind": entry.kind, ":ended_on": entry.ended.then_some(work.day),
        },
    )?;
    if changed == 0 {
        return Err(refusal!("department_unknown", department = id));
    }
    // What follows from a case may ask for its department.
    let cases = work.all("SELECT id FROM case_file WHERE department_id = ?1", [id], |row| row.get(0))?;
    cases.into_iter().for_each(|case| work.touch(case));
    Ok(id)
}
