//! The acts that a ledger's days tell of.

use std::collections::BTreeMap;

use anjuan_law::{Category, Day, act, category, choices, ledger_words};

use super::read::{name_of, of, parts};
use crate::{AccountId, PersonId, cases::ActEntry};

/// What a row says, as far as acts need it.
pub(super) struct Told<'a> {
    pub said: &'a BTreeMap<String, String>,
    /// The member of the office who handles the case, where the ledger names one.
    pub handler: Option<AccountId>,
}

impl<'a> Told<'a> {
    pub(super) fn of(said: &'a BTreeMap<String, String>) -> Self {
        Told { said, handler: None }
    }

    /// What is said of this person, else of the case.
    fn value(&self, field: &str, mark: &str) -> &'a str {
        let own = self.said.get(&of(field, mark)).or_else(|| self.said.get(field));
        own.map(String::as_str).unwrap_or_default()
    }

    /// What is said of the case, else of the first person of whom it is said.
    fn of_anybody(&self, field: &str) -> &'a str {
        let first = || self.said.iter().find(|(place, _)| parts(place).0 == field).map(|(_, value)| value);
        self.said.get(field).or_else(first).map(String::as_str).unwrap_or_default()
    }

    fn charge(&self, mark: &str) -> &'a str {
        let of_person = ["charge_prosecuted", "charge_decided", "charge", "charge_referred"]
            .into_iter()
            .map(|field| self.value(field, mark))
            .find(|charge| !charge.is_empty());
        of_person.unwrap_or_else(|| self.value("cause", mark))
    }

    /// The act that a day tells of; none where the law needs more for it than the ledger says.
    pub(super) fn act(&self, kind: &str, day: Day, mark: &str, person: Option<PersonId>) -> Option<ActEntry> {
        let known = act(kind)?;
        let of_case = self.said.get("category").and_then(|id| category(id))?;
        if !known.applies_to(of_case) {
            return None;
        }
        let (on, fields) = self.fields(kind, day, mark, of_case)?;
        let fields: Vec<(&str, &str)> =
            fields.iter().filter(|(_, value)| !value.is_empty()).map(|(id, value)| (*id, value.as_str())).collect();
        let whole = known.fields.iter().filter(|f| f.required).all(|f| fields.iter().any(|(id, _)| *id == f.id));
        let entry = ActEntry::new(kind, on, &fields);
        whole.then(|| person.map_or(entry.clone(), |person| entry.of(person)))
    }

    /// The day on which the act stands and its fields.
    fn fields(
        &self,
        kind: &str,
        day: Day,
        mark: &str,
        of_case: &Category,
    ) -> Option<(Day, Vec<(&'static str, String)>)> {
        let value = |field: &str| self.value(field, mark).to_owned();
        let charge = self.charge(mark);
        let procedure = code_in("procedure", self.value("procedure", mark));
        let fields = match kind {
            "allocated" => vec![
                ("handler", self.handler.map(|id| id.to_string()).unwrap_or_default()),
                ("mode", "imported".to_owned()),
            ],
            "prosecuted" => vec![
                ("charge", charge.to_owned()),
                ("court", value("court")),
                ("number", value("indictment_number")),
                ("procedure", procedure),
                ("plea", yes(self.value("plea_leniency", mark))),
            ],
            "not_prosecuted" => vec![
                ("kind", self.reason("non_prosecution_kind", mark)),
                ("number", value("non_prosecution_number")),
                ("charge", charge.to_owned()),
                ("plea", yes(self.value("plea_leniency", mark))),
            ],
            "arrest_approved" => vec![("charge", charge.to_owned())],
            "arrest_not_approved" => {
                vec![("reason", self.reason("non_arrest_reason", mark)), ("charge", charge.to_owned())]
            }
            "execution_receipt" => vec![
                ("result", code_in("execution_result", self.value("execution_result", mark))),
                ("executed_on", self.value("executed_on", mark).split('；').next().unwrap_or_default().to_owned()),
            ],
            "returned_for_investigation" => {
                vec![("reason", code_in("return_reason", self.value("return_reason", mark)))]
            }
            "review_extended" => vec![("reason", extension_reason(self.value("extension_reason", mark), of_case))],
            "retransferred" => vec![("received_on", day.to_string())],
            "court_accepted" => vec![("court_number", value("number_court")), ("procedure", procedure)],
            "court_session" => vec![("procedure", procedure)],
            "judgment_received" => return self.judgment(day, mark, charge),
            "protested" => vec![("reason", value("protest_reason"))],
            "archived" => vec![("archive_number", value("number_archive")), ("volumes", value("volumes"))],
            "closed" => {
                let outcome = self.of_anybody("outcome");
                let code = code_in(&of_case.outcomes, outcome);
                vec![("outcome", if code.is_empty() { outcome.to_owned() } else { code })]
            }
            _ => Vec::new(),
        };
        Some((day, fields))
    }

    fn judgment(&self, day: Day, mark: &str, charge: &str) -> Option<(Day, Vec<(&'static str, String)>)> {
        let received = self.value("judgment_received_on", mark).parse().ok().filter(|received| *received >= day);
        let judged = self.value("charge_judged", mark);
        let outcome = outcome_of(self.value("judgment", mark), name_of(mark), charge, judged)?;
        let fields = vec![
            ("kind", "judgment".to_owned()),
            ("judged_on", day.to_string()),
            ("outcome", outcome.to_owned()),
            ("charge", judged.to_owned()),
            ("court_number", self.value("number_court", mark).to_owned()),
        ];
        Some((received.unwrap_or(day), fields))
    }

    /// The code of a reason that stands in a column of its own, or within the words of the outcome.
    fn reason(&self, field: &str, mark: &str) -> String {
        let texts = [self.value(field, mark), self.value("outcome", mark)];
        texts.into_iter().map(|text| code_in(field, text)).find(|code| !code.is_empty()).unwrap_or_default()
    }
}

/// The ground of an extension. Where the ledger gives none, the one that the law has for such cases, if it has only one; the
/// reading of the ledger tells of that.
fn extension_reason(text: &str, category: &Category) -> String {
    if text.is_empty() {
        return ledger_words::only("extension_reason", &category.family)
            .map(|only| only.code.clone())
            .unwrap_or_default();
    }
    code_in("extension_reason", text)
}

fn yes(text: &str) -> String {
    if ledger_words::whole("yes_no", text) == Some("yes") { "yes".to_owned() } else { String::new() }
}

/// The code of a choice by its words; empty where none has them.
pub(super) fn code_in(list: &str, text: &str) -> String {
    ledger_words::whole(list, text).or_else(|| ledger_words::within(list, text)).unwrap_or_default().to_owned()
}

/// Guilty of the charge, or of another.
const GUILTY: &str = "guilty";

/// What a judgment says of this person's guilt; none where its words leave it open.
///
/// A ledger that gives a result of the law's list for each charge may hold several: the first of the list in its order
/// is what the person was judged.
fn outcome_of(judgment: &str, name: &str, charge: &str, judged: &str) -> Option<&'static str> {
    let parts: Vec<String> = judgment.split('；').map(|part| code_in("outcome_judgment", part)).collect();
    let mut list = choices("outcome_judgment").iter();
    if let Some(choice) = list.find(|choice| parts.contains(&choice.code)) {
        return Some(choice.code.as_str());
    }
    let words = words_on(judgment, name);
    let said = ledger_words::judgment(words);
    if said.is_some_and(|outcome| outcome != GUILTY) {
        return said;
    }
    let bare =
        |charges: &str| charges.split('；').map(|name| name.trim_end_matches('罪').to_owned()).collect::<Vec<_>>();
    let named: Vec<String> = bare(charge).into_iter().filter(|name| !name.is_empty()).collect();
    let same = named.iter().any(|name| words.contains(name.as_str()) || bare(judged).contains(name));
    match (said.is_some() || !judged.is_empty(), named.is_empty()) {
        (true, false) if same => Some(GUILTY),
        (true, false) => Some("guilty_charge_changed"),
        _ => None,
    }
}

/// The part of a judgment that speaks of this person, where it speaks of several; else the whole.
fn words_on<'t>(judgment: &'t str, name: &str) -> &'t str {
    let begins = if name.is_empty() { None } else { judgment.find(&format!("被告人{name}")) };
    let Some(at) = begins else { return judgment };
    let part = judgment.get(at..).unwrap_or_default();
    let own = "被告人".len() + name.len();
    match part.get(own..).and_then(|rest| rest.find("被告人")) {
        Some(end) => part.get(..own + end).unwrap_or(part),
        None => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_person_is_judged_by_the_words_on_him() {
        let both = "一、被告人张某犯盗窃罪，判处拘役四个月；二、被告人李某无罪。";
        assert_eq!(outcome_of(both, "张某", "盗窃罪", ""), Some("guilty"));
        assert_eq!(outcome_of(both, "李某", "盗窃罪", ""), Some("acquitted"));
        assert_eq!(outcome_of(both, "张某", "诈骗罪", ""), Some("guilty_charge_changed"));
        assert_eq!(outcome_of("被告人张某犯盗窃罪，免予刑事处罚", "张某", "盗窃罪", ""), Some("guilty_exempt"));
        assert_eq!(
            outcome_of("准许撤回起诉；有罪（罪名一致）", "", "", ""),
            Some("guilty"),
            "guilty of one charge is guilty"
        );
        assert_eq!(outcome_of("另案处理", "张某", "盗窃罪", ""), None);
    }

    #[test]
    fn a_ground_is_read_from_the_outcome_and_only_the_laws_one_is_taken_where_none_is_given() {
        let said = BTreeMap::from([("outcome".to_owned(), "证据不足不批准逮捕".to_owned())]);
        assert_eq!(Told::of(&said).reason("non_arrest_reason", ""), "insufficient_evidence");
        let prosecution = category("first_instance_prosecution").unwrap();
        assert_eq!(extension_reason("", prosecution), "major_complex");
        assert_eq!(extension_reason("案情重大复杂", prosecution), "major_complex");
        assert_eq!(extension_reason("等待鉴定", prosecution), "", "another ground is not made the law's own");
        assert_eq!(extension_reason("", category("arrest_review").unwrap()), "");
    }
}
