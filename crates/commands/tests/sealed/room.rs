//! What is done in the room, and what is left of a case outside of it.

use std::fs;

use anjuan_office::{
    Refusal,
    record::{FileKey, KeyFile, Record, sealed_file_in, sealed_keys_in},
};
use serde_json::{Value, json};

use super::{SECRET, Words, enter, found_room, minors_case, other_case, seal, sealing};
use crate::common::{PASSPHRASE, TestDesk, refusal_of};

fn entry_actions(desk: &TestDesk) -> Vec<String> {
    let found = desk.ask("audit_search", json!({ "limit": 1000 }));
    found["entries"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap().to_owned()).collect()
}

fn in_room(desk: &TestDesk, command: &str, request: Value) -> Value {
    desk.ask("room_ask", json!({ "command": command, "request": request }))
}

#[test]
fn a_sealed_case_is_nowhere_in_the_record_and_whole_in_the_room() {
    let desk = TestDesk::founded();
    other_case(&desk, "张三", "2026-02-02");
    let case = minors_case(&desk, &SECRET);
    let other = other_case(&desk, "李四", "2026-02-04");
    let (sheet, due) = (desk.ask("case_sheet", json!({ "case": case })), desk.ask("case_due", json!({ "case": case })));
    desk.ask("paper_printed", json!({ "what": "case", "case": case }));
    desk.ask("draft_save", json!({ "key": format!("hearing_plan:case:{case}"), "body": "草稿" }));
    found_room(&desk);
    assert_eq!(refusal_of(desk.try_ask("case_seal", sealing(case))), "room_closed");
    enter(&desk);
    let foreseen = desk.ask("case_seal_foresee", json!({ "case": case }));
    assert_eq!(foreseen["foreseen"]["minors"], json!([SECRET.name]));
    seal(&desk, case);

    // In the record: nowhere.
    assert_eq!(refusal_of(desk.try_ask("case_sheet", json!({ "case": case }))), "case_unknown");
    for text in [SECRET.name, SECRET.number, "lrs", SECRET.note] {
        assert_eq!(desk.ask("search", json!({ "text": text }))["hits"], json!([]), "{text}");
    }
    let told = [
        desk.ask("case_list", json!({})),
        desk.ask("audit_search", json!({ "limit": 1000 })),
        desk.ask("journal_list", json!({ "limit": 500 })),
        desk.ask("register_as_of", json!({ "day": "2026-03-05" })),
        desk.ask("register_as_of", json!({ "day": "2026-01-05" })),
        desk.ask("draft_load", json!({ "key": format!("hearing_plan:case:{case}") })),
    ];
    for told in &told {
        for word in [SECRET.name, SECRET.title, SECRET.number, "2026-GC-00002"] {
            assert!(!told.to_string().contains(word), "{word} in {told}");
        }
    }
    assert_eq!(told[5], Value::Null);
    assert!(!entry_actions(&desk).contains(&"case_seal".to_owned()));
    assert!(!entry_actions(&desk).contains(&"paper_print".to_owned()));
    assert!(
        desk.ask("record_verify", json!({}))["sound"].as_bool().unwrap(),
        "{}",
        desk.ask("record_verify", json!({}))
    );
    assert!(desk.ask("record_rebuild", json!({}))["same"].as_bool().unwrap());
    // The numbers go on behind it.
    let next = desk.ask("case_sheet", json!({ "case": other_case(&desk, "王五", "2026-02-05") }));
    assert_eq!(next["head"]["register_no"], "2026-GC-00004");
    assert!(desk.ask("case_sheet", json!({ "case": other }))["head"]["title"].is_string());

    // In the room: as it was.
    let cases = desk.ask("room_cases", json!({}));
    assert_eq!(cases["cases"][0]["title"], SECRET.title);
    let inside = in_room(&desk, "case_sheet", json!({ "case": case }));
    for part in ["head", "persons", "acts", "notes", "numbers", "flags"] {
        assert_eq!(inside[part], sheet[part], "{part}");
    }
    assert_eq!(in_room(&desk, "case_due", json!({ "case": case })), due);
    assert_eq!(in_room(&desk, "search", json!({ "text": "lrs" }))["hits"][0]["case"], case);
    assert_eq!(in_room(&desk, "case_list", json!({}))["total"], 1);
    for command in ["note_write", "case_seal", "entry_undo", "list_export", "room_ask", "room_allow"] {
        let asked = desk.try_ask("room_ask", json!({ "command": command, "request": {} }));
        assert_eq!(refusal_of(asked), "room_reads_only", "{command}");
    }
}

#[test]
fn each_look_is_an_entry_of_the_rooms_journal_and_the_office_is_told_only_that_somebody_entered() {
    let desk = TestDesk::founded();
    let case = minors_case(&desk, &SECRET);
    found_room(&desk);
    enter(&desk);
    seal(&desk, case);
    for _ in 0..2 {
        in_room(&desk, "case_sheet", json!({ "case": case }));
        in_room(&desk, "search", json!({ "text": "柳" }));
    }
    let told = desk.ask("room_journal", json!({}));
    let told: Vec<(&str, &str)> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["action"].as_str().unwrap(), entry["reason"].as_str().unwrap()))
        .collect();
    let purpose = "核对封存案件";
    let expected = [
        ("sealed_read", purpose),
        ("sealed_read", purpose),
        ("case_seal", "相对不起诉"),
        ("room_enter", purpose),
        ("sealed_found", ""),
    ];
    assert_eq!(told, expected);
    let outside = entry_actions(&desk);
    assert_eq!(outside.iter().filter(|action| *action == "room_enter").count(), 1);
    assert!(!outside.contains(&"sealed_read".to_owned()));
    desk.ask("room_leave", json!({}));
    assert_eq!(refusal_of(desk.try_ask("room_cases", json!({}))), "room_closed");
    enter(&desk);
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(refusal_of(desk.try_ask("room_cases", json!({}))), "room_closed", "locking leaves the room");
}

#[test]
fn only_who_was_given_the_way_in_enters_and_a_passphrase_set_by_somebody_else_does_not_open() {
    let desk = TestDesk::founded();
    for (login, post) in [("jcg", "prosecutor"), ("sj", "clerk")] {
        let account = json!({ "id": null, "login": login, "name": login, "post": post, "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    }
    let recovery = found_room(&desk);
    enter(&desk);
    assert_eq!(
        refusal_of(desk.try_ask("room_allow", json!({ "login": "sj", "allow": true }))),
        "room_post_without_right"
    );
    assert_eq!(refusal_of(desk.try_ask("room_allow", json!({ "login": "li", "allow": false }))), "room_last_person");
    let sit = |login: &str, passphrase: &str| {
        desk.ask("office_lock", json!({}));
        desk.ask("office_unlock", json!({ "login": login, "passphrase": passphrase }));
    };
    let entering = |passphrase: &str, code: Option<&str>| {
        desk.try_ask("room_enter", json!({ "passphrase": passphrase, "purpose": "查阅", "code": code }))
    };
    sit("jcg", PASSPHRASE);
    assert_eq!(refusal_of(entering(PASSPHRASE, None)), "room_not_allowed");
    sit("sj", PASSPHRASE);
    assert_eq!(refusal_of(entering(PASSPHRASE, None)), "no_right");
    sit("li", PASSPHRASE);
    enter(&desk);
    let code = desk.ask("room_allow", json!({ "login": "jcg", "allow": true }))["code"].as_str().unwrap().to_owned();
    sit("jcg", PASSPHRASE);
    assert_eq!(refusal_of(entering(PASSPHRASE, None)), "room_code_needed");
    assert_eq!(refusal_of(entering("wrong passphrase here", Some(&code))), "passphrase_wrong");
    entering(PASSPHRASE, Some(&code)).unwrap();
    let newer = "另外五个随便的词 other words";
    desk.ask("passphrase_change", json!({ "old": PASSPHRASE, "passphrase": newer }));
    entering(newer, None).unwrap();
    // The clerk sets the prosecutor's passphrase: it opens the office, and not the room.
    sit("li", PASSPHRASE);
    let people = desk.ask("account_list", json!({}));
    let mut account = people.as_array().unwrap().iter().find(|one| one["login"] == "jcg").unwrap().clone();
    account["on_duty"] = json!(true);
    desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    sit("jcg", PASSPHRASE);
    assert_eq!(refusal_of(entering(PASSPHRASE, None)), "room_passphrase_older");
    // Its own recovery key does.
    entering(PASSPHRASE, Some(&recovery)).unwrap();
    entering(PASSPHRASE, None).unwrap();
}

/// The two files of the room as somebody may have kept them.
fn kept(desk: &TestDesk, name: &str) -> std::path::PathBuf {
    let to = desk.path(name);
    fs::create_dir(&to).unwrap();
    for file in ["office.anjuan-sealed", "office.anjuan-sealed.key"] {
        fs::copy(desk.path("office").join(file), to.join(file)).unwrap();
    }
    to
}

fn key_in(folder: &std::path::Path, login: &str) -> Result<FileKey, Refusal> {
    KeyFile::load(&sealed_keys_in(folder)).unwrap().open(login, PASSPHRASE)
}

fn opens(folder: &std::path::Path, key: &FileKey) -> Result<(), String> {
    Record::beside(&sealed_file_in(folder), key.clone(), false).map(drop).map_err(|refused| refused.code)
}

#[test]
fn who_loses_the_way_in_opens_nothing_that_is_sealed_afterwards() {
    let desk = TestDesk::founded();
    let other = Words {
        name: "苏晚晴", title: "苏晚晴盗窃案", number: "测公刑诉字〔2026〕90418号", note: "初犯"
    };
    let (first, second) = (minors_case(&desk, &SECRET), minors_case(&desk, &other));
    for (login, name) in [("jcg", "陈检察官"), ("fjcz", "副检察长")] {
        let account = json!({ "id": null, "login": login, "name": name, "post": "prosecutor", "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    }
    let recovery = found_room(&desk);
    enter(&desk);
    seal(&desk, first);
    let allow = |login: &str, allow: bool| desk.ask("room_allow", json!({ "login": login, "allow": allow }));
    for login in ["jcg", "fjcz"] {
        let given = allow(login, true);
        assert_eq!(given["key_renewed"], Value::Null);
        let code = given["code"].clone();
        desk.sign_in(login);
        desk.ask("room_enter", json!({ "passphrase": PASSPHRASE, "purpose": "查阅", "code": code }));
        desk.sign_in("li");
        enter(&desk);
    }
    desk.ask("backup_make", json!({}));
    let before = kept(&desk, "before");
    let his = key_in(&before, "jcg").unwrap();
    assert_eq!(opens(&before, &his), Ok(()));

    // Taken away in the room: the key is another at once, and the backup that carries the one before is named.
    let renewed = allow("jcg", false)["key_renewed"].clone();
    assert_eq!(renewed["left"], json!(["jcg"]));
    assert_eq!(renewed["holding"].as_array().unwrap().len(), 1, "{renewed}");
    seal(&desk, second);
    assert_eq!(desk.ask("room_cases", json!({}))["cases"].as_array().unwrap().len(), 2);
    let after = kept(&desk, "after");
    assert_eq!(opens(&after, &his), Err("record_key_wrong".into()));
    assert_eq!(key_in(&after, "jcg").map(drop).unwrap_err().code, "passphrase_wrong");
    assert!(entry_actions(&desk).contains(&"room_allow".to_owned()));
    let journal = desk.ask("room_journal", json!({})).to_string();
    assert!(journal.contains("key_renew") && journal.contains("jcg"), "{journal}");

    // Ended by somebody outside of the room: at the next entering. The recovery key stays good.
    let theirs = key_in(&after, "fjcz").unwrap();
    desk.ask("room_leave", json!({}));
    let people = desk.ask("account_list", json!({}));
    let mut account = people.as_array().unwrap().iter().find(|one| one["login"] == "fjcz").unwrap().clone();
    account["ended_on"] = json!("2026-03-04");
    desk.ask("account_save", json!({ "account": account }));
    assert_eq!(opens(&kept(&desk, "between"), &theirs), Ok(()), "nobody was there who has the key");
    let entered = enter(&desk);
    assert_eq!(entered["key_renewed"]["left"], json!(["fjcz"]));
    assert_eq!(opens(&kept(&desk, "last"), &theirs), Err("record_key_wrong".into()));
    assert_eq!(enter(&desk)["key_renewed"], Value::Null, "once");
    let entering = json!({ "passphrase": PASSPHRASE, "purpose": "查阅", "code": recovery });
    desk.ask("room_enter", entering);
    assert_eq!(desk.ask("room_cases", json!({}))["cases"].as_array().unwrap().len(), 2);
    assert!(desk.ask("record_verify", json!({}))["sound"].as_bool().unwrap());
}

#[test]
fn who_declared_an_interest_is_kept_away_in_the_room_too_whenever_it_was_declared() {
    let other = Words {
        name: "苏晚晴", title: "苏晚晴盗窃案", number: "测公刑诉字〔2026〕90418号", note: "初犯"
    };
    let desk = TestDesk::founded();
    let (first, second) = (minors_case(&desk, &SECRET), minors_case(&desk, &other));
    let account = json!({ "id": null, "login": "jcg", "name": "陈检察官", "post": "prosecutor", "on_duty": true });
    desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    let people = desk.ask("account_list", json!({}));
    let jcg = people.as_array().unwrap().iter().find(|one| one["login"] == "jcg").unwrap()["id"].clone();
    let declare = |kind: &str, value: &str| {
        desk.ask("conflict_declare", json!({ "account": jcg, "kind": kind, "value": value, "ground": "interest" }))
    };
    // The one was declared before and goes away with the case, the other when both lay in the room.
    let number = desk.ask("case_sheet", json!({ "case": second }))["head"]["register_no"].clone();
    declare("case", number.as_str().unwrap());
    found_room(&desk);
    enter(&desk);
    seal(&desk, first);
    seal(&desk, second);
    let code = desk.ask("room_allow", json!({ "login": "jcg", "allow": true }))["code"].clone();
    let tells = |desk: &TestDesk, case: i64, words: &Words| {
        let told = [
            desk.try_ask("room_ask", json!({ "command": "case_sheet", "request": { "case": case } })),
            desk.try_ask("room_ask", json!({ "command": "case_list", "request": {} })),
            desk.try_ask("room_cases", json!({})),
        ];
        let whole = told.iter().all(|told| told.as_ref().is_ok_and(|told| told.to_string().contains(words.name)));
        let nothing = told.iter().all(|told| !format!("{told:?}").contains(words.name));
        assert!(whole || nothing, "{}: {told:?}", words.name);
        whole
    };
    desk.sign_in("jcg");
    desk.ask("room_enter", json!({ "passphrase": PASSPHRASE, "purpose": "查阅", "code": code }));
    assert_eq!((tells(&desk, first, &SECRET), tells(&desk, second, &other)), (true, false));
    desk.sign_in("li");
    declare("person", SECRET.name);
    desk.sign_in("jcg");
    desk.ask("room_enter", json!({ "passphrase": PASSPHRASE, "purpose": "查阅" }));
    assert_eq!((tells(&desk, first, &SECRET), tells(&desk, second, &other)), (false, false));
    let unseal =
        json!({ "case": first, "ground": "new_crime", "authority": "测检未解〔2026〕1号", "reason": "数罪并罚" });
    assert_eq!(refusal_of(desk.try_ask("case_unseal", unseal)), "recused_from_case");
    desk.sign_in("li");
    enter(&desk);
    assert_eq!((tells(&desk, first, &SECRET), tells(&desk, second, &other)), (true, true), "others see both");
}

#[test]
fn that_the_room_could_not_be_given_a_new_key_is_said_at_once_and_it_is_given_one_later() {
    let desk = TestDesk::founded();
    let case = minors_case(&desk, &SECRET);
    for (login, name) in [("jcg", "陈检察官"), ("fjcz", "副检察长")] {
        let account = json!({ "id": null, "login": login, "name": name, "post": "prosecutor", "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    }
    found_room(&desk);
    enter(&desk);
    for login in ["jcg", "fjcz"] {
        let code = desk.ask("room_allow", json!({ "login": login, "allow": true }))["code"].clone();
        desk.sign_in(login);
        desk.ask("room_enter", json!({ "passphrase": PASSPHRASE, "purpose": "查阅", "code": code }));
        desk.sign_in("li");
        enter(&desk);
    }
    // What stands where the file is to be written anew can't be taken away, as on a disk with a fault.
    let in_the_way = format!("{}.rekeyed-journal", sealed_file_in(&desk.path("office")).display());
    fs::create_dir(&in_the_way).unwrap();
    let taken = desk.ask("room_allow", json!({ "login": "fjcz", "allow": false }));
    assert_eq!(taken["key_renewed"], Value::Null);
    assert_eq!(taken["key_not_renewed"]["code"], "record_disk_fault", "{taken}");
    assert_eq!(desk.ask("room_cases", json!({}))["logins"], json!(["li", "jcg"]), "what was done is told as done");
    let entered = enter(&desk);
    assert_eq!(
        (&entered["key_renewed"], &entered["key_not_renewed"]["code"]),
        (&Value::Null, &json!("record_disk_fault"))
    );
    assert_eq!(desk.ask("room_cases", json!({}))["cases"], json!([]), "one reads all the same");
    assert_eq!(refusal_of(desk.try_ask("case_seal", sealing(case))), "record_disk_fault", "and seals nothing");
    fs::remove_dir(&in_the_way).unwrap();
    let entered = enter(&desk);
    assert_eq!(
        (&entered["key_renewed"]["left"], &entered["key_not_renewed"]),
        (&json!(["fjcz"]), &Value::Null),
        "{entered}"
    );
    seal(&desk, case);
}

#[test]
fn a_case_comes_back_only_on_a_ground_of_the_law_and_can_be_sealed_again() {
    let desk = TestDesk::founded();
    let case = minors_case(&desk, &SECRET);
    let other = other_case(&desk, "李四", "2026-02-04");
    desk.ask("case_change", json!({ "case": other, "change": { "links": [{ "other": case, "kind": "related" }] } }));
    let sheet = desk.ask("case_sheet", json!({ "case": case }));
    found_room(&desk);
    enter(&desk);
    seal(&desk, case);
    assert_eq!(desk.ask("case_sheet", json!({ "case": other }))["links"], json!([]));
    let ask = |ground: &str, reason: &str| json!({ "case": case, "ground": ground, "authority": "测检未解〔2026〕1号", "reason": reason });
    assert_eq!(refusal_of(desk.try_ask("case_unseal", ask("curiosity", "看看"))), "choice_unknown");
    assert_eq!(refusal_of(desk.try_ask("case_unseal", ask("new_crime", " "))), "field_missing");
    desk.ask("case_unseal", ask("new_crime", "新罪数罪并罚"));
    let back = desk.ask("case_sheet", json!({ "case": case }));
    for part in ["head", "persons", "acts", "notes", "numbers", "flags", "links"] {
        assert_eq!(back[part], sheet[part], "{part}");
    }
    assert_eq!(desk.ask("room_cases", json!({}))["cases"], json!([]));
    assert!(
        desk.ask("record_verify", json!({}))["sound"].as_bool().unwrap(),
        "{}",
        desk.ask("record_verify", json!({}))
    );
    assert!(desk.ask("record_rebuild", json!({}))["same"].as_bool().unwrap());
    let entries = desk.ask("audit_search", json!({ "action": "case_unseal" }));
    let undoing = json!({ "entry": entries["entries"][0]["entry"], "reason": "误" });
    assert_eq!(refusal_of(desk.try_ask("entry_undo", undoing)), "undo_not_for_this");
    seal(&desk, case);
    assert_eq!(desk.ask("search", json!({ "text": SECRET.name }))["hits"], json!([]));
    assert!(
        desk.ask("record_verify", json!({}))["sound"].as_bool().unwrap(),
        "{}",
        desk.ask("record_verify", json!({}))
    );
}

#[test]
fn what_the_law_does_not_seal_is_refused() {
    let desk = TestDesk::founded();
    let grown = other_case(&desk, "张三", "2026-02-02");
    found_room(&desk);
    enter(&desk);
    assert_eq!(refusal_of(desk.try_ask("case_seal", sealing(grown))), "seal_no_minor");
    let joint = minors_case(&desk, &SECRET);
    let people = json!({ "role": "suspect", "name": "周大", "birth": "1980-05-06", "act_on": "2025-12-24" });
    desk.ask("person_save", json!({ "case": joint, "person": people, "reason": "补录同案人" }));
    assert_eq!(refusal_of(desk.try_ask("case_seal", sealing(joint))), "seal_joint_case");
    let mut whole = sealing(joint);
    whole["joint_reason"] = json!("未分案，整案不起诉");
    whole["label"] = json!([grown]);
    desk.ask("case_seal", whole);
    let flags = desk.ask("case_sheet", json!({ "case": grown }))["flags"].clone();
    assert!(flags.as_array().unwrap().contains(&json!("holds_sealed_information")), "{flags}");
}

#[test]
fn the_files_that_still_hold_the_case_are_named_and_a_backup_made_after_holds_both_parts() {
    let desk = TestDesk::founded();
    let (second, to) = (desk.path("second"), desk.path("restored"));
    desk.ask("copies_set", json!({ "second": second }));
    let case = minors_case(&desk, &SECRET);
    let old = desk.ask("backup_make", json!({}))["backup"]["file"].as_str().unwrap().to_owned();
    desk.ask("note_write", json!({ "case": case, "text": "备份后的记载" }));
    found_room(&desk);
    enter(&desk);
    let before = desk.ask("case_seal_foresee", json!({ "case": case }))["holding"].clone();
    assert!(before.as_array().unwrap().contains(&json!(old)), "{before}");
    let mut ask = sealing(case);
    ask["backup"] = json!(true);
    let sealed = desk.ask("case_seal", ask);
    let holding: Vec<&str> = sealed["holding"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
    // The new backup took the place of the older one of the same day.
    assert!(!std::path::Path::new(&old).exists() && !holding.contains(&old.as_str()), "{holding:?}");
    assert!(holding.iter().any(|file| file.ends_with(".anjuan-segment")), "{holding:?}");
    // A person takes them away.
    for file in &holding {
        fs::remove_file(file).unwrap();
    }
    other_case(&desk, "李四", "2026-02-04");
    desk.ask("office_lock", json!({}));
    let new = sealed["backup"].as_str().unwrap();
    let restored = desk.ask(
        "backup_restore",
        json!({ "file": new, "login": "li", "passphrase": PASSPHRASE, "to": to, "second": second }),
    );
    assert_eq!(restored["restored"]["unreadable"], json!([]));
    let back = desk.over(&to);
    back.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(refusal_of(back.try_ask("case_sheet", json!({ "case": case }))), "case_unknown");
    assert!(back.ask("record_verify", json!({}))["sound"].as_bool().unwrap());
    assert_eq!(back.ask("case_list", json!({}))["total"], 1);
    enter(&back);
    assert_eq!(back.ask("room_cases", json!({}))["cases"][0]["title"], SECRET.title);
}

#[test]
fn an_old_backup_and_the_second_copy_bring_the_office_back_with_the_case_sealed() {
    let desk = TestDesk::founded();
    let (second, to) = (desk.path("second"), desk.path("restored"));
    desk.ask("copies_set", json!({ "second": second }));
    let case = minors_case(&desk, &SECRET);
    let old = desk.ask("backup_make", json!({}))["backup"]["file"].as_str().unwrap().to_owned();
    desk.ask("note_write", json!({ "case": case, "text": "备份后的记载" }));
    found_room(&desk);
    enter(&desk);
    seal(&desk, case);
    other_case(&desk, "李四", "2026-02-04");
    desk.ask("office_lock", json!({}));
    let restore = |to: &std::path::Path| {
        desk.ask(
            "backup_restore",
            json!({ "file": old, "login": "li", "passphrase": PASSPHRASE, "to": to, "second": second }),
        )
    };
    assert_eq!(restore(&to)["restored"]["unreadable"], json!([]));
    let back = desk.over(&to);
    back.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(refusal_of(back.try_ask("case_sheet", json!({ "case": case }))), "case_unknown");
    let verified = back.ask("record_verify", json!({}));
    assert!(verified["sound"].as_bool().unwrap(), "{verified}");
    enter(&back);
    let notes = in_room(&back, "case_sheet", json!({ "case": case }))["notes"].to_string();
    assert!(notes.contains("备份后的记载"), "{notes}");
    // Where what lies sealed is lost, the case stays: it is never in neither.
    for file in fs::read_dir(&second).unwrap().flatten().map(|file| file.path()) {
        if file.extension().is_some_and(|ending| ending == "anjuan-sealed") {
            fs::remove_file(file).unwrap();
        }
    }
    let lost = desk.path("lost");
    let told = restore(&lost);
    assert!(told["restored"]["unreadable"].to_string().contains("case_seal"), "{told}");
    let back = desk.over(&lost);
    back.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(back.ask("case_sheet", json!({ "case": case }))["head"]["title"], SECRET.title);
    let verified = back.ask("record_verify", json!({}));
    assert!(verified["sound"].as_bool().unwrap(), "{verified}");
}
