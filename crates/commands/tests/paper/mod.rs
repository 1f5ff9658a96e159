//! A hearing from its plan to its effect, with everything that papers tell.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::{collections::BTreeMap, path::Path};

use anjuan_papers::docx::text_of;
use serde_json::{Value, json};

use super::{
    common::TestDesk,
    hearing::{CHIEF, HANDLER, ids, office, sheet},
};

/// The steps and what is said at them.
const STEPS: [(&str, &str, &str); 7] = [
    ("present", "09:05", "承办检察官介绍案件事实、证据和拟作不起诉处理的理由。"),
    ("explain", "09:20", "犯罪嫌疑人、被害人和辩护人依次说明情况。"),
    ("questions", "09:40", "听证员就赔偿和帮教条件提问。\n犯罪嫌疑人答：已经全部赔偿。"),
    ("deliberate", "10:00", "休会，听证员就是否作不起诉处理进行评议。"),
    ("views", "10:20", "听证员推举代表发表意见。"),
    ("final_statements", "10:30", "犯罪嫌疑人表示认罪悔罪；被害人表示谅解。"),
    ("sum_up", "10:35", "主持人归纳听证情况，宣布听证会结束。"),
];

/// An office with four people and a pool of officers, one of whom has a rare character in the name.
pub fn bench() -> TestDesk {
    let desk = office();
    for (name, profession, category, unit) in [
        ("周垚", "law", "lawyer", "测县某律师事务所"),
        ("吴敏", "medicine", "npc_deputy", "测县人民医院"),
        ("郑大同", "community", "community", "测县城关镇东街社区"),
    ] {
        desk.ask(
            "officer_save",
            json!({ "name": name, "birth": "1980-01-01", "profession": profession, "category": category, "unit": unit }),
        );
    }
    desk
}

/// Registers a case with a summary and a handler.
pub fn registered(desk: &TestDesk, title: &str, persons: Value) -> i64 {
    let registration = json!({
        "line": "GC", "category": "first_instance_prosecution", "title": title, "cause": "盗窃罪", "source": "police",
        "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03", "persons": persons,
        "summary": "2026年1月，在测县城关镇一商铺内盗窃手机一部，价值三千元，次日主动退还并赔偿。",
        "checklist": { "jurisdiction": { "answer": "yes" }, "papers_complete": { "answer": "yes", "note": "三卷" } },
        "numbers": [{ "kind": "police", "number": "测公（刑）诉字〔2026〕15号" }],
    });
    let case = desk.ask("case_register", registration)["case"].as_i64().unwrap();
    let designation = json!({ "account": HANDLER, "reason": "major_complex", "decided_by": "赵检察长" });
    desk.ask("assignment_designate", json!({ "case": case, "designation": designation }));
    case
}

/// The plan of a hearing on 2026-03-10; `changes` over it.
pub fn planned(desk: &TestDesk, case: i64, changes: Value) -> i64 {
    let mut plan = json!({
        "case": case, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "approval_no": "测检听批〔2026〕3号", "place": "本院第一听证室", "held_on": "2026-03-10",
        "starts_at": "09:00", "ends_at": "11:00", "questions": "是否应当作不起诉处理\n赔偿和谅解是否真实自愿",
        "proposed_decision": "拟作相对不起诉处理", "recorder": "孙书记员", "bailiffs": "冯法警",
    });
    for (key, value) in changes.as_object().unwrap() {
        plan[key] = value.clone();
    }
    desk.ask("hearing_plan", plan)["hearing"].as_i64().unwrap()
}

/// Seats the pool's officers by hand, so that the papers are the same each time, and calls the participants.
pub fn called(desk: &TestDesk, hearing: i64, participants: &[(&str, &str, &str)]) {
    for officer in 1..=3 {
        desk.ask("hearing_officer_pick", json!({ "hearing": hearing, "officer": officer, "reason": "专业需要" }));
    }
    for (name, role, unit) in participants {
        let entry = json!({ "hearing": hearing, "name": name, "role": role, "unit": unit });
        desk.ask("hearing_participant_save", entry);
    }
    desk.ask("papers_fill", json!({ "hearing": hearing, "values": { "contact.phone": "0559-1234567" } }));
}

/// Holds, decides and closes it. The desk is on 2026-03-10.
pub fn held(desk: &TestDesk, hearing: i64, opinions: [&str; 3]) {
    desk.ask("hearing_begin", json!({ "hearing": hearing, "at": "09:02" }));
    let page = sheet(desk, hearing);
    for (seat, opinion) in ids(&page["seats"]).into_iter().zip(opinions) {
        desk.ask("hearing_attendance_save", json!({ "seat": seat, "attended": true }));
        desk.ask("hearing_opinion_save", json!({ "seat": seat, "opinion": opinion, "text": "已经赔偿并取得谅解" }));
    }
    for (at, participant) in ids(&page["participants"]).into_iter().enumerate() {
        let presence = match at {
            0 => json!({ "attended": true, "statement": "我认罪认罚，已经赔偿。", "signed": true }),
            2 => json!({ "attended": false, "absence_reason": "因病" }),
            _ => json!({ "attended": true, "signed": true }),
        };
        desk.ask("hearing_presence_save", json!({ "participant": participant, "presence": presence }));
    }
    for (step, at, text) in STEPS {
        desk.ask("hearing_step_save", json!({ "hearing": hearing, "step": step, "at": at, "text": text }));
    }
    desk.ask("hearing_end", json!({ "hearing": hearing, "at": "10:40", "recording": "测检听录2026-0310" }));
}

pub fn closed(desk: &TestDesk, hearing: i64) {
    desk.ask(
        "hearing_close",
        json!({ "hearing": hearing, "decision": "对犯罪嫌疑人作出不起诉决定", "reasons": "犯罪情节轻微，已经赔偿并取得谅解。",
                "decided_on": "2026-03-12", "adopted": "full" }),
    );
    desk.ask(
        "hearing_effect_save",
        json!({ "hearing": hearing, "effect": "accepted", "case_result": "不起诉，双方服从处理", "matches_majority": true,
                "petition_stopped": true, "amount": 1_200_050, "follow_up_on": "2026-03-12", "follow_up": "双方无异议" }),
    );
}

/// A whole hearing of an adult's case with rare characters in the names; the desk is on 2026-03-12.
pub fn whole() -> (TestDesk, i64, i64) {
    let (desk, case, hearing) = undecided();
    let desk = desk.on("2026-03-12");
    closed(&desk, hearing);
    (desk, case, hearing)
}

/// The same before the decision, on the day of the hearing.
pub fn undecided() -> (TestDesk, i64, i64) {
    let desk = bench();
    let persons = json!([
        { "role": "suspect", "name": "张镕喆", "sex": "male", "birth": "1985-04-05", "no_id_reason": "not_provided",
          "residence": "测县城关镇东街12号", "charges": [{ "phase": "transferred", "charge": "盗窃罪" }] },
        { "role": "victim", "name": "𠮷小堃", "no_id_reason": "not_provided" },
    ]);
    let case = registered(&desk, "张镕喆盗窃案", persons);
    let hearing = planned(&desk, case, json!({}));
    let participants = [
        ("张镕喆", "suspect", ""),
        ("李律师", "defender", "测县某律师事务所"),
        ("𠮷小堃", "victim", ""),
        ("测县公安局", "agency", ""),
    ];
    called(&desk, hearing, &participants);
    let desk = desk.on("2026-03-10");
    held(&desk, hearing, ["agree", "agree", "disagree"]);
    (desk, case, hearing)
}

/// Makes papers into a folder and gives what each file says. To look at them, name another folder in `ANJUAN_PAPERS_TO`.
pub fn made(desk: &TestDesk, folder: &Path, mut ask: Value) -> BTreeMap<String, String> {
    ask["folder"] = json!(folder);
    let made = desk.ask("papers_make", ask);
    let files = made["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap().to_owned());
    files
        .map(|path| {
            let name = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
            if let Some(look) = std::env::var_os("ANJUAN_PAPERS_TO") {
                std::fs::copy(&path, Path::new(&look).join(format!("{name}.docx"))).unwrap();
            }
            (name, text_of(&std::fs::read(&path).unwrap()).unwrap())
        })
        .collect()
}

/// The chief prosecutor's account.
pub const CHIEF_ACCOUNT: i64 = CHIEF;

/// The shipped template of a paper with this text, as Word would keep it, instead of its own; `text` may be cut into runs by `¦`.
pub fn with_text(code: &str, text: &str) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let shipped = anjuan_papers::templates::docx(code).unwrap().unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(shipped)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let runs: String = text.split('¦').map(|run| format!("<w:r><w:t>{run}</w:t></w:r>")).collect();
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("<w:document xmlns:w=\"{word}\"><w:body><w:p>{runs}</w:p></w:body></w:document>");
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(if name == "word/document.xml" { document.as_bytes() } else { &bytes }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
