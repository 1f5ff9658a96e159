//! What the engine makes of the checks: a run over some cases reads those cases, however many others there are.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::office::{change, office};
use crate::{
    Reading, Result,
    checks::{needs::words, ready},
};

/// The names under which a query has tables whose rows belong to cases.
fn of_cases<'b>(reading: &Reading<'_>, body: &'b str) -> Result<BTreeMap<&'b str, &'b str>> {
    let words: Vec<&str> = words(body).into_iter().map(|(_, word)| word).collect();
    let mut names = BTreeMap::new();
    for window in words.windows(4) {
        if let ["FROM" | "JOIN", table, "AS", name] = window {
            let of_case =
                "SELECT EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE name = 'case_id') OR ?1 = 'case_file'";
            if reading.value(of_case, [table])? {
                names.insert(*name, *table);
            }
        }
    }
    Ok(names)
}

#[test]
fn every_check_begins_with_the_cases_asked_about_and_reads_no_table_as_a_whole() {
    let mut wrong = Vec::new();
    let office = office();
    // What the engine noted of the tables while the office was small stays for long, and is the worst to plan with.
    change(&office, |work| {
        work.insert(
            "INSERT INTO account (login, name, post, started_on) VALUES ('jia', '甲', 'prosecutor', '2020-01-01')",
            [],
        )?;
        work.write("ANALYZE", [])
    });
    let read = office.read(|reading| {
        for ready in ready()? {
            let names = of_cases(reading, ready.check.body)?;
            let plan: Vec<String> = reading.all(
                &format!("EXPLAIN QUERY PLAN {}", ready.sql),
                named_params! { ":cases": "[1]" },
                |row| row.get("detail"),
            )?;
            let mut begun = false;
            for line in &plan {
                let mut words = line.split(' ');
                let (way, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
                begun |= name == "json_each" || name == "scope";
                let reads = ["SCAN", "SEARCH"].contains(&way) && names.contains_key(name);
                if reads && (!begun || way == "SCAN") {
                    wrong.push(format!("{}: {line}", ready.check.id));
                }
            }
            assert!(begun, "{}: {plan:#?}", ready.check.id);
        }
        Ok(())
    });
    read.unwrap();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
