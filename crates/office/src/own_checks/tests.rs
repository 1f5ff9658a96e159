//! What somebody writes may ask of the register and do nothing else.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::{
    Action, Actor, Ask, Office, Post,
    record::{FileKey, Holder},
};

fn office(folder: &Path) -> Office {
    let holder =
        Holder {
            pid: 7, program: "anjuan".into(), workstation: "案管室".into(), since: "2026-03-05T01:00:00Z".into()
        };
    let office = Office::new(Record::create(folder, FileKey::random().unwrap(), &holder).unwrap(), "案管室");
    let titles = ["张三涉嫌盗窃案", "李四涉嫌诈骗案", "王五涉嫌危险驾驶案"];
    act(&office, |work| {
        for (number, title) in (1..).zip(titles) {
            work.insert(
                "INSERT INTO case_file (id, register_no, line, category, title, received_on, accepted_on, summary)
                 VALUES (?1, ?2, 'criminal', 'arrest_review', ?3, '2026-03-01', '2026-03-02', '绝密的话')",
                (number, format!("2026-criminal-{number:05}"), title),
            )?;
            work.insert(
                "INSERT INTO person (case_id, position, role, name, id_number, residence)
                 VALUES (?1, 1, 'suspect', ?2, '341023199001011234', '青山路一号')",
                (number, &title[..6]),
            )?;
        }
        Ok(())
    });
    office
}

fn act<T>(office: &Office, what: impl FnOnce(&Work<'_>) -> Result<T>) -> T {
    let by = Actor { post: Post::CaseManagementClerk, name: "李案管".to_owned(), ..Actor::program() };
    let at = "2026-03-05T01:02:03Z";
    let ask = Ask { by: &by, day: day(), at, reason: "", detail: serde_json::json!({}) };
    office.act(Action::CaseRegister, &ask, what).unwrap().answer
}

fn day() -> Day {
    "2026-03-05".parse().unwrap()
}

fn whole() -> Views<'static> {
    views_of(&[], &Told::whole())
}

fn code(office: &Office, question: &str) -> String {
    match ask(office.record(), question, day(), &[], &Told::whole()) {
        Err(refusal) => refusal.code,
        Ok(answered) => format!("answered {answered:?}"),
    }
}

#[test]
fn a_question_gives_cases_with_what_it_says_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let question = "SELECT p.name AS 姓名, c.case_id, julianday(:today) - julianday(c.accepted_on) AS 天数
                    FROM cases AS c JOIN people AS p USING (case_id) WHERE c.title LIKE '%诈骗%' -- 备注";
    let answered = ask(office.record(), question, day(), &[], &Told::whole()).unwrap();
    assert_eq!(answered.columns, ["姓名", "天数"]);
    let [row] = answered.rows.as_slice() else { panic!("{answered:?}") };
    assert_eq!((row.case.get(), row.title.as_str()), (2, "李四涉嫌诈骗案"));
    assert_eq!(row.cells, ["李四", "3"]);
    assert!(!answered.more);
}

#[test]
fn whatever_else_is_asked_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let before = office.record().digests().unwrap();
    let forbidden = [
        "SELECT id AS case_id, id_number FROM person",
        "SELECT case_id, id_number FROM people",
        "SELECT id AS case_id FROM main.case_file",
        "SELECT case_id FROM main.case_state",
        "SELECT case_id, told(case_id, '张三') FROM cases",
        "SELECT case_id FROM cases WHERE told(case_id, '张三') <> '张三'",
        "SELECT case_id FROM away",
        "SELECT case_id FROM temp.away",
        "SELECT 1 AS case_id, reason FROM journal",
        "SELECT 1 AS case_id, sql FROM sqlite_schema",
        "SELECT 1 AS case_id, sql FROM temp.sqlite_schema",
        "SELECT 1 AS case_id, * FROM pragma_table_info('person')",
        "SELECT 1 AS case_id, value FROM json_each('[1]')",
        "SELECT case_id, replace(title, '案', '案案案案') FROM cases",
        "SELECT case_id, printf('%1000000d', 1) FROM cases",
        "SELECT case_id, zeroblob(1000000000) FROM cases",
        "SELECT case_id, load_extension('x') FROM cases",
        "SELECT case_id, random() FROM cases",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS case_id FROM n",
        "UPDATE case_file SET title = ''",
        "UPDATE cases SET title = ''",
        "DELETE FROM person",
        "INSERT INTO note (case_id, on_day, text) VALUES (1, '2026-01-01', 'x')",
        "DROP TABLE person",
        "DROP VIEW cases",
        "CREATE TEMP TABLE t (x)",
        "ATTACH 'x.db' AS x",
        "PRAGMA query_only = OFF",
        "PRAGMA key = 'x'",
        "BEGIN",
        "VACUUM INTO 'x.db'",
    ];
    for question in forbidden {
        let code = code(&office, question);
        assert!(["own_check_forbidden", "own_check_malformed"].contains(&code.as_str()), "{question}: {code}");
    }
    for (question, expected) in [
        ("", "own_check_empty"),
        ("-- nothing", "own_check_empty"),
        ("SELECT title FROM cases", "own_check_without_case"),
        ("EXPLAIN SELECT case_id FROM cases", "own_check_without_case"),
        ("SELECT 99 AS case_id", "own_check_no_case"),
        ("SELECT case_id FROM cases; DELETE FROM person", "own_check_one_only"),
        ("SELECT case_id FROM cases; SELECT case_id FROM cases", "own_check_one_only"),
        ("SELECT case_id FROM cases WHERE title = ?1", "own_check_parameter"),
        ("SELEC case_id FROM cases", "own_check_malformed"),
    ] {
        assert_eq!(code(&office, question), expected, "{question}");
    }
    let long = format!("SELECT case_id FROM cases WHERE title <> '{}'", "长".repeat(3000));
    assert_eq!(code(&office, &long), "own_check_too_long");
    let wide = format!("SELECT case_id {} FROM cases", ", title".repeat(13));
    assert_eq!(code(&office, &wide), "own_check_too_many_columns");
    assert_eq!(office.record().digests().unwrap(), before);
    assert_eq!(
        std::fs::read_dir(folder.path())
            .unwrap()
            .filter(|file| { file.as_ref().unwrap().file_name().to_string_lossy().contains("x.db") })
            .count(),
        0
    );
}

#[test]
fn what_works_or_grows_without_end_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    act(&office, |work| {
        for number in 10..110 {
            work.insert(
                "INSERT INTO case_file (id, register_no, line, category, title, received_on, accepted_on)
                 VALUES (?1, ?2, 'criminal', 'arrest_review', '某案', '2026-03-01', '2026-03-02')",
                (number, format!("2026-criminal-{number:05}")),
            )?;
        }
        Ok(())
    });
    let endless = "SELECT count(*) AS case_id FROM cases a, cases b, cases c, cases d, cases e, cases f";
    assert_eq!(code(&office, endless), "own_check_too_much_work");
    let text = "长".repeat(2500);
    let hungry =
        format!("SELECT a.case_id FROM cases a, cases b, cases c ORDER BY b.title || '{text}' || c.case_id, c.title");
    let stopped = code(&office, &hungry);
    assert!(["own_check_too_much_memory", "own_check_too_much_work"].contains(&stopped.as_str()), "{stopped}");
    let many = ask(office.record(), "SELECT a.case_id FROM cases a, cases b", day(), &[], &Told::whole()).unwrap();
    assert_eq!((many.rows.len(), many.more), (500, true));
    let wordy = format!("SELECT case_id, '{}' FROM cases a", "x".repeat(7900));
    assert!(
        !ask(office.record(), &wordy, day(), &[], &Told::whole()).unwrap().more,
        "a hundred rows of that are less than the bound"
    );
}

#[test]
fn the_views_hold_no_number_of_identity_no_address_and_no_free_text() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let views = views(office.record()).unwrap();
    assert!(views.len() > 8, "{views:?}");
    for OwnCheckView { view, columns } in &views {
        let all = office.record().confined(&whole(), &format!("SELECT * FROM {view}"), day());
        // More columns than an answer may have: asked one by one.
        let rows = all.map(|table| table.rows).unwrap_or_else(|_| {
            columns
                .iter()
                .flat_map(|column| {
                    office.record().confined(&whole(), &format!("SELECT {column} FROM {view}"), day()).unwrap().rows
                })
                .collect()
        });
        let text = format!("{rows:?}");
        for secret in ["341023199001011234", "青山路一号", "绝密的话"] {
            assert!(!text.contains(secret), "{view} tells {secret}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Whatever words are put together, nothing is written and nothing behind the views is told.
    #[test]
    fn random_questions_write_nothing_and_tell_nothing_hidden(
        words in prop::collection::vec(prop::sample::select(&[
            "SELECT", "case_id", "FROM", "cases", "people", "person", "main.person", "WHERE", "id_number", "*", ",", "(", ")",
            "UNION ALL", "AS", "case_file", "journal", "INSERT INTO", "DELETE FROM", "UPDATE", "SET", "VALUES", "=", "1", "''",
            "JOIN", "USING (case_id)", "temp.people", "sqlite_schema", "residence", "summary", "WITH", "x", ";", "PRAGMA",
            "max(", "hex(", "name", "LIMIT", "title", "ORDER BY", "EXISTS", "IN", "NOT", "rowid",
        ][..]), 3..14),
    ) {
        thread_local! {
            static PLACE: (tempfile::TempDir, Office) = {
                let folder = tempfile::tempdir().unwrap();
                let office = office(folder.path());
                (folder, office)
            };
        }
        PLACE.with(|(_, office)| {
            let before = office.record().digests().unwrap();
            let question = format!("SELECT case_id, {}", words.join(" "));
            for question in [question, words.join(" ")] {
                if let Ok(answered) = office.record().confined(&whole(), &question, day()) {
                    let text = format!("{answered:?}");
                    for secret in ["341023199001011234", "青山路一号", "绝密的话"] {
                        assert!(!text.contains(secret), "{question}: {text}");
                    }
                }
            }
            assert_eq!(office.record().digests().unwrap(), before);
        });
    }
}
