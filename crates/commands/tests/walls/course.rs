//! Hearings brought so far that each command of their course can be done to one, and cases that wait for a handler.

use serde_json::{Value, json};

use super::{Case, FIELDS, stands_in_department};
use crate::common::TestDesk;

/// Hearings of one case.
pub struct Course {
    /// Of today: announced, held, decided and brought to its effect by the requests below.
    today: i64,
    seats: Vec<i64>,
    participant: i64,
    /// Applied for and not answered.
    applied: i64,
    /// To come, and nobody sits.
    later: i64,
    /// Who may be picked for it.
    officer: i64,
    /// Of one that has begun, with a note for each time that is asked.
    notes: [i64; 2],
}

/// Prepares them as case management; `at` tells those of one office apart.
pub fn prepare(desk: &TestDesk, case: i64, at: usize) -> Course {
    let plan = |changes: Value| {
        let mut plan = json!({
            "case": case, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
            "place": format!("第{case}听证室"), "questions": "是否作不起诉处理",
        });
        plan.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        desk.ask("hearing_plan", plan)["hearing"].as_i64().unwrap()
    };
    let hour = |hour: usize| json!({ "held_on": "2026-03-05", "starts_at": format!("{hour:02}:00"), "ends_at": format!("{hour:02}:50") });
    let seated = |hearing: i64| {
        desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 3 }));
        let sheet = desk.ask("hearing_sheet", json!({ "hearing": hearing }));
        sheet["seats"].as_array().unwrap().iter().map(|seat| seat["id"].as_i64().unwrap()).collect::<Vec<i64>>()
    };
    let mut public = hour(8 + at);
    // A minor's case: that it is public departs from the rule.
    public.as_object_mut().unwrap().extend([
        ("is_public".to_owned(), json!(true)),
        ("publicity_reason".to_owned(), json!("未成年人及其法定代理人同意")),
    ]);
    let today = plan(public);
    let seats = seated(today);
    desk.ask("hearing_participant_save", json!({ "hearing": today, "name": "孙律师", "role": "defender" }));
    let sheet = desk.ask("hearing_sheet", json!({ "hearing": today }));
    let running = plan(hour(14 + at));
    seated(running);
    desk.ask("hearing_begin", json!({ "hearing": running, "at": format!("{}:02", 14 + at) }));
    for _ in 0..2 {
        desk.ask("hearing_note_save", json!({ "hearing": running, "kind": "event", "text": "记错的一条" }));
    }
    let name = format!("听证员甲{case}");
    desk.ask("officer_save", json!({ "name": name, "birth": "1980-01-01", "profession": "law" }));
    let officers = desk.ask("officer_list", json!({}));
    let officer = officers.as_array().unwrap().iter().find(|officer| officer["name"] == name).unwrap();
    let begun = desk.ask("hearing_sheet", json!({ "hearing": running }));
    Course {
        today,
        seats,
        participant: sheet["participants"][0]["id"].as_i64().unwrap(),
        applied: plan(json!({ "initiated_by": "party", "applicant": "王大力", "applied_on": "2026-03-04",
                              "approved_by": null, "approved_on": null })),
        later: plan(json!({ "held_on": format!("2026-05-{:02}", 11 + at), "starts_at": "09:00", "ends_at": "10:00" })),
        officer: officer["id"].as_i64().unwrap(),
        notes: [0, 1].map(|n| begun["notes"][n]["id"].as_i64().unwrap()),
    }
}

impl Course {
    /// What is asked for, in the order in which it can be done; for the first or the second time.
    pub fn requests(&self, at: usize, time: usize) -> Vec<(&'static str, Value)> {
        let day = "2026-03-05";
        let minute = |minute: usize| format!("{:02}:{minute:02}", 8 + at);
        let of = |more: Value| {
            let mut ask = json!({ "hearing": self.today });
            ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            ask
        };
        let seated = |command: &'static str, more: &Value| {
            let with = |seat: &i64| {
                let mut ask = json!({ "seat": seat });
                ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                (command, ask)
            };
            self.seats.iter().map(with).collect::<Vec<_>>()
        };
        let applied = json!({ "hearing": self.applied, "answer": "agreed", "answered_on": day });
        let presence = json!({ "participant": self.participant, "presence": { "attended": true } });
        let mut asked = vec![
            ("hearing_application_answer", applied),
            ("hearing_officer_pick", json!({ "hearing": self.later, "officer": self.officer, "reason": "专业对口" })),
            ("hearing_note_drop", json!({ "note": self.notes[time] })),
            ("hearing_announce", of(json!({ "announced_on": day, "announced_in": "官网" }))),
            ("papers_fill", of(json!({ "values": { "contact.phone": "0559-1234567" } }))),
            ("hearing_begin", of(json!({ "at": minute(2) }))),
        ];
        asked.extend(seated("hearing_attendance_save", &json!({ "attended": true })));
        asked.extend([
            ("hearing_presence_save", presence),
            ("hearing_step_save", of(json!({ "step": "present", "at": minute(5), "text": "介绍案情" }))),
            ("hearing_note_save", of(json!({ "kind": "event", "text": "休庭" }))),
        ]);
        asked.extend(seated("hearing_opinion_save", &json!({ "opinion": "agree", "text": "同意" })));
        asked.push(("hearing_end", of(json!({ "at": minute(40), "recording": "录-1", "transcript": "笔-1" }))));
        asked.extend(seated("hearing_seat_sign", &json!({ "signed": true })));
        asked.extend([
            ("hearing_office_sign", of(json!({ "who": "chair", "signed": true }))),
            ("hearing_close", of(json!({ "decision": "相对不起诉", "decided_on": day, "adopted": "full" }))),
            ("hearing_told_save", of(json!({ "on": day, "parties": true, "seats": self.seats }))),
            ("hearing_effect_save", of(json!({ "effect": "accepted", "matches_majority": true }))),
        ]);
        asked
    }
}

/// A case that nobody handles yet, in the department in which everybody is or in none.
pub fn waiting(desk: &TestDesk, in_department: bool) -> i64 {
    let person = json!({ "role": "suspect", "name": FIELDS[3].1 });
    let registered = desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": "王大力诈骗案", "received_on": "2026-02-02",
                "accepted_on": "2026-02-03", "from_unit": "测县公安局", "source": "police", "cause": "诈骗罪",
                "persons": [person] }),
    );
    let case = registered["case"].as_i64().unwrap();
    if in_department {
        stands_in_department(desk, case);
    }
    case
}

/// A draw that gave the case to its handler, with somebody left out for the minor's sake.
pub fn drawn(desk: &TestDesk, case: &Case, handler: i64) -> i64 {
    let candidates = json!([{ "id": handler, "name": "某甲", "load": 0, "open": 0 }]).to_string();
    let detail = FIELDS[2].1;
    let excluded = json!([{ "id": 1, "name": "某乙", "reason": "recusal_ground", "detail": detail }]).to_string();
    let insert = |work: &anjuan_office::Work<'_>| {
        work.insert(
            "INSERT INTO draw (case_id, on_day, method, seed, candidates, excluded, chosen_id, drawn_by)
             VALUES (?1, '2026-02-04', 'uniform/1', ?2, ?3, ?4, ?5, 1)",
            (case.id, "0".repeat(64), &candidates, &excluded, handler),
        )
    };
    let seat = desk.desk.seat().unwrap();
    seat.act(anjuan_office::Action::AssignmentDraw, "", json!({}), insert).unwrap().answer
}
