//! The import itself.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::mpsc::sync_channel,
    thread,
};

use rusqlite::named_params;

use super::{
    Rows, SourceRow, differences, entry,
    fields::{Target, target},
    gather::bundles,
    hearings, matching, officers,
    outcome::{Fate, FieldChange, Item, Outcome, Refused, RefusedCell, Remark},
    read::{Incoming, parts, read, supposed_kept},
    recorded::Recorded,
    sources, update,
};
use crate::{CaseId, Refusal, Result, Work, accounts, refusal};
use anjuan_law::text::search_key;

/// A file to import, its columns bound.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The name of the source.
    pub source: String,
    /// The fingerprint of its heads.
    pub fingerprint: String,
    /// The category of its cases where rows do not say it; may be empty.
    pub kind: String,
    /// That category was worked out from title and heads; nobody chose it.
    pub kind_is_supposed: bool,
    /// The mapping, to be remembered.
    pub mapping: String,
    /// The name of the file.
    pub file_name: String,
    /// SHA-256 of its content.
    pub sha256: String,
    /// Its data rows.
    pub rows: Rows,
}

/// So many cases are read before their turn comes, beside the one that writes.
const AHEAD: usize = 64;
/// Cases between two tellings of how far the import is.
const TELL: usize = 64;

/// Does the import and takes it back. Nothing is written.
pub fn rehearse(work: &Work<'_>, import: &mut Import, progress: impl FnMut(u64, u64) -> Result<()>) -> Result<Outcome> {
    work.write("SAVEPOINT rehearsal", [])?;
    let outcome = run(work, import, progress);
    work.write("ROLLBACK TO rehearsal", [])?;
    work.write("RELEASE rehearsal", [])?;
    let mut outcome = outcome?;
    if sources::source_of(work, &import.fingerprint, Some(&import.source))?.is_none() {
        outcome.source = 0;
    }
    for item in outcome.items.iter_mut().filter(|item| item.fate == Fate::New) {
        item.case = None;
    }
    for difference in &mut outcome.differences {
        difference.id = 0;
    }
    Ok(outcome)
}

/// Imports. A case that is refused stays out as a whole; an error leaves nothing at all behind. The rows are taken out of the
/// import.
pub fn run(work: &Work<'_>, import: &mut Import, progress: impl FnMut(u64, u64) -> Result<()>) -> Result<Outcome> {
    let known = sources::source_of(work, &import.fingerprint, Some(&import.source))?;
    work.write("SAVEPOINT import_source", [])?;
    let source = sources::keep(work, &import.source, &import.fingerprint, &import.kind, &import.mapping)?;
    let mut outcome = Outcome { source, ..Outcome::default() };
    match import.kind.as_str() {
        officers::OFFICERS => officers::run(work, import, source, &mut outcome, progress)?,
        hearings::HEARINGS => hearings::run(work, import, source, &mut outcome, progress)?,
        _ => {
            let rows = std::mem::take(&mut import.rows);
            cases(work, import, &rows, source, &mut outcome, progress)?;
        }
    }
    let tally = outcome.tally;
    let idle = tally.new + tally.changed + tally.vanished == 0 && outcome.differences.is_empty();
    if idle && known.is_none() {
        // Nothing came in, so there is nothing to remember of this file.
        work.write("ROLLBACK TO import_source", [])?;
    }
    work.write("RELEASE import_source", [])?;
    if !idle {
        work.insert(
            include_str!("run_insert.sql"),
            named_params! {
                ":source_id": source, ":on_day": work.day, ":file_name": import.file_name, ":sha256": import.sha256,
                ":counts": serde_json::to_string(&tally)?, ":account_id": work.by.account,
            },
        )?;
    }
    Ok(outcome)
}

/// Imports cases.
fn cases(
    work: &Work<'_>,
    import: &Import,
    rows: &Rows,
    source: i64,
    outcome: &mut Outcome,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<()> {
    let bundles = bundles(rows);
    let total = bundles.len() as u64;
    let day = work.day;
    thread::scope(|scope| {
        let (hand_over, read_ahead) = sync_channel(AHEAD);
        scope.spawn(move || {
            for bundle in bundles {
                let of_case: Vec<SourceRow> = bundle.rows.into_iter().filter_map(|at| rows.get(at)).collect();
                // Nobody takes it any more once the import was refused.
                if hand_over.send(read(bundle.key, &of_case, day, import.kind_is_supposed)).is_err() {
                    return;
                }
            }
        });
        for (at, incoming) in read_ahead.into_iter().enumerate() {
            if at % TELL == 0 {
                progress(at as u64, total)?;
            }
            take_over(work, import, source, incoming, outcome)?;
        }
        Ok::<_, Refusal>(())
    })?;
    vanished(work, source, outcome)?;
    progress(total, total)
}

/// Takes over one case, or keeps all of its rows out.
fn take_over(work: &Work<'_>, import: &Import, source: i64, incoming: Incoming, outcome: &mut Outcome) -> Result<()> {
    let said_last = said_before(work, source, &incoming.key)?;
    if let (Some(last), true) = (&said_last, incoming.faults.is_empty()) {
        values_gone(&incoming, &last.said, &mut outcome.remarks);
    }
    let noted = (outcome.differences.len(), outcome.remarks.len());
    match work.attempt(|| one(work, import, source, &incoming, said_last, outcome))? {
        Ok(item) => {
            outcome.tally.add(item.fate, item.count);
            outcome.remarks.extend(incoming.remarks);
            outcome.items.push(item);
        }
        Err(refused) => {
            outcome.differences.truncate(noted.0);
            outcome.remarks.truncate(noted.1);
            stays_out(&incoming, &refused, outcome);
        }
    }
    Ok(())
}

/// What the source said of a case last time.
struct SaidBefore {
    id: i64,
    case: CaseId,
    row_count: u32,
    said: BTreeMap<String, String>,
    vanished: bool,
}

fn said_before(work: &Work<'_>, source: i64, key: &str) -> Result<Option<SaidBefore>> {
    let found = work.maybe(include_str!("row_of_key.sql"), (source, key), |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?, row.get(4)?))
    })?;
    let Some((id, case, row_count, said, vanished)) = found else { return Ok(None) };
    Ok(Some(SaidBefore { id, case, row_count, said: serde_json::from_str(&said)?, vanished }))
}

/// Imports one case.
fn one(
    work: &Work<'_>,
    import: &Import,
    source: i64,
    incoming: &Incoming,
    last: Option<SaidBefore>,
    outcome: &mut Outcome,
) -> Result<Item> {
    if !incoming.faults.is_empty() {
        return Err(refusal!("import_case_refused"));
    }
    let count = u32::try_from(incoming.rows.len()).unwrap_or(u32::MAX);
    let item = |fate, case, title: &str, changes| Item {
        fate,
        rows: incoming.rows.clone(),
        count,
        key: incoming.key.clone(),
        title: title.to_owned(),
        case: Some(case),
        changes,
    };
    let standing = last.as_ref().map_or_else(|| matching::by_number(work, incoming), |last| Ok(Some(last.case)))?;
    let said = serde_json::to_string(&incoming.said)?;
    let Some(case) = standing else {
        let case = registered(work, source, incoming, (count, &said), outcome)?;
        let title = incoming.said.get("title").map_or("", String::as_str);
        return Ok(item(Fate::New, case, title, Vec::new()));
    };
    // Who is kept away from a case gets its rows back; those of the others go their way.
    accounts::refuse_recused(work, work.by, case)?;
    let recorded = Recorded::of(work, case)?;
    let before = last.as_ref().map(|last| &last.said);
    let mut places: BTreeSet<String> = BTreeSet::new();
    let mut changes = Vec::new();
    for (place, value) in &incoming.said {
        match stands(incoming, &recorded, before, (place, value)) {
            Stands::So => {}
            Stands::Changes(change) => {
                places.insert(place.clone());
                changes.push(change);
            }
            Stands::Otherwise(change) => {
                let difference = difference(&import.source, case, &recorded, change);
                if let Some(id) = differences::note(work, source, &difference)? {
                    outcome.differences.push(differences::Difference { id, ..difference });
                }
            }
        }
    }
    let told_before = outcome.remarks.len();
    if !places.is_empty() {
        let told = update::apply(work, case, &recorded, &places, &incoming.said, before)?;
        outcome.remarks.extend(told.iter().map(|(place, code)| incoming.remark_at(place, code)));
    }
    let supposed = supposed_kept(incoming.remarks.iter().chain(outcome.remarks.iter().skip(told_before)))?;
    match last {
        None => {
            work.insert(include_str!("row_insert.sql"), (case, source, &incoming.key, count, said, supposed))?;
        }
        Some(last) if last.said != incoming.said || last.row_count != count || last.vanished => {
            work.write(include_str!("row_update.sql"), (last.id, count, said, supposed))?;
        }
        Some(_) => {}
    }
    let fate = if changes.is_empty() { Fate::Same } else { Fate::Changed };
    Ok(item(fate, case, &recorded.head.title, changes))
}

/// Registers a case that the record does not have. `told` is in how many rows the source says what of it.
fn registered(
    work: &Work<'_>,
    source: i64,
    incoming: &Incoming,
    told: (u32, &str),
    outcome: &mut Outcome,
) -> Result<CaseId> {
    let before = outcome.remarks.len();
    if matching::known_already(work, incoming)? {
        outcome.remarks.push(incoming.remark_at("title", "import_known_already"));
    }
    let case = entry::register(work, incoming, &mut outcome.remarks)?;
    let supposed = supposed_kept(incoming.remarks.iter().chain(outcome.remarks.iter().skip(before)))?;
    work.insert(include_str!("row_insert.sql"), (case, source, &incoming.key, told.0, told.1, supposed))?;
    Ok(case)
}

/// How what a file says of a field stands to what is recorded.
enum Stands {
    /// Nothing is to be done.
    So,
    /// The file says it for the first time, or says otherwise than it did, and nobody touched it since.
    Changes(FieldChange),
    /// Somebody wrote another value by hand.
    Otherwise(FieldChange),
}

fn stands(
    incoming: &Incoming,
    recorded: &Recorded,
    before: Option<&BTreeMap<String, String>>,
    (place, value): (&str, &str),
) -> Stands {
    let (field, person) = parts(place);
    if matches!(target(field), Target::Aside | Target::Name) {
        return Stands::So;
    }
    let stands = recorded.value(place);
    if alike(field, &stands, value) {
        return Stands::So;
    }
    let change = |before: String| FieldChange {
        field: field.to_owned(),
        person: person.to_owned(),
        before,
        after: value.to_owned(),
    };
    let said_last = before.and_then(|before| before.get(place));
    if stands.is_empty() && said_last.is_none() || said_last.is_some_and(|last| alike(field, last, &stands)) {
        return Stands::Changes(change(stands));
    }
    if incoming.was_worked_out(place) {
        return Stands::So;
    }
    Stands::Otherwise(change(stands))
}

/// What somebody is to decide; it has no id yet.
fn difference(source: &str, case: CaseId, recorded: &Recorded, change: FieldChange) -> differences::Difference {
    differences::Difference {
        id: 0,
        case,
        register_no: recorded.head.register_no.clone(),
        title: recorded.head.title.clone(),
        source: source.to_owned(),
        field: change.field,
        person: change.person,
        file_value: change.after,
        record_value: change.before,
    }
}

/// Whether two values say the same: width, brackets and spaces aside, and charges in any order.
fn alike(field: &str, one: &str, other: &str) -> bool {
    if matches!(target(field), Target::Charge(_)) {
        let set = |text: &str| text.split('；').map(search_key).collect::<BTreeSet<_>>();
        return set(one) == set(other);
    }
    one == other || search_key(one) == search_key(other)
}

/// Values that the source said last time and says no more: the record keeps them, and that is told.
fn values_gone(incoming: &Incoming, last: &BTreeMap<String, String>, remarks: &mut Vec<Remark>) {
    for (place, value) in last.iter().filter(|(place, _)| !incoming.said.contains_key(*place)) {
        remarks.push(Remark {
            row: incoming.rows.first().copied().unwrap_or_default(),
            column: place.clone(),
            value: value.clone(),
            code: "import_value_gone".to_owned(),
        });
    }
}

/// All rows of a case stay out; each stands in the list once, with what is wrong in it or with the row that is wrong.
fn stays_out(incoming: &Incoming, refused: &Refusal, outcome: &mut Outcome) {
    let count = u32::try_from(incoming.rows.len()).unwrap_or(u32::MAX);
    outcome.tally.add(Fate::Refused, count);
    let first = incoming.rows.first().copied().unwrap_or_default();
    let mut faults = incoming.faults.clone();
    if faults.is_empty() {
        let cell = incoming.place_of(&refused.at);
        let (row, column, value) = cell.unwrap_or_else(|| (first, refused.at.clone(), String::new()));
        let table = incoming.tables.first().cloned().unwrap_or_default();
        let values = refused.values.clone();
        faults.push(Refused { row, table, column, value, code: refused.code.clone(), values, also: Vec::new() });
    }
    let because = faults.first().map_or(first, |fault| fault.row);
    for (row, table) in incoming.rows.iter().zip(&incoming.tables) {
        let mut here =
            faults.iter().filter(|fault| fault.row == *row && (fault.table == *table || fault.table.is_empty()));
        let Some(main) = here.next() else {
            outcome.refused.push(Refused {
                row: *row,
                table: table.clone(),
                column: String::new(),
                value: String::new(),
                code: "import_case_refused".to_owned(),
                values: BTreeMap::from([("row".to_owned(), because.to_string())]),
                also: Vec::new(),
            });
            continue;
        };
        let also = here.map(|fault| RefusedCell {
            column: fault.column.clone(),
            value: fault.value.clone(),
            code: fault.code.clone(),
            values: fault.values.clone(),
        });
        outcome.refused.push(Refused { also: also.collect(), ..main.clone() });
    }
    outcome.items.push(Item {
        fate: Fate::Refused,
        rows: incoming.rows.clone(),
        count,
        key: incoming.key.clone(),
        title: incoming.said.get("title").cloned().unwrap_or_default(),
        case: None,
        changes: Vec::new(),
    });
}

/// Marks what this source had last time and has no more.
fn vanished(work: &Work<'_>, source: i64, outcome: &mut Outcome) -> Result<()> {
    let seen: HashSet<&str> = outcome.items.iter().map(|item| item.key.as_str()).collect();
    let mut gone: Vec<(i64, CaseId, String, u32, String)> = Vec::new();
    work.each(include_str!("rows_of_source.sql"), [source], |row| {
        if !seen.contains(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?) {
            gone.push((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
        }
        Ok(())
    })?;
    for (id, case, key, count, title) in gone {
        work.write("UPDATE import_row SET vanished_on = ?2 WHERE id = ?1", (id, work.day))?;
        outcome.tally.add(Fate::Vanished, count);
        outcome.items.push(Item {
            fate: Fate::Vanished,
            rows: Vec::new(),
            count,
            key,
            title,
            case: Some(case),
            changes: Vec::new(),
        });
    }
    Ok(())
}
