//! The lists of a case: numbers, flags, links.

use super::{
    LinkEntry, NumberEntry,
    fields::{clean, code_of, one_of, place, required},
    secrets::refuse_marked,
};
use crate::{CaseId, LinkId, NumberId, Result, Work, refusal};

const LINK_KINDS: [&str; 4] = ["same_matter", "joined", "split", "related"];
/// The flag of a case that an ordinary computer must not hold.
const STATE_SECRET: &str = "state_secret";

/// Writes the numbers of a case: those with an id in place, the others new, those not mentioned away.
pub(super) fn write_numbers(work: &Work<'_>, case: CaseId, numbers: &[NumberEntry]) -> Result<()> {
    let kept: Vec<NumberId> = numbers.iter().filter_map(|number| number.id).collect();
    let standing: Vec<NumberId> =
        work.all("SELECT id FROM case_number WHERE case_id = ?1", [case], |row| row.get(0))?;
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        work.write("DELETE FROM case_number WHERE id = ?1", [gone])?;
    }
    for (n, entry) in numbers.iter().enumerate() {
        let part = format!("numbers.{n}");
        required(clean(&entry.kind), || place(&part, "kind"))?;
        code_of("number_kind", &entry.kind, || place(&part, "kind"))?;
        let number = required(clean(&entry.number), || place(&part, "number"))?;
        refuse_marked(&number, || place(&part, "number"))?;
        let key = normalised(&number);
        match entry.id {
            None => {
                work.insert(
                    "INSERT INTO case_number (case_id, kind, number, normalised) VALUES (?1, ?2, ?3, ?4)",
                    (case, &entry.kind, number, key),
                )?;
            }
            Some(id) if standing.contains(&id) => {
                work.write(
                    "UPDATE case_number SET kind = ?2, number = ?3, normalised = ?4 WHERE id = ?1",
                    (id, &entry.kind, number, key),
                )?;
            }
            Some(id) => return Err(refusal!("row_not_of_case", row = id).at(part)),
        }
    }
    Ok(())
}

/// The key under which two writings of one number are equal.
pub(super) fn normalised(number: &str) -> String {
    anjuan_law::text::search_key(number)
}

/// Writes the flags of a case.
pub(super) fn write_flags(work: &Work<'_>, case: CaseId, flags: &[String]) -> Result<()> {
    let standing: Vec<String> = work.all("SELECT flag FROM case_flag WHERE case_id = ?1", [case], |row| row.get(0))?;
    for gone in standing.iter().filter(|flag| !flags.contains(flag)) {
        work.write("DELETE FROM case_flag WHERE case_id = ?1 AND flag = ?2", (case, gone))?;
    }
    for (n, flag) in flags.iter().enumerate() {
        let at = || format!("flags.{n}");
        if flag == STATE_SECRET {
            return Err(refusal!("state_secret").at(at()));
        }
        required(flag.clone(), at)?;
        code_of("flag", flag, at)?;
        if !standing.contains(flag) {
            work.write("INSERT INTO case_flag (case_id, flag) VALUES (?1, ?2) ON CONFLICT DO NOTHING", (case, flag))?;
        }
    }
    Ok(())
}

/// Writes the links that go out from a case, as [`write_numbers`] does.
pub(super) fn write_links(work: &Work<'_>, case: CaseId, links: &[LinkEntry]) -> Result<()> {
    let kept: Vec<LinkId> = links.iter().filter_map(|link| link.id).collect();
    let standing: Vec<LinkId> = work.all("SELECT id FROM case_link WHERE case_id = ?1", [case], |row| row.get(0))?;
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        work.write("DELETE FROM case_link WHERE id = ?1", [gone])?;
    }
    for (n, entry) in links.iter().enumerate() {
        let part = format!("links.{n}");
        one_of(&LINK_KINDS, &entry.kind, || place(&part, "kind"))?;
        if entry.other == case {
            return Err(refusal!("link_to_itself").at(place(&part, "other")));
        }
        if work.maybe("SELECT 1 FROM case_file WHERE id = ?1", [entry.other], |_| Ok(()))?.is_none() {
            return Err(refusal!("case_unknown", case = entry.other).at(place(&part, "other")));
        }
        let twice: Option<LinkId> =
            work.maybe(include_str!("link_between.sql"), (case, entry.other), |row| row.get(0))?;
        if twice.is_some_and(|other| Some(other) != entry.id) {
            return Err(refusal!("link_exists", case = entry.other).at(place(&part, "other")));
        }
        match entry.id {
            None => {
                work.insert(
                    "INSERT INTO case_link (case_id, other_case_id, kind) VALUES (?1, ?2, ?3)",
                    (case, entry.other, &entry.kind),
                )?;
            }
            Some(id) if standing.contains(&id) => relink(work, id, case, entry)?,
            Some(id) => return Err(refusal!("row_not_of_case", row = id).at(part)),
        }
    }
    Ok(())
}

/// Changes a link. One to another case is another link: what the journal tells of the first is then about its two cases alone.
fn relink(work: &Work<'_>, id: LinkId, case: CaseId, entry: &LinkEntry) -> Result<()> {
    let same = "UPDATE case_link SET kind = ?3 WHERE id = ?1 AND other_case_id = ?2";
    if work.write(same, (id, entry.other, &entry.kind))? == 0 {
        work.write("DELETE FROM case_link WHERE id = ?1", [id])?;
        work.insert(
            "INSERT INTO case_link (case_id, other_case_id, kind) VALUES (?1, ?2, ?3)",
            (case, entry.other, &entry.kind),
        )?;
    }
    Ok(())
}
