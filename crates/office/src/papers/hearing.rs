//! What the papers of a hearing say. One tree serves them all: a template takes from it what it needs.

use std::collections::HashMap;

use anjuan_law::{Day, choice, choices};
use serde_json::{Value, json};

use super::{
    Copy, Paper,
    kinds::Each,
    mask::{self, Mask},
    say,
};
use crate::{
    Actor, HearingId, Reading, Result,
    cases::{self, CaseSheet},
    hearings::{self, HearingSheet, Note, Participant, Seat},
};

/// Who is at a hearing without being called to it.
const NOT_CALLED: [&str; 2] = ["observer", "media"];

/// Everything that the papers of one hearing draw on.
struct Matter {
    hearing: HearingSheet,
    case: CaseSheet,
    office: (String, String),
    asked: HashMap<String, String>,
    maker: String,
    today: Day,
}

/// The copies of a paper for one hearing on a day, made by somebody.
pub fn of_hearing(
    reading: &Reading<'_>,
    id: HearingId,
    paper: &'static Paper,
    by: &Actor,
    today: Day,
) -> Result<Vec<Copy>> {
    let hearing = hearings::sheet(reading, id, today)?;
    let case = cases::sheet(reading, hearing.hearing.case_id, by)?;
    let office = reading.one("SELECT name, short_name FROM office", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let asked: Vec<(String, String)> =
        reading.all("SELECT field, value FROM paper_value WHERE hearing_id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let asked = asked.into_iter().collect();
    let matter = Matter { hearing, case, office, asked, maker: by.name.clone(), today };
    let mask = Mask::of(&matter.case, &matter.hearing);
    let whole = matter.tree(paper, &mask);
    let copies = match matter.addressees(paper.each) {
        None => vec![Copy { paper, about: String::new(), name: String::new(), values: whole }],
        Some(addressees) => addressees
            .into_iter()
            .map(|(about, name, addressee)| {
                let mut values = whole.clone();
                put(&mut values, "addressee", addressee);
                Copy { paper, about, name, values }
            })
            .collect(),
    };
    Ok(copies)
}

fn put(tree: &mut Value, key: &str, value: Value) {
    if let Value::Object(fields) = tree {
        fields.insert(key.to_owned(), value);
    }
}

/// The case as the papers name it.
pub(super) fn case_values(case: &CaseSheet) -> Value {
    let head = &case.head;
    let number = if head.number.is_empty() { &head.register_no } else { &head.number };
    json!({
        "number": say::text(number),
        "title": say::text(&head.title),
        "category": say::text(anjuan_law::category(&head.category).map_or("", |category| &category.zh)),
        "cause": say::text(&head.cause),
        "summary": say::text(&head.summary),
        "from_unit": say::text(&head.from_unit),
        "received_on": say::day(Some(head.received_on)),
        "accepted_on": say::day(Some(head.accepted_on)),
        "handler": say::text(&head.handler),
        "department": say::text(&head.department),
    })
}

impl Matter {
    fn asked(&self, field: &str) -> Value {
        self.asked.get(field).map_or(Value::Null, |value| say::text(value))
    }

    fn seats(&self) -> impl Iterator<Item = &Seat> {
        self.hearing.seats.iter().filter(|seat| seat.dropped_on.is_none())
    }

    fn called(&self) -> impl Iterator<Item = &Participant> {
        self.hearing.participants.iter().filter(|one| !NOT_CALLED.contains(&one.role.as_str()))
    }

    fn tree(&self, paper: &Paper, mask: &Mask) -> Value {
        let hearing = &self.hearing.hearing;
        let recorder_or_handler = if hearing.recorder.is_empty() { &self.case.head.handler } else { &hearing.recorder };
        let contact = self.asked("contact.name");
        let mut tree = json!({
            "office": { "name": self.office.0, "short": self.office.1 },
            "paper": {
                "day": self.today.on_paper(),
                "maker": self.maker,
                "number": self.asked(&format!("number.{}", paper.code)),
            },
            "case": case_values(&self.case),
            "hearing": self.hearing_values(),
            "contact": {
                "name": if contact.is_null() { say::text(recorder_or_handler) } else { contact },
                "phone": self.asked("contact.phone"),
            },
            "officers": say::list(self.seats().map(officer).collect()),
            "participants": say::list(self.called().map(|one| self.participant(one)).collect()),
            "steps": self.steps(),
            "notes": self.notes(""),
            "deliberation": self.deliberation(),
            "opinion_choices": choices("officer_opinion").iter().map(|choice| choice.zh.as_str()).collect::<Vec<_>>(),
            "decision": {
                "text": say::text(&hearing.decision),
                "reasons": say::text(&hearing.decision_reasons),
                "on": say::day(hearing.decided_on),
                "on_the_spot": hearing.on_the_spot == Some(true),
                "adopted": say::chosen("hearing_adopted", &hearing.adopted),
                "reported_on": say::day(hearing.reported_on),
                "consented_by": say::text(&hearing.consented_by),
                "consented_on": say::day(hearing.consented_on),
            },
            "report": self.report(),
            "effect": self.effect(),
        });
        if paper.public {
            mask::tree(&mut tree, mask);
        }
        put(&mut tree, "cards", say::list(self.cards(mask)));
        tree
    }

    fn hearing_values(&self) -> Value {
        let hearing = &self.hearing.hearing;
        let came = self.seats().filter(|seat| seat.attended == Some(true)).count();
        let post = choice("post", &hearing.chair_reason).map(|post| post.zh.as_str());
        let chair_as = post.map_or_else(|| say::chosen("hearing_chair_reason", &hearing.chair_reason), say::text);
        json!({
            "kind": say::chosen("hearing_kind", &hearing.kind),
            "basis": say::chosen("hearing_basis", &hearing.basis),
            "initiated": say::chosen("hearing_initiated_by", &hearing.initiated_by),
            "applicant": say::text(&hearing.applicant),
            "applied_on": say::day(hearing.applied_on),
            "approved_by": say::text(&hearing.approved_by),
            "approved_on": say::day(hearing.approved_on),
            "approval_number": say::text(&hearing.approval_no),
            "public": hearing.is_public,
            "publicity": if hearing.is_public { "公开" } else { "不公开" },
            "not_public_reason": say::chosen("hearing_not_public_reason", &hearing.not_public_reason),
            "publicity_reason": say::text(&hearing.publicity_reason),
            "questions": say::lines(&hearing.questions),
            "proposed": say::text(&hearing.proposed_decision),
            "other_venue": hearing.venue != "hearing_room",
            "venue": say::chosen("hearing_venue", &hearing.venue),
            "venue_approved_by": say::text(&hearing.venue_approved_by),
            "venue_approved_on": say::day(hearing.venue_approved_on),
            "place": say::text(&hearing.place),
            "day": say::day(hearing.held_on),
            "weekday": say::weekday(hearing.held_on),
            "time": say::appointment(hearing.starts_at),
            "until": say::appointment(hearing.ends_at),
            "chair": say::text(&self.hearing.line.chair),
            "chair_as": chair_as,
            "recorder": say::text(&hearing.recorder),
            "bailiffs": say::text(&hearing.bailiffs),
            "broadcast_on": hearing.broadcast != "none" && !hearing.broadcast.is_empty(),
            "broadcast": say::chosen("hearing_broadcast", &hearing.broadcast),
            "broadcast_approved_by": say::text(&hearing.broadcast_approved_by),
            "announced_on": say::day(hearing.announced_on),
            "announced_in": say::text(&hearing.announced_in),
            "few_reason": say::text(&hearing.officer_number_reason),
            "began": say::clock(hearing.began_at),
            "ended": say::clock(hearing.ended_at),
            "recording": say::text(&hearing.recording),
            "transcript": say::text(&hearing.transcript),
            "disorder": say::text(&hearing.disorder),
            "came": if came == 0 { Value::Null } else { json!(came) },
            "tally": self.tally(),
            "majority": say::chosen("officer_opinion", &hearing.majority),
        })
    }

    /// `同意2人，不同意1人`, in the order of the vocabulary; nothing before there is an opinion.
    fn tally(&self) -> Value {
        let count = |code: &str| self.seats().filter(|seat| seat.opinion == code).count();
        let counted = choices("officer_opinion").iter().map(|choice| (&choice.zh, count(&choice.code)));
        let told: Vec<String> = counted.filter(|(_, n)| *n > 0).map(|(words, n)| format!("{words}{n}人")).collect();
        say::text(&told.join("，"))
    }

    fn participant(&self, one: &Participant) -> Value {
        json!({
            "name": one.name,
            "role": say::chosen("hearing_participant_role", &one.role),
            "unit": say::text(&one.unit),
            "came": one.attended == Some(true),
            "absence_reason": say::text(&one.absence_reason),
            "left_early": one.left_early,
            "statement": say::text(&one.statement),
            "refusal": say::text(&one.refusal_to_sign),
        })
    }

    /// All steps there are, those not recorded with nothing in them.
    fn steps(&self) -> Value {
        let steps = choices("hearing_step").iter().enumerate().map(|(at, choice)| {
            let kept = self.hearing.steps.iter().find(|step| step.step == choice.code);
            json!({
                "no": say::ordinal(at + 1),
                "code": choice.code,
                "name": choice.zh,
                "time": say::clock(kept.and_then(|step| step.at_time)),
                "text": say::text(kept.map_or("", |step| &step.text)),
                "notes": self.notes(&choice.code),
            })
        });
        Value::Array(steps.collect())
    }

    /// What was said and happened in a step, as it fell; a list, be it empty.
    fn notes(&self, step: &str) -> Value {
        let notes = self.hearing.notes.iter().filter(|note| note.step == step);
        notes.map(|note| json!({ "time": say::clock(note.at_time), "line": note_line(note) })).collect()
    }

    fn deliberation(&self) -> Value {
        let kept = self.hearing.steps.iter().find(|step| step.step == "deliberate");
        json!({
            "time": say::clock(kept.and_then(|step| step.at_time)),
            "text": say::text(kept.map_or("", |step| &step.text)),
        })
    }

    /// The report precedes the decision: what is proposed and why, once decided what was decided and why.
    fn report(&self) -> Value {
        let hearing = &self.hearing.hearing;
        let first = |values: [Value; 3]| values.into_iter().find(|value| !value.is_null()).unwrap_or_default();
        json!({
            "decision": first([
                self.asked("report.decision"),
                say::text(&hearing.decision),
                say::text(&hearing.proposed_decision),
            ]),
            "reasons": first([self.asked("report.reasons"), say::text(&hearing.decision_reasons), Value::Null]),
        })
    }

    fn effect(&self) -> Value {
        let effect = self.hearing.effect.as_ref();
        let of = |field: fn(&hearings::Effect) -> &str| say::text(effect.map_or("", field));
        let answer = |field: fn(&hearings::Effect) -> Option<bool>| say::yes_no(effect.and_then(field));
        json!({
            "on": say::day(effect.map(|effect| effect.recorded_on)),
            "effect": effect.map_or(Value::Null, |effect| say::chosen("hearing_effect", &effect.effect)),
            "case_result": of(|effect| &effect.case_result),
            "matches": answer(|effect| effect.matches_majority),
            "petition_stopped": answer(|effect| effect.petition_stopped),
            "assistance": answer(|effect| effect.assistance_given),
            "suggestion": answer(|effect| effect.suggestion_issued),
            "amount": effect.and_then(|effect| effect.amount).map_or(Value::Null, |fen| json!(say::money(fen))),
            "public_feedback": of(|effect| &effect.public_feedback),
            "officer_feedback": of(|effect| &effect.officer_feedback),
            "follow_up_on": say::day(effect.and_then(|effect| effect.follow_up_on)),
            "follow_up": of(|effect| &effect.follow_up),
            "note": of(|effect| &effect.note),
        })
    }

    /// A card for each seat at the table. Whoever could be known as a minor sits behind the role alone.
    fn cards(&self, mask: &Mask) -> Vec<Value> {
        let mut cards = Vec::new();
        let mut add = |name: &str, role: &str| {
            if !name.is_empty() {
                cards.push(card(name, role));
            }
        };
        let line = &self.hearing.line;
        add(&line.chair, "主持人");
        if self.case.head.handler != line.chair {
            add(&self.case.head.handler, "承办检察官");
        }
        add(&self.hearing.hearing.recorder, "记录人");
        self.seats().for_each(|seat| add(&seat.name, "听证员"));
        for one in self.called() {
            let role = choice("hearing_participant_role", &one.role).map_or(one.role.as_str(), |role| &role.zh);
            if mask.hides_minor(one) { add(role, "") } else { add(&one.name, role) }
        }
        cards
    }

    /// Who gets a copy: key, name, and how the copy speaks of that person. None where there is one for all.
    fn addressees(&self, each: Each) -> Option<Vec<(String, String, Value)>> {
        let only_came = each == Each::Came;
        let seats = self.seats().filter(|seat| !only_came || seat.attended == Some(true));
        let officers = seats.map(|seat| {
            let mut values = officer(seat);
            put(&mut values, "officer", json!(true));
            put(&mut values, "role", json!("听证员"));
            put(&mut values, "you", json!("您"));
            (format!("seat:{}", seat.id), seat.name.clone(), values)
        });
        let called = self.called().filter(|one| !only_came || one.attended == Some(true));
        let participants = called.map(|one| {
            let mut values = self.participant(one);
            put(&mut values, "officer", json!(false));
            put(&mut values, "you", json!(if one.role == "agency" { "你单位" } else { "你" }));
            for field in ["identity", "opinion", "words"] {
                put(&mut values, field, Value::Null);
            }
            (format!("participant:{}", one.id), one.name.clone(), values)
        });
        match each {
            Each::One => None,
            Each::Officer => Some(officers.collect()),
            Each::Called | Each::Came => Some(participants.chain(officers).collect()),
        }
    }
}

fn officer(seat: &Seat) -> Value {
    // What the officer is to the parties: deputy, expert …; else the profession, else the unit.
    let identity = [("officer_category", seat.category.as_str()), ("officer_profession", seat.profession.as_str())];
    let known = identity.iter().filter(|(_, code)| !code.is_empty() && *code != "other");
    let identity = known.map(|(list, code)| say::chosen(list, code)).next().unwrap_or_else(|| say::text(&seat.unit));
    json!({
        "name": seat.name,
        "unit": say::text(&seat.unit),
        "profession": say::chosen("officer_profession", &seat.profession),
        "category": say::chosen("officer_category", &seat.category),
        "identity": identity,
        "selection": say::chosen("officer_selection", &seat.selection),
        "came": seat.attended == Some(true),
        "opinion": say::chosen("officer_opinion", &seat.opinion),
        "words": say::text(&seat.opinion_text),
        "refusal": say::text(&seat.refusal_to_sign),
    })
}

/// `听证员周垚问：…`, `李某：…`, `（休会）…`.
fn note_line(note: &Note) -> String {
    let kind = choice("hearing_note_kind", &note.kind).map_or(note.kind.as_str(), |kind| &kind.zh);
    match note.kind.as_str() {
        "question" | "answer" => format!("{}{kind}：{}", note.speaker, note.text),
        "statement" if !note.speaker.is_empty() => format!("{}：{}", note.speaker, note.text),
        _ => format!("（{kind}）{}{}", note.speaker, note.text),
    }
}

/// Names of two characters stand apart, as on any card; a long one is set smaller.
fn card(name: &str, role: &str) -> Value {
    let length = name.chars().count();
    let text = match (length, name.chars().next(), name.chars().nth(1)) {
        (2, Some(first), Some(second)) => format!("{first}　{second}"),
        _ => name.to_owned(),
    };
    json!({ "text": text, "role": say::text(role), "long": length > 4 })
}
