//! Lists while cases change, and how they are read.

use super::*;
use crate::{
    Office, Reading,
    accounts::Told,
    checks::{
        Example,
        tests::office::{change, office, write},
    },
};

fn with(cases: usize) -> Office {
    let office = office();
    let text: Vec<String> =
        (0..cases).map(|n| format!("case first_instance_prosecution 2026-01-{:02}", n % 28 + 1)).collect();
    change(&office, |work| {
        write(work, &Example::read(&text.join("\n")).unwrap()).unwrap();
        Ok(())
    });
    office
}

fn opened(office: &Office, query: &CaseQuery) -> (u32, Vec<i64>) {
    let day = "2026-03-05".parse().unwrap();
    let open = office.read(|reading| office.lists().open(reading, query, &Told::whole(), 5, day)).unwrap();
    let ids = office.lists().ids(open.list).unwrap();
    assert_eq!(open.total as usize, ids.len());
    assert_eq!(open.rows.iter().map(|row| row.case_id.get()).collect::<Vec<_>>(), ids[..5.min(ids.len())]);
    (open.list, ids.to_vec())
}

#[test]
fn a_list_opened_again_shows_what_changed_and_the_open_one_stays() {
    let office = with(9);
    let query = CaseQuery::default();
    let (first, before) = opened(&office, &query);
    assert_eq!(opened(&office, &query).1, before, "nothing changed");
    change(&office, |work| work.write("UPDATE case_file SET accepted_on = '2026-02-20' WHERE id = 3", []));
    assert_eq!(*office.lists().ids(first).unwrap(), before, "what is open stays as it is");
    let (_, after) = opened(&office, &query);
    assert_eq!(after.first(), Some(&3), "the newest accepted stands first");
    change(&office, |work| work.write("UPDATE case_file SET title = '张三盗窃案' WHERE id = 4", []));
    let titled = CaseQuery {
        filters: vec![Filter { column: Column::Title, test: Test::Contains("盗窃".into()) }],
        ..CaseQuery::default()
    };
    assert_eq!(opened(&office, &titled).1, [4], "another question has its own answer");
}

#[test]
fn derived_rows_put_right_without_an_entry_are_seen() {
    let office = with(4);
    let (_, before) = opened(&office, &CaseQuery::default());
    assert_eq!(before.len(), 4);
    let by = crate::checks::tests::office::clerk();
    let day = "2026-03-05".parse().unwrap();
    office.record().derive_all(&by, day, |work| work.write("DELETE FROM case_state WHERE case_id = 2", [])).unwrap();
    office.check_all(&by, day, |_, _| Ok(())).unwrap();
    assert_eq!(opened(&office, &CaseQuery::default()).1, before);
    office.record().derive_all(&by, day, |work| work.write("DELETE FROM case_state WHERE case_id = 2", [])).unwrap();
    office.lists().forget();
    assert!(!opened(&office, &CaseQuery::default()).1.contains(&2));
}

/// How the engine goes about a list.
fn plan(office: &Office, query: &CaseQuery) -> String {
    let day = "2026-03-05".parse().unwrap();
    let explain = |reading: &Reading<'_>| {
        let asked = query.asked(reading, &Told::whole(), day)?;
        let (from, condition, order) = (&asked.from, &asked.condition, query.ordering(&asked));
        let sql = format!("EXPLAIN QUERY PLAN SELECT case_id FROM {from} WHERE {condition} ORDER BY {order}");
        reading.all(&sql, rusqlite::params_from_iter(asked.values), |row| row.get::<_, String>("detail"))
    };
    office.read(explain).unwrap().join("\n")
}

#[test]
fn the_orders_opened_most_are_read_along_an_index() {
    let office = with(1);
    let by = crate::checks::tests::office::clerk();
    let views = built_in_views(&by);
    assert!(plan(&office, &CaseQuery::default()).contains("COVERING INDEX case_state_accepted"));
    for view in views {
        let plan = plan(&office, &view.query);
        assert!(plan.contains("USING COVERING INDEX") || plan.contains("USING INDEX"), "{}: {plan}", view.name);
        let sorted = plan.contains("USE TEMP B-TREE");
        assert!(!sorted || view.name == "my_closed", "{}: {plan}", view.name);
    }
}
