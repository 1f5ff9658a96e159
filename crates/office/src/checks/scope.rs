//! From the query of a check to a statement: the scope before it, and the law's lists that it names.
//!
//! A check names a list of the law by `law_<list>_<group>` (`law_person_role_accused`, `law_measure_custody`): the
//! codes of that group of a vocabulary list; or by `law_act_closing`, `law_act_concluding` or `law_act_approved`
//! (those that the chief prosecutor, the committee or the higher level decides): kinds of acts. Each has one column, `code`;
//! the tables of `law_tables` have more.

use std::collections::BTreeSet;

use super::{law_tables, needs::words};

use anjuan_law::vocabulary;

/// The statement of a check; `:cases` is a JSON array of case ids.
pub(super) fn statement(body: &str) -> Result<String, String> {
    let mut tables = vec!["scope(case_id) AS (SELECT value FROM json_each(:cases))".to_owned()];
    for name in lists_named(body) {
        if let Some(table) = law_tables::table(name) {
            tables.push(table);
            continue;
        }
        let codes: Vec<String> = codes(name).ok_or_else(|| format!("the law has no list {name:?}"))?;
        let rows: Vec<String> = codes.iter().map(|code| format!("('{}')", code.replace('\'', "''"))).collect();
        tables.push(format!("{name}(code) AS (VALUES {})", rows.join(", ")));
    }
    let body = in_order(body);
    Ok(match body.strip_prefix("WITH ") {
        Some(rest) => format!("WITH {}, {rest}", tables.join(", ")),
        None => format!("WITH {} {body}", tables.join(", ")),
    })
}

/// The query as the engine is to run it.
///
/// Its tables are read in the order in which it names them, the cases asked about first. Left to itself the engine may begin with
/// what all cases of the office have, for each few cases anew: what it noted of the tables may be from a time when the office
/// was small. And whether a row is of one of the law's kinds is asked of the row: sought by an index, every kind of the list
/// would be sought for every case, and a case has fewer rows than the list has kinds.
fn in_order(body: &str) -> String {
    let mut ordered = String::with_capacity(body.len() + 64);
    let (mut from, mut before) = (0, [(0, ""); 2]);
    for (at, word) in words(body) {
        let put = match word {
            "JOIN" if !["LEFT", "CROSS"].contains(&before[1].1) => Some((at, "CROSS ")),
            _ if word.starts_with("law_") && before[1].1 == "IN" && before[0].1.contains('.') => {
                Some((before[0].0, "+"))
            }
            _ => None,
        };
        if let Some((at, more)) = put {
            ordered.push_str(body.get(from..at).unwrap_or_default());
            ordered.push_str(more);
            from = at;
        }
        before = [before[1], (at, word)];
    }
    ordered.push_str(body.get(from..).unwrap_or_default());
    ordered
}

fn lists_named(body: &str) -> BTreeSet<&str> {
    body.split(|character: char| !(character.is_ascii_alphanumeric() || character == '_'))
        .filter(|word| word.starts_with("law_"))
        .collect()
}

/// The codes of one of the law's lists; nothing where there is none of that name.
pub(super) fn codes(name: &str) -> Option<Vec<String>> {
    let vocabulary = vocabulary();
    let rest = name.strip_prefix("law_")?;
    let acts = |wanted: fn(&anjuan_law::Act) -> bool| {
        vocabulary.acts.iter().filter(|act| wanted(act)).map(|act| act.id.clone()).collect::<Vec<_>>()
    };
    let codes = match rest {
        "act_closing" => acts(|act| act.closes),
        "act_concluding" => acts(|act| act.concludes),
        "act_approved" => acts(|act| act.power.needs_approval()),
        _ => vocabulary
            .choices
            .iter()
            .filter_map(|(list, choices)| Some((choices, rest.strip_prefix(list.as_str())?.strip_prefix('_')?)))
            .flat_map(|(choices, group)| choices.iter().filter(move |choice| choice.group.as_deref() == Some(group)))
            .map(|choice| choice.code.clone())
            .collect(),
    };
    (!codes.is_empty()).then_some(codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_the_law_stands_before_the_query_that_names_it() {
        let sql = statement("SELECT 1 WHERE 'arrest' IN law_measure_custody").unwrap();
        assert!(sql.contains("law_measure_custody(code) AS (VALUES ('detention'), ('arrest')"), "{sql}");
        assert!(
            statement("SELECT 1 FROM law_measure_no_such").is_err(),
            "an unknown list is a fault, not an empty one"
        );
        assert!(statement("SELECT 'x' IN law_act_closing").unwrap().contains("('closed')"));
    }

    #[test]
    fn tables_are_read_in_the_order_in_which_they_are_named() {
        let body = "SELECT 'JOIN' FROM scope JOIN act AS a ON 1 LEFT JOIN b ON (SELECT 1 FROM c\nJOIN d)";
        let ordered =
            "SELECT 'JOIN' FROM scope CROSS JOIN act AS a ON 1 LEFT JOIN b ON (SELECT 1 FROM c\nCROSS JOIN d)";
        assert_eq!(in_order(body), ordered);
    }

    #[test]
    fn the_laws_kinds_are_asked_of_the_row() {
        let body = "SELECT 1 FROM scope WHERE a.kind IN law_x AND b.kind NOT IN law_x AND c.kind IN ('y')";
        let ordered = "SELECT 1 FROM scope WHERE +a.kind IN law_x AND b.kind NOT IN law_x AND c.kind IN ('y')";
        assert_eq!(in_order(body), ordered);
    }

    #[test]
    fn the_query_may_begin_with_tables_of_its_own() {
        let sql = statement("WITH own AS (SELECT 1) SELECT * FROM own").unwrap();
        assert!(sql.ends_with("json_each(:cases)), own AS (SELECT 1) SELECT * FROM own"), "{sql}");
    }
}
