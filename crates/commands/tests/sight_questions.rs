//! What somebody sees masked he does not come to know by asking for its parts, one after the other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};
use walls::{Case, FIELDS, account, case_of, office};

const TELEPHONE: &str = "13800138000";

/// A case of another department that says of its minor what there is to say, with a hearing.
fn told(desk: &TestDesk) -> Case {
    let case = case_of(desk, account(desk, "far"), 1);
    let (minor, residence) = (FIELDS[2].1, FIELDS[1].1);
    let text = format!("{minor}住{residence}，电话{TELEPHONE}，约好到访");
    desk.ask("note_write", json!({ "case": case.id, "text": text }));
    let plan = json!({
        "case": case.id, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "place": "第一听证室", "held_on": "2026-03-10", "starts_at": "09:00", "ends_at": "11:00", "is_public": false,
        "questions": "是否不起诉",
    });
    let hearing = desk.ask("hearing_plan", plan)["hearing"].clone();
    desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": minor, "role": "suspect" }));
    let guess =
        "SELECT case_id FROM people WHERE name LIKE '%小明%' UNION SELECT case_id FROM cases WHERE title LIKE '%小明%'";
    desk.ask("own_check_save", json!({ "title": "猜", "body": guess }));
    case
}

/// In which ways the case is found where a part of the minor's name is asked for.
fn found_by_name(desk: &TestDesk, part: &str) -> Vec<&'static str> {
    let column = |column: &str| json!({ "query": { "filters": [{ "column": column, "test": { "contains": part } }] } });
    let file = desk.path("list.csv");
    let answers = [
        ("search", desk.ask("search", json!({ "text": part }))["hits"].as_array().unwrap().len()),
        ("titles", desk.ask("case_list_open", column("title"))["total"].as_u64().unwrap() as usize),
        ("people", desk.ask("case_list_open", column("persons"))["total"].as_u64().unwrap() as usize),
        (
            "line",
            desk.ask("case_list", json!({ "filter": format!("title~{part}") }))["total"].as_u64().unwrap() as usize,
        ),
        (
            "file",
            desk.ask("list_export", json!({ "path": file, "filter": format!("person~{part}") }))["rows"]
                .as_u64()
                .unwrap() as usize,
        ),
        ("hearings", desk.ask("hearing_list", json!({ "text": part }))["total"].as_u64().unwrap() as usize),
    ];
    answers.into_iter().filter(|(_, found)| *found > 0).map(|(way, _)| way).collect()
}

fn hits(desk: &TestDesk, text: &str) -> usize {
    desk.ask("search", json!({ "text": text }))["hits"].as_array().unwrap().len()
}

fn guessed(desk: &TestDesk) -> usize {
    let check = desk.ask("own_check_list", json!({}))[0]["id"].clone();
    desk.ask("own_check_ask", json!({ "check": check }))["rows"].as_array().unwrap().len()
}

#[test]
fn what_is_masked_is_found_by_the_whole_of_it_only() {
    let desk = office(false);
    let case = told(&desk);
    let [number, residence, minor, grown, alias] = FIELDS.map(|(_, value, _)| value);
    let ways = ["search", "titles", "people", "line", "file", "hearings"];
    assert_eq!(found_by_name(&desk, "小明"), ways, "who sees all finds by any part");
    assert_eq!((guessed(&desk), hits(&desk, "李某"), hits(&desk, "limou")), (1, 0, 0), "nor what he is not told");
    walls::assign(&desk, case.id, account(&desk, "assistant"), "assistant", None);

    desk.sign_in("prosecutor");
    for part in ["小明", "李小", "明、"] {
        assert_eq!(found_by_name(&desk, part), [""; 0], "{part}");
    }
    assert_eq!(guessed(&desk), 0, "a kept question sees what its asker is told");
    let parts = [
        "lxm",
        "lixiaoming",
        "小明 盗窃",
        &number[..8],
        &number[6..14],
        &number[14..],
        "梧桐里",
        "豆子",
        &TELEPHONE[..7],
    ];
    for part in parts {
        assert_eq!(hits(&desk, part), 0, "{part}");
    }
    for whole in [
        minor,
        alias,
        number,
        residence,
        TELEPHONE,
        "李小明 约好",
        "李小明、王",
        "李小明住",
        grown,
        "王大",
        "约好",
        &case.register_no,
    ] {
        assert_eq!(hits(&desk, whole), 1, "{whole}");
    }
    assert_eq!(found_by_name(&desk, "大力"), ways);
    assert_eq!(found_by_name(&desk, "李某"), ways, "as it is told");
    for read in ["李某、王大力盗窃", "limou", "lm", "某住", "李某 约好", "小某"] {
        assert_eq!(hits(&desk, read), 1, "{read}");
    }
    assert_eq!(hits(&desk, "李某 小明"), 0, "what is told and a part of what is hidden");

    desk.ask("case_reveal", json!({ "case": case.id, "reason": "核对身份" }));
    assert_eq!(found_by_name(&desk, "小明"), ways, "asked for, it is found");
    assert_eq!((guessed(&desk), hits(&desk, "lxm"), hits(&desk, &number[6..14])), (1, 1, 1));
    desk.sign_in("assistant");
    assert_eq!(found_by_name(&desk, "小明"), ways, "who works on it finds it as ever");
    assert_eq!((guessed(&desk), hits(&desk, &number[6..14])), (1, 1));
}

#[test]
fn a_minors_alias_in_a_title_is_found_by_the_whole_of_it_only() {
    let desk = office(false);
    let case = case_of(&desk, account(&desk, "far"), 1);
    walls::entitle(&desk, case.id, "绰号小豆子的少年盗窃案");
    assert_eq!(found_by_name(&desk, "小豆"), ["search", "titles", "line"], "who sees all finds by any part");
    desk.sign_in("prosecutor");
    assert_eq!(found_by_name(&desk, "小豆"), [""; 0]);
    assert_eq!(found_by_name(&desk, "小豆子"), ["search"]);
    assert_eq!(found_by_name(&desk, "小某的"), ["search", "titles", "line"], "as it is told");
}

#[test]
fn cases_stand_in_the_order_of_what_is_told_and_a_key_tells_no_more() {
    let desk = office(false);
    let hidden = case_of(&desk, account(&desk, "far"), 1);
    // 小 comes before 木, and 木 before 某.
    let other = desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": "李木盗窃案", "received_on": "2026-02-02",
                "accepted_on": "2026-02-03", "from_unit": "测县公安局", "source": "police", "cause": "盗窃罪",
                "persons": [{ "role": "suspect", "name": "李木" }] }),
    )["case"]
        .clone();
    let query = json!({ "sort": { "column": "title", "descending": false } });
    let order = || -> Vec<Value> {
        let open = desk.ask("case_list_open", json!({ "query": query }));
        open["rows"].as_array().unwrap().iter().map(|row| row["case_id"].clone()).collect()
    };
    assert_eq!(order(), [json!(hidden.id), other.clone()]);
    desk.sign_in("prosecutor");
    assert_eq!(order(), [other.clone(), json!(hidden.id)]);
    desk.ask("desk_save", json!({ "key": "view:按名", "body": query.to_string() }));
    let first = desk.ask("case_list", json!({ "view": "按名", "limit": 1 }));
    let second = desk.ask("case_list", json!({ "view": "按名", "limit": 1, "after": first["next"] }));
    assert_eq!((&first["cases"][0]["case_id"], &second["cases"][0]["case_id"]), (&other, &json!(hidden.id)));
    assert!(second["next"].as_str().unwrap().contains("李某") && !second.to_string().contains(FIELDS[2].1), "{second}");
}

#[test]
fn what_is_asked_while_the_office_is_locked_is_masked_or_refused() {
    const ANSWERS: usize = 50;
    let desk = office(false);
    let case = case_of(&desk, account(&desk, "far"), 1);
    desk.sign_in("prosecutor");
    let told = std::thread::scope(|scope| {
        let asking = scope.spawn(|| {
            let mut told = Vec::new();
            while told.len() < ANSWERS {
                match desk.try_ask("case_sheet", json!({ "case": case.id })) {
                    Ok(sheet) => told.push(sheet),
                    Err(refused) => assert_eq!(refused.code, "office_locked"),
                }
            }
            told
        });
        while !asking.is_finished() {
            desk.sign_in("prosecutor");
        }
        asking.join().unwrap()
    });
    for sheet in &told {
        assert!(!sheet.to_string().contains(FIELDS[2].1), "{sheet}");
    }
}

#[test]
fn what_was_returned_is_whole_for_who_registers_and_asked_for_by_others() {
    let desk = office(false);
    let refuse = json!({ "category": "first_instance_prosecution", "title": "周小宁寻衅滋事案", "from_unit": "测县公安局",
                         "persons": "周小宁", "outcome": "returned", "reason": "papers_incomplete",
                         "reason_text": "缺周小宁的户籍证明" });
    let id = desk.ask("intake_refuse", refuse)["refusal"].clone();
    let shown = || desk.ask("intake_refusals", json!({}))[0].clone();
    assert!(shown()["is_masked"] == false && shown()["persons"] == "周小宁");
    let reveal = |reason: &str| desk.try_ask("intake_reveal", json!({ "refusal": id, "reason": reason }));

    for login in ["prosecutor", "statistician", "chief_prosecutor"] {
        desk.sign_in(login);
        assert!(shown()["is_masked"] == true && shown()["from_unit"] == "测县公安局", "{login}: {}", shown());
        assert!(!shown().to_string().contains("小宁"), "{login}: {}", shown());
        assert_eq!(refusal_of(reveal(" ")), "reason_missing");
        assert_eq!(reveal("查同案人").unwrap()["title"], "周小宁寻衅滋事案");
    }
    desk.sign_in("statistician");
    for page in [desk.ask("audit_search", json!({})), desk.ask("journal_list", json!({ "limit": 500 }))] {
        assert!(!page.to_string().contains("小宁"), "{page}");
    }
    let missing = desk.try_ask("intake_reveal", json!({ "refusal": 99, "reason": "查同案人" }));
    assert_eq!(refusal_of(missing), "intake_refusal_unknown");

    desk.sign_in("li");
    let asked = desk.ask("audit_search", json!({ "action": "intake_reveal" }));
    assert_eq!(asked["entries"].as_array().unwrap().len(), 3, "each look is an entry");
    let declare = json!({ "account": account(&desk, "chief_prosecutor"), "kind": "person", "value": "周小宁", "ground": "party_or_relative" });
    desk.ask("conflict_declare", declare);
    desk.sign_in("chief_prosecutor");
    assert_eq!(refusal_of(reveal("查同案人")), "recused_from_returned");
    assert!(!shown().to_string().contains("小宁"));
}
