//! What the papers of a case say: the receipt for who sent it, the slip of its assignment, the case on one page.

use anjuan_law::{Day, choice, vocabulary};
use serde_json::{Value, json};

use super::{Copy, Paper, hearing::case_values, say};
use crate::{
    Actor, CaseId, Reading, Result,
    assignments::{self, Assignment},
    cases::{self, CaseSheet, PersonCard},
    deadlines::{self, DueFilter},
};

/// Numbers under which others sent a case.
const RECEIVED_UNDER: [&str; 3] = ["police", "supervisory", "document"];
/// As many due dates and acts as one page takes.
const MOST_DUE: u32 = 12;
const LATEST_ACTS: usize = 24;

/// The one copy of a paper of a case.
pub fn of_case(reading: &Reading<'_>, id: CaseId, paper: &'static Paper, by: &Actor, today: Day) -> Result<Copy> {
    let sheet = cases::sheet(reading, id, by)?;
    let (name, short): (String, String) =
        reading.one("SELECT name, short_name FROM office", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let values = json!({
        "office": { "name": name, "short": short },
        "paper": { "day": today.on_paper(), "maker": by.name },
        "case": head(&sheet),
        "numbers": say::list(sheet.numbers.iter().map(|one| json!({
            "kind": say::chosen("number_kind", &one.kind), "number": say::text(&one.number),
        })).collect()),
        "persons": say::list(sheet.persons.iter().map(person).collect()),
        "checks": say::list(checks(&sheet)),
        "due": due(reading, id, today)?,
        "acts": acts(&sheet),
        "draw": assignment(reading, id)?,
    });
    Ok(Copy { paper, about: String::new(), name: String::new(), values })
}

fn head(sheet: &CaseSheet) -> Value {
    let mut values = case_values(sheet);
    let stage = vocabulary().stages.iter().find(|stage| stage.id == sheet.head.stage);
    values["stage"] = say::text(stage.map_or("", |stage| &stage.zh));
    values["flags"] = say::list(sheet.flags.iter().map(|flag| say::chosen("flag", flag)).collect());
    let received = sheet.numbers.iter().find(|one| RECEIVED_UNDER.contains(&one.kind.as_str()));
    values["received_number"] = say::text(received.map_or("", |one| &one.number));
    values
}

fn person(one: &PersonCard) -> Value {
    let person = &one.person;
    let sex = person.sex.as_deref().unwrap_or_default();
    let mut charges: Vec<&str> = Vec::new();
    for charge in &one.charges {
        if !charges.contains(&charge.charge.as_str()) {
            charges.push(&charge.charge);
        }
    }
    let measures = one.measures.iter().filter(|measure| measure.is_current);
    let measures: Vec<String> = measures
        .map(|measure| {
            let kind = choice("measure", &measure.kind).map_or(measure.kind.as_str(), |kind| &kind.zh);
            let from = measure.executed_on.or(measure.decided_on).map(|day| day.on_paper());
            let to = measure.expires_on.map(|day| format!("至{}", day.on_paper()));
            format!("{kind}{}{}", from.unwrap_or_default(), to.unwrap_or_default())
        })
        .collect();
    json!({
        "role": say::chosen("person_role", &person.role),
        "name": say::text(&person.name),
        "sex": if sex.is_empty() { Value::Null } else { say::chosen("sex", sex) },
        "birth": say::day(person.birth),
        "charges": say::list(charges.into_iter().map(Value::from).collect()),
        "measure": say::text(&measures.join("；")),
    })
}

fn checks(sheet: &CaseSheet) -> Vec<Value> {
    let answer = |code: &str| match code {
        "yes" => "是",
        "no" => "否",
        _ => "不涉及",
    };
    let items = sheet.head.checklist.iter();
    items
        .map(|(item, kept)| {
            json!({
                "item": say::chosen("intake_check", item),
                "answer": answer(&kept.answer),
                "note": say::text(&kept.note),
            })
        })
        .collect()
}

/// What still runs, the next to finish first.
fn due(reading: &Reading<'_>, case: CaseId, today: Day) -> Result<Value> {
    let filter = DueFilter { case: Some(case), ..DueFilter::default() };
    let page = deadlines::list(reading, &filter, today, None, MOST_DUE)?;
    let lines = page.rows.iter().map(|due| {
        let name = anjuan_law::periods::rule(&due.rule).map_or(due.rule.as_str(), |rule| rule.title.zh.as_ref());
        let person = due.person.as_ref().map_or_else(String::new, |person| format!("（{person}）"));
        json!({ "name": format!("{name}{person}"), "day": due.safe_due.on_paper() })
    });
    Ok(say::list(lines.collect()))
}

/// The timeline, the last acts where it is longer than the page.
fn acts(sheet: &CaseSheet) -> Value {
    let from = sheet.acts.len().saturating_sub(LATEST_ACTS);
    let lines = sheet.acts.iter().skip(from).map(|act| {
        let fields: Vec<String> = act
            .fields
            .iter()
            .map(|field| {
                let said = field.said.zh.parse::<Day>().map_or_else(|_| field.said.zh.to_string(), Day::on_paper);
                format!("{}：{said}", field.words.zh)
            })
            .collect();
        let note = [fields.join("，"), act.note.clone()].into_iter().filter(|text| !text.is_empty());
        json!({
            "on": act.on.on_paper(),
            "name": act.words.zh,
            "about": say::text(&act.person),
            "note": say::text(&note.collect::<Vec<_>>().join("；")),
        })
    });
    say::list(lines.collect())
}

/// How the case came to its handler: drawn, with all that the draw rests on, or designated, with the reason.
fn assignment(reading: &Reading<'_>, case: CaseId) -> Result<Value> {
    let history = assignments::history(reading, case)?;
    let current = history.iter().rev().find(|one| one.role == "handler" && one.ended_on.is_none());
    let slip = current.and_then(|one| one.draw).map(|draw| assignments::slip(reading, draw)).transpose()?;
    let of = |field: fn(&Assignment) -> &str| say::text(current.map_or("", field));
    let reason = current.map_or(Value::Null, |one| {
        let coded = choice("designation_reason", &one.reason).map_or(one.reason.as_str(), |reason| &reason.zh);
        let texts = [coded, one.reason_text.as_str()].into_iter().filter(|text| !text.is_empty());
        say::text(&texts.collect::<Vec<_>>().join("，"))
    });
    let slip = slip.as_ref();
    Ok(json!({
        "on": say::day(current.map(|one| one.started_on)),
        "way": current.map_or(Value::Null, |one| say::chosen("allocation_mode", &one.mode)),
        "chosen": of(|one| &one.name),
        "reason": if slip.is_some() { Value::Null } else { reason },
        "decided_by": of(|one| &one.decided_by),
        "candidates": slip.map_or(Value::Null, |slip| say::list(slip.candidates.iter().map(|one| json!({
            "name": one.name, "share": format!("在办{}件", one.open),
        })).collect())),
        "excluded": slip.map_or(Value::Null, |slip| say::list(slip.excluded.iter().map(|one| json!({
            "name": one.name, "reason": say::chosen("exclusion_reason", &one.reason),
        })).collect())),
        "seed": say::text(slip.map_or("", |slip| &slip.seed)),
        "repeats": slip.map_or(Value::Null, |slip| json!(if slip.repeats { "与原结果一致" } else { "与原结果不一致" })),
    }))
}
