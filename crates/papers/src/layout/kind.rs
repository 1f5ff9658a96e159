//! The kind of one row, given the heads.

use super::RowKind;
use super::heads::Heads;
use super::words::{is_fill_in, is_note, is_total, plain};
use crate::read::{Cell, Merge, SheetRow};

/// In which of its first own cells a row says that it is a total.
const TOTAL_WITHIN: usize = 3;

pub(super) fn of(row: &SheetRow, heads: &Heads, merges: &[Merge]) -> RowKind {
    let own: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.has_nothing_of_its_own()).collect();
    if (heads.first_row..=heads.last_row).contains(&row.number) && heads.last_row > 0 {
        return RowKind::Head;
    }
    if own.is_empty() {
        return RowKind::Blank;
    }
    if row.number < heads.first_row {
        let fill_in = own.iter().any(|cell| is_fill_in(&cell.text));
        return if fill_in { RowKind::FillIn } else { RowKind::Title };
    }
    if repeats(row, heads) {
        return RowKind::RepeatedHead;
    }
    // A person called 合计 does not exist, but a remark 小计 far to the right may.
    if row.cells.iter().take(TOTAL_WITHIN).any(|cell| !cell.from_merge && is_total(&cell.text)) {
        return RowKind::Total;
    }
    if is_note_row(&own) {
        return RowKind::Note;
    }
    if own.len() == 1 && lies_across(row, heads, merges) {
        return RowKind::Note;
    }
    RowKind::Data
}

/// A remark or a label with a colon stands first, and nothing else but such, or one thing beside it.
fn is_note_row(own: &[&Cell]) -> bool {
    let is_remark = |cell: &&Cell| is_note(&cell.text) || is_fill_in(&cell.text);
    own.first().is_some_and(is_remark) && (own.len() <= 2 || own.iter().all(is_remark))
}

/// Most of its own cells say again what the heads say.
fn repeats(row: &SheetRow, heads: &Heads) -> bool {
    let (mut own, mut same) = (0, 0);
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.has_nothing_of_its_own()) {
        own += 1;
        let text = plain(&cell.text);
        let is_lowest = heads.lowest.get(column).is_some_and(|word| *word == text);
        let is_upper = heads.name(column).split('/').any(|word| word == text);
        same += usize::from(is_lowest || is_upper);
        // Of two thirds that must be the same, one is among the first three; most rows end here.
        if own == 3 && same == 0 {
            return false;
        }
    }
    same >= 2 && same * 3 >= own * 2
}

/// Its one cell is merged over at least half of the columns.
fn lies_across(row: &SheetRow, heads: &Heads, merges: &[Merge]) -> bool {
    let Some(at) = row.number.checked_sub(1) else { return false };
    let from = merges.partition_point(|merge| merge.top < at);
    let here = merges.iter().skip(from).take_while(|merge| merge.top == at);
    let half = u32::try_from(heads.names.len() / 2).unwrap_or(u32::MAX).max(2);
    here.into_iter().any(|merge| merge.right - merge.left + 1 >= half)
}
