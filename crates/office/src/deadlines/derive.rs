//! Writing the due dates of cases.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{
    Calendar, Day,
    clock::{self, Clock, Gap, Period, Subject},
    periods::By,
};
use rusqlite::{named_params, params};

use super::{counting, facts, reminders::REMINDER};
use crate::{CaseId, Result, Work};

/// What stands in the place of a rule's name for the look-back after a hearing.
pub const LOOK_BACK: &str = "hearing_look_back";

/// So many days before its day a look-back begins to warn.
const LOOK_BACK_WARNS: u32 = 3;

/// How many cases are read at once.
const CHUNK: usize = 500;

/// Case, rule, subject and day of a due date.
type Key = (CaseId, String, String, Day);

/// Derives the due dates of these cases anew.
pub fn derive(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    let counting = counting(work)?;
    let cases: Vec<CaseId> = cases.iter().copied().collect();
    for chunk in cases.chunks(CHUNK) {
        let ids = serde_json::to_string(chunk)?;
        let noted = named_params! { ":cases": ids, ":reminder": REMINDER, ":look_back": LOOK_BACK };
        work.write(include_str!("drop_noted.sql"), noted)?;
        work.write(include_str!("drop_gaps.sql"), named_params! { ":cases": ids })?;
        // Only what stands differently is written: what the index by days has of one case lies all over the file of a large office.
        let stood: Vec<Key> = work.all(include_str!("stood.sql"), named_params! { ":cases": ids }, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        let mut stale: BTreeSet<Key> = stood.into_iter().collect();
        for (case, facts) in facts::facts(work, chunk)? {
            let Clock { periods, gaps } = clock::periods(&facts, &counting.calendar, &counting.settings);
            for row in rows(&periods, &counting.calendar).into_values() {
                keep(work, case, &row)?;
                if !stale.is_empty() {
                    let period = row.period;
                    stale.remove(&(case, period.rule.id.to_owned(), row.subject, period.trigger_on));
                }
            }
            for gap in gaps {
                keep_gap(work, case, &gap)?;
            }
        }
        for (case, rule, subject, trigger_on) in stale {
            work.write(include_str!("drop_deadline.sql"), params![case, rule, subject, trigger_on])?;
        }
        let bound = named_params! { ":cases": ids, ":rule": REMINDER };
        work.write(include_str!("keep_reminders.sql"), bound)?;
        let bound = named_params! { ":cases": ids, ":rule": LOOK_BACK, ":warn_days": LOOK_BACK_WARNS };
        work.write(include_str!("keep_look_backs.sql"), bound)?;
    }
    Ok(())
}

/// A period with the first days of its warnings.
struct Row<'p> {
    period: &'p Period,
    subject: String,
    amber_on: Day,
    red_on: Day,
}

/// One row for each rule, subject and day: of two that begin on one day the later one stands, which restarted the other.
fn rows<'p>(periods: &'p [Period], calendar: &Calendar) -> BTreeMap<(&'static str, String, Day), Row<'p>> {
    let row = |period: &'p Period| {
        let subject = subject(period.subject);
        let (amber_on, red_on) = (period.amber_on(calendar), period.red_on(calendar));
        ((period.rule.id, subject.clone(), period.trigger_on), Row { period, subject, amber_on, red_on })
    };
    periods.iter().map(row).collect()
}

/// What a period is about, as the record names it.
pub fn subject(subject: Subject) -> String {
    match subject {
        Subject::Case => "case".to_owned(),
        Subject::Person(id) => format!("person:{id}"),
        Subject::Act(id) => format!("act:{id}"),
        Subject::Measure(id) => format!("measure:{id}"),
        Subject::Hearing(id) => format!("hearing:{id}"),
    }
}

/// Who has to act, as the record names it.
pub fn by_code(by: By) -> &'static str {
    match by {
        By::Office => "office",
        By::Police => "police",
        By::Court => "court",
        By::Agency => "agency",
        By::Party => "party",
        By::Other => "other",
    }
}

fn keep(work: &Work<'_>, case: CaseId, row: &Row<'_>) -> Result<()> {
    let period = row.period;
    let ended = period.ended.filter(|_| period.met_on.is_none());
    // By place and not by name: in a pass over a large office the names alone would cost as much as the rows.
    let bound = params![
        case,
        period.rule.id,
        row.subject,
        period.trigger_on,
        period.trigger_act,
        period.person,
        by_code(period.rule.by),
        period.rule.optional,
        period.sum.due,
        period.sum.safe_due,
        row.amber_on,
        row.red_on,
        period.met_on,
        period.met_by,
        ended.map(|ended| ended.on),
        period.paused_since,
        period.met_on.is_none() && ended.is_none(),
        period.sum.in_custody,
        period.sum.calendar_missing,
    ];
    work.write(include_str!("keep_deadline.sql"), bound)?;
    Ok(())
}

fn keep_gap(work: &Work<'_>, case: CaseId, gap: &Gap) -> Result<()> {
    let bound = named_params! {
        ":case": case, ":rule": gap.rule, ":subject": subject(gap.subject), ":trigger_on": gap.trigger_on,
        ":act": gap.act, ":code": gap.code,
    };
    work.write(include_str!("keep_gap.sql"), bound)?;
    Ok(())
}
