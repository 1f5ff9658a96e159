//! What each post may do to a case: for every post, state of the office, relation to the case and interest, every command that is
//! about one case is asked by name, and its answer is what the printed tables say: refused for want of a right, or not. Not one
//! answer or refusal tells what is masked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use std::collections::{BTreeMap, BTreeSet};

use common::TestDesk;
use serde_json::{Value, json};
use walls::{
    Case, FIELDS, STANDINGS, account, assign, case_of,
    course::{self, Course},
    expected,
    named::{DONE, about_a_case},
    office, stands_in_department, table,
};

type Row = BTreeMap<&'static str, &'static str>;

type Interest = (&'static str, Option<(&'static str, &'static str)>, bool, &'static [usize]);

/// What the person declared before, whether the case meets it, and which relations are asked for. Declarations stay, so the order
/// counts.
const INTERESTS: [Interest; 2] = [
    ("nothing declared", None, false, &[0, 1, 2, 3, 4, 5]),
    ("declared of a person in it", Some(("person", "王大力")), true, &[0, 1, 2, 3, 4, 5]),
];
/// What says that the person may not.
const FORBIDDEN: [&str; 4] = ["no_right", "no_right_on_case", "recused_from_case", "undo_not_own"];
/// In each of the two states of an office.
const FEWEST: usize = 100_000;

/// A case with what can be done to it; of what goes away there is one for each interest.
struct Made {
    case: Case,
    hearing: i64,
    /// The draw of its handler, and that of the officers.
    draws: [i64; 2],
    course: Option<Course>,
    spare: Vec<Spare>,
    /// The entries of notes that the person wrote; the first is taken back.
    own: Vec<i64>,
}

struct Spare {
    person: i64,
    /// Whom no act is about.
    other: i64,
    act: i64,
    entry: i64,
    undone: i64,
    reminders: [i64; 2],
    participant: i64,
    seat: i64,
}

type Answer = Result<Value, anjuan_office::Refusal>;

/// A request with what the printed tables say of it: permitted or not.
type Asked = (&'static str, Value, bool);

struct Oracle<'a> {
    row: &'a Row,
    relation: &'static str,
    barred: bool,
}

impl Oracle<'_> {
    fn may(&self, right: &str) -> bool {
        let far = match self.row[right] {
            "office" => true,
            "department" => self.relation != "other",
            "own" => self.relation == "own",
            _ => false,
        };
        far && !self.barred
    }

    fn reads(&self, made: &Made) -> Vec<Asked> {
        let (case, hearing, person, read) = (made.case.id, made.hearing, &made.case.person, self.may("read"));
        let field = json!({ "case": case, "table": "person", "key": person, "field": "id_number" });
        let of_case = "case_sheet case_due case_findings case_assignments case_reminders case_slip assignment_pool \
                       hearings_of_case papers_ready journal_list";
        let of_hearing = "hearing_sheet hearing_missing hearing_rules";
        let of_case = of_case.split(' ').map(|command| (command, json!({ "case": case }), read));
        let of_hearing = of_hearing.split(' ').map(|command| (command, json!({ "hearing": hearing }), read));
        let of_draw = ["draw_slip", "hearing_draw_slip"].into_iter().zip(made.draws);
        let of_draw = of_draw.map(|(command, draw)| (command, json!({ "draw": draw }), read));
        of_case.chain(of_hearing).chain(of_draw).chain([("field_history", field, read)]).collect()
    }

    fn requests(&self, made: &Made, at: usize, me: i64, clerk: i64) -> Vec<Asked> {
        let (case, hearing, spare) = (made.case.id, made.hearing, &made.spare[at]);
        let (read, record, hear, assign) = (self.may("read"), self.may("record"), self.may("hear"), self.may("assign"));
        // What others did is taken back by whose right to it reaches the case; what one did oneself by who may do it.
        let turn = record && self.row["undo"] != "own" && self.may("undo");
        let why = "核对有误";
        let act = json!({ "kind": "rights_told_suspect", "on": "2026-02-06", "person": spare.person });
        let finding = |more: Value| {
            let mut ask = json!({ "case": case, "check": "nothing_of_that_name", "subject": "case", "fingerprint": "0",
                                  "reason": why });
            ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            ask
        };
        let about = || json!({ "case": case });
        let at_hearing = |more: Value| {
            let mut ask = json!({ "hearing": hearing });
            ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            ask
        };
        let mut asked = self.reads(made);
        asked.extend([
            ("note_write", json!({ "case": case, "text": "等回函" }), record),
            ("note_write", json!({ "case": case, "text": "回函已到" }), record),
            ("case_change", json!({ "case": case, "change": { "summary": format!("第{at}次补正") } }), record),
            (
                "person_save",
                json!({ "case": case, "person": { "role": "suspect", "name": format!("周某{at}") } }),
                record,
            ),
            ("act_record", json!({ "case": case, "act": act }), record),
            ("act_change", json!({ "id": spare.act, "act": act, "reason": why }), record),
            ("act_remove", json!({ "id": spare.act, "reason": why }), record),
            ("finding_answer", finding(json!({ "answer": "explained" })), record),
            ("finding_answer_withdraw", finding(json!({})), record),
            ("reminder_save", json!({ "case": case, "text": "自己记着", "due": "2026-03-20" }), read),
            (
                "reminder_save",
                json!({ "case": case, "text": "提醒别人", "due": "2026-03-20", "account": clerk }),
                record,
            ),
            ("reminder_done", json!({ "id": spare.reminders[0] }), record),
            ("reminder_remove", json!({ "id": spare.reminders[1] }), record),
            ("entry_undo", json!({ "entry": spare.entry, "reason": why }), turn),
            ("entry_redo", json!({ "entry": spare.undone, "reason": why }), turn),
            ("assignment_draw", about(), assign),
            // Whoever handles it now: so that the relation stays what it is, whether or not that is refused.
            (
                "assignment_designate",
                json!({ "case": case, "designation": { "account": me, "reason": "nothing_of_that_name" } }),
                assign,
            ),
            ("assistant_name", json!({ "case": case, "account": clerk }), assign),
            ("assistant_end", json!({ "case": case, "account": clerk }), assign),
            ("case_seal_foresee", about(), self.may("seal")),
            ("paper_printed", json!({ "what": "case", "case": case }), !self.barred),
            (
                "papers_make",
                at_hearing(json!({ "papers": ["nothing_of_that_name"], "folder": "/nowhere", "form": "docx" })),
                self.may("export"),
            ),
        ]);
        asked.extend(self.hearing(made, at, hear));
        // The people are asked for when all else was.
        asked.push(("person_remove", json!({ "person": spare.other, "reason": why }), record));
        asked.push(("case_reveal", json!({ "case": case, "reason": "核对身份" }), read));
        asked
    }

    /// Asks every command there is about the case by name, where the printed tables say that it is refused.
    fn refusals(&self, desk: &TestDesk, tally: &mut Tally, case: i64, sight: &str, place: &str) {
        let commands = include_str!("../../../docs/trust/commands.tsv").lines().filter(|line| !line.starts_with('#'));
        for (command, needs) in commands.map(|line| line.split_once('\t').unwrap()) {
            // It is asked for one case here, which the head of the table tells apart.
            let needs = if command == "journal_list" { "read|audit" } else { needs };
            let may = matches!(needs, "anybody" | "signed") || needs.split('|').any(|right| self.row[right] != "-");
            let open = needs == "anybody" || command.starts_with("room_");
            if may && (open || !self.barred) {
                continue;
            }
            drop(tally.compare(desk, &(command, json!({ "case": case }), false), sight, place));
        }
    }

    /// Asks for what can be done to a hearing, one after the other: who may has it done.
    fn course(
        &self,
        desk: &TestDesk,
        tally: &mut Tally,
        (made, at, time): (&Made, usize, usize),
        sight: &str,
        place: &str,
    ) {
        let may = self.may("hear");
        for (command, ask) in made.course.iter().flat_map(|course| course.requests(at, time)) {
            let told = tally.compare(desk, &(command, ask, may), sight, place);
            tally.has_done(command, may, told, place);
        }
    }

    /// Asks for a handler for cases that have none.
    fn gives_out(&self, desk: &TestDesk, tally: &mut Tally, cases: &[i64; 2], to: i64, place: &str) {
        let may = self.may("assign");
        let designation = json!({ "account": to, "reason": "major_complex", "decided_by": "赵检察长" });
        for (command, ask) in [
            ("assignment_draw", json!({ "case": cases[0] })),
            ("assignment_designate", json!({ "case": cases[1], "designation": designation })),
        ] {
            let told = tally.compare(desk, &(command, ask, may), "masked", place);
            tally.has_done(command, may, told, place);
        }
    }

    fn hearing(&self, made: &Made, at: usize, hear: bool) -> Vec<Asked> {
        let (case, hearing, spare) = (made.case.id, made.hearing, &made.spare[at]);
        let day = "2026-03-05";
        let of = |more: Value| {
            let mut ask = json!({ "hearing": hearing });
            ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            ask
        };
        let other = json!({ "case": case, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长",
                            "approved_on": "2026-03-04", "held_on": format!("2027-{:02}-{:02}", at + 1, case % 28 + 1),
                            "place": format!("第{case}听证室"), "starts_at": "09:00", "ends_at": "10:00", "questions": "是否起诉" });
        let mut changed = other.clone();
        changed["id"] = json!(hearing);
        let again = changed.clone();
        let mut asked = vec![
            ("hearing_announce", of(json!({ "announced_on": day, "announced_in": "官网" }))),
            ("hearing_plan", again),
            ("hearing_plan", other),
            ("hearing_application_answer", of(json!({ "answer": "agreed", "answered_on": day }))),
            ("hearing_officers_draw", of(json!({ "count": 1 }))),
            ("hearing_officer_pick", of(json!({ "officer": 1, "reason": "专业对口" }))),
            ("hearing_seat_save", json!({ "seat": spare.seat, "notes": { "declared_on": day } })),
            ("hearing_attendance_save", json!({ "seat": spare.seat, "attended": true })),
            ("hearing_opinion_save", json!({ "seat": spare.seat, "text": "同意" })),
            ("hearing_seat_sign", json!({ "seat": spare.seat, "signed": true })),
            ("hearing_participant_save", of(json!({ "name": "李律师", "role": "defender" }))),
            ("hearing_notice_save", of(json!({ "participants": [spare.participant], "sent_on": day }))),
            ("hearing_presence_save", json!({ "participant": spare.participant, "presence": { "attended": true } })),
            ("hearing_begin", of(json!({ "at": "09:02" }))),
            ("hearing_step_save", of(json!({ "step": "opening", "text": "核对身份" }))),
            ("hearing_note_save", of(json!({ "kind": "event", "text": "休庭" }))),
            ("hearing_office_sign", of(json!({ "who": "chair", "signed": true }))),
            ("hearing_end", of(json!({ "at": "10:40" }))),
            ("hearing_close", of(json!({ "decision": "拟不起诉", "decided_on": day, "on_the_spot": false }))),
            ("hearing_told_save", of(json!({ "on": day, "parties": true }))),
            ("hearing_effect_save", of(json!({ "effect": "settled" }))),
            ("papers_fill", of(json!({ "values": {} }))),
            ("hearing_officer_drop", json!({ "seat": spare.seat, "reason": "请假" })),
            ("hearing_participant_drop", json!({ "participant": spare.participant })),
        ];
        // Nothing more is done for one that was called off.
        asked.push(("hearing_cancel", of(json!({ "reason": "撤回起诉意见" }))));
        asked.into_iter().map(|(command, ask)| (command, ask, hear)).collect()
    }
}

/// What was decided, and what was done.
#[derive(Default)]
struct Tally {
    decisions: usize,
    fields: usize,
    permitted: BTreeMap<&'static str, usize>,
    done: BTreeMap<&'static str, usize>,
    asked: BTreeSet<&'static str>,
    wrong: BTreeSet<String>,
}

impl Tally {
    fn compare(&mut self, desk: &TestDesk, (command, ask, may): &Asked, sight: &str, place: &str) -> Answer {
        let answer = desk.try_ask(command, ask.clone());
        let code = answer.as_ref().err().map(|refusal| refusal.code.clone()).unwrap_or_default();
        if code == "request_malformed" || FORBIDDEN.contains(&code.as_str()) == *may {
            self.wrong.insert(format!("{command} -> {:?}; {place}", answer.as_ref().err()));
        }
        self.asked.insert(command);
        self.decisions += 1;
        if *may {
            *self.permitted.entry(command).or_default() += 1;
            *self.done.entry(command).or_default() += usize::from(answer.is_ok());
        }
        let told = match &answer {
            Ok(answer) => answer.to_string(),
            Err(refusal) => serde_json::to_string(refusal).unwrap(),
        };
        for (field, text, masked) in FIELDS {
            if sight == "refused" || (sight == "masked" && masked) {
                if told.contains(text) {
                    self.wrong.insert(format!("{command} tells {field}; {place}: {told}"));
                }
                self.fields += 1;
            }
        }
        answer
    }

    fn has_done(&mut self, command: &str, may: bool, told: Answer, place: &str) {
        if let (true, Err(refusal)) = (may, told) {
            self.wrong.insert(format!("{command} was permitted and not done: {refusal}; {place}"));
        }
    }
}

#[test]
fn every_command_about_a_case_is_permitted_as_printed_before_the_office_hands_over() {
    as_printed(false);
}

#[test]
fn every_command_about_a_case_is_permitted_as_printed_after_the_office_handed_over() {
    as_printed(true);
}

fn as_printed(separated: bool) {
    let mut tally = Tally::default();
    let state = if separated { "separated" } else { "joined" };
    let rows = table(include_str!("../../../docs/trust/rights.tsv"));
    for row in rows.iter().filter(|row| row["state"] == state) {
        // An office for each: what is asked for takes longer the more hearings and officers there are.
        let desk = office(separated);
        pool(&desk);
        let (near, far, clerk) = (account(&desk, "near"), account(&desk, "far"), account(&desk, "li"));
        let me = account(&desk, row["post"]);
        let mut cases: Vec<Made> = (0..STANDINGS.len()).map(|at| made(&desk, at, (me, near, far))).collect();
        let waiting = [true, false].map(|in_department| [0, 1].map(|_| course::waiting(&desk, in_department)));
        desk.sign_in(row["post"]);
        for (relation, cases) in ["department", "other"].into_iter().zip(&waiting) {
            let place = format!("{} {state}, nobody's, {relation}", row["post"]);
            Oracle { row, relation, barred: false }.gives_out(&desk, &mut tally, cases, far, &place);
        }
        for (at, (interest, declared, barred, relations)) in INTERESTS.iter().enumerate() {
            declare(&desk, separated, me, *declared);
            desk.sign_in(row["post"]);
            for &standing in *relations {
                let (words, relation, made) = (STANDINGS[standing].0, STANDINGS[standing].1, &mut cases[standing]);
                let place = format!("{} {state}, {words}, {interest}", row["post"]);
                let sight = expected(row["record"], relation, *barred, false);
                let oracle = Oracle { row, relation, barred: *barred };
                for asked in oracle.requests(made, at, me, clerk) {
                    let answer = tally.compare(&desk, &asked, sight, &place);
                    if let ("note_write", Ok(answer)) = (asked.0, answer) {
                        made.own.extend(answer["changed"]["entry"].as_i64());
                    }
                }
                oracle.course(&desk, &mut tally, (made, standing, at), sight, &place);
                oracle.refusals(&desk, &mut tally, made.case.id, sight, &place);
                if let Some(entry) = made.own.get(at) {
                    let own = oracle.may("record") && row["undo"] != "-";
                    let asked = ("entry_undo", json!({ "entry": entry, "reason": "录错" }), own);
                    drop(tally.compare(&desk, &asked, sight, &place));
                }
            }
        }
        if row["audit"] != "-" && row["read"] == "-" {
            drop(tally.compare(&desk, &("audit_search", json!({ "limit": 1000 }), true), "refused", row["post"]));
        }
    }
    tally.expect();
}

impl Tally {
    fn expect(self) {
        let Self { decisions, fields, permitted, done, asked, wrong } = self;
        assert!(
            wrong.is_empty(),
            "{} otherwise than printed: {:#?}",
            wrong.len(),
            wrong.iter().take(40).collect::<Vec<_>>()
        );
        let all: usize = permitted.values().sum();
        println!("{decisions} decisions on commands, of them {all} permitted, and {fields} on fields");
        let undone = |command: &&str| done.get(command).is_none_or(|times| *times == 0);
        let never: Vec<&str> = DONE.into_iter().filter(undone).collect();
        assert_eq!(never, [""; 0], "permitted, but never done: {done:?}");
        assert!(decisions + fields >= FEWEST, "{decisions} decisions on commands, {fields} on fields");
        let missing: Vec<&str> = about_a_case().filter(|command| !asked.contains(command)).collect();
        assert_eq!(missing, [""; 0], "about one case, and asked nowhere here");
    }
}

/// Officers enough for the hearings of one post.
fn pool(desk: &TestDesk) {
    for n in 1..=12 {
        desk.ask("officer_save", json!({ "name": format!("听证员{n}"), "birth": "1980-01-01", "profession": "law" }));
    }
}

/// Enters a declared interest; where the office has handed over, it is the system administrator's.
fn declare(desk: &TestDesk, separated: bool, me: i64, declared: Option<(&str, &str)>) {
    if let Some((kind, value)) = declared {
        desk.sign_in(if separated { "system_administrator" } else { "li" });
        desk.ask("conflict_declare", json!({ "account": me, "kind": kind, "value": value, "ground": "interest" }));
    }
}

/// A case to which `me` stands as the relation says, and a hearing of it.
fn made(desk: &TestDesk, relation: usize, (me, near, far): (i64, i64, i64)) -> Made {
    let case = case_of(desk, [me, far, far, near, far, far][relation], relation + 1);
    match relation {
        1 => assign(desk, case.id, me, "assistant", None),
        2 => assign(desk, case.id, me, "handler", Some("2026-02-20")),
        4 => stands_in_department(desk, case.id),
        _ => {}
    }
    let day = "2026-03-10".parse::<anjuan_law::Day>().unwrap().add_days(i64::try_from(relation).unwrap());
    let plan = json!({
        "case": case.id, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "place": format!("第{}听证室", case.id), "held_on": day, "starts_at": "09:00", "ends_at": "11:00",
        "questions": "是否作不起诉处理",
    });
    let hearing = desk.ask("hearing_plan", plan)["hearing"].as_i64().unwrap();
    let slip = desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 3 }))["slip"]["id"].as_i64();
    let draws = [course::drawn(desk, &case, me), slip.unwrap()];
    for at in 0..INTERESTS.len() {
        let ask = json!({ "hearing": hearing, "name": format!("旁听人{at}"), "role": "suspect" });
        desk.ask("hearing_participant_save", ask);
    }
    let sheet = desk.ask("hearing_sheet", json!({ "hearing": hearing }));
    let id = |rows: &str, at: usize| sheet[rows][at]["id"].as_i64().unwrap();
    let spare =
        (0..INTERESTS.len()).map(|at| spare(desk, case.id, (id("participants", at), id("seats", at)))).collect();
    // One for each relation that the printed tables know.
    let course = [0, 3, 5].contains(&relation).then(|| course::prepare(desk, case.id, relation));
    Made { case, hearing, draws, course, spare, own: Vec::new() }
}

fn spare(desk: &TestDesk, case: i64, (participant, seat): (i64, i64)) -> Spare {
    let person = |name: &str| {
        let saved = desk.ask("person_save", json!({ "case": case, "person": { "role": "suspect", "name": name } }));
        saved["person"].as_i64().unwrap()
    };
    let act = json!({ "kind": "rights_told_suspect", "on": "2026-02-05" });
    let act = desk.ask("act_record", json!({ "case": case, "act": act }));
    let note =
        || desk.ask("note_write", json!({ "case": case, "text": "先记一笔" }))["changed"]["entry"].as_i64().unwrap();
    let (entry, undone) = (note(), note());
    desk.ask("entry_undo", json!({ "entry": undone, "reason": "录错" }));
    let remind = |n: u8| {
        let saved = desk.ask("reminder_save", json!({ "case": case, "text": format!("提醒{n}"), "due": "2026-03-19" }));
        saved["reminder"].as_i64().unwrap()
    };
    Spare {
        person: person("钱某"),
        other: person("冯某"),
        act: act["act"].as_i64().unwrap(),
        entry,
        undone,
        reminders: [remind(1), remind(2)],
        participant,
        seat,
    }
}
