//! Which cases a check can find anything in: those that have a row of the kind that its query begins with.
//!
//! Most queries begin `FROM scope JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'prosecuted'`. A case without such
//! a row gives no row of the query, whatever follows, so the statement need not look at it, and need not be run where no
//! case has one. A query that begins in another way is run on all cases of its scope.

use std::collections::{BTreeSet, HashMap};

use super::scope::codes;
use crate::{CaseId, Reading, Result};

/// The tables whose rows are told apart by a column.
const TOLD_APART: [(&str, &str); 6] = [
    ("act", "kind"),
    ("deadline", "rule"),
    ("deadline_gap", "code"),
    ("measure", "kind"),
    ("hearing", "kind"),
    ("assignment", "mode"),
];

/// What a case must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needs {
    /// The place of the table in [`TOLD_APART`].
    table: usize,
    /// One of these in the table's column; none: any row will do.
    values: Option<BTreeSet<String>>,
}

/// What the cases of a query must have; none where its beginning is not of the usual form.
pub(super) fn needs(body: &str) -> Option<Needs> {
    let words: Vec<&str> = words(body).into_iter().map(|(_, word)| word).collect();
    let named = |at: &usize| words.get(*at).is_some_and(|word| *word == "scope");
    let mut places = (0..words.len()).filter(named);
    // A second one would be looked at in another way.
    let (at, None) = (places.next()?, places.next()) else { return None };
    let rest = words.get(at..)?;
    let ["scope", "JOIN", table, "AS", name, "ON", left, "=", "scope.case_id", rest @ ..] = rest else { return None };
    let place = TOLD_APART.iter().position(|(known, _)| known == table)?;
    let column = TOLD_APART.get(place).map(|(_, column)| format!("{name}.{column}"))?;
    if at == 0 || words.get(at - 1) != Some(&"FROM") || *left != format!("{name}.case_id") {
        return None;
    }
    let conditions = joined_on(rest);
    if conditions.contains(&"OR") {
        return None;
    }
    Some(Needs { table: place, values: conditions.split(|word| *word == "AND").find_map(|one| values(one, &column)) })
}

/// The words up to the end of the ON.
fn joined_on<'w, 'b>(rest: &'w [&'b str]) -> &'w [&'b str] {
    let mut depth = 0;
    let ends = |word: &&str| {
        match *word {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth < 0 || depth == 0 && ["JOIN", "LEFT", "CROSS", "WHERE", "GROUP", "ORDER", "LIMIT", "UNION"].contains(word)
    };
    let end = rest.iter().position(ends).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// The values that a condition allows the column; none where it says something else.
fn values(condition: &[&str], column: &str) -> Option<BTreeSet<String>> {
    let literal = |word: &&str| word.strip_prefix('\'')?.strip_suffix('\'').map(str::to_owned);
    match condition {
        [name, "=", value] if *name == column => Some([literal(value)?].into()),
        [name, "IN", list] if *name == column => Some(codes(list)?.into_iter().collect()),
        [name, "IN", "(", list @ .., ")"] if *name == column => {
            list.iter().filter(|word| **word != ",").map(literal).collect()
        }
        _ => None,
    }
}

/// Names with their dots, texts with their quotes, and single marks, each with its place.
pub(super) fn words(body: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = body.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let length = match first {
            '\'' => rest.get(1..).and_then(|text| text.find('\'')).map_or(rest.len(), |end| end + 2),
            c if is_name(c) => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (word, after) = rest.split_at(length.min(rest.len()));
        words.push((body.len() - rest.len(), word));
        rest = after.trim_start();
    }
    words
}

/// What some cases have.
pub(super) struct Present {
    /// Of each table, by the value of its column, the cases in their order.
    tables: Vec<HashMap<String, Vec<CaseId>>>,
}

impl Present {
    /// Reads what these cases (a JSON array of ids) have.
    pub fn of(reading: &Reading<'_>, cases: &str) -> Result<Self> {
        let mut tables = Vec::with_capacity(TOLD_APART.len());
        for (table, column) in TOLD_APART {
            let mut has: HashMap<String, Vec<CaseId>> = HashMap::new();
            let sql = format!(
                "SELECT t.case_id, t.{column} FROM json_each(?1) AS asked JOIN {table} AS t ON t.case_id = asked.value"
            );
            reading.each(&sql, [cases], |row| {
                let case: CaseId = row.get(0)?;
                let value = row.get_ref(1)?.as_str().unwrap_or_default();
                match has.get_mut(value) {
                    Some(cases) if cases.last() == Some(&case) => {}
                    Some(cases) => cases.push(case),
                    None => drop(has.insert(value.to_owned(), vec![case])),
                }
                Ok(())
            })?;
            has.values_mut().for_each(|cases| cases.sort_unstable());
            tables.push(has);
        }
        Ok(Self { tables })
    }

    /// Leaves the cases that have what is needed.
    pub fn keep_having(&self, needs: &Needs, scope: &mut Vec<CaseId>) {
        let all = self.tables.get(needs.table);
        let lists: Vec<&[CaseId]> = match &needs.values {
            None => all.into_iter().flat_map(HashMap::values).map(Vec::as_slice).collect(),
            Some(values) => values.iter().filter_map(|value| Some(all?.get(value)?.as_slice())).collect(),
        };
        scope.retain(|case| lists.iter().any(|list| list.binary_search(case).is_ok()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(table: usize, values: &[&str]) -> Option<Needs> {
        Some(Needs { table, values: Some(values.iter().map(|value| (*value).to_owned()).collect()) })
    }

    #[test]
    fn the_usual_beginning_says_what_is_needed() {
        let usual = "SELECT a.id\n  FROM scope\n  JOIN act AS a ON a.case_id = scope.case_id";
        assert_eq!(needs(usual), Some(Needs { table: 0, values: None }));
        assert_eq!(needs(&format!("{usual} AND a.kind = 'closed' WHERE a.on_day > '2020' OR 1")), of(0, &["closed"]));
        assert_eq!(
            needs(&format!("{usual} AND a.x <> 'y' AND a.kind IN ('b', 'a') LEFT JOIN b ON 1")),
            of(0, &["a", "b"])
        );
        assert_eq!(needs(&format!("{usual} AND coalesce(a.person_id, 0) = 0 GROUP BY 1")), needs(usual));
        let custody = needs(
            "SELECT 1 FROM scope JOIN measure AS m ON m.case_id = scope.case_id AND m.kind IN law_measure_custody",
        );
        assert!(custody.unwrap().values.unwrap().contains("detention"));
    }

    #[test]
    fn any_other_beginning_says_nothing() {
        for other in [
            "SELECT 1 FROM scope JOIN act AS a ON a.case_id = scope.case_id OR a.kind = 'closed'",
            "SELECT 1 FROM scope LEFT JOIN act AS a ON a.case_id = scope.case_id",
            "SELECT 1 FROM scope JOIN act AS a ON a.id = scope.case_id",
            "SELECT 1 FROM case_file JOIN scope JOIN act AS a ON a.case_id = scope.case_id",
            "SELECT 1 FROM scope JOIN act AS a ON a.case_id = scope.case_id UNION SELECT 1 FROM scope",
            "SELECT 1 FROM scope JOIN case_file AS c ON c.id = scope.case_id",
        ] {
            assert_eq!(needs(other), None, "{other}");
        }
    }
}
