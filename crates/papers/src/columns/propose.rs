//! What each column seems to be.

use super::Looks;
use crate::layout::{Row, RowKind};
use crate::read::Cell;
use anjuan_law::headings::{LedgerField, LedgerType, recognise};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Nothing is known of the column; a person says what it is, or that it stays outside.
    None,
    /// By the look of the values alone, or the head and the values contradict each other.
    Doubtful,
    /// By part of the head, or by a head that another column fits as well.
    Likely,
    /// By the words of the head.
    Certain,
}

/// What one column seems to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The column, from 0.
    pub column: usize,
    /// Its head; empty where it has none.
    pub head: String,
    /// The field it seems to hold, by its id in [`anjuan_law::headings`].
    pub field: Option<String>,
    /// It is told for the whole case, not for one person (`全案_审结日期`).
    pub whole_case: bool,
    /// The unit its head names: `万元`.
    pub unit: Option<String>,
    /// How sure that is.
    pub confidence: Confidence,
    /// What its values look like.
    pub looks: Option<Looks>,
    /// The column that holds the same field with better right, when there is one.
    pub instead: Option<usize>,
    /// Up to three different values, the first ones.
    pub samples: Vec<String>,
}

/// Different values shown of each column.
pub const SAMPLES: usize = 3;
/// From here on the law's reading of a head took nothing off but a unit, a number or `全案_`.
const WHOLE_WORDS: u8 = 90;
/// Values looked at of each column.
const LOOKED_AT: usize = 50;

/// Values of each column, collected as rows pass by.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    columns: Vec<Vec<Cell>>,
}

impl Samples {
    /// Looks at a row; only rows of data count, and values filled in by a merge do not.
    pub fn look(&mut self, row: &Row) {
        if row.kind != RowKind::Data {
            return;
        }
        if self.columns.len() < row.cells.len() {
            self.columns.resize(row.cells.len(), Vec::new());
        }
        for (kept, cell) in self.columns.iter_mut().zip(&row.cells) {
            if kept.len() < LOOKED_AT && !cell.has_nothing_of_its_own() {
                kept.push(cell.clone());
            }
        }
    }

    fn column(&self, column: usize) -> &[Cell] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    fn shown(&self, column: usize) -> Vec<String> {
        let mut shown: Vec<String> = Vec::new();
        for cell in self.column(column) {
            if shown.len() < SAMPLES && !shown.contains(&cell.text) {
                shown.push(cell.text.clone());
            }
        }
        shown
    }
}

/// A proposal for each column that has a head or a value.
pub fn propose(heads: &[String], samples: &Samples) -> Vec<Proposal> {
    let width = heads.len().max(samples.columns.len());
    let mut proposals: Vec<Proposal> = (0..width)
        .map(|column| one(column, heads.get(column).map_or("", String::as_str), samples))
        .filter(|proposal| !proposal.head.is_empty() || !proposal.samples.is_empty())
        .collect();
    settle_twins(&mut proposals);
    proposals
}

fn one(column: usize, head: &str, samples: &Samples) -> Proposal {
    let looks = Looks::of(samples.column(column).iter());
    let known = recognise(head);
    let (field, confidence) = match (&known, looks) {
        // `案号` says nothing of whose number it is; a court's number says it by its form.
        (Some(known), Some(Looks::CourtNumber)) if known.field.id.starts_with("number_") => {
            (Some("number_court"), Confidence::Likely)
        }
        (Some(known), Some(looks)) if contradicts(known.field, looks) => {
            (Some(field_of(looks, head).unwrap_or(known.field.id.as_str())), Confidence::Doubtful)
        }
        (Some(known), _) if known.confidence >= WHOLE_WORDS => (Some(known.field.id.as_str()), Confidence::Certain),
        (Some(known), _) => (Some(known.field.id.as_str()), Confidence::Likely),
        (None, Some(looks)) => match field_of(looks, head) {
            Some(field) => (Some(field), Confidence::Doubtful),
            None => (None, Confidence::None),
        },
        (None, None) => (None, Confidence::None),
    };
    Proposal {
        column,
        head: head.to_owned(),
        field: field.map(str::to_owned),
        whole_case: known.as_ref().is_some_and(|known| known.whole_case),
        unit: known.and_then(|known| known.unit),
        confidence,
        looks,
        instead: None,
        samples: samples.shown(column),
    }
}

/// The field that values of this look have, where only one comes into question. A day alone does not
/// say which day it is.
fn field_of(looks: Looks, head: &str) -> Option<&'static str> {
    match looks {
        Looks::IdNumber => Some("person_id_number"),
        Looks::DepartmentNumber if head.is_empty() => Some("number_department"),
        Looks::UnifiedNumber if head.is_empty() => Some("number_unified"),
        Looks::CourtNumber => Some("number_court"),
        Looks::Sex => Some("person_sex"),
        Looks::Sequence => Some("sequence"),
        Looks::DepartmentNumber
        | Looks::UnifiedNumber
        | Looks::DocumentNumber
        | Looks::Day
        | Looks::Phone
        | Looks::Charge => None,
    }
}

/// The head promises a day, a number of our own or a name, and the values are something else.
fn contradicts(field: &LedgerField, looks: Looks) -> bool {
    let is_day = field.kind == LedgerType::Day;
    let is_own_number = matches!(field.id.as_str(), "number_department" | "number_unified" | "number_local");
    let is_name = matches!(field.id.as_str(), "person_name" | "handler" | "assistant" | "title");
    match looks {
        Looks::Day => is_own_number || is_name,
        Looks::DepartmentNumber | Looks::UnifiedNumber | Looks::DocumentNumber => is_day || is_name,
        Looks::Sequence => is_day || is_name,
        Looks::CourtNumber | Looks::IdNumber | Looks::Phone | Looks::Sex | Looks::Charge => {
            is_day || is_own_number || is_name
        }
    }
}

/// Of several columns for one field the surest, and of equals the first, keeps it; the others say so.
fn settle_twins(proposals: &mut [Proposal]) {
    let mut best: HashMap<String, (usize, Confidence)> = HashMap::new();
    for proposal in proposals.iter() {
        if let Some(field) = &proposal.field {
            let place = best.entry(field.clone()).or_insert((proposal.column, proposal.confidence));
            if proposal.confidence > place.1 {
                *place = (proposal.column, proposal.confidence);
            }
        }
    }
    for proposal in proposals.iter_mut() {
        let keeper = proposal.field.as_ref().and_then(|field| best.get(field));
        if let Some(&(column, _)) = keeper.filter(|(column, _)| *column != proposal.column) {
            proposal.instead = Some(column);
            proposal.confidence = proposal.confidence.min(Confidence::Likely);
        }
    }
}
