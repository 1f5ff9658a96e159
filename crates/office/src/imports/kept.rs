//! Dry runs that a person is looking at, list by list.

use std::sync::{Arc, Mutex, PoisonError};

use super::Outcome;

/// A dry run with what it was made of.
#[derive(Debug)]
pub struct Kept {
    /// Its number.
    pub plan: u32,
    /// The content of the file.
    pub sha256: String,
    /// What it found.
    pub outcome: Outcome,
}

/// So many dry runs are kept.
const MOST: usize = 3;

/// The last dry runs of an open office.
#[derive(Debug, Default)]
pub struct Plans(Mutex<(u32, Vec<Arc<Kept>>)>);

impl Plans {
    /// Keeps a dry run and gives it its number.
    pub fn keep(&self, sha256: String, outcome: Outcome) -> Arc<Kept> {
        let mut plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.0 = plans.0.wrapping_add(1);
        let kept = Arc::new(Kept { plan: plans.0, sha256, outcome });
        plans.1.push(Arc::clone(&kept));
        if plans.1.len() > MOST {
            plans.1.remove(0);
        }
        kept
    }

    /// A dry run by its number.
    pub fn find(&self, plan: u32) -> Option<Arc<Kept>> {
        let plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.1.iter().find(|kept| kept.plan == plan).cloned()
    }
}
