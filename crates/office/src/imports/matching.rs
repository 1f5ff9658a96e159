//! Which case of the record a row of a file speaks of.

use anjuan_law::text::search_key;

use super::{
    fields::{Target, target},
    gather::{NAMING, names_something},
    read::Incoming,
};
use crate::{CaseId, Result, Work, refusal};

/// The case of the record that has the number.
///
/// A department number names one case: where the row has one and a case another, they are two, whatever other number they
/// share. Another number names a case only where it names one case of the same category.
pub(super) fn by_number(work: &Work<'_>, incoming: &Incoming) -> Result<Option<CaseId>> {
    let category = incoming.said.get("category").map(String::as_str).unwrap_or_default();
    let own = incoming.said.get(NAMING[0]).map(|number| search_key(number)).filter(|key| names_something(key));
    for place in NAMING.into_iter().chain(["number_local"]) {
        let (Some(number), Target::Number(kind)) = (incoming.said.get(place), target(place)) else { continue };
        let key = search_key(number);
        if !names_something(&key) {
            continue;
        }
        let found: Vec<(CaseId, String, String, bool)> =
            work.all(include_str!("cases_of_number.sql"), (&key, kind, &own), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        let is_department = kind == "department";
        let fits: Vec<&(CaseId, String, String, bool)> =
            found.iter().filter(|(_, of, _, other)| is_department || (of == category && !other)).collect();
        match fits.as_slice() {
            [] => {}
            [(case, ..)] => return Ok(Some(*case)),
            several => {
                let names: Vec<&str> = several.iter().map(|(_, _, name, _)| name.as_str()).collect();
                return Err(refusal!("import_case_ambiguous", number = number, cases = names.join("、")).at(place));
            }
        }
    }
    Ok(None)
}

/// Whether a case without any number that names it may be one that the record has: of the same title and day of acceptance.
/// That is no proof, so it is taken and told.
pub(super) fn known_already(work: &Work<'_>, incoming: &Incoming) -> Result<bool> {
    let said = |place: &str| incoming.said.get(place);
    if NAMING.iter().any(|place| said(place).is_some_and(|number| names_something(&search_key(number)))) {
        return Ok(false);
    }
    let (Some(title), Some(accepted)) = (said("title"), said("accepted_on")) else { return Ok(false) };
    let found =
        work.maybe("SELECT 1 FROM case_file WHERE title = ?1 AND accepted_on = ?2 LIMIT 1", (title, accepted), |_| {
            Ok(())
        })?;
    Ok(found.is_some())
}
