//! Times that are not counted (不计入期限、中止).

use serde::Serialize;

use crate::{Basis, Day, Words};

/// A time in which a period did not run.
///
/// The first day is not counted as paused and the last one is, as with every count of days: paused
/// from the 3rd and resumed on the 10th is seven days. Where the law leaves one day open, this is
/// the count that ends earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pause {
    /// The day it began.
    pub from: Day,
    /// The day the period ran again.
    pub to: Day,
    /// What it was.
    pub title: Words,
    /// Where it stands in the law.
    pub basis: &'static [Basis],
}

/// Pauses in order, those that touch or overlap made one, backward ones left out.
pub(super) fn merged(pauses: &[Pause]) -> Vec<Pause> {
    let mut sorted: Vec<Pause> = pauses.iter().filter(|pause| pause.from < pause.to).cloned().collect();
    sorted.sort_by_key(|pause| (pause.from, pause.to));
    let mut merged: Vec<Pause> = Vec::new();
    for pause in sorted {
        match merged.last_mut() {
            Some(last) if pause.from <= last.to => last.to = last.to.max(pause.to),
            _ => merged.push(pause),
        }
    }
    merged
}
