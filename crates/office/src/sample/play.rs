//! Playing one script.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{Day, act, acts::FieldType, category, causes, charges, choices, hearings};

use super::{
    Chance,
    hear::{self, Hearings, Matter},
    people::{Invented, Staff, agency, invent},
    script::{Script, Scripts, Step},
};
use crate::{
    CaseId, PersonId, Result, Work,
    assignments::allot_in_history,
    cases::{self, ActEntry, ChargeEntry, MeasureEntry, NumberEntry, PersonEntry, Registration},
    draws::Seed,
    refusal,
};

/// Charges of an ordinary docket with their weights.
const DOCKET: &[(&str, u32)] = &[
    ("盗窃罪", 20),
    ("危险驾驶罪", 22),
    ("诈骗罪", 12),
    ("故意伤害罪", 10),
    ("帮助信息网络犯罪活动罪", 9),
    ("掩饰、隐瞒犯罪所得、犯罪所得收益罪", 7),
    ("交通肇事罪", 6),
    ("寻衅滋事罪", 5),
    ("开设赌场罪", 4),
    ("走私、贩卖、运输、制造毒品罪", 4),
    ("职务侵占罪", 2),
    ("非法采矿罪", 1),
];
/// In percent of the cases that leaders handle, where a hearing could be held: there is one.
const LEADERS_HEAR: u32 = 60;
const POLICE: &str = "测县公安局";
const COURT: &str = "测县人民法院";

/// What steps may name.
struct Names {
    who: String,
    other: String,
    charge: String,
    cause: String,
    agency: String,
    handler: String,
    serial: i64,
}

impl Names {
    fn fill(&self, text: &str, day: Day) -> String {
        text.replace("{who}", &self.who)
            .replace("{other}", &self.other)
            .replace("{charge}", &self.charge)
            .replace("{cause}", &self.cause)
            .replace("{agency}", &self.agency)
            .replace("{handler}", &self.handler)
            .replace("{number}", &format!("测检刑诉〔{}〕{}号", day.year(), self.serial))
            .replace("{police}", POLICE)
            .replace("{court}", COURT)
            .replace("{day}", &day.to_string())
            .replace("{due}", &day.add_days(60).to_string())
    }
}

/// Invents one case accepted on `day` and plays its script up to the office's day.
pub(super) fn case(
    work: &Work<'_>,
    scripts: &Scripts,
    staff: &Staff,
    hearings: &Hearings,
    day: Day,
    drawn: bool,
    chance: &mut Chance,
) -> Result<()> {
    let script = weighted(&scripts.script, |script| script.weight, chance)
        .ok_or_else(|| refusal!("fault", detail = "scripts"))?;
    let line = chance.one_of(&script.lines).cloned().unwrap_or_default();
    let minor = line == "MI";
    let criminal = script.people.iter().any(|(role, _, _)| role == "suspect");
    let charge =
        weighted(DOCKET, |(_, weight)| *weight, chance).and_then(|(name, _)| charges::by_name(name).first().copied());
    let act_on = day.add_days(-chance.between(20, 160));

    let mut persons = Vec::new();
    for (role, from, to) in &script.people {
        for _ in 0..chance.between(i64::from(*from), i64::from(*to)) {
            let young = minor && role == "suspect";
            persons.push(person(role, &invent(chance, act_on, young), script, charge, act_on, day, chance));
        }
    }
    let (cause_code, cause) = match script.cause.as_str() {
        "civil" => leaf(causes::civil(), chance),
        "administrative" => leaf(causes::administrative(), chance),
        "pil" => chance.one_of(causes::pil_fields()).map(|field| (field.code.clone(), field.name.clone())),
        _ if criminal => charge.map(|charge| (charge.id.clone(), charge.name.clone())),
        _ => None,
    }
    .unwrap_or_default();
    let mut names = Names {
        who: persons.first().map(|person: &PersonEntry| person.name.clone()).unwrap_or_default(),
        other: persons.get(1).map(|person| person.name.clone()).unwrap_or_default(),
        charge: charge.map(|charge| charge.name.trim_end_matches('罪').to_owned()).unwrap_or_default(),
        cause: cause.clone(),
        agency: agency(chance),
        handler: String::new(),
        serial: 0,
    };
    if let Some(unit) = persons.iter().find(|person| person.kind.as_deref() == Some("unit")) {
        names.agency.clone_from(&unit.name);
    }

    let mut entry = Registration::new(&line, &script.category, &names.fill(&script.title, day), day, day);
    entry.cause_code = Some(cause_code);
    entry.cause = Some(cause);
    entry.source = Some(script.source.clone());
    entry.from_unit = (script.source == "police").then(|| POLICE.to_owned());
    entry.department_id = staff.department(&line);
    entry.persons = Some(persons);
    entry.numbers = Some(numbers(&script.category, day, chance));
    let id = cases::register(work, &entry)?;
    names.serial = id.get();

    if drawn {
        allot_and_play(work, script, (staff, hearings), id, (&line, minor), &mut names, day, chance)
    } else {
        Ok(())
    }
}

/// Allots the case by a draw that repeats and plays its script.
#[allow(clippy::too_many_arguments, reason = "what one invented case is made of")]
fn allot_and_play(
    work: &Work<'_>,
    script: &Script,
    (staff, hearings): (&Staff, &Hearings),
    case: CaseId,
    (line, minor): (&str, bool),
    names: &mut Names,
    day: Day,
    chance: &mut Chance,
) -> Result<()> {
    let suspects: Vec<PersonId> =
        work.all("SELECT id FROM person WHERE case_id = ?1 AND role = 'suspect' ORDER BY position", [case], |row| {
            row.get(0)
        })?;
    let words = [chance.number(), chance.number(), chance.number(), chance.number()];
    let seed = Seed::parse(&words.map(|word| format!("{word:016x}")).concat())?;
    let handler = allot_in_history(work, case, day, &staff.pool(line, minor), seed)?;
    names.handler = handler.to_string();
    let fields = [("handler", handler.to_string()), ("mode", "random".to_owned())].into();
    take_over(work, case, "allocated", day, None, &fields)?;
    play(work, script, hearings, (case, &suspects), names, day, chance)
}

/// Plays the steps one after the other until they reach the office's day.
fn play(
    work: &Work<'_>,
    script: &Script,
    hearings: &Hearings,
    (case, suspects): (CaseId, &[PersonId]),
    names: &Names,
    from: Day,
    chance: &mut Chance,
) -> Result<()> {
    let mut marks: BTreeSet<&str> = BTreeSet::new();
    let mut day = from;
    let mut aside = Chance::aside(case, 1);
    for step in &script.steps {
        let meant = step.when.as_deref().is_none_or(|mark| marks.contains(mark))
            && step.unless.as_deref().is_none_or(|mark| !marks.contains(mark));
        let by_script = meant && chance.percent(step.chance);
        let leads = step.hear.is_some() && of_leader(work, names)?;
        let wanted = by_script || meant && leads && aside.percent(LEADERS_HEAR);
        let late = chance.percent(step.late);
        let pause = chance.between(step.after.0, step.after.1) + if late { 20 } else { 0 };
        if !wanted {
            continue;
        }
        day = day.add_days(pause);
        if day > work.day {
            return Ok(());
        }
        if let Some(mark) = &step.mark {
            marks.insert(mark);
        }
        if let Some(kind) = &step.hear {
            let family = category(&script.category).map_or("", |category| category.family.as_str());
            let matter = Matter {
                case,
                kind,
                arrest: family == "arrest",
                supervised: family == "administrative",
                of_leader: leads,
                by_script,
            };
            let dice = if by_script { &mut *chance } else { &mut aside };
            match hear::play(work, hearings, &matter, day, dice)? {
                Some(after) => day = after,
                None => return Ok(()),
            }
            continue;
        }
        perform(work, case, step, suspects, names, day)?;
    }
    Ok(())
}

/// Whether the case is handled by one of those who preside over the hearings of what they handle.
fn of_leader(work: &Work<'_>, names: &Names) -> Result<bool> {
    let post: Option<String> =
        work.maybe("SELECT post FROM account WHERE id = ?1", [names.handler.parse::<i64>().ok()], |row| row.get(0))?;
    let led = hearings::rules("leaders").any(|rule| post.as_ref().is_some_and(|post| rule.posts.contains(post)));
    Ok(led)
}

fn perform(work: &Work<'_>, case: CaseId, step: &Step, suspects: &[PersonId], names: &Names, day: Day) -> Result<()> {
    let kind = act(&step.act).ok_or_else(|| refusal!("act_kind_unknown", kind = step.act))?;
    let mut fields: BTreeMap<&str, String> =
        step.fields.iter().map(|(id, value)| (id.as_str(), names.fill(value, day))).collect();
    for field in kind.fields.iter().filter(|field| field.required) {
        if fields.contains_key(field.id.as_str()) {
            continue;
        }
        let value = match &field.kind {
            FieldType::Day => day.to_string(),
            FieldType::Choice { list } => choices(list).first().map(|choice| choice.code.clone()).unwrap_or_default(),
            FieldType::Person => suspects.first().map(ToString::to_string).unwrap_or_else(|| names.who.clone()),
            FieldType::Account => names.handler.clone(),
            FieldType::Amount => "5000".to_owned(),
            FieldType::YesNo => "yes".to_owned(),
            FieldType::Number => "1".to_owned(),
            FieldType::Unit => names.agency.clone(),
            FieldType::Text | FieldType::Paper => field.zh.clone(),
        };
        fields.insert(&field.id, value);
    }
    if step.each {
        for suspect in suspects {
            take_over(work, case, &step.act, day, Some(*suspect), &fields)?;
        }
        return Ok(());
    }
    take_over(work, case, &step.act, day, None, &fields)
}

fn take_over(
    work: &Work<'_>,
    case: CaseId,
    kind: &str,
    day: Day,
    person: Option<PersonId>,
    fields: &BTreeMap<&str, String>,
) -> Result<()> {
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(id, value)| (*id, value.as_str())).collect();
    let mut entry = ActEntry::new(kind, day, &pairs);
    if let Some(person) = person {
        entry = entry.of(person);
    }
    cases::acts::take_over(work, case, &entry)?;
    Ok(())
}

fn person(
    role: &str,
    who: &Invented,
    script: &Script,
    charge: Option<&'static charges::Charge>,
    act_on: Day,
    day: Day,
    chance: &mut Chance,
) -> PersonEntry {
    if role == "agency" {
        let mut unit = PersonEntry::new(role, &agency(chance));
        unit.kind = Some("unit".to_owned());
        return unit;
    }
    let mut entry = PersonEntry::new(role, &who.name);
    entry.sex = Some(if who.male { "male" } else { "female" }.to_owned());
    entry.birth = Some(who.birth);
    if chance.percent(97) {
        entry.id_type = Some("resident_card".to_owned());
        entry.id_number = Some(who.id_number.clone());
    }
    if role == "suspect" {
        entry.act_on = Some(act_on);
        entry.prior_record = Some(if chance.percent(12) { "criminal" } else { "none" }.to_owned());
        entry.charges = charge.map(|charge| {
            vec![ChargeEntry {
                phase: "transferred".to_owned(),
                charge_id: Some(charge.id.clone()),
                charge: Some(charge.name.clone()),
                ..ChargeEntry::default()
            }]
        });
        if let Some(kind) = chance.one_of(&script.measures) {
            let began = day.add_days(-chance.between(1, if kind == "detention" { 3 } else { 40 }));
            entry.measures = Some(vec![MeasureEntry {
                kind: kind.clone(),
                decided_on: Some(began),
                executed_on: Some(began),
                expires_on: kind.starts_with("bail").then(|| began.add_days(364)),
                ..MeasureEntry::default()
            }]);
            entry.custody_place = ["arrest", "detention"].contains(&kind.as_str()).then(|| "测县看守所".to_owned());
        }
    }
    entry
}

fn numbers(category: &str, day: Day, chance: &mut Chance) -> Vec<NumberEntry> {
    let word = anjuan_law::category(category).and_then(|category| category.number_words.first().cloned());
    let mut numbers = Vec::new();
    if let Some(word) = word {
        // A running number of its own would need the whole history; six digits of the dice do not meet in a sample.
        let number = format!("测检{word}受[{}]341023{:06}号", day.year(), chance.between(1, 999_999));
        numbers.push(NumberEntry { kind: "department".to_owned(), number, id: None });
    }
    if chance.percent(50) {
        let number = format!("341023{}{:05}00", day.year(), chance.between(1, 99_999));
        numbers.push(NumberEntry { kind: "unified".to_owned(), number, id: None });
    }
    numbers
}

fn leaf(all: &[causes::Cause], chance: &mut Chance) -> Option<(String, String)> {
    let leaves: Vec<&causes::Cause> = all.iter().filter(|cause| cause.level() >= 3).collect();
    chance.one_of(&leaves).map(|cause| (cause.code.clone(), cause.name.clone()))
}

fn weighted<'t, T>(from: &'t [T], weight: impl Fn(&T) -> u32, chance: &mut Chance) -> Option<&'t T> {
    let total: u32 = from.iter().map(&weight).sum();
    let mut at = u32::try_from(chance.between(0, i64::from(total) - 1)).unwrap_or(0);
    from.iter().find(|one| {
        let own = weight(one);
        if at < own {
            return true;
        }
        at -= own;
        false
    })
}
