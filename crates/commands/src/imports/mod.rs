//! Importing ledgers and pasted blocks.

mod file;
mod suppose;
mod tables;

use std::collections::BTreeMap;

use anjuan_law::headings::{self, LedgerType};
use anjuan_office::{
    Action, CaseId, Changed, Result, Right,
    imports::{self, Decision, Difference, Fate, Item, Outcome, Refused, Remark, Run, Source, Tally},
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, list::Nothing};

/// The most rows of one page.
const MOST_ROWS: usize = 1000;

/// A file or a pasted block to import, and how its columns are meant.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct ImportAsk {
    /// The file.
    #[serde(default)]
    pub path: Option<String>,
    /// Instead of a file, a block copied from a spreadsheet, its heads in the first row.
    #[serde(default)]
    pub text: Option<String>,
    /// The sheet; the first with rows when absent.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The encoding of a text file, where it was not found right: `utf8`, `gb18030`, …
    #[serde(default)]
    pub encoding: Option<String>,
    /// The category of its cases where rows do not say it (law: categories).
    #[serde(default)]
    pub kind: Option<String>,
    /// The name of the source, where files with the same heads come from several.
    #[serde(default)]
    pub source: Option<String>,
    /// A mapping, TOML or JSON.
    #[serde(default)]
    pub mapping: Option<String>,
    /// A file with a mapping.
    #[serde(default)]
    pub mapping_file: Option<String>,
    /// Columns corrected by the person.
    #[serde(default)]
    pub columns: Option<Vec<ColumnChoice>>,
    /// Fields with one value for every row. `=prosecuted_on|judged_on` takes the value of another field of the row, the
    /// first that has one; an empty text takes a constant away.
    #[serde(default)]
    pub constants: Option<BTreeMap<String, String>>,
    /// The dry run that the person saw; an import of another content is refused.
    #[serde(default)]
    pub plan: Option<u32>,
}

/// Which field a column is.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ColumnChoice {
    /// Its letter.
    pub column: String,
    /// The field (law: headings); empty leaves the column outside.
    pub field: String,
}

/// One column with what it seems to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ColumnLine {
    /// Its letter.
    pub column: String,
    /// Its head.
    pub head: String,
    /// The field in force; none where the column stays outside.
    pub field: Option<String>,
    /// The field proposed.
    pub proposed: Option<String>,
    /// `remembered`, `certain`, `likely`, `doubtful` or `none`.
    pub confidence: String,
    /// Up to three values.
    pub samples: Vec<String>,
}

/// A row that is no case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OtherRow {
    /// Its number.
    pub row: u32,
    /// Rows it stands for.
    pub span: u32,
    /// `title`, `fill_in`, `head`, `total`, `note`, `blank` or `repeated_head`.
    pub kind: String,
    /// What stands there.
    pub text: String,
}

/// A file with its columns as they are understood.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct ImportRead {
    /// The sheets of the file.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: String,
    /// The lines above the heads.
    pub title: Vec<String>,
    /// The columns.
    pub columns: Vec<ColumnLine>,
    /// The name of the source.
    pub source: String,
    /// The mapping is remembered from an earlier import.
    pub remembered: bool,
    /// Data rows.
    pub rows: u32,
    /// Rows of other kinds, each with its kind.
    pub others: Vec<OtherRow>,
    /// Characters that could not be read; above 0 ask for the encoding.
    pub undecodable: u32,
    /// The mapping, TOML.
    pub mapping: String,
    /// The category given for rows that do not say it.
    pub kind: String,
    /// Fields with one value for every row; `=prosecuted_on|judged_on` takes it from the first of these columns.
    pub constants: BTreeMap<String, String>,
}

/// What an import would do, or did.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct ImportPlan {
    /// The dry run, for its lists; 0 for an import.
    pub plan: u32,
    /// The source, for the findings of its cases; 0 where it is not known yet.
    #[ts(type = "number")]
    pub source: i64,
    /// Rows known from the file or from the last import of this source: new, changed, same, vanished and refused.
    pub rows: u32,
    /// Data rows of the file.
    pub file_rows: u32,
    /// Rows of cases that the record has not.
    pub new: u32,
    /// Rows of cases in which something changes.
    pub changed: u32,
    /// Rows of cases that stay as they are.
    pub same: u32,
    /// Rows that the last import of this source had and the file has not.
    pub vanished: u32,
    /// Rows that stay out, one entry each.
    pub refused: Vec<Refused>,
    /// Cases by what happens to them.
    pub cases: BTreeMap<String, u32>,
    /// What a person should know of rows that go in.
    pub remarks: u32,
    /// The same by what is said: words under `remark_<code>`.
    pub told: BTreeMap<String, u32>,
    /// Differences to decide that this file brings up.
    pub differences: Vec<Difference>,
    /// Rows of other kinds, each with its kind.
    pub others: Vec<OtherRow>,
    /// The columns as they are read.
    pub mapping: Vec<ColumnLine>,
    /// What changed; none for a dry run.
    pub done: Option<Changed>,
}

/// A list of a dry run.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct ImportPlanRows {
    /// The dry run.
    pub plan: u32,
    /// Which list: `new`, `changed`, `same`, `vanished`, `refused` or `remarks`.
    pub list: String,
    /// Of the remarks, only those of this code.
    #[serde(default)]
    pub code: Option<String>,
    /// From this entry, counted from 0.
    pub from: usize,
    /// So many.
    pub count: usize,
}

/// A page of a list of a dry run.
#[derive(Debug, Clone, Default, Serialize, ts_rs::TS)]
pub struct ImportPlanPage {
    /// How many entries the list has.
    pub total: u32,
    /// Cases.
    pub items: Vec<Item>,
    /// Refused rows.
    pub refused: Vec<Refused>,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

/// Differences to decide.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ImportDecide {
    /// Which.
    #[ts(type = "number[]")]
    pub differences: Vec<i64>,
    /// How.
    pub decision: Decision,
}

/// A field that a column can be.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct ImportField {
    /// Its id.
    pub id: String,
    /// Its name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// The list of the vocabulary of which its values are codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
}

/// Differences of which case.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct DifferencesAsk {
    /// Of this case; of all when absent.
    #[serde(default)]
    pub case: Option<CaseId>,
}

/// Reads a file or a pasted block and proposes what its columns are.
pub fn import_read(seat: &Seat<'_>, ask: ImportAsk) -> Result<ImportRead> {
    seat.need(Right::Import)?;
    let understood = file::understand(seat, "import_read", &ask)?;
    Ok(ImportRead {
        sheets: understood.sheets,
        sheet: understood.sheet,
        title: understood.title,
        columns: understood.columns,
        source: understood.mapping.name.clone(),
        remembered: understood.source.is_some(),
        rows: u32::try_from(understood.import.rows.len()).unwrap_or(u32::MAX),
        others: understood.others,
        undecodable: u32::try_from(understood.undecodable).unwrap_or(u32::MAX),
        mapping: understood.import.mapping,
        kind: understood.import.kind,
        constants: understood.mapping.constants,
    })
}

/// Says what an import would do, and does nothing.
pub fn import_plan(seat: &Seat<'_>, ask: ImportAsk) -> Result<ImportPlan> {
    let mut understood = fitting(seat, "import_plan", &ask)?;
    let done = seat.act(Action::ImportRun, "", json!({}), |work| {
        imports::rehearse(work, &mut understood.import, |at, of| seat.progress("import_plan", at, of))
    })?;
    let mut outcome = done.answer;
    stray(&understood, &mut outcome);
    let kept = seat.office().plans().keep(understood.import.sha256.clone(), outcome);
    Ok(plan(kept.plan, &kept.outcome, &understood, None))
}

/// A page of one list of a dry run.
pub fn import_plan_rows(seat: &Seat<'_>, ask: ImportPlanRows) -> Result<ImportPlanPage> {
    seat.need(Right::Import)?;
    let kept = seat.office().plans().find(ask.plan).ok_or_else(|| refusal!("import_plan_gone", plan = ask.plan))?;
    let count = ask.count.min(MOST_ROWS);
    let total = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    let outcome = &kept.outcome;
    Ok(match ask.list.as_str() {
        "refused" => ImportPlanPage {
            total: total(outcome.refused.len()),
            refused: outcome.refused.iter().skip(ask.from).take(count).cloned().collect(),
            ..ImportPlanPage::default()
        },
        "remarks" => {
            let wanted = || {
                let is_wanted = |remark: &&Remark| ask.code.as_ref().is_none_or(|code| *code == remark.code);
                outcome.remarks.iter().filter(is_wanted)
            };
            ImportPlanPage {
                total: total(wanted().count()),
                remarks: wanted().skip(ask.from).take(count).cloned().collect(),
                ..ImportPlanPage::default()
            }
        }
        fate => {
            let fate: Fate =
                serde_json::from_value(json!(fate)).map_err(|_| refusal!("choice_unknown", value = fate).at("list"))?;
            let of_fate = || outcome.items.iter().filter(|item| item.fate == fate);
            ImportPlanPage {
                total: total(of_fate().count()),
                items: of_fate().skip(ask.from).take(count).cloned().collect(),
                ..ImportPlanPage::default()
            }
        }
    })
}

/// Imports: everything that is not refused, in one transaction.
pub fn import_apply(seat: &Seat<'_>, ask: ImportAsk) -> Result<ImportPlan> {
    let mut understood = fitting(seat, "import_apply", &ask)?;
    if let Some(plan) = ask.plan {
        let kept = seat.office().plans().find(plan).ok_or_else(|| refusal!("import_plan_gone", plan = plan))?;
        if kept.sha256 != understood.import.sha256 {
            return Err(refusal!("import_file_changed", file = understood.import.file_name).at("path"));
        }
    }
    let import = &mut understood.import;
    let detail = json!({ "file": import.file_name, "source": import.source, "rows": import.rows.len() });
    let done = seat.act(Action::ImportRun, "", detail, |work| {
        imports::run(work, import, |at, of| seat.progress("import_apply", at, of))
    })?;
    let mut outcome = done.answer;
    stray(&understood, &mut outcome);
    Ok(plan(0, &outcome, &understood, Some(done.changed)))
}

/// Differences between files and record that a person decides.
pub fn import_differences(seat: &Seat<'_>, ask: DifferencesAsk) -> Result<Vec<Difference>> {
    seat.read(|reading| imports::differences(reading, ask.case))
}

/// Decides differences.
pub fn import_decide(seat: &Seat<'_>, ask: ImportDecide) -> Result<Changed> {
    let detail = json!({ "differences": ask.differences.len(), "decision": ask.decision });
    Ok(seat
        .act(Action::ImportDecide, "", detail, |work| {
            imports::decide(work, &ask.differences, ask.decision, |at, of| seat.progress("import_decide", at, of))
        })?
        .changed)
}

/// The imports that changed something, newest first.
pub fn import_runs(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Run>> {
    seat.need(Right::Import)?;
    seat.office().read(imports::runs)
}

/// The sources of ledgers with their remembered mappings.
pub fn import_sources(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Source>> {
    seat.need(Right::Import)?;
    seat.office().read(imports::sources)
}

/// The fields that a column can be.
pub fn import_fields(_: &Seat<'_>, _: Nothing) -> Result<Vec<ImportField>> {
    let line = |field: &headings::LedgerField| ImportField {
        id: field.id.clone(),
        zh: field.zh.clone(),
        en: field.en.clone(),
        list: match (&field.kind, field.id.as_str()) {
            (LedgerType::Choice { list }, _) => Some(list.clone()),
            (_, "line" | "category") => Some(field.id.clone()),
            (_, "source") => Some("case_source".to_owned()),
            _ => None,
        },
    };
    Ok(headings::fields().iter().map(line).collect())
}

fn fitting(seat: &Seat<'_>, task: &str, ask: &ImportAsk) -> Result<file::Understood> {
    seat.need(Right::Import)?;
    let mut understood = file::understand(seat, task, ask)?;
    match understood.misfit.take() {
        Some(refused) => Err(refused),
        None => Ok(understood),
    }
}

fn stray(understood: &file::Understood, outcome: &mut Outcome) {
    outcome.remarks.extend(understood.stray.iter().map(|(row, column, value)| Remark {
        row: *row,
        column: column.clone(),
        value: value.clone(),
        code: "import_beyond_heads".to_owned(),
    }));
}

fn plan(number: u32, outcome: &Outcome, understood: &file::Understood, done: Option<Changed>) -> ImportPlan {
    let Tally { rows, file_rows, new, changed, same, vanished, refused: _ } = outcome.tally;
    let mut cases: BTreeMap<String, u32> = BTreeMap::new();
    for item in &outcome.items {
        let name = json!(item.fate).as_str().unwrap_or_default().to_owned();
        *cases.entry(name).or_insert(0) += 1;
    }
    let mut told: BTreeMap<String, u32> = BTreeMap::new();
    for remark in &outcome.remarks {
        match told.get_mut(&remark.code) {
            Some(count) => *count += 1,
            None => drop(told.insert(remark.code.clone(), 1)),
        }
    }
    ImportPlan {
        plan: number,
        source: outcome.source,
        rows,
        file_rows,
        new,
        changed,
        same,
        vanished,
        refused: outcome.refused.clone(),
        cases,
        remarks: u32::try_from(outcome.remarks.len()).unwrap_or(u32::MAX),
        told,
        differences: outcome.differences.clone(),
        others: understood.others.clone(),
        mapping: understood.columns.clone(),
        done,
    }
}
