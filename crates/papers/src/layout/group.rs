//! Which rows belong to one case because merged cells hold them together.

use crate::read::Merge;
use std::collections::BTreeMap;

/// Ranges of rows, each with the weight of the columns that are merged over just these rows.
///
/// A department merged over twenty cases is one column; the persons of one case share many. So the
/// range that most columns agree on holds the case together, and the case's own number decides alone.
#[derive(Debug, Default)]
pub(super) struct Groups {
    ranges: Vec<Range>,
    next: usize,
    open: Vec<Range>,
}

#[derive(Clone, Copy, Debug)]
struct Range {
    top: u32,
    bottom: u32,
    weight: u32,
}

/// More than any number of columns.
const KEY: u32 = 1 << 20;

impl Groups {
    /// Of the merges below row `below` (from 1); `key` are the columns of the case's numbers.
    pub fn new(merges: &[Merge], below: u32, key: &[u32]) -> Groups {
        let mut found: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for merge in merges.iter().filter(|m| m.bottom > m.top && m.top >= below) {
            let is_key = key.iter().any(|column| (merge.left..=merge.right).contains(column));
            let weight = if is_key { KEY } else { merge.right - merge.left + 1 };
            let sum = found.entry((merge.top, merge.bottom)).or_insert(0);
            *sum = sum.saturating_add(weight);
        }
        let ranges = found.into_iter().map(|((top, bottom), weight)| Range { top, bottom, weight }).collect();
        Groups { ranges, next: 0, open: Vec::new() }
    }

    /// The first row (from 1) of the case that row `number` belongs to. Ask in the order of the rows.
    pub fn of(&mut self, number: u32) -> Option<u32> {
        let at = number.checked_sub(1)?;
        while let Some(range) = self.ranges.get(self.next).filter(|range| range.top <= at) {
            self.open.push(*range);
            self.next += 1;
        }
        self.open.retain(|range| range.bottom >= at);
        // A single column that is no number of the case holds rows of different cases together as often
        // as rows of one.
        let holding = self.open.iter().filter(|range| range.weight >= 2);
        let best = holding.max_by_key(|range| (range.weight, std::cmp::Reverse(range.bottom - range.top)))?;
        Some(best.top + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merge(top: u32, bottom: u32, column: u32) -> Merge {
        Merge { top, bottom, left: column, right: column }
    }

    #[test]
    fn the_case_number_decides_before_a_department_over_many_cases() {
        let merges = [merge(1, 9, 0), merge(1, 2, 1), merge(3, 4, 1), merge(3, 4, 2)];
        let mut groups = Groups::new(&merges, 1, &[1]);
        let found: Vec<_> = (2..=6).map(|number| groups.of(number)).collect();
        assert_eq!(found, [Some(2), Some(2), Some(4), Some(4), None]);
    }

    #[test]
    fn columns_that_agree_hold_a_case_without_a_number() {
        let merges = [merge(1, 6, 0), merge(2, 3, 3), merge(2, 3, 4)];
        let mut groups = Groups::new(&merges, 1, &[]);
        let found: Vec<_> = (2..=5).map(|number| groups.of(number)).collect();
        assert_eq!(found, [None, Some(3), Some(3), None]);
    }
}
