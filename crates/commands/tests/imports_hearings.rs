//! Ledgers of past hearings on their whole way into the record: dry run, import, the same again; what was corrected by hand
//! stays, every row is accounted for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;
mod ledger;

use std::collections::BTreeSet;

use common::TestDesk;
use hearing::{HANDLER, case, ids, office, plan_with, planned, pool, sheet, timeline};
use ledger::{adds_up, whole_way, write};
use proptest::prelude::*;
use serde_json::{Value, json};

const HEADS: &str = "序号,案号,听证日期,听证类型,是否公开,主持人,听证员,到场听证员,参加人,评议意见,是否采纳听证意见,处理结果,决定日期,听证效果,备注\n";

fn file(folder: &tempfile::TempDir, rows: &str) -> Value {
    let text = format!("测县人民检察院听证台账\n{HEADS}{rows}");
    json!({ "path": write(folder.path(), "听证台账.csv", text.as_bytes()), "source": "听证台账" })
}

fn register_no(desk: &TestDesk, case: i64) -> String {
    let cases = desk.ask("case_list", json!({}));
    let found = cases["cases"].as_array().unwrap().iter().find(|one| one["case_id"] == case).unwrap();
    found["register_no"].as_str().unwrap().to_owned()
}

fn of_case(desk: &TestDesk, case: i64) -> Vec<Value> {
    desk.ask("hearings_of_case", json!({ "case": case })).as_array().unwrap().clone()
}

#[test]
fn a_ledger_of_hearings_becomes_hearings_with_officers_result_and_majority() {
    let desk = office();
    pool(&desk, 3);
    let first = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let second = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let (one, two) = (register_no(&desk, first), register_no(&desk, second));
    let folder = tempfile::tempdir().unwrap();
    let rows = format!(
        "1,{one},2026年3月4日,普通,公开,王检察官,听证员1、听证员2、陈教授,听证员1、陈教授,张三（犯罪嫌疑人）、李律师（辩护人）,一致同意,采纳,相对不起诉,2026-03-04,服判服处理,效果良好\n\
         2,{two},2026-03-03,一般听证,不公开,某外人,听证员3,是,张三,建议补充调查,,,,,\n"
    );
    let ask = file(&folder, &rows);
    let read = desk.ask("import_read", ask.clone());
    assert_eq!(read["kind"], "hearings", "the title says what it is");
    let field = |head: &str| {
        let column = read["columns"].as_array().unwrap().iter().find(|column| column["head"] == head).unwrap();
        column["field"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!((field("是否公开"), field("参加人")), ("hearing_public".into(), "hearing_participants".into()));

    let refused = desk.ask("import_plan", ask)["refused"].clone();
    assert_eq!(
        (&refused[0]["row"], &refused[0]["code"]),
        (&json!(3), &json!("import_choice_unknown")),
        "普通 is no kind"
    );
    let ask = file(&folder, &rows.replace("普通", "一般听证"));
    let done = whole_way(&desk, &ask);
    assert_eq!((&done["new"], &done["file_rows"]), (&json!(2), &json!(2)), "{}", done["refused"]);

    let page = sheet(&desk, of_case(&desk, first)[0]["id"].as_i64().unwrap());
    let hearing = &page["hearing"];
    assert_eq!((&hearing["majority"], &hearing["adopted"]), (&json!("agree"), &json!("full")));
    assert_eq!((&hearing["decision"], &hearing["decided_on"]), (&json!("相对不起诉"), &json!("2026-03-04")));
    assert_eq!((&hearing["times_unknown"], &page["line"]["status"]), (&json!(true), &json!("effect_recorded")));
    assert_eq!(page["line"]["chair"], "王检察官");
    let seat = |n: usize| {
        let seat = &page["seats"][n];
        (seat["name"].as_str().unwrap(), seat["officer_id"].as_i64(), seat["attended"].as_bool())
    };
    assert_eq!(seat(0), ("听证员1", Some(1), Some(true)));
    assert_eq!(seat(1), ("听证员2", Some(2), Some(false)), "invited and not among those who came");
    assert_eq!(seat(2), ("陈教授", None, Some(true)), "not in the pool: by name");
    let roles: Vec<&str> =
        page["participants"].as_array().unwrap().iter().map(|p| p["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["suspect", "defender"]);
    assert_eq!(page["notes"][0]["text"], "听证意见：一致同意；效果良好", "what has no place of its own is kept");
    assert!(timeline(&desk, first).contains(&("hearing_held".to_owned(), "2026-03-04".to_owned())));

    let page = sheet(&desk, of_case(&desk, second)[0]["id"].as_i64().unwrap());
    assert_eq!((&page["hearing"]["is_public"], &page["line"]["chair"]), (&json!(false), &json!("")));
    assert_eq!(page["participants"][0]["role"], "suspect", "the role that the person has in the case");
    assert_eq!(page["notes"][0]["text"], "听证主持人：某外人；听证意见：建议补充调查");
    assert_eq!(done["remarks"], 2, "the chair whom nobody knows, and the opinion that is none");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn rows_of_officers_are_one_hearing_with_each_opinion() {
    let desk = office();
    pool(&desk, 3);
    let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let number = register_no(&desk, case);
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "案号,听证日期,听证员,是否到场,听证员意见\n{number},2026-03-02,听证员1,是,同意\n{number},2026-03-02,听证员2,是,不同意，证据不足\n{number},2026-03-02,听证员3,否,\n"
    );
    let ask = json!({ "path": write(folder.path(), "名单.csv", text.as_bytes()), "source": "名单" });
    assert_eq!(desk.ask("import_read", ask.clone())["kind"], "hearings", "the columns say what it is");
    assert_eq!(
        desk.ask("import_read", ask.clone())["constants"]["hearing_kind"],
        "一般听证",
        "shown, not silently taken"
    );
    let done = whole_way(&desk, &ask);
    assert_eq!((&done["new"], &done["cases"]["new"]), (&json!(3), &json!(1)), "three rows, one hearing");
    let page = sheet(&desk, of_case(&desk, case)[0]["id"].as_i64().unwrap());
    let opinion =
        |n: usize| (page["seats"][n]["opinion"].as_str().unwrap(), page["seats"][n]["opinion_text"].as_str().unwrap());
    assert_eq!((opinion(0), opinion(1)), (("agree", ""), ("disagree", "不同意，证据不足")));
    assert_eq!(page["hearing"]["majority"], "", "one against one");
}

#[test]
fn what_can_not_be_is_refused_row_by_row_and_the_rest_goes_in() {
    let desk = office();
    let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let number = register_no(&desk, case);
    let folder = tempfile::tempdir().unwrap();
    let rows = format!(
        "1,2019-GC-09999,2026-03-01,一般听证,,,,,,,,,,,\n\
         2,{number},2026-03-20,一般听证,,,,,,,,,,,\n\
         3,{number},三月初,一般听证,,,,,,,,,,,\n\
         4,{number},2026-03-02,一般听证,公开,,听证员1,,,,,不起诉,2026-03-01,,\n\
         5,{number},2026-03-03,一般听证,公开,,听证员1,,,,,,,,\n\
         6,{number},2026-03-03,一般听证,不公开,,听证员2,,,,,,,,\n\
         7,,2026-03-03,一般听证,,,,,,,,,,,\n\
         8,{number},2026-02-04,一般听证,公开,,听证员1,,,,,,,,\n"
    );
    let done = whole_way(&desk, &file(&folder, &rows));
    let codes: Vec<(u64, &str)> = done["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_u64().unwrap(), row["code"].as_str().unwrap()))
        .collect();
    let by_row: std::collections::BTreeMap<u64, &str> = codes.iter().copied().collect();
    assert_eq!(by_row.len(), codes.len(), "each refused row stands there once");
    assert_eq!(by_row[&3], "import_hearing_case_missing");
    assert_eq!(by_row[&4], "day_in_future");
    assert!(by_row.contains_key(&5), "三月初 is no day");
    assert_eq!(by_row[&6], "days_in_wrong_order", "decided before it was held");
    assert_eq!((by_row[&7], by_row[&8]), ("import_hearing_refused", "import_rows_disagree"));
    assert_eq!(by_row[&9], "field_missing");
    assert_eq!((&done["new"], of_case(&desk, case).len()), (&json!(1), 1));

    // A mark of secrecy is the whole file's.
    let marked = format!("{rows}9,{number},2026-03-04,一般听证,公开,,听证员1,,,,,,,,机密★10年\n");
    let refused = desk.try_ask("import_plan", file(&folder, &marked)).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.at.as_str()), ("state_secret", "!11"));
}

/// The checks that say something of how officers of a case's hearings were chosen.
fn of_choosing(desk: &TestDesk, case: i64) -> Vec<String> {
    let findings = desk.ask("case_findings", json!({ "case": case }));
    let checks = findings.as_array().unwrap().iter().map(|one| one["check"].as_str().unwrap().to_owned());
    checks.filter(|check| check.starts_with("hr_16")).collect()
}

#[test]
fn how_an_officer_was_chosen_is_not_guessed() {
    let desk = office();
    pool(&desk, 1);
    let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let number = register_no(&desk, case);
    let folder = tempfile::tempdir().unwrap();
    let row = |day: &str, officers: &str| {
        format!(
            "1,{number},{day},一般听证,公开,王检察官,{officers},{officers},张三,同意,采纳,相对不起诉,2026-03-04,,\n"
        )
    };
    // Before there was a rule on the pool, nobody had to write it down.
    whole_way(&desk, &file(&folder, &row("2022-01-25", "听证员1、陈教授")));
    let hearing = of_case(&desk, case)[0]["id"].as_i64().unwrap();
    let ways = |hearing: i64| -> Vec<Value> {
        sheet(&desk, hearing)["seats"].as_array().unwrap().iter().map(|seat| seat["selection"].clone()).collect()
    };
    assert_eq!(ways(hearing), [json!("not_stated"), json!("not_stated")], "in the pool or not, nobody said it");
    assert_eq!(of_choosing(&desk, case), Vec::<String>::new());

    let rows = format!("{}{}", row("2022-01-25", "听证员1、陈教授"), row("2026-03-02", "听证员1、陈教授"));
    let done = desk.ask("import_apply", file(&folder, &rows));
    assert_eq!((&done["same"], &done["new"]), (&json!(1), &json!(1)), "{done}");
    assert_eq!(
        of_choosing(&desk, case),
        ["hr_16_way"],
        "once for the later hearing, and no guess of approval or reason"
    );
    let later = of_case(&desk, case).iter().map(|one| one["id"].as_i64().unwrap()).find(|id| *id != hearing).unwrap();
    let seats = ids(&sheet(&desk, later)["seats"]);
    let chosen = |seat: i64, way: Value| {
        let mut notes = way;
        (notes["declared_on"], notes["briefed_on"]) = (json!("2026-03-01"), json!("2026-03-01"));
        json!({ "seat": seat, "notes": notes })
    };
    let by_lot = json!({ "selection": "random" });
    desk.ask("hearing_seat_save", chosen(seats[0], by_lot.clone()));
    assert_eq!(of_choosing(&desk, case), ["hr_16_way"], "the other one is still open");
    desk.ask("hearing_seat_save", chosen(seats[1], json!({ "selection": "outside" })));
    assert_eq!(of_choosing(&desk, case), ["hr_16"], "now it is known, and the approval is missing");
    let again = desk.try_ask("hearing_seat_save", chosen(seats[0], json!({ "selection": "designated" })));
    assert_eq!(again.unwrap_err().code, "hearing_selection_stands", "what stands is not written over");
    desk.ask("hearing_seat_save", chosen(seats[0], json!({})));
    assert_eq!(ways(later), [json!("random"), json!("outside")]);
    let done = desk.ask("import_apply", file(&folder, &rows));
    assert_eq!(done["same"], json!(2), "the file does not take it back: {done}");
    assert_eq!(ways(later), [json!("random"), json!("outside")]);
}

#[test]
fn a_ledger_says_how_its_officers_were_chosen() {
    let desk = office();
    pool(&desk, 3);
    let numbers: Vec<String> =
        (0..5).map(|_| register_no(&desk, case(&desk, "GC", "first_instance_prosecution", HANDLER))).collect();
    let folder = tempfile::tempdir().unwrap();
    let heads = "案号,听证日期,听证员,听证员产生方式,指定理由";
    let row = |n: usize, cells: &str| format!("{},2026-03-02,{cells}\n", numbers[n]);
    let rows = [
        row(0, "听证员1、听证员2,随机抽取,"),
        row(
            1,
            "听证员1、听证员2、陈教授,听证员1：抽签；听证员2：指定；陈教授：库外邀请（环境专家）,听证员2：熟悉本地情况",
        ),
        row(2, "听证员3,,"),
        row(3, "听证员3,区里推荐,专业需要"),
        row(4, "听证员1,不详,"),
    ]
    .concat();
    let ask = |heads: &str, rows: &str| {
        let text = format!("{heads}\n{rows}");
        json!({ "path": write(folder.path(), "听证台账.csv", text.as_bytes()), "source": "听证台账" })
    };
    let read = desk.ask("import_read", ask(heads, &rows));
    let fields: Vec<&str> =
        read["columns"].as_array().unwrap().iter().map(|column| column["field"].as_str().unwrap()).collect();
    assert_eq!(fields[3..], ["hearing_selection", "hearing_selection_reason"]);
    let done = whole_way(&desk, &ask(heads, &rows));
    assert_eq!(done["new"], 5, "{}", done["refused"]);
    let chosen = |case: i64| -> Vec<(String, String)> {
        let page = sheet(&desk, of_case(&desk, case)[0]["id"].as_i64().unwrap());
        let text = |seat: &Value, key: &str| seat[key].as_str().unwrap().to_owned();
        let seats = page["seats"].as_array().unwrap().iter();
        seats.map(|seat| (text(seat, "selection"), text(seat, "selection_reason"))).collect()
    };
    let meant = |ways: &[(&str, &str)]| -> Vec<(String, String)> {
        ways.iter().map(|(way, reason)| ((*way).to_owned(), (*reason).to_owned())).collect()
    };
    assert_eq!(chosen(1), meant(&[("random", ""), ("random", "")]));
    assert_eq!(chosen(2), meant(&[("random", ""), ("designated", "熟悉本地情况"), ("outside", "环境专家")]));
    assert_eq!(chosen(3), meant(&[("not_stated", "")]), "a blank says nothing");
    assert_eq!(chosen(4), meant(&[("not_stated", "")]), "what is no way of choosing is not guessed");
    let kept = sheet(&desk, of_case(&desk, 4)[0]["id"].as_i64().unwrap())["notes"][0]["text"].clone();
    assert_eq!(kept, "听证员产生方式：区里推荐；选定听证员的理由：专业需要");
    assert_eq!(done["remarks"], 2, "both are told");
    assert_eq!(chosen(5), meant(&[("not_stated", "")]), "not known is as good as blank");

    // English heads; what the first file left open is filled in, what stands is not written over.
    let heads = "案号,hearing on,hearing officers,Selection of hearing officers,Reason for hand-picking";
    let rows = [row(2, "听证员3,hand-picked,knows the river"), row(0, "听证员1、听证员2,drawn at random,")].concat();
    let again = desk.ask("import_apply", ask(heads, &rows));
    assert_eq!((&again["changed"], &again["same"]), (&json!(1), &json!(1)), "{again}");
    assert_eq!(chosen(3), meant(&[("designated", "knows the river")]));
    let by_hand = json!({ "selection": "random" });
    let seat = ids(&sheet(&desk, of_case(&desk, 4)[0]["id"].as_i64().unwrap())["seats"])[0];
    desk.ask("hearing_seat_save", json!({ "seat": seat, "notes": by_hand }));
    let told = desk.ask("import_apply", ask(heads, &row(3, "听证员3,hand-picked,other")));
    assert_eq!(told["changed"], json!(0), "{told}");
    assert_eq!(chosen(4), meant(&[("random", "")]), "entered by hand meanwhile");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn a_changed_file_changes_the_hearing_and_what_was_corrected_by_hand_stays() {
    let desk = office();
    pool(&desk, 3);
    let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let number = register_no(&desk, case);
    let folder = tempfile::tempdir().unwrap();
    let row = |officers: &str, opinion: &str, result: &str| {
        format!(
            "1,{number},2026-03-02,一般听证,公开,王检察官,{officers},{officers},张三,{opinion},采纳,{result},2026-03-04,,\n"
        )
    };
    whole_way(&desk, &file(&folder, &row("听证员1", "同意", "相对不起诉")));
    let hearing = of_case(&desk, case)[0]["id"].as_i64().unwrap();
    let done = desk.ask("import_apply", file(&folder, &row("听证员1、听证员2", "不同意", "提起公诉")));
    assert_eq!((&done["changed"], &done["remarks"]), (&json!(1), &json!(0)), "{done}");
    let page = sheet(&desk, hearing);
    assert_eq!((page["seats"].as_array().unwrap().len(), &page["hearing"]["majority"]), (2, &json!("disagree")));
    assert_eq!(page["hearing"]["decision"], "提起公诉");

    let closing =
        json!({ "hearing": hearing, "decision": "存疑不起诉", "decided_on": "2026-03-04", "adopted": "full" });
    desk.ask("hearing_close", closing);
    let done = desk.ask("import_apply", file(&folder, &row("听证员1、听证员2", "不同意", "相对不起诉")));
    assert_eq!((&done["same"], &done["remarks"]), (&json!(1), &json!(1)), "told, not written over: {done}");
    assert_eq!(sheet(&desk, hearing)["hearing"]["decision"], "存疑不起诉");

    let done = desk.ask("import_apply", file(&folder, ""));
    assert_eq!((&done["vanished"], &done["rows"]), (&json!(1), &json!(1)), "{done}");
    assert_eq!(of_case(&desk, case).len(), 1, "the record keeps it");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn a_hearing_planned_here_is_found_again_and_filled_in() {
    let desk = office();
    let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let hearing = planned(&desk, plan_with(case, json!({ "held_on": "2026-03-06" })));
    let number = register_no(&desk, case);
    let desk = desk.on("2026-03-12");
    let folder = tempfile::tempdir().unwrap();
    let row =
        format!("1,{number},2026-03-06,一般听证,公开,王检察官,陈教授,陈教授,张三,同意,采纳,相对不起诉,2026-03-10,,\n");
    let done = desk.ask("import_apply", file(&folder, &row));
    assert_eq!((&done["changed"], &done["new"]), (&json!(1), &json!(0)), "{}", done["refused"]);
    let page = sheet(&desk, hearing);
    assert_eq!((ids(&page["seats"]).len(), &page["line"]["status"]), (1, &json!("decided")));
    assert_eq!(page["hearing"]["place"], "第一听证室", "what the file does not say stays");
}

/// A row of a random ledger: case, day of March, officers, opinion, result, whether its day is broken.
type Row = (usize, u8, Vec<u8>, &'static str, &'static str, bool);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        0usize..3,
        1u8..4,
        prop::collection::vec(1u8..4, 0..3),
        prop::sample::select(vec!["", "同意", "一致不同意", "看不懂"]),
        prop::sample::select(vec!["", "相对不起诉", "提起公诉"]),
        prop::bool::weighted(0.15),
    );
    prop::collection::vec(row, 0..6)
}

fn lines(numbers: &[String], rows: &[Row]) -> String {
    let line = |(case, day, officers, opinion, result, broken): &Row| {
        let names: Vec<String> = officers.iter().map(|n| format!("听证员{n}")).collect();
        let (names, day) =
            (names.join("、"), if *broken { "2026-02-30".to_owned() } else { format!("2026-03-0{day}") });
        let number = numbers.get(*case).map_or("2019-GC-00099", String::as_str);
        format!(",{number},{day},一般听证,,,{names},{names},,{opinion},,{result},2026-03-05,,\n")
    };
    rows.iter().map(line).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Every row has one fate, the dry run promises what the import does, the same file changes nothing, and there are as many
    /// hearings as cases with days among the rows that went in.
    #[test]
    fn random_ledgers_of_hearings(ledgers in prop::collection::vec(rows(), 1..3)) {
        let desk = office();
        pool(&desk, 2);
        let cases: Vec<i64> =
            (0..2).map(|_| case(&desk, "GC", "first_instance_prosecution", HANDLER)).collect();
        let numbers: Vec<String> = cases.iter().map(|case| register_no(&desk, *case)).collect();
        let folder = tempfile::tempdir().unwrap();
        let mut known: BTreeSet<(usize, u8)> = BTreeSet::new();
        for rows in &ledgers {
            let ask = file(&folder, &lines(&numbers, rows));
            let plan = desk.ask("import_plan", ask.clone());
            adds_up(&plan);
            let done = desk.ask("import_apply", ask.clone());
            adds_up(&done);
            prop_assert_eq!(done["file_rows"].as_u64().unwrap() as usize, rows.len());
            for count in ["rows", "new", "changed", "same", "vanished", "refused"] {
                prop_assert_eq!(&done[count], &plan[count], "{}", count);
            }
            let again = desk.ask("import_apply", ask);
            prop_assert_eq!(&again["done"]["entry"], &Value::Null, "the same file changes nothing");
            let refused: BTreeSet<u64> =
                done["refused"].as_array().unwrap().iter().map(|row| row["row"].as_u64().unwrap()).collect();
            for (at, (case, day, ..)) in rows.iter().enumerate() {
                // Title and heads stand above.
                if !refused.contains(&(at as u64 + 3)) {
                    known.insert((*case, *day));
                }
            }
            for (n, case) in cases.iter().enumerate() {
                let expected = known.iter().filter(|(of, _)| *of == n).count();
                prop_assert_eq!(of_case(&desk, *case).len(), expected);
            }
            prop_assert_eq!(&desk.ask("record_rebuild", json!({}))["same"], &json!(true));
        }
    }
}
