//! Which rules an act, a measure, a hearing or the end of another period sets going.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::periods::{On, Rule, Start, rules};

/// A rule with one of its starts.
pub(super) type Entry = (&'static Rule, &'static Start);

/// Rules by what starts them.
#[derive(Default)]
pub(super) struct Index {
    pub(super) by_act: HashMap<&'static str, Vec<Entry>>,
    pub(super) by_measure: HashMap<&'static str, Vec<Entry>>,
    pub(super) by_hearing: Vec<Entry>,
    pub(super) by_expiry: HashMap<&'static str, Vec<Entry>>,
}

pub(super) static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (rule, start) in rules().iter().flat_map(|rule| rule.starts.iter().map(move |start| (rule, start))) {
        match &start.on {
            On::Act { kind, .. } => index.by_act.entry(kind).or_default().push((rule, start)),
            On::Measure { kinds, .. } => {
                for kind in *kinds {
                    index.by_measure.entry(kind).or_default().push((rule, start));
                }
            }
            On::Hearing { .. } => index.by_hearing.push((rule, start)),
            On::Expiry { of } => index.by_expiry.entry(of).or_default().push((rule, start)),
        }
    }
    index
});
