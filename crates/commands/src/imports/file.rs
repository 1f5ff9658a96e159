//! From a file or a pasted block to rows whose columns are bound to fields.

use std::{ops::ControlFlow, path::Path};

use anjuan_law::{Day, headings, typed_day::YearLast};
use anjuan_office::{
    Refusal, Result,
    imports::{Import, Source, SourceCell, SourceRow, source_of},
    refusal,
};
use anjuan_papers::{
    clipboard,
    columns::{
        Bound, ColumnRule, Confidence, DateOrder, Mapping, MappingFault, Proposal, Record, Samples, fingerprint,
        letter_of, propose,
    },
    layout::{Row, RowKind, Table},
    read::{Cell, ReadOptions, ReadRefusal, Sheet, SheetEnd, SheetHead, SheetRow, TextEncoding, Value},
    worker,
};
use sha2::{Digest, Sha256};

use super::{ColumnLine, ImportAsk, OtherRow};
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

/// Reads the file or the pasted block and puts the mapping to it: the one given, else the one that is remembered of
/// this source, else what is proposed; corrected by the columns that the person chose.
pub(super) fn understand(seat: &Seat<'_>, ask: &ImportAsk) -> Result<Understood> {
    let given = given_mapping(ask)?;
    let (tables, sheets, undecodable, sha256) = tables_of(seat, ask, given.as_ref())?;
    let (name, first) = tables.first().ok_or_else(|| refusal!("file_has_no_rows"))?;
    let heads = first.heads.clone();
    let mark = fingerprint(&heads);
    let source_name =
        ask.source.clone().or_else(|| given.as_ref().map(|mapping| mapping.name.clone()).filter(|n| !n.is_empty()));
    let source = seat.office().read(|reading| source_of(reading, &mark, source_name.as_deref()))?;

    let mut samples = Samples::default();
    first.rows.iter().for_each(|row| samples.look(row));
    let proposals = propose(&heads, &samples);
    let remembered = source.as_ref().and_then(|source| Mapping::parse(&source.mapping).ok());
    let has_given = given.is_some();
    let mut mapping =
        given.or_else(|| remembered.clone()).unwrap_or_else(|| Mapping::from_proposals(&heads, &proposals));
    for choice in ask.columns.iter().flatten() {
        choose(&mut mapping, &heads, &choice.column, &choice.field)?;
    }
    mapping.constants.extend(ask.constants.clone().unwrap_or_default());
    mapping.fingerprint.clone_from(&mark);
    if mapping.name.is_empty() {
        mapping.name =
            source_name.or_else(|| source.as_ref().map(|s| s.name.clone())).unwrap_or_else(|| plain_name(name));
    }
    let kind = ask.kind.clone().or_else(|| source.as_ref().map(|source| source.kind.clone())).unwrap_or_default();
    if !kind.is_empty() && anjuan_law::category(&kind).is_none() {
        return Err(refusal!("choice_unknown", value = kind).at("kind"));
    }

    let mut rows = Vec::new();
    let mut others = Vec::new();
    let mut stray = Vec::new();
    let mut misfit = None;
    for (file, table) in &tables {
        let rule = mapping.table_for(file, &table.sheet);
        let bound = match Bound::new(&mapping, rule, &table.heads) {
            Ok(bound) => bound,
            Err(fault) => {
                misfit = Some(from_mapping(fault));
                break;
            }
        };
        for row in &table.rows {
            if row.kind != RowKind::Data {
                others.push(other(row));
                continue;
            }
            for column in bound.stray(row) {
                let text = row.cells.get(column).map(|cell| cell.text.clone()).unwrap_or_default();
                stray.push((row.number, letter_of(column), text));
            }
            rows.push(source_row(bound.record(row), row, &table.heads, &kind));
        }
    }
    let import = Import {
        source: mapping.name.clone(),
        fingerprint: mark,
        kind,
        mapping: mapping.to_toml().unwrap_or_default(),
        file_name: name.clone(),
        sha256,
        rows,
    };
    Ok(Understood {
        import,
        sheets,
        sheet: first.sheet.clone(),
        title: first.title.clone(),
        columns: lines(&heads, &proposals, &mapping, remembered.is_some() && !has_given),
        mapping,
        source,
        others,
        stray,
        undecodable,
        misfit,
    })
}

type Tables = (Vec<(String, Table)>, Vec<String>, u64, String);

fn tables_of(seat: &Seat<'_>, ask: &ImportAsk, mapping: Option<&Mapping>) -> Result<Tables> {
    if let Some(text) = &ask.text {
        let block = clipboard::parse(text).ok_or_else(|| refusal!("import_block_too_large"))?;
        let table = table_of_block(block);
        let digest = hex(Sha256::digest(text.as_bytes()).as_slice());
        return Ok((vec![(String::new(), table)], Vec::new(), 0, digest));
    }
    let path = ask.path.as_deref().ok_or_else(|| refusal!("field_missing").at("path"))?;
    let path = Path::new(path);
    let mut hash = Sha256::new();
    let mut tables = Vec::new();
    let linked: Vec<_> = mapping.iter().flat_map(|mapping| &mapping.tables).collect();
    let (sheets, undecodable) = match linked.as_slice() {
        [] => {
            let (table, names, undecodable) = table_of(seat, path, ask.sheet.as_deref(), ask, &mut hash)?;
            tables.push((file_name(path), table));
            (names, undecodable)
        }
        linked => {
            let mut lost = 0;
            for rule in linked {
                let at = if rule.file.is_empty() { path.to_owned() } else { path.with_file_name(&rule.file) };
                let sheet = Some(rule.sheet.as_str()).filter(|sheet| !sheet.is_empty());
                let (table, _, undecodable) = table_of(seat, &at, sheet, ask, &mut hash)?;
                lost += undecodable;
                tables.push((file_name(&at), table));
            }
            (Vec::new(), lost)
        }
    };
    Ok((tables, sheets, undecodable, hex(hash.finalize().as_slice())))
}

/// One table of a file: the sheet named, else the first one that a person sees and that has rows.
fn table_of(
    seat: &Seat<'_>,
    path: &Path,
    sheet: Option<&str>,
    ask: &ImportAsk,
    hash: &mut Sha256,
) -> Result<(Table, Vec<String>, u64)> {
    let encoding = match ask.encoding.as_deref() {
        None => None,
        Some(name) => Some(
            serde_json::from_value::<TextEncoding>(serde_json::json!(name))
                .map_err(|_| refusal!("choice_unknown", value = name).at("encoding"))?,
        ),
    };
    let options = ReadOptions { sheet: sheet.map(str::to_owned), encoding, ..ReadOptions::default() };
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut read = 0u64;
    let mut stopped = None;
    let summary = worker::read_file_by(&seat.host().reader(), path, &options, |piece| {
        use anjuan_papers::read::Piece;
        match piece {
            Piece::Begin(head) => sheets.push(Sheet { head, ..Sheet::default() }),
            Piece::Rows(rows) => {
                read += rows.len() as u64;
                if let Some(sheet) = sheets.last_mut() {
                    sheet.rows.extend(rows);
                }
                if let Err(refused) = seat.progress("import_read", read, 0) {
                    stopped = Some(refused);
                    return ControlFlow::Break(());
                }
            }
            Piece::End(end) => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.end = end;
                }
            }
        }
        ControlFlow::Continue(())
    })
    .map_err(from_read)?;
    if let Some(refused) = stopped {
        return Err(refused);
    }
    let at = sheets.iter().position(|sheet| sheet.head.visible && !sheet.rows.is_empty());
    let at = at.or_else(|| sheets.iter().position(|sheet| !sheet.rows.is_empty()));
    let sheet = at.map(|at| sheets.swap_remove(at)).ok_or_else(|| refusal!("file_has_no_rows"))?;
    for row in &sheet.rows {
        hash.update(row.number.to_le_bytes());
        for cell in &row.cells {
            hash.update(cell.text.as_bytes());
            hash.update([0x1F]);
        }
    }
    Ok((Table::of(&sheet), summary.sheet_names, summary.undecodable))
}

fn table_of_block(block: Vec<Vec<String>>) -> Table {
    let rows: Vec<SheetRow> = (1u32..)
        .zip(block)
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(number, cells)| SheetRow { number, cells: cells.into_iter().map(Cell::text).collect() })
        .collect();
    let last_row = rows.last().map_or(0, |row| row.number);
    let head = SheetHead { visible: true, ..SheetHead::default() };
    Table::of(&Sheet { head, rows, end: SheetEnd { last_row, ..SheetEnd::default() } })
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

fn other(row: &Row) -> OtherRow {
    let texts: Vec<&str> = row.cells.iter().filter(|c| !c.has_nothing_of_its_own()).map(|c| c.text.as_str()).collect();
    OtherRow { row: row.number, span: row.span, kind: row.kind.as_str().to_owned(), text: texts.join(" ") }
}

fn source_row(record: Record, row: &Row, heads: &[String], kind: &str) -> SourceRow {
    let cell = |valued: anjuan_papers::columns::Valued| {
        let column = valued.column.map(|column| {
            let at = column as usize;
            let head = heads.get(at).map(String::as_str).unwrap_or_default();
            format!("{} {head}", letter_of(at)).trim_end().to_owned()
        });
        SourceCell {
            field: valued.field.to_string(),
            day: match valued.value {
                Value::Date(serial) => serial.day().and_then(|day| Day::try_from(day).ok()),
                _ => None,
            },
            number: match valued.value {
                Value::Number(number) => Some(number),
                _ => None,
            },
            year_last: match valued.date_order {
                DateOrder::Ymd => None,
                DateOrder::Mdy => Some(YearLast::MonthFirst),
                DateOrder::Dmy => Some(YearLast::DayFirst),
            },
            text: valued.text,
            column: column.unwrap_or_default(),
            digits_lost: valued.digits_lost,
            from_merge: valued.from_merge,
        }
    };
    let mut cells: Vec<SourceCell> = record.values.into_iter().map(cell).collect();
    if !kind.is_empty() {
        cells.push(SourceCell { field: "kind".to_owned(), text: kind.to_owned(), ..SourceCell::default() });
    }
    SourceRow {
        row: row.number,
        table: record.table.to_string(),
        group: record.group,
        case_key: record.case_key,
        cells,
    }
}

fn from_read(refused: ReadRefusal) -> Refusal {
    Refusal { code: refused.code.as_str().to_owned(), at: refused.at, values: refused.values }
}

fn from_mapping(fault: MappingFault) -> Refusal {
    Refusal { code: fault.code.as_str().to_owned(), at: fault.at, values: fault.values }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn plain_name(file: &str) -> String {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    if name.is_empty() { "clipboard".to_owned() } else { name.to_owned() }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
