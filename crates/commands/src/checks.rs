//! Quality checks: their pages, findings and answers, and running them all.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{Day, Lang, Words, act, choice};
use anjuan_office::{
    Action, CaseId, Changed, Reading, Result, Right, accounts,
    cases::{self, Registration},
    checks::{self, Answer, AnswerKind, Check, Cursor, Filter, Finding, Severity, Subject},
    deadlines, refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, examples, law::BasisWords, list::Nothing, words};

/// A check: rule, basis, what to do, examples.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CheckPage {
    /// Its id, `co_01`.
    pub check: String,
    /// The id as it is shown, `CO-01`.
    pub code: String,
    /// What is wrong, in a few words.
    pub title: Words,
    /// What the law or practice asks for.
    pub rule: Words,
    /// What to do.
    pub remedy: Words,
    /// How bad it is.
    pub severity: Severity,
    /// Categories, families, functions and lines it applies to; empty for all.
    pub applies: Vec<String>,
    /// What it stands on.
    pub basis: Vec<BasisWords>,
    /// Cases accepted on this day or later.
    pub in_force_from: Option<Day>,
    /// Cases accepted on this day or earlier.
    pub in_force_to: Option<Day>,
    /// Examples without the finding; each a list of facts.
    pub good: Vec<Vec<Words>>,
    /// Examples with the finding.
    pub bad: Vec<Vec<Words>>,
}

impl From<&Check> for CheckPage {
    fn from(check: &Check) -> Self {
        Self {
            check: check.id.to_owned(),
            code: code(check.id),
            title: check.title.clone(),
            rule: check.rule.clone(),
            remedy: check.remedy.clone(),
            severity: check.severity,
            applies: check.applies.iter().map(|name| (*name).to_owned()).collect(),
            basis: check.basis.iter().map(BasisWords::from).collect(),
            in_force_from: check.from,
            in_force_to: check.to,
            good: check.good.iter().map(examples::in_words).collect(),
            bad: check.bad.iter().map(examples::in_words).collect(),
        }
    }
}

/// `co_01` as people write it: `CO-01`.
fn code(id: &str) -> String {
    id.replace('_', "-").to_uppercase()
}

/// All checks, by their ids.
pub fn check_list(_: &Seat<'_>, _: Nothing) -> Result<Vec<CheckPage>> {
    Ok(checks::all()?.map(CheckPage::from).collect())
}

/// Which check.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct CheckAsk {
    /// Its id, `co_01`; `CO-01` is understood too.
    pub check: String,
}

/// One check.
pub fn check_page(_: &Seat<'_>, ask: CheckAsk) -> Result<CheckPage> {
    Ok(checks::by_id(&ask.check.to_lowercase().replace('-', "_"))?.into())
}

/// Which case.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct FindingsAsk {
    /// The case.
    pub case: CaseId,
}

/// A finding with all that explains it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct FindingItem {
    /// The case.
    pub case: CaseId,
    /// The check.
    pub check: String,
    /// The check as it is shown, `CO-01`.
    pub code: String,
    /// What is wrong.
    pub title: Words,
    /// How bad.
    pub severity: Severity,
    /// What it is about, as it stands in the record: `case`, `person:7`, `act:12` …
    pub subject: String,
    /// What it is about, in words.
    pub about: Words,
    /// Since when it holds, where that matters.
    pub since: Option<Day>,
    /// The values that made it.
    pub values: Vec<FindingValue>,
    /// What the law or practice asks for.
    pub rule: Words,
    /// What it stands on.
    pub basis: Vec<BasisWords>,
    /// What to do.
    pub remedy: Words,
    /// Given back with an answer.
    pub fingerprint: String,
    /// The answer that holds.
    pub answer: Option<Answer>,
    /// An answer that was given to other values and holds no more.
    pub earlier: Option<Answer>,
}

/// One value of a finding.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct FindingValue {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Words,
    /// The value as text.
    pub value: String,
    /// The value in words.
    pub words: Words,
}

impl FindingItem {
    fn of(reading: &Reading<'_>, finding: Finding) -> Result<Self> {
        let check = checks::by_id(&finding.check)?;
        let values = finding.values.iter().map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let words = match name.as_str() {
                "gap" => words::both(&format!("gap_{text}")),
                _ => checks::words::of_value(name, &text),
            };
            FindingValue { label: words::both(&format!("value_{name}")), name: name.clone(), value: text, words }
        });
        Ok(Self {
            about: about(&checks::subject(reading, &finding.subject)?),
            values: values.collect(),
            case: finding.case,
            code: code(check.id),
            title: check.title.clone(),
            severity: check.severity,
            rule: check.rule.clone(),
            basis: check.basis.iter().map(BasisWords::from).collect(),
            remedy: check.remedy.clone(),
            check: finding.check,
            subject: finding.subject,
            since: finding.since,
            fingerprint: finding.fingerprint,
            answer: finding.answer,
            earlier: finding.earlier,
        })
    }
}

/// What a finding is about, in words.
pub(crate) fn about(subject: &Subject) -> Words {
    match subject {
        Subject::Case => words::both("subject_case"),
        Subject::Field(field) => words::both(&format!("column_{field}")),
        Subject::Person { name } => Words::owned(name, name),
        Subject::Act { kind, on } => match act(kind) {
            Some(found) => Words::owned(format!("{on} {}", found.zh), format!("{on} {}", found.en)),
            None => Words::owned(format!("{on} {kind}"), format!("{on} {kind}")),
        },
        Subject::Measure { kind, name } => {
            let measure = |lang| choice("measure", kind).map_or(kind.as_str(), |found| found.name(lang));
            Words::owned(format!("{name}：{}", measure(Lang::Zh)), format!("{name}: {}", measure(Lang::En)))
        }
        Subject::Period { rule, trigger_on, about: of } => {
            let rule = checks::words::of_value("rule", rule);
            match &**of {
                Subject::Case => rule,
                other => {
                    let other = about(other);
                    Words::owned(
                        format!("{}（{trigger_on}，{}）", rule.zh, other.zh),
                        format!("{} ({trigger_on}, {})", rule.en, other.en),
                    )
                }
            }
        }
        Subject::Hearing { kind, on } => {
            let kind = checks::words::of_value("hearing_kind", kind);
            let day = on.map(|on| format!("{on} ")).unwrap_or_default();
            Words::owned(format!("{day}{}", kind.zh), format!("{day}{}", kind.en))
        }
        Subject::OtherCase { register_no } => Words::owned(register_no, register_no),
        Subject::Other(text) => Words::owned(text, text),
    }
}

/// The findings of a case as they are today, the worst first.
pub fn case_findings(seat: &Seat<'_>, ask: FindingsAsk) -> Result<Vec<FindingItem>> {
    seat.read(|reading| {
        let found = checks::of_case(reading, ask.case, seat.day)?;
        found.into_iter().map(|finding| FindingItem::of(reading, finding)).collect()
    })
}

/// What the checks would say of a case that is being typed, were it registered now. Nothing is written.
pub fn registration_preview(seat: &Seat<'_>, ask: Registration) -> Result<Vec<FindingItem>> {
    seat.need(Right::Register)?;
    seat.office().record().rehearse(seat.by(), seat.day, |work| {
        let case = cases::register(work, &ask)?;
        let only = BTreeSet::from([case]);
        deadlines::derive(work, &only)?;
        checks::derive(work, &only)?;
        let found = checks::of_case(work, case, seat.day)?;
        found.into_iter().map(|finding| FindingItem::of(work, finding)).collect()
    })
}

/// Which findings, and from where on.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct FindingAsk {
    /// Which.
    #[ts(as = "Option<Filter>")]
    pub filter: Filter,
    /// After this place.
    pub after: Option<Cursor>,
    /// At most so many; 50 when left out.
    pub limit: Option<u32>,
}

/// A page of findings, those of the newest case first.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct FindingPage {
    /// The findings.
    pub rows: Vec<FindingRow>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
}

/// A finding in a list.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct FindingRow {
    /// The finding.
    pub finding: FindingItem,
    /// The case's register number.
    pub register_no: String,
    /// The case's title.
    pub case_title: String,
    /// Who handles the case.
    pub handler: Option<String>,
}

/// Findings under a filter as they are today, page by page.
pub fn finding_list(seat: &Seat<'_>, ask: FindingAsk) -> Result<FindingPage> {
    let limit = ask.limit.unwrap_or(50).clamp(1, 500);
    seat.read(|reading| {
        let page = checks::list(reading, &ask.filter, seat.day, ask.after.as_ref(), limit)?;
        let rows = page.rows.into_iter().map(|row| {
            Ok(FindingRow {
                finding: FindingItem::of(reading, row.finding)?,
                register_no: row.register_no,
                case_title: row.title,
                handler: row.handler,
            })
        });
        Ok(FindingPage { rows: rows.collect::<Result<_>>()?, next: page.next })
    })
}

/// How many findings each check has today under a filter; checks without any are left out.
pub fn finding_counts(seat: &Seat<'_>, filter: Filter) -> Result<Vec<checks::Count>> {
    seat.read(|reading| checks::counts(reading, &filter, seat.day))
}

/// Which finding, with the values the person saw.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct FindingKey {
    /// The case.
    pub case: CaseId,
    /// The check.
    pub check: String,
    /// What it is about.
    pub subject: String,
    /// The values it was made from.
    pub fingerprint: String,
    /// Why; asked for where an answer is taken back.
    pub reason: Option<String>,
}

/// An answer to a finding.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct FindingAnswer {
    /// The case.
    pub case: CaseId,
    /// The check.
    pub check: String,
    /// What it is about.
    pub subject: String,
    /// The values it was made from.
    pub fingerprint: String,
    /// Explained or set aside.
    pub answer: AnswerKind,
    /// Why.
    pub reason: String,
}

/// Explains a finding or sets it aside. The answer holds while the values stay the same.
pub fn finding_answer(seat: &Seat<'_>, ask: FindingAnswer) -> Result<Changed> {
    let detail = json!({ "case": ask.case, "check": ask.check, "subject": ask.subject, "answer": ask.answer });
    let done = seat.act(Action::FindingAnswer, &ask.reason, detail, |work| {
        accounts::reach_case(work, work.by, Right::Record, ask.case)?;
        checks::answer(work, ask.case, &ask.check, &ask.subject, &ask.fingerprint, ask.answer, &ask.reason)
    })?;
    Ok(done.changed)
}

/// Takes an answer back: the finding is open again.
pub fn finding_answer_withdraw(seat: &Seat<'_>, ask: FindingKey) -> Result<Changed> {
    let reason = ask.reason.as_deref().unwrap_or_default().trim();
    if reason.is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let detail = json!({ "case": ask.case, "check": ask.check, "subject": ask.subject, "withdrawn": true });
    let done = seat.act(Action::FindingAnswer, reason, detail, |work| {
        accounts::reach_case(work, work.by, Right::Record, ask.case)?;
        checks::withdraw(work, ask.case, &ask.check, &ask.subject, &ask.fingerprint)
    })?;
    Ok(done.changed)
}

/// What a run of all checks found.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CheckRun {
    /// How many cases were looked at.
    pub cases: u64,
    /// By check, those with findings or changes.
    pub checks: Vec<CheckRunLine>,
}

/// One check of a run.
#[derive(Debug, Clone, Default, Serialize, ts_rs::TS)]
pub struct CheckRunLine {
    /// The check.
    pub check: String,
    /// Findings without an answer.
    pub open: u32,
    /// Findings with one.
    pub answered: u32,
    /// Findings that the run added: they should have stood there.
    pub appeared: u32,
    /// Findings that the run took away: they should not have stood there.
    pub gone: u32,
}

/// Runs the checks on every case. What is put right is kept, so a run that is stopped has renewed the cases up to there.
pub fn check_run(seat: &Seat<'_>, _: Nothing) -> Result<CheckRun> {
    let cases = seat.read(checks::case_count)?;
    seat.progress("check_run", 0, cases)?;
    let progress = |done, total| seat.progress("check_run", done, total);
    let renewed = seat.office().check_all(seat.by(), seat.day, progress)?;
    let counts = seat.read(|reading| checks::counts(reading, &Filter::default(), seat.day))?;
    let mut lines: BTreeMap<String, CheckRunLine> = BTreeMap::new();
    for count in counts {
        let line = CheckRunLine { open: count.open, answered: count.answered, ..CheckRunLine::default() };
        lines.insert(count.check, line);
    }
    for (check, renewed) in renewed {
        let line = lines.entry(check).or_default();
        (line.appeared, line.gone) = (renewed.appeared, renewed.gone);
    }
    let checks = lines.into_iter().map(|(check, line)| CheckRunLine { check, ..line }).collect();
    Ok(CheckRun { cases, checks })
}
