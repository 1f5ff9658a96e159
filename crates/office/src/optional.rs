//! Queries with filters: a line of the file that ends in `-- if name` stands only where that filter is asked for, so
//! that each combination has the plan that fits it.
//!
//! Such a query names all its parameters in a table of its own (`WITH asked AS (SELECT :a, :b)`), so that they can
//! always be bound.

/// The query with the lines of the filters that are asked for.
pub(crate) fn query(sql: &str, asked: &[(&str, bool)]) -> String {
    let stands = |line: &&str| match line.split_once("-- if ") {
        Some((_, name)) => asked.iter().any(|(filter, asked)| *filter == name.trim() && *asked),
        None => true,
    };
    sql.lines().filter(stands).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_stands_where_it_is_asked_for() {
        let sql = "SELECT 1\n WHERE 1\n   AND a = :a -- if a\n   AND b = :b -- if b";
        assert_eq!(super::query(sql, &[("a", false), ("b", true)]), "SELECT 1\n WHERE 1\n   AND b = :b -- if b");
    }
}
