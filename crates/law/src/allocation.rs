//! Allocation of cases: which departments take a line, and who must not take a case again.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::{
    Basis, category, choice,
    rules::{self, RuleFault},
};

/// The rules of allocation.
#[derive(Debug)]
pub struct Allocation {
    /// Kinds of department that take cases of a line, by the line's code.
    departments: BTreeMap<String, Vec<String>>,
    /// Categories that need another handler than the earlier case's.
    other_handler: BTreeMap<String, Basis>,
    /// The method a new office draws by.
    pub draw_method: String,
    /// Legal basis of the whole.
    pub basis: Vec<Basis>,
}

impl Allocation {
    /// Whether a department of `kind` takes cases of `line`. The leadership takes cases of every line.
    pub fn takes(&self, kind: &str, line: &str) -> bool {
        kind == "leadership" || self.departments.get(line).is_some_and(|kinds| kinds.iter().any(|one| one == kind))
    }

    /// The basis on which somebody other than the earlier case's handler must handle this one, if so.
    pub fn other_handler(&self, category: &str) -> Option<&Basis> {
        self.other_handler.get(category)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    basis: Vec<String>,
    draw_method: String,
    departments: BTreeMap<String, Vec<String>>,
    other_handler: Vec<OtherHandler>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherHandler {
    category: String,
    basis: String,
}

const PLACE: &str = "allocation.toml";

fn read() -> Result<Allocation, RuleFault> {
    let file: File = rules::read(PLACE, include_str!("../rules/allocation.toml"))?;
    for kind in file.departments.values().flatten() {
        choice("department", kind).ok_or_else(|| RuleFault::new(PLACE, format!("no department {kind:?}")))?;
    }
    let other_handler = file
        .other_handler
        .into_iter()
        .map(|row| {
            category(&row.category).ok_or_else(|| RuleFault::new(PLACE, format!("no category {:?}", row.category)))?;
            let basis = rules::basis(&row.basis, PLACE)?;
            Ok((row.category, basis))
        })
        .collect::<Result<_, RuleFault>>()?;
    Ok(Allocation {
        departments: file.departments,
        other_handler,
        draw_method: file.draw_method,
        basis: rules::bases(&file.basis, PLACE)?,
    })
}

static ALLOCATION: LazyLock<Option<Allocation>> = LazyLock::new(|| read().ok());
static NONE: LazyLock<Allocation> = LazyLock::new(|| Allocation {
    departments: BTreeMap::new(),
    other_handler: BTreeMap::new(),
    draw_method: String::new(),
    basis: Vec::new(),
});

/// The rules of allocation.
pub fn allocation() -> &'static Allocation {
    // The file is part of the program and read by the tests: the empty rules, which let nobody take anything, are never seen.
    ALLOCATION.as_ref().unwrap_or(&NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_department_and_the_file_is_sound() {
        let rules = read().unwrap();
        for line in &crate::vocabulary().lines {
            assert!(rules.departments.contains_key(&line.code), "no department takes {}", line.code);
        }
        assert!(rules.takes("criminal", "GC") && rules.takes("leadership", "PI") && !rules.takes("civil", "GC"));
        assert!(rules.other_handler("arrest_reconsideration").is_some());
        assert!(rules.other_handler("first_instance_prosecution").is_none());
    }
}
