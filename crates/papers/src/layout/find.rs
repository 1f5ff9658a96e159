//! Finding the heads among the first rows of a sheet.

use super::heads::Heads;
use super::words::{is_head_like, is_note, plain};
use crate::read::{Cell, Merge, SheetRow};
use anjuan_law::headings::recognise;
use std::collections::HashSet;

/// Rows of heads above one another, at most.
const DEEP: usize = 3;
/// A merge reaching further names no more columns than a sheet has.
const MOST_COLUMNS: u32 = 16_384;

/// The heads among `rows`, which are the first of the sheet; without names where no row reads like heads.
pub(super) fn heads(rows: &[SheetRow], merges: &[Merge]) -> Heads {
    let width = rows.iter().map(|row| own(row).count()).max().unwrap_or(0);
    let Some(base) = best(rows, width) else { return Heads::default() };
    let first = upwards(rows, base, merges);
    let last = downwards(rows, base, merges);
    let Some(found) = rows.get(first..=last) else { return Heads::default() };
    let filled: Vec<Vec<String>> =
        found.iter().enumerate().map(|(depth, row)| filled_right(row, merges, found.get(depth + 1))).collect();
    let number = |at: usize| rows.get(at).map_or(0, |row| row.number);
    Heads::new(&filled, number(first), number(last))
}

/// Cells with something of their own.
fn own(row: &SheetRow) -> impl Iterator<Item = &Cell> {
    row.cells.iter().filter(|cell| !cell.has_nothing_of_its_own())
}

/// The row that reads most like heads; the first of equals.
fn best(rows: &[SheetRow], width: usize) -> Option<usize> {
    let mut found: Option<(usize, f64)> = None;
    for (at, row) in rows.iter().enumerate() {
        let Some(score) = score(row, width) else { continue };
        if found.is_none_or(|(_, best)| score > best) {
            found = Some((at, score));
        }
    }
    found.map(|(at, _)| at)
}

/// Between 0 and 4: how much of the row is words known as heads, words that could be heads, columns
/// filled, words unlike each other. `None` for a row that can't be heads.
fn score(row: &SheetRow, width: usize) -> Option<f64> {
    let filled = own(row).count();
    if filled == 0 || (filled < 2 && width > 1) || own(row).any(|cell| is_note(&cell.text)) {
        return None;
    }
    let part = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let like = own(row).filter(|cell| is_head_like(cell)).count();
    let known = own(row).filter(|cell| is_head_like(cell) && recognise(&cell.text).is_some()).count();
    let different: HashSet<String> = own(row).map(|cell| plain(&cell.text)).collect();
    if part(like, filled) < 0.6 {
        return None;
    }
    // One known word in a row of strange ones may be chance; a row of known words is none.
    let known_part = if known >= 2 || filled <= 3 { part(known, filled) } else { 0.0 };
    Some(part(like, filled) + known_part + part(filled, width) + part(different.len(), filled))
}

fn upwards(rows: &[SheetRow], base: usize, merges: &[Merge]) -> usize {
    let mut first = base;
    while first > 0 && base - first < DEEP - 1 {
        let (Some(above), Some(row)) = (rows.get(first - 1), rows.get(first)) else { break };
        if above.number + 1 != row.number || !is_upper(above, row, merges) {
            break;
        }
        first -= 1;
    }
    first
}

/// `above` names groups of the columns that `row` names.
fn is_upper(above: &SheetRow, row: &SheetRow, merges: &[Merge]) -> bool {
    if own(above).count() < 2 || !own(above).all(is_head_like) {
        return false;
    }
    let at = above.number - 1;
    let across = merges.iter().any(|m| m.top <= at && m.bottom >= at && m.right > m.left);
    let down = merges.iter().any(|m| m.top <= at && m.bottom > at && m.bottom < row.number);
    // A text file knows no merges: the upper row then names the first column of each group only.
    let is_sparse = own(above).count() < row.cells.len() && covers_gaps(above, row);
    across || down || (merges.is_empty() && is_sparse)
}

/// Each column has a name in one of the two rows, and the upper row alone names at least one.
fn covers_gaps(above: &SheetRow, row: &SheetRow) -> bool {
    let blank = |row: &SheetRow, column: usize| row.cells.get(column).is_none_or(Cell::is_blank);
    let width = above.cells.len().max(row.cells.len());
    let upper_alone = (0..width).any(|column| !blank(above, column) && blank(row, column));
    upper_alone && (0..width).all(|column| !blank(above, column) || !blank(row, column))
}

fn downwards(rows: &[SheetRow], base: usize, merges: &[Merge]) -> usize {
    let mut last = base;
    while last - base < DEEP - 1 {
        let (Some(row), Some(below)) = (rows.get(last), rows.get(last + 1)) else { break };
        let at = row.number - 1;
        let reaches = merges.iter().any(|m| m.top <= at && m.bottom == at + 1);
        let is_lower = below.number == row.number + 1 && own(below).count() > 0 && own(below).all(is_head_like);
        if !(reaches && is_lower) {
            break;
        }
        last += 1;
    }
    last
}

/// The words of a row of heads, those over several columns repeated over each.
fn filled_right(row: &SheetRow, merges: &[Merge], below: Option<&SheetRow>) -> Vec<String> {
    let mut words: Vec<String> = row.cells.iter().map(|cell| cell.text.clone()).collect();
    let at = row.number - 1;
    for merge in merges.iter().filter(|m| m.top <= at && m.bottom >= at && m.right > m.left) {
        let right = merge.right.min(merge.left.saturating_add(MOST_COLUMNS)) as usize;
        let Some(word) = words.get(merge.left as usize).cloned() else { continue };
        if words.len() <= right {
            words.resize(right + 1, String::new());
        }
        for place in words.iter_mut().take(right + 1).skip(merge.left as usize + 1) {
            place.clone_from(&word);
        }
    }
    if let (true, Some(below)) = (merges.is_empty(), below) {
        fill_gaps(&mut words, below);
    }
    words
}

/// Without merges: a word of the upper row reaches over the columns up to the next word, as long as
/// the row below names them.
fn fill_gaps(words: &mut Vec<String>, below: &SheetRow) {
    words.resize(words.len().max(below.cells.len()), String::new());
    let named = |column: usize| below.cells.get(column).is_some_and(|cell| !cell.is_blank());
    let mut word = String::new();
    for (column, place) in words.iter_mut().enumerate() {
        if !place.trim().is_empty() {
            // A word with nothing below it names its own column and no other.
            word = if named(column) { place.clone() } else { String::new() };
        } else if named(column) {
            place.clone_from(&word);
        }
    }
}
