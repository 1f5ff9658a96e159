//! From a file or a pasted block to rows whose columns are bound to fields.

use std::path::Path;

use anjuan_law::headings;
use anjuan_office::{
    Refusal, Result,
    imports::{HEARINGS, Import, OFFICERS, Source, source_of},
    refusal,
};
use anjuan_papers::{
    clipboard,
    columns::{ColumnRule, Confidence, Mapping, Proposal, fingerprint, letter_of, propose},
};
use sha2::{Digest, Sha256};

use super::{
    ColumnLine, ImportAsk, OtherRow, suppose,
    tables::{self, Beginning, TableRead, from_mapping},
};
use crate::Seat;

/// A file understood, with the mapping in force.
pub(super) struct Understood {
    pub import: Import,
    pub sheets: Vec<String>,
    pub sheet: String,
    pub title: Vec<String>,
    pub columns: Vec<ColumnLine>,
    pub mapping: Mapping,
    pub source: Option<Source>,
    pub others: Vec<OtherRow>,
    /// Row, column and value of what stands right of all heads.
    pub stray: Vec<(u32, String, String)>,
    pub undecodable: u64,
    /// What other than columns stands against an import: a mapping that does not fit.
    pub misfit: Option<Refusal>,
}

/// What the first table settled: the mapping in force, and where it comes from.
#[derive(Default)]
struct Settled {
    mapping: Mapping,
    kind: String,
    kind_is_supposed: bool,
    mark: String,
    source: Option<Source>,
    is_remembered: bool,
}

/// Reads the file or the pasted block and puts the mapping to it: the one given, else the one that is remembered of
/// this source, else what is proposed; corrected by the columns that the person chose.
pub(super) fn understand(seat: &Seat<'_>, task: &str, ask: &ImportAsk) -> Result<Understood> {
    let given = given_mapping(ask)?;
    let mut hash = Sha256::new();
    let mut tables: Vec<TableRead> = Vec::new();
    let mut settled = Settled::default();
    let linked = given.as_ref().map(|mapping| mapping.tables.clone()).unwrap_or_default();
    if let Some(text) = &ask.text {
        let block = clipboard::parse(text).ok_or_else(|| refusal!("import_block_too_large"))?;
        let mut settle = |begin: &Beginning<'_>| settle(seat, ask, given.as_ref(), begin, &mut settled);
        tables.push(tables::of_block(block, &mut hash, &mut settle)?);
    } else {
        let path = Path::new(ask.path.as_deref().ok_or_else(|| refusal!("field_missing").at("path"))?);
        let sheet = ask.sheet.as_deref();
        if linked.is_empty() {
            let mut settle = |begin: &Beginning<'_>| settle(seat, ask, given.as_ref(), begin, &mut settled);
            tables.push(tables::of_file(seat, task, path, sheet, ask, &mut hash, &mut settle)?);
        }
        for rule in &linked {
            let at = if rule.file.is_empty() { path.to_owned() } else { path.with_file_name(&rule.file) };
            let sheet = Some(rule.sheet.as_str()).filter(|sheet| !sheet.is_empty());
            let is_first = tables.is_empty();
            let mut settle = |begin: &Beginning<'_>| {
                if is_first {
                    return settle(seat, ask, given.as_ref(), begin, &mut settled);
                }
                Ok((settled.mapping.clone(), settled.kind.clone()))
            };
            let table = tables::of_file(seat, task, &at, sheet, ask, &mut hash, &mut settle)?;
            tables.push(table);
        }
    }
    whole(tables, settled, hex(hash.finalize().as_slice()))
}

/// Brings the tables of one import together.
fn whole(mut tables: Vec<TableRead>, settled: Settled, sha256: String) -> Result<Understood> {
    let first = tables.first_mut().ok_or_else(|| refusal!("file_has_no_rows"))?;
    let proposals = propose(&first.heads, &first.samples);
    let columns = lines(&first.heads, &proposals, &settled.mapping, settled.is_remembered);
    let import = Import {
        source: settled.mapping.name.clone(),
        fingerprint: settled.mark,
        kind: settled.kind,
        kind_is_supposed: settled.kind_is_supposed,
        mapping: settled.mapping.to_toml().unwrap_or_default(),
        file_name: first.file.clone(),
        sha256,
        rows: std::mem::take(&mut first.rows),
    };
    let mut understood = Understood {
        import,
        sheets: std::mem::take(&mut first.sheets),
        sheet: first.sheet.clone(),
        title: first.title.clone(),
        columns,
        mapping: settled.mapping,
        source: settled.source,
        others: Vec::new(),
        stray: Vec::new(),
        undecodable: 0,
        misfit: None,
    };
    for table in tables {
        understood.import.rows.append(table.rows);
        understood.others.extend(table.others);
        understood.stray.extend(table.stray);
        understood.undecodable += table.undecodable;
        understood.misfit = understood.misfit.or(table.misfit);
    }
    Ok(understood)
}

/// Settles the mapping by the heads and first rows of the first table.
fn settle(
    seat: &Seat<'_>,
    ask: &ImportAsk,
    given: Option<&Mapping>,
    begin: &Beginning<'_>,
    settled: &mut Settled,
) -> Result<(Mapping, String)> {
    let mark = fingerprint(trimmed(begin.heads));
    let named = given.map(|mapping| mapping.name.clone()).filter(|name| !name.is_empty());
    let source_name = ask.source.clone().filter(|name| !name.trim().is_empty()).or(named);
    let source = seat.office().read(|reading| source_of(reading, &mark, source_name.as_deref()))?;
    let remembered = source.as_ref().and_then(|source| Mapping::parse(&source.mapping).ok());
    let is_new = given.is_none() && remembered.is_none();
    let mut mapping = match given.cloned().or_else(|| remembered.clone()) {
        Some(mapping) => mapping,
        None => Mapping::from_proposals(begin.heads, &propose(begin.heads, begin.samples)),
    };
    for choice in ask.columns.iter().flatten() {
        choose(&mut mapping, begin.heads, &choice.column, &choice.field)?;
    }
    for (field, value) in ask.constants.iter().flatten() {
        // An empty constant takes one away.
        match value.trim() {
            "" => drop(mapping.constants.remove(field)),
            value => drop(mapping.constants.insert(field.clone(), value.to_owned())),
        }
    }
    mapping.fingerprint.clone_from(&mark);
    if mapping.name.is_empty() {
        mapping.name =
            source_name.or_else(|| source.as_ref().map(|s| s.name.clone())).unwrap_or_else(|| plain_name(begin.file));
    }
    let known = source.as_ref().map(|source| source.kind.clone());
    let chosen = ask.kind.clone().or(known);
    let kind_is_supposed = chosen.is_none();
    let kind = chosen.unwrap_or_else(|| {
        let mut texts: Vec<&str> = begin.title.iter().map(String::as_str).collect();
        texts.extend([begin.sheet, begin.file]);
        if is_new { suppose::category(&mapping, &texts) } else { String::new() }
    });
    let is_of_cases = ![OFFICERS, HEARINGS].contains(&kind.as_str());
    if !kind.is_empty() && is_of_cases && anjuan_law::category(&kind).is_none() {
        return Err(refusal!("choice_unknown", value = kind).at("kind"));
    }
    let chose = |field: &str| ask.constants.iter().flatten().any(|(chosen, _)| chosen == field);
    if is_new && is_of_cases && !chose("accepted_on") {
        suppose::acceptance(&mut mapping);
    }
    if is_new && kind == HEARINGS {
        suppose::hearing_columns(&mut mapping, ask.columns.as_deref().unwrap_or_default());
        if !chose("hearing_kind") {
            suppose::hearing_kind(&mut mapping);
        }
    }
    let is_remembered = remembered.is_some() && given.is_none();
    *settled = Settled { mapping: mapping.clone(), kind: kind.clone(), kind_is_supposed, mark, source, is_remembered };
    Ok((mapping, kind))
}

/// The heads up to the last that has a name: what stands right of it is no part of what a source is known by.
fn trimmed(heads: &[String]) -> &[String] {
    let width = heads.iter().rposition(|head| !head.is_empty()).map_or(0, |last| last + 1);
    heads.get(..width).unwrap_or(heads)
}

fn given_mapping(ask: &ImportAsk) -> Result<Option<Mapping>> {
    let text = match (&ask.mapping, &ask.mapping_file) {
        (Some(text), _) => Some(text.clone()),
        (None, Some(path)) => Some(
            std::fs::read_to_string(path)
                .map_err(|error| refusal!("mapping_not_read", reason = error.kind()).at("mapping_file"))?,
        ),
        (None, None) => None,
    };
    text.map(|text| Mapping::parse(&text).map_err(from_mapping)).transpose()
}

/// Puts another field to a column; an empty field leaves the column outside.
fn choose(mapping: &mut Mapping, heads: &[String], column: &str, field: &str) -> Result<()> {
    if !field.is_empty() && headings::field(field).is_none() {
        return Err(refusal!("choice_unknown", value = field).at("columns"));
    }
    let at = (0..heads.len().max(1)).find(|at| letter_of(*at) == column);
    let head = at.and_then(|at| heads.get(at)).cloned().unwrap_or_default();
    let same = |rule: &&mut ColumnRule| {
        rule.column.as_deref() == Some(column) || (rule.column.is_none() && rule.head == head && !head.is_empty())
    };
    match mapping.columns.iter_mut().find(same) {
        Some(rule) => field.clone_into(&mut rule.field),
        None => mapping.columns.push(ColumnRule {
            head,
            column: Some(column.to_owned()),
            field: field.to_owned(),
            ..ColumnRule::default()
        }),
    }
    Ok(())
}

fn lines(heads: &[String], proposals: &[Proposal], mapping: &Mapping, remembered: bool) -> Vec<ColumnLine> {
    let chosen = |column: usize, head: &str| {
        let letter = letter_of(column);
        let own = mapping.tables.iter().flat_map(|table| &table.columns).chain(&mapping.columns);
        let mut fits = own.filter(|rule| match &rule.column {
            Some(of) => *of == letter,
            None => anjuan_law::text::search_key(&rule.head) == anjuan_law::text::search_key(head),
        });
        fits.next().map(|rule| rule.field.clone()).filter(|field| !field.is_empty())
    };
    proposals
        .iter()
        .map(|proposal| ColumnLine {
            column: letter_of(proposal.column),
            head: heads.get(proposal.column).cloned().unwrap_or_default(),
            field: chosen(proposal.column, &proposal.head),
            proposed: proposal.field.clone(),
            confidence: match proposal.confidence {
                _ if remembered => "remembered",
                Confidence::Certain => "certain",
                Confidence::Likely => "likely",
                Confidence::Doubtful => "doubtful",
                Confidence::None => "none",
            }
            .to_owned(),
            samples: proposal.samples.clone(),
        })
        .collect()
}

fn plain_name(file: &str) -> String {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    if name.is_empty() { "clipboard".to_owned() } else { name.to_owned() }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
