//! How much of a case a person sees. Together with [`super::reach_case`], which says what he may do, and the table of rights this
//! is the one place that decides.
//!
//! Whoever may record on a case sees all of it: he works on it. Everybody else who reads cases sees the case, but identity
//! numbers, addresses and the names of minors, aliases too, masked until he asks for them with a reason, which is an entry.
//! Who declared an interest that the case meets neither works on it nor looks into it.

use std::collections::BTreeSet;

use anjuan_law::{Day, ages, identity::CitizenId, names};
use rusqlite::named_params;

use super::{
    Actor, Right, Scope,
    reach::{reach_case, reached},
};
use crate::{AccountId, CaseId, Reading, Refusal, Result, refusal};

/// How much of a case somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Whole,
    /// All but what tells who somebody is; that when he asks for it.
    Masked,
    /// Lists only, masked; not the case itself.
    Barred,
}

/// How much of a case somebody sees who has asked for nothing yet.
pub fn sight(reading: &Reading<'_>, actor: &Actor, case: CaseId) -> Result<Sight> {
    if is_recused(reading, actor, case)? {
        return Ok(Sight::Barred);
    }
    if actor.reach(Right::Record) == Scope::Office {
        return Ok(Sight::Whole);
    }
    Ok(if reach_case(reading, actor, Right::Record, case).is_ok() { Sight::Whole } else { Sight::Masked })
}

/// Which cases somebody sees whole who has asked for nothing yet: what [`sight`] says of each, for a question about many.
#[derive(Debug, Clone)]
pub struct Whole {
    /// All, but for those from which he is kept away.
    all: bool,
    reached: BTreeSet<CaseId>,
    away: BTreeSet<CaseId>,
}

impl Whole {
    /// For somebody.
    pub fn of(reading: &Reading<'_>, actor: &Actor) -> Result<Self> {
        Ok(Self {
            all: actor.reach(Right::Record) == Scope::Office,
            reached: reached(reading, actor, Right::Record)?,
            away: kept_away(reading, actor)?.into_iter().collect(),
        })
    }

    /// Whether he sees all whole, so that none needs to be asked about.
    pub fn is_all(&self) -> bool {
        self.all && self.away.is_empty()
    }

    /// Whether he sees this case whole; `shown`: he asked for its people.
    pub fn has(&self, case: CaseId, shown: bool) -> bool {
        !self.away.contains(&case) && (self.all || shown || self.reached.contains(&case))
    }
}

/// How much somebody sees of what was returned or refused at intake. It belongs to no case: who registers cases sees it, and who
/// entered it; everybody else masked. Who declared an interest in what stands in its `texts` is kept away.
pub(crate) fn sight_of_returned(
    reading: &Reading<'_>,
    actor: &Actor,
    texts: [&str; 4],
    entered_by: Option<AccountId>,
) -> Result<Sight> {
    let declared: Vec<String> =
        reading.all("SELECT value FROM declared_conflict WHERE account_id = ?1", [actor.account], |row| row.get(0))?;
    if declared.iter().any(|value| texts.iter().any(|text| text.contains(value.as_str()))) {
        return Ok(Sight::Barred);
    }
    let own = entered_by.is_some() && entered_by == actor.account;
    Ok(if own || actor.reach(Right::Register) == Scope::Office { Sight::Whole } else { Sight::Masked })
}

/// Whether somebody sees every case whole, so that none needs to be asked about.
pub fn sees_all(reading: &Reading<'_>, actor: &Actor) -> Result<bool> {
    Ok(actor.reach(Right::Record) == Scope::Office && !has_declared(reading, actor)?)
}

/// Whether somebody declared any interest at all.
pub fn has_declared(reading: &Reading<'_>, actor: &Actor) -> Result<bool> {
    let sql = "SELECT 1 FROM declared_conflict WHERE account_id = ?1 LIMIT 1";
    Ok(reading.maybe(sql, [actor.account], |_| Ok(()))?.is_some())
}

/// Whether somebody declared an interest that the case meets.
pub fn is_recused(reading: &Reading<'_>, actor: &Actor, case: CaseId) -> Result<bool> {
    if actor.account.is_none() || !has_declared(reading, actor)? {
        return Ok(false);
    }
    let met = named_params! { ":account": actor.account, ":case": case };
    Ok(reading.maybe(include_str!("recused.sql"), met, |_| Ok(()))?.is_some())
}

/// Refuses who declared an interest that the case meets.
pub fn refuse_recused(reading: &Reading<'_>, actor: &Actor, case: CaseId) -> Result<()> {
    if !is_recused(reading, actor, case)? {
        return Ok(());
    }
    Err(recused_from(reading, case)?)
}

/// The refusal of who is kept away from a case.
pub(crate) fn recused_from(reading: &Reading<'_>, case: CaseId) -> Result<Refusal> {
    let register_no: String = reading.value("SELECT register_no FROM case_file WHERE id = ?1", [case])?;
    Ok(refusal!("recused_from_case", case = register_no))
}

/// The cases from which somebody is kept away by what he declared.
pub fn kept_away(reading: &Reading<'_>, actor: &Actor) -> Result<Vec<CaseId>> {
    reading.all(include_str!("kept_away.sql"), [actor.account], |row| row.get(0))
}

/// Whether somebody is a minor for what is shown of the case: at the act, or when it was accepted.
pub(super) fn is_young(birth: Option<Day>, at_act: Option<bool>, on: Day) -> bool {
    let young = |birth: Day| ages::age("minor").is_some_and(|grown| !grown.reached(birth, on));
    at_act == Some(true) || birth.is_some_and(young)
}

/// A minor's name and alias, each with what stands in its place.
pub(super) fn hidden_names(names: [String; 2]) -> impl Iterator<Item = (String, String)> {
    names.into_iter().filter(|name| name.chars().count() > 1).map(|name| {
        let masked = names::masked(&name);
        (name, masked)
    })
}

/// How many people stand in these cases together.
pub fn persons_of<'c>(reading: &Reading<'_>, cases: impl IntoIterator<Item = &'c CaseId>) -> Result<u32> {
    let mut persons = 0;
    for case in cases {
        persons += reading.value::<u32>("SELECT count(*) FROM person WHERE case_id = ?1", [case])?;
    }
    Ok(persons)
}

/// Shorter texts are too common to be taken for somebody's address or number.
const SHORTEST: usize = 4;
const STAR: char = '*';

/// What tells who the people of a case are, each with what stands in its place; longer texts first.
pub fn hidden_of(reading: &Reading<'_>, case: CaseId) -> Result<Vec<(String, String)>> {
    let mut hidden = Vec::new();
    let sql = "SELECT name, id_number, residence, birth, minor_at_act, kind, accepted_on, alias
                 FROM person JOIN case_file ON case_file.id = case_id WHERE case_id = ?1";
    reading.each(sql, [case], |row| {
        let (name, number, residence): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (birth, at_act): (Option<Day>, Option<bool>) = (row.get(3)?, row.get(4)?);
        let (kind, on): (String, Day) = (row.get(5)?, row.get(6)?);
        if kind == "natural" && is_young(birth, at_act, on) {
            hidden.extend(hidden_names([name, row.get(7)?]));
        }
        for (text, shown) in [(number, 4), (residence, 3)] {
            if text.chars().count() > SHORTEST {
                let masked = starred(&text, shown);
                hidden.push((text, masked));
            }
        }
        Ok(())
    })?;
    hidden.sort_by_key(|(text, _)| std::cmp::Reverse(text.chars().count()));
    Ok(hidden)
}

/// The first characters, the rest as stars.
fn starred(text: &str, shown: usize) -> String {
    text.chars().enumerate().map(|(at, c)| if at < shown { c } else { STAR }).collect()
}

/// A text without what is hidden, and without anything that is an identity number or a mobile telephone by its form.
pub fn masked(text: &str, hidden: &[(String, String)], day: Day) -> String {
    let mut masked = text.to_owned();
    for (real, instead) in hidden.iter().filter(|(real, _)| text.contains(real.as_str())) {
        masked = masked.replace(real.as_str(), instead);
    }
    without_numbers(&masked, day)
}

fn without_numbers(text: &str, day: Day) -> String {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() || (matches!(c, 'X' | 'x') && run.len() == 17) {
            run.push(c);
            continue;
        }
        let telephone = run.len() == 11 && run.starts_with('1') && !run.starts_with("10") && !run.starts_with("12");
        match telephone || (run.len() >= 15 && CitizenId::parse(&run, day).is_ok()) {
            true => out.push_str(&starred(&run, if telephone { 3 } else { 4 })),
            false => out.push_str(&run),
        }
        run.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_masked_by_their_form_and_others_stay() {
        let day = "2026-03-05".parse().unwrap();
        let hidden = [("李小明".to_owned(), "李某".to_owned()), ("测县东街12号".to_owned(), "测县东*****".to_owned())];
        let cases = [
            ("李小明盗窃案", "李某盗窃案"),
            ("住测县东街12号，电话13800138000。", "住测县东*****，电话138********。"),
            ("身份证11010519491231002X", "身份证1101**************"),
            ("受案号340000202600012", "受案号340000202600012"),
            ("2026-GC-00012 于 2026-03-05", "2026-GC-00012 于 2026-03-05"),
            ("12345678901", "12345678901"),
        ];
        for (text, expected) in cases {
            assert_eq!(masked(text, &hidden, day), expected);
        }
    }
}
