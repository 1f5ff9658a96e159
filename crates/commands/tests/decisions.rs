//! Every decision the program can be asked for: post, state of the office, relation to the case, interest, asked or not, command
//! and field. An oracle written from the printed tables answers the same question; the program is asked at the place that
//! decides, which is the one that every command goes through (`sight.rs` and `oracle.rs` ask through the commands themselves).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use std::collections::BTreeMap;

use anjuan_commands::{permits::may_call, walls::seen};
use anjuan_office::{
    Actor, CaseId, Reading, Right,
    accounts::{self, Sight, Whole},
};
use common::TestDesk;
use serde_json::json;
use walls::{FIELDS, STANDINGS, account, assign, case_of, expected, office, stands_in_department, table};

/// The kind of an interest and whom it is in.
type Declared = Option<(&'static str, &'static str)>;
/// What somebody declared, and whether the cases meet it. Declarations stay, so the order counts.
const INTERESTS: [(&str, Declared, bool); 3] = [
    ("nothing declared", None, false),
    ("declared of somebody else", Some(("person", "某甲")), false),
    ("declared of a person in it", Some(("person", "王大力")), true),
];
/// Rights that reach so far as the case's relation allows.
const REACHING: [Right; 5] = [Right::Record, Right::Assign, Right::Hear, Right::Undo, Right::Seal];
const FEWEST: usize = 200_000;

/// Who is asked about, with what the printed table says of the post.
struct Asker {
    actor: Actor,
    rights: BTreeMap<&'static str, &'static str>,
}

impl Asker {
    fn holds(&self, needs: &str) -> bool {
        matches!(needs, "anybody" | "signed") || needs.split('|').any(|right| self.rights[right] != "-")
    }

    /// Whether a right reaches a case, by the printed table.
    fn reaches(&self, right: Right, relation: &str, barred: bool) -> bool {
        let name = format!("{right:?}").to_lowercase();
        let far = match self.rights[name.as_str()] {
            "office" => true,
            "department" => relation != "other",
            "own" => relation == "own",
            _ => false,
        };
        far && !barred
    }
}

#[test]
fn the_program_decides_as_the_printed_tables_say() {
    let desk = office(false);
    let commands: Vec<(&str, &str)> = include_str!("../../../docs/trust/commands.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap())
        // It is asked for one case here, which the head of the table tells apart.
        .map(|(command, needs)| (command, if command == "journal_list" { "read|audit" } else { needs }))
        .collect();
    let shared = [shared_case(&desk, "near", 1), placed_case(&desk), shared_case(&desk, "far", 3)];
    let (mut decided, mut turn) = (0, 0);
    for (number, row) in
        table(include_str!("../../../docs/trust/rights.tsv")).iter().filter(|row| row["state"] == "joined").enumerate()
    {
        let me = account(&desk, row["post"]);
        let own = [("handler", None), ("assistant", None), ("handler", Some("2026-02-20"))].map(|(role, ended)| {
            let case = case_of(&desk, account(&desk, "far"), 10 + number).id;
            assign(&desk, case, me, role, ended);
            CaseId::known(case)
        });
        let cases: Vec<CaseId> = own.into_iter().chain(shared).collect();
        for (interest, declared, barred) in INTERESTS {
            if let Some((kind, value)) = declared {
                desk.ask(
                    "conflict_declare",
                    json!({ "account": me, "kind": kind, "value": value, "ground": "interest" }),
                );
            }
            for state in ["joined", "separated"] {
                let asker = asker(&desk, row["post"], state);
                desk.desk
                    .seat()
                    .unwrap()
                    .office()
                    .read(|reading| {
                        for (case, (words, relation)) in cases.iter().zip(STANDINGS) {
                            let place = format!("{} {state}, {words}, {interest}", row["post"]);
                            decided += reach(reading, &asker, *case, (relation, barred), &place)?;
                            for asked in [false, true] {
                                let sight = expected(asker.rights["record"], relation, barred, asked);
                                let shown = Shown::to(reading, &asker.actor, asked, *case)?;
                                // Every second one, and the others the next time: each is asked in every state of each post.
                                turn += 1;
                                for (command, needs) in commands.iter().skip(turn % 2).step_by(2) {
                                    decided += shown.compare(&asker, (command, needs), sight, &place);
                                }
                            }
                        }
                        Ok(())
                    })
                    .unwrap();
            }
        }
    }
    assert!(decided >= FEWEST, "{decided} decisions");
}

#[test]
fn the_cases_somebody_is_kept_away_from_are_those_that_refuse_him() {
    let desk = office(false);
    let far = account(&desk, "far");
    let alike = case_of(&desk, far, 1);
    let unit = json!({ "role": "suspect", "kind": "unit", "name": "测县第二砖厂" });
    let other = json!({ "line": "GC", "category": "first_instance_prosecution", "title": "砖厂案", "source": "police",
        "received_on": "2026-02-02", "accepted_on": "2026-02-03", "from_unit": "邻县公安局", "cause": "盗窃罪",
        "numbers": [{ "kind": "police", "number": "邻公诉字〔2026〕7号" }], "persons": [unit] });
    let other = desk.ask("case_register", other)["case"].as_i64().unwrap();
    let cases = [alike.id, other].map(CaseId::known);
    let declared: [(&str, &str, &[usize]); 8] = [
        ("person", "王大力", &[0]),
        ("person", FIELDS[0].1, &[0]),
        ("person", "测县第二砖厂", &[1]),
        ("unit", "邻县公安局", &[1]),
        ("unit", "测县第二砖厂", &[1]),
        ("unit", "王大力", &[]),
        ("case", &alike.register_no, &[0]),
        ("case", "邻公诉字〔2026〕7号", &[1]),
    ];
    for (kind, value, met) in declared {
        let me = json!({ "id": null, "login": format!("{kind}{value}"), "name": "某人", "post": "prosecutor", "on_duty": true,
                         "in_quota": true });
        desk.ask("account_save", json!({ "account": me }));
        let id = account(&desk, &format!("{kind}{value}"));
        desk.ask("conflict_declare", json!({ "account": id, "kind": kind, "value": value, "ground": "interest" }));
        let seat = desk.desk.seat().unwrap();
        let decided = seat.office().read(|reading| {
            let actor = accounts::by_login(reading, &format!("{kind}{value}"), seat.day)?.unwrap().actor();
            let refused = cases.map(|case| accounts::refuse_recused(reading, &actor, case).is_err());
            let away = accounts::kept_away(reading, &actor)?;
            Ok((refused, cases.map(|case| away.contains(&case))))
        });
        let expected = [0, 1].map(|at| met.contains(&at));
        assert_eq!(decided.unwrap(), (expected, expected), "{kind} {value}");
    }
}

/// The fields of a case as the program shows them; nothing where the case is refused.
struct Shown(Option<Vec<String>>);

impl Shown {
    fn to(reading: &Reading<'_>, actor: &Actor, asked: bool, case: CaseId) -> anjuan_office::Result<Self> {
        // What lists show of a case that is refused is asked for in `sight.rs`.
        let sight = seen(reading, actor, asked, case)?;
        // Asked about many at once, the answer is the same.
        assert_eq!(Whole::of(reading, actor)?.has(case, asked), sight == Sight::Whole, "{actor:?} {case} {asked}");
        let hidden = match sight {
            Sight::Barred => return Ok(Self(None)),
            Sight::Whole => Vec::new(),
            Sight::Masked => accounts::hidden_of(reading, case)?,
        };
        let masks = |text: &str| match hidden.is_empty() {
            true => text.to_owned(),
            false => accounts::masked(text, &hidden, "2026-03-05".parse().unwrap()),
        };
        Ok(Self(Some(FIELDS.iter().map(|(_, text, _)| masks(text)).collect())))
    }

    /// Compares with what the tables say of the post, the command and each field; gives how many decisions that were.
    fn compare(&self, asker: &Asker, (command, needs): (&str, &str), sight: &str, place: &str) -> usize {
        let called = may_call(&asker.actor, command);
        assert_eq!(called, asker.holds(needs), "{place}: {command}");
        for (at, (field, text, masked)) in FIELDS.iter().enumerate() {
            let told = self.0.as_ref().filter(|_| called).map(|fields| fields[at] == *text);
            let expected = (called && sight != "refused").then(|| sight == "whole" || !masked);
            assert_eq!(told, expected, "{place}: {field} by {command}");
        }
        FIELDS.len()
    }
}

fn reach(
    reading: &Reading<'_>,
    asker: &Asker,
    case: CaseId,
    (relation, barred): (&str, bool),
    place: &str,
) -> anjuan_office::Result<usize> {
    for right in REACHING {
        let reached = accounts::reach_case(reading, &asker.actor, right, case).is_ok();
        assert_eq!(reached, asker.reaches(right, relation, barred), "{place}: {right:?}");
    }
    Ok(REACHING.len())
}

fn asker(desk: &TestDesk, post: &str, state: &str) -> Asker {
    let rows = table(include_str!("../../../docs/trust/rights.tsv"));
    let rights = rows.into_iter().find(|row| row["post"] == post && row["state"] == state).unwrap();
    let seat = desk.desk.seat().unwrap();
    let account = seat.office().read(|reading| accounts::by_login(reading, post, seat.day)).unwrap().unwrap();
    Asker { actor: Actor { separated: state == "separated", ..account.actor() }, rights }
}

fn shared_case(desk: &TestDesk, handler: &str, number: usize) -> CaseId {
    CaseId::known(case_of(desk, account(desk, handler), number).id)
}

/// A case that stands in the department; a colleague of another one handles it.
fn placed_case(desk: &TestDesk) -> CaseId {
    let case = case_of(desk, account(desk, "far"), 2).id;
    stands_in_department(desk, case);
    CaseId::known(case)
}
