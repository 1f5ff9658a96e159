//! What the case is to the hearing: its category and stage, who handles it, whether a party is a minor.

use anjuan_law::{
    Basis, Category, Day, Lang,
    ages::age,
    category, choice,
    hearings::{self as law, Matter, Rule},
    stage::Step,
};

use crate::{AccountId, CaseId, Reading, Refusal, Result, refusal};

/// The case of a hearing, as far as the rules ask about it.
pub(super) struct Case {
    pub id: CaseId,
    pub register_no: String,
    pub category: Option<&'static Category>,
    pub handler: Option<Handler>,
    open: bool,
    acts: Vec<Act>,
    people: Vec<Someone>,
    flagged_minor: bool,
}

/// Who handles the case now.
pub(super) struct Handler {
    pub id: AccountId,
    pub name: String,
    pub post: String,
}

/// An act of the case that the law's list knows.
struct Act {
    act: &'static anjuan_law::Act,
    person: Option<i64>,
    on: Day,
}

/// A person of the case.
struct Someone {
    name: String,
    party: bool,
    birth: Option<Day>,
    minor_at_act: bool,
}

impl Someone {
    fn young(&self, on: Day) -> bool {
        let young = |birth: Day| age("minor").is_some_and(|grown| !grown.reached(birth, on));
        self.minor_at_act || self.birth.is_some_and(young)
    }
}

/// Groups of roles whose people are parties (vocabulary: `person_role_group`).
const PARTIES: [&str; 3] = ["accused", "victim", "applicant"];

impl Case {
    /// Reads the case of that id.
    pub fn read(reading: &Reading<'_>, id: CaseId) -> Result<Self> {
        let (register_no, category_id): (String, String) = reading
            .maybe("SELECT register_no, category FROM case_file WHERE id = ?1", [id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .ok_or_else(|| refusal!("case_unknown", case = id))?;
        let category = category(&category_id);
        let handler = reading.maybe(include_str!("handler.sql"), [id], |row| {
            Ok(Handler { id: row.get("id")?, name: row.get("name")?, post: row.get("post")? })
        })?;
        let (people, accused) = people(reading, id)?;
        let acts = acts(reading, id)?;
        let steps: Vec<Step> = acts.iter().map(|one| Step { act: one.act, person: one.person }).collect();
        let stage = category.map(|category| anjuan_law::stage(category, &steps, &accused));
        let flagged_minor = reading
            .value("SELECT EXISTS (SELECT 1 FROM case_flag WHERE case_id = ?1 AND flag = 'minors_involved')", [id])?;
        Ok(Self {
            id,
            register_no,
            category,
            handler,
            open: stage.is_none_or(|stage| stage.open),
            acts,
            people,
            flagged_minor,
        })
    }

    /// Refuses where the case is concluded.
    pub fn open(&self) -> Result<()> {
        if self.open {
            return Ok(());
        }
        Err(refusal!("hearing_case_closed", number = self.register_no))
    }

    /// Whether a party is a minor on that day, was one at the act, or the case is marked so.
    pub fn minor(&self, on: Day) -> bool {
        self.flagged_minor || self.people.iter().any(|one| one.party && one.young(on))
    }

    /// The names of all persons of the case, witnesses too, who are minors on that day or were at the act.
    pub fn young(&self, on: Day) -> impl Iterator<Item = &'_ str> {
        self.people.iter().filter(move |one| one.young(on)).map(|one| one.name.as_str())
    }

    /// The rule of that id for a hearing of that kind on that day.
    pub fn rule(&self, id: &str, kind: &str, on: Day) -> Option<&'static Rule> {
        law::rule(id, &self.matter(kind, on))
    }

    /// Whether a hearing of that kind on that day, public or not, departs from what the rule says.
    pub fn departs(&self, kind: &str, is_public: bool, on: Day) -> bool {
        self.rule("publicity", kind, on).and_then(|rule| rule.public).is_some_and(|by_rule| by_rule != is_public)
    }

    /// The last day on which an act that counts was done; none where there is none.
    pub fn last_act(&self, counts: fn(&anjuan_law::Act) -> bool) -> Option<Day> {
        self.acts.iter().filter(|one| counts(one.act)).map(|one| one.on).max()
    }

    /// The last day on which the notice of a hearing of that kind on that day is in time.
    pub fn notice_latest(&self, kind: &str, on: Day) -> Option<Day> {
        law::notice_latest(&self.matter(kind, on))
    }

    fn matter<'k>(&self, kind: &'k str, on: Day) -> Matter<'k> {
        Matter { category: self.category, kind, minor: self.minor(on), on }
    }
}

/// The people of the case, and the ids of those whose acts move it.
fn people(reading: &Reading<'_>, case: CaseId) -> Result<(Vec<Someone>, Vec<i64>)> {
    let mut people = Vec::new();
    let mut accused = Vec::new();
    reading.each("SELECT id, name, role, birth, minor_at_act FROM person WHERE case_id = ?1", [case], |row| {
        let role: String = row.get("role")?;
        let group = choice("person_role", &role).and_then(|choice| choice.group.as_deref()).unwrap_or_default();
        let minor: Option<bool> = row.get("minor_at_act")?;
        people.push(Someone {
            name: row.get("name")?,
            party: PARTIES.contains(&group),
            birth: row.get("birth")?,
            minor_at_act: minor.unwrap_or(false),
        });
        if group == "accused" {
            accused.push(row.get("id")?);
        }
        Ok(())
    })?;
    Ok((people, accused))
}

/// The acts of the case in their order.
fn acts(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Act>> {
    let acts: Vec<(String, Option<i64>, Day)> = reading.all(
        "SELECT kind, person_id, on_day FROM act WHERE case_id = ?1 ORDER BY on_day, id",
        [case],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let known = |(kind, person, on): (String, _, _)| anjuan_law::act(&kind).map(|act| Act { act, person, on });
    Ok(acts.into_iter().filter_map(known).collect())
}

/// Names the article in a refusal, in both languages.
pub(super) fn cite(refusal: Refusal, basis: &[Basis]) -> Refusal {
    let words = |lang| basis.iter().map(|basis| basis.words(lang)).collect::<Vec<_>>();
    refusal.with("article_zh", words(Lang::Zh).join("、")).with("article_en", words(Lang::En).join("; "))
}
