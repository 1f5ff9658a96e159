//! What acts do to coercive measures. Each measure remembers the act that took it and the act that ended it, so that
//! correcting an act or taking it away takes exactly this back.
//!
//! | act | what it does |
//! | --- | --- |
//! | `measure_taken` | the measures in force end; the one taken begins |
//! | `measure_ended` | the measure named ends |
//! | `arrest_approved` | an arrest is decided; it holds in custody from its execution on |
//! | `execution_receipt` | carried out: the arrest begins, what was in force ends; otherwise what was in force ends |
//! | `arrest_revoked` | the arrest ends |
//! | `escaped` | nothing: the order stands |

use anjuan_law::{Act, Day};
use rusqlite::named_params;

use super::{ActEntry, Card, acts, values::in_fen};
use crate::{ActId, CaseId, MeasureId, PersonId, Reading, Result, Work};

/// The acts that do something to measures.
const FOLLOWED: [&str; 5] =
    ["measure_taken", "measure_ended", "arrest_approved", "arrest_revoked", "execution_receipt"];

/// Does to the measures what an act that was just written brings about.
pub(super) fn follow(
    work: &Work<'_>,
    case: CaseId,
    id: ActId,
    kind: &Act,
    entry: &ActEntry,
    fields: &Card,
) -> Result<()> {
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let day = |name: &str| field(name).parse::<Day>().ok();
    if !FOLLOWED.contains(&kind.id.as_str()) {
        return Ok(());
    }
    for person in concerned(work, case, entry)? {
        let change = Change { work, case, act: id, person };
        match kind.id.as_str() {
            "measure_taken" => {
                let executed = day("executed_on").unwrap_or(entry.on);
                change.end_all(executed, None)?;
                change.take(field("measure"), entry.on.min(executed), Some(executed), fields)?;
            }
            "measure_ended" => change.end_kind(field("measure"), entry.on)?,
            "arrest_approved" => change.take("arrest", entry.on, None, fields)?,
            "arrest_revoked" => change.end_kind("arrest", entry.on)?,
            "execution_receipt" => {
                let executed = day("executed_on").unwrap_or(entry.on);
                match field("result") {
                    "executed" => {
                        let arrest = change.carry_out_arrest(executed)?;
                        change.end_all(executed, arrest)?;
                    }
                    "released" => change.end_all(executed, None)?,
                    "bail" => change.change_to("bail", executed, fields)?,
                    "surveillance" => change.change_to("residential_surveillance", executed, fields)?,
                    _ => {}
                }
            }
            _ => return Ok(()),
        }
    }
    Ok(())
}

/// Takes back what an act did to measures.
pub(super) fn take_back(work: &Work<'_>, act: ActId) -> Result<()> {
    work.write("DELETE FROM measure WHERE act_id = ?1", [act])?;
    work.write("UPDATE measure SET ended_on = NULL, ended_by_act = NULL WHERE ended_by_act = ?1", [act])?;
    work.write("UPDATE measure SET executed_on = NULL, executed_by_act = NULL WHERE executed_by_act = ?1", [act])?;
    Ok(())
}

/// The person of the act, or all against whom the case runs.
fn concerned(reading: &Reading<'_>, case: CaseId, entry: &ActEntry) -> Result<Vec<PersonId>> {
    match entry.person {
        Some(person) => Ok(vec![person]),
        None => Ok(acts::accused(reading, case)?.into_iter().map(PersonId::known).collect()),
    }
}

/// One act's doing to one person's measures.
struct Change<'w, 't> {
    work: &'w Work<'t>,
    case: CaseId,
    act: ActId,
    person: PersonId,
}

impl Change<'_, '_> {
    fn take(&self, kind: &str, decided: Day, executed: Option<Day>, fields: &Card) -> Result<()> {
        let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
        let day = |name: &str| field(name).parse::<Day>().ok();
        self.work.insert(
            include_str!("measure_insert.sql"),
            named_params! {
                ":case_id": self.case, ":person_id": self.person, ":kind": kind, ":decided_on": decided,
                ":executed_on": executed, ":expires_on": day("expires_on"), ":decided_by": field("decided_by"),
                ":place": field("place"), ":deposit": in_fen(field("deposit")), ":act_id": self.act,
            },
        )?;
        Ok(())
    }

    fn change_to(&self, kind: &str, on: Day, fields: &Card) -> Result<()> {
        self.end_all(on, None)?;
        self.take(kind, on, Some(on), fields)
    }

    /// Ends what is in force, but one.
    fn end_all(&self, on: Day, but: Option<MeasureId>) -> Result<()> {
        self.work.write(include_str!("measures_end.sql"), (self.person, on, self.act, but, ""))?;
        Ok(())
    }

    fn end_kind(&self, kind: &str, on: Day) -> Result<()> {
        self.work.write(include_str!("measures_end.sql"), (self.person, on, self.act, None::<MeasureId>, kind))?;
        Ok(())
    }

    /// Marks the arrest that was decided last as carried out.
    fn carry_out_arrest(&self, on: Day) -> Result<Option<MeasureId>> {
        let arrest: Option<MeasureId> =
            self.work.maybe(include_str!("arrest_decided.sql"), [self.person], |row| row.get(0))?;
        if let Some(arrest) = arrest {
            self.work.write(
                "UPDATE measure SET executed_on = ?2, executed_by_act = ?3 WHERE id = ?1",
                (arrest, on, self.act),
            )?;
        }
        Ok(arrest)
    }
}
