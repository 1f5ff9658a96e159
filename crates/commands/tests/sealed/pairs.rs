//! Non-interference: three offices that did the same, but for one case. In the first it was sealed; in the second another was
//! sealed in its place; in the third there never was one, for a registration in its place was taken back. For each post, long
//! random sequences of commands must be answered the same by all three, byte for byte.
//!
//! Left out of the comparison: digests, which the content of the journal's entries goes into; against the third office, the
//! entries themselves by which the one case and the other registration came and went. Everything else, numbers and refusals
//! included, is compared as it is. `ANJUAN_CAMPAIGN` multiplies the number of commands, `ANJUAN_SEED` begins elsewhere.

use std::{collections::BTreeSet, fs};

use anjuan_commands::list::COMMANDS;
use serde_json::{Value, json};

use super::{SECRET, Words, enter, found_room, minors_case_with, other_case, seal};
use crate::common::{PASSPHRASE, TestDesk};

const ANOTHER: Words = Words {
    name: "欧阳小南",
    title: "欧阳小南聚众斗殴案",
    number: "测公刑诉字〔2026〕33003号",
    note: "欧阳小南已与被害人和解并赔偿全部损失",
};
const IN_ITS_PLACE: Words =
    Words {
        name: "误录", title: "误录入的登记", number: "测公刑诉字〔2026〕1号之误", note: "误录"
    };

/// Commands that draw at random, go by paths of their own, end the sitting, or are the way to the sealed cases themselves.
const LEFT_OUT: &[&str] = &[
    "account_ask",
    "account_decide",
    "account_save",
    "administrators_separate",
    "assignment_draw",
    "backup_if_due",
    "backup_list",
    "backup_make",
    "backup_restore",
    "backups_find",
    "case_seal",
    "case_unseal",
    "confirm",
    "copies",
    "copies_set",
    "draw_method_save",
    "hearing_officers_draw",
    "import_apply",
    "import_plan",
    "import_read",
    "list_export",
    "office_create",
    "office_first_sign_in",
    "office_lock",
    "office_recover",
    "office_status",
    "office_unlock",
    "papers_make",
    "passphrase_change",
    "room_allow",
    "room_enter",
    "room_found",
    "sample_fill",
    "strictness_set",
    "table_export",
    "template_put",
    "template_take",
];

/// An office after all of it, and the entries by which the case came and went.
struct Office {
    desk: TestDesk,
    of_the_case: BTreeSet<i64>,
}

enum Went {
    Sealed,
    TakenBack,
}

fn head(desk: &TestDesk) -> i64 {
    desk.ask("record_verify", json!({}))["entries"].as_i64().unwrap()
}

/// Drawn, linked to the case that stays, heard of, reminded of: what leaves rows beside the case.
fn live_through(desk: &TestDesk, case: i64, words: &Words) {
    desk.ask("assignment_draw", json!({ "case": case }));
    let link = json!({ "links": [{ "id": null, "other": case, "kind": "related" }] });
    desk.ask("case_change", json!({ "case": 1, "change": link }));
    let plan = json!({
        "case": case, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "place": words.title, "held_on": "2026-03-10", "starts_at": "09:00", "ends_at": "11:00", "is_public": false,
        "questions": format!("是否对{}作不起诉处理", words.name),
    });
    let hearing = desk.ask("hearing_plan", plan)["hearing"].clone();
    desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": words.name, "role": "suspect" }));
    let remind = json!({ "case": case, "due": "2026-04-09", "text": format!("回访{}", words.name) });
    desk.ask("reminder_save", remind);
    desk.ask("hearing_cancel", json!({ "hearing": hearing, "reason": format!("{}因病住院", words.name) }));
}

fn office(words: &Words, went: Went) -> Office {
    let desk = TestDesk::founded();
    for choice in anjuan_law::choices("post") {
        let account =
            json!({ "id": null, "login": choice.code, "name": choice.zh, "post": choice.code, "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    }
    other_case(&desk, "张三", "2026-02-02");
    let departments = desk.ask("department_list", json!({}));
    let zhou = json!({ "id": super::prosecutor(&desk), "login": "zhou", "name": "周检察官", "post": "prosecutor", "in_quota": true,
                       "handles_minors": true, "on_duty": true, "department_id": departments[1]["id"] });
    desk.ask("account_save", json!({ "account": zhou }));
    let before = head(&desk);
    let case = minors_case_with(&desk, words, |case| live_through(&desk, case, words));
    let after = head(&desk);
    other_case(&desk, "李四", "2026-02-04");
    found_room(&desk);
    enter(&desk);
    let going = head(&desk);
    match went {
        Went::Sealed => {
            seal(&desk, case);
            // As many entries as the other office needs to take each back.
            for _ in 1..after - before {
                desk.ask("paper_printed", json!({ "what": "caseload" }));
            }
        }
        Went::TakenBack => {
            for entry in (before + 1..=after).rev() {
                desk.ask("entry_undo", json!({ "entry": entry, "reason": "误录" }));
            }
        }
    }
    let gone = head(&desk);
    desk.ask("room_leave", json!({}));
    desk.ask("backup_make", json!({}));
    desk.ask("note_write", json!({ "case": 1, "text": "张三一案与他案无关" }));
    desk.ask("office_lock", json!({}));
    Office { desk, of_the_case: (before + 1..=after).chain(going + 1..=gone).collect() }
}

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A value that some command may take for what it wants: the sealed case's id, number and words are among them.
fn value(dice: &mut Dice, field: &str) -> Value {
    let ids = [json!(1), json!(2), json!(3), json!(4), json!(7)];
    let days = [json!("2026-01-01"), json!("2026-02-03"), json!("2026-03-05"), json!("2026-12-31")];
    let texts =
        ["柳", "柳如霜", "lrs", "liurushuang", "90417", "盗窃", "张三", "zs", "2026-GC-00002", "欧阳", "误", "2009"];
    match field {
        "case" => match dice.below(4) {
            0 => json!(*dice.of(&["2026-GC-00001", "2026-GC-00002", "2026-GC-00003", "2026-GC-00009"])),
            _ => dice.of(&ids).clone(),
        },
        "day" | "from" | "to" | "since" | "on" | "until" => dice.of(&days).clone(),
        "text" | "name" | "person_name" | "filter" => json!(*dice.of(&texts)),
        "entry" => json!(dice.below(60)),
        "limit" => json!(1000),
        _ => dice.of(&ids).clone(),
    }
}

fn request(dice: &mut Dice, command: &str) -> Value {
    let fields: &[&str] = match command {
        "case_list" => dice.of::<&[&str]>(&[&[], &["filter"]]),
        "case_list_open" => return json!({ "query": {}, "first": 50 }),
        "case_list_page" => return json!({ "list": 1 + dice.below(3), "from": 0, "count": 50 }),
        "search" => &["text", "limit"],
        "case_duplicates" => {
            return json!({ "title": value(dice, "text"), "numbers": [{ "kind": "police", "number": SECRET.number }],
                           "persons": [{ "role": "suspect", "name": value(dice, "text") }] });
        }
        "audit_search" => match dice.below(3) {
            0 => return json!({ "limit": 1000, "text": value(dice, "text") }),
            1 => {
                return json!({ "limit": 1000, "action": dice.of(&["case_register", "case_seal", "note_write", "undo"]) });
            }
            _ => return json!({ "limit": 1000 }),
        },
        "journal_list" => match dice.below(2) {
            0 => return json!({ "limit": 500 }),
            _ => return json!({ "limit": 500, "case": value(dice, "id") }),
        },
        "register_as_of" => &["day"],
        "entry_undo" => return json!({ "entry": 1 + dice.below(8), "reason": "试" }),
        "pick_unit" | "pick_charge" | "pick_cause" => return json!({ "text": value(dice, "text"), "limit": 20 }),
        "note_write" => return json!({ "case": value(dice, "case"), "text": "一条记载" }),
        "case_register" => return json!({}),
        "own_check_ask" => {
            return json!({ "body": *dice.of(&[
            "SELECT id AS case_id, title, register_no FROM cases",
            "SELECT case_id, count(*) AS people FROM people GROUP BY case_id",
            "SELECT id AS case_id FROM sealed_mark",
            "SELECT case_id, kind, on_day FROM acts",
        ]) });
        }
        _ => {
            let shapes: [&[&str]; 12] = [
                &[],
                &["case"],
                &["day"],
                &["id"],
                &["text"],
                &["case", "subject", "field"],
                &["hearing"],
                &["draw"],
                &["seat"],
                &["participant"],
                &["from", "to"],
                &["person"],
            ];
            shapes[dice.below(shapes.len())]
        }
    };
    Value::Object(fields.iter().map(|field| ((*field).to_owned(), value(dice, field))).collect())
}

fn answer(office: &Office, command: &str, request: &Value) -> Value {
    match office.desk.try_ask(command, request.clone()) {
        Ok(answer) => answer,
        Err(refused) => json!({ "refusal": refused.code, "at": refused.at, "values": refused.values }),
    }
}

/// An answer without the entries by which the case came and went.
fn without(mut answer: Value, command: &str, of_the_case: &BTreeSet<i64>) -> Value {
    if ["audit_search", "journal_list"].contains(&command)
        && let Some(entries) = answer.get_mut("entries").and_then(Value::as_array_mut)
    {
        entries.retain(|entry| !entry["entry"].as_i64().is_some_and(|entry| of_the_case.contains(&entry)));
    }
    answer
}

/// An answer as it is compared: without digests, and without where the office lies.
fn told(office: &Office, answer: &Value) -> String {
    plain(&answer.to_string(), &office.desk)
}

fn plain(text: &str, desk: &TestDesk) -> String {
    let text = text.replace(&desk.path("").display().to_string(), "");
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_hexdigit() && !c.is_ascii_uppercase() {
            run.push(c);
            continue;
        }
        // Public keys and hashes, and no number of the record is so long.
        out.push_str(if run.len() >= 64 { "digest" } else { &run });
        run.clear();
        out.push(c);
    }
    out
}

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// Asks all three the same, post by post, and finds no difference. Gives how many questions were asked and how many answered.
fn same([sealed, another, never]: [&Office; 3]) -> (usize, usize) {
    let commands: Vec<&str> =
        COMMANDS.iter().map(|command| command.name).filter(|name| !LEFT_OUT.contains(name)).collect();
    let seed = number("ANJUAN_SEED", 20_260_305);
    let mut dice = Dice(seed);
    let steps = 25 * number("ANJUAN_CAMPAIGN", 1);
    let often =
        ["search", "case_sheet", "case_list", "case_list_open", "case_duplicates", "audit_search", "journal_list"];
    let (mut asked, mut answered) = (0, 0);
    for choice in anjuan_law::choices("post") {
        let all = [sealed, another, never];
        for office in all {
            office.desk.ask("office_unlock", json!({ "login": choice.code, "passphrase": PASSPHRASE }));
        }
        for _ in 0..steps {
            let command = if dice.below(3) == 0 { *dice.of(&often) } else { *dice.of(&commands) };
            let request = request(&mut dice, command);
            let [one, other, none] = all.map(|office| answer(office, command, &request));
            let who = &choice.code;
            assert_eq!(told(sealed, &one), told(another, &other), "seed {seed}: {who} asks {command} {request}");
            let [one, none] = [one, none].map(|answer| without(answer, command, &sealed.of_the_case));
            assert_eq!(told(sealed, &one), told(never, &none), "seed {seed}: {who} asks {command} {request}");
            asked += 1;
            answered += usize::from(one.get("refusal").is_none());
        }
        let files: BTreeSet<Option<String>> = all.map(|office| exported(office, &choice.code)).into();
        assert_eq!(files.len(), 1, "{} exports {files:?}", choice.code);
        for office in all {
            office.desk.ask("office_lock", json!({}));
        }
    }
    (asked, answered)
}

fn exported(office: &Office, post: &str) -> Option<String> {
    let path = office.desk.path(&format!("{post}.csv"));
    office.desk.try_ask("list_export", json!({ "path": path })).ok()?;
    Some(plain(&fs::read_to_string(path).unwrap(), &office.desk))
}

#[test]
fn nobody_without_the_key_can_tell_which_case_was_sealed_nor_that_one_was() {
    let sealed = office(&SECRET, Went::Sealed);
    let another = office(&ANOTHER, Went::Sealed);
    let never = office(&IN_ITS_PLACE, Went::TakenBack);
    assert_eq!(sealed.of_the_case, never.of_the_case, "the offices are built with the same entries");
    sealed.desk.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    for entry in sealed.of_the_case.iter().take(7) {
        let refused = sealed.desk.try_ask("entry_undo", json!({ "entry": entry, "reason": "试" })).unwrap_err();
        assert_eq!(refused.code, "entry_unknown", "{entry}");
    }
    sealed.desk.ask("office_lock", json!({}));
    let (asked, answered) = same([&sealed, &another, &never]);
    assert!(asked >= 400 && answered * 4 >= asked, "{answered} of {asked} answered");
}
