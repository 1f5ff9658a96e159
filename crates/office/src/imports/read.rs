//! The rows of a case, read: what they say, in the record's forms, and why they can't be taken.

mod incoming;
mod settle;
mod supposed;

pub(super) use incoming::Incoming;
pub(super) use supposed::kept as supposed_kept;

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{Day, category, choices, headings, identity::CitizenId, ledger_words, text::search_key, vocabulary};

use super::{
    SourceCell, SourceRow, acts, dates,
    fields::{self, Target, target},
    gather::names_something,
    outcome::{Refused, Remark},
    texts::{charges, looks_like_citizen, names},
};
use crate::cases::read_identity;

/// The place of a value of a person.
pub(super) fn of(field: &str, person: &str) -> String {
    if person.is_empty() { field.to_owned() } else { format!("{field}@{person}") }
}

/// The field and the person of a place.
pub(super) fn parts(place: &str) -> (&str, &str) {
    place.split_once('@').unwrap_or((place, ""))
}

/// The name without the mark that tells two people of one name apart.
pub(super) fn name_of(person: &str) -> &str {
    person.split_once('#').map_or(person, |(name, _)| name)
}

/// Reads the rows of one case.
pub(super) fn read(key: String, rows: &[SourceRow], today: Day, kind_is_supposed: bool) -> Incoming {
    let mut incoming = Incoming { key, kind_is_supposed, ..Incoming::default() };
    let over = rows.iter().any(|row| row.cells.iter().any(|cell| fields::OVER.contains(&&*cell.field)));
    for row in rows {
        incoming.rows.push(row.row);
        incoming.tables.push(row.table.clone());
        Reader { row, today, over, into: &mut incoming }.row();
    }
    incoming.settle(rows.first());
    incoming
}

struct Reader<'a> {
    row: &'a SourceRow,
    today: Day,
    over: bool,
    into: &'a mut Incoming,
}

/// A value read out of a cell; of one of the people of the row, where the cell has one for each.
struct Part<'a> {
    cell: &'a SourceCell,
    value: String,
    of: Option<usize>,
}

/// The days last read, by what is told in one breath, of a person or of the row.
type Spoken = BTreeMap<(u8, Option<usize>), Day>;

impl<'a> Reader<'a> {
    fn row(&mut self) {
        let row: &'a SourceRow = self.row;
        let name_cells = row.cells.iter().filter(|cell| target(&cell.field) == Target::Name);
        let (heads, named): (Vec<&SourceCell>, Vec<String>) =
            name_cells.flat_map(|cell| names(&visible(cell)).into_iter().map(move |name| (cell, name))).unzip();
        let mut spoken = Spoken::new();
        let mut parts: Vec<Part<'a>> = Vec::new();
        for cell in row.cells.iter().filter(|cell| !points(cell)) {
            self.read(cell, named.len(), &mut spoken, &mut parts);
        }
        let taken = self.point(&mut parts);
        let people = self.people(&named, &parts);
        for (person, cell) in people.iter().zip(&heads) {
            let place = (row.row, cell.column.to_string(), cell.text.clone());
            self.into.places.entry(of("person_name", person)).or_insert(place);
        }
        for part in &parts {
            self.place(part, &people);
        }
        for (field, part) in taken {
            self.take(&field, &part);
        }
    }

    /// Reads a cell: as one value, or as one for each of the people whom the row names.
    fn read(&mut self, cell: &'a SourceCell, people: usize, spoken: &mut Spoken, parts: &mut Vec<Part<'a>>) {
        let of_each = people > 1
            && fields::is_personal(&cell.field)
            && target(&cell.field) != Target::Name
            && !fields::same_for_all(&cell.field);
        let text = visible(cell);
        let pieces: Vec<&str> = if of_each {
            text.split(['、', '；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect()
        } else {
            Vec::new()
        };
        if pieces.len() <= 1 {
            if let Some(value) = self.value(cell, spoken, None) {
                parts.push(Part { cell, value, of: None });
            }
            return;
        }
        if pieces.len() != people {
            self.aside(cell);
            return;
        }
        for (nth, piece) in pieces.iter().enumerate() {
            let own = SourceCell { text: (*piece).to_owned(), day: None, number: None, ..cell.clone() };
            if let Some(value) = self.value(&own, spoken, Some(nth)) {
                parts.push(Part { cell, value, of: Some(nth) });
            }
        }
    }

    /// Puts a value where it belongs.
    fn place(&mut self, part: &Part<'_>, people: &[String]) {
        let Part { cell, value, of } = part;
        let of_one = fields::is_personal(&cell.field);
        match (target(&cell.field), people, of) {
            (Target::Aside | Target::Name, ..) => {}
            (Target::Named(role), ..) => {
                for name in names(value) {
                    let person = self.into.person(&name, &BTreeMap::new());
                    self.into.put("person_role", &person, role, self.row, cell);
                }
            }
            (_, people, Some(nth)) => {
                if let Some(person) = people.get(*nth) {
                    self.into.put(&cell.field, person, value, self.row, cell);
                }
            }
            (_, [], None) if of_one => self.into.put(&cell.field, "", value, self.row, cell),
            (_, [one], None) if of_one => self.into.put(&cell.field, one, value, self.row, cell),
            (_, several, None) if of_one && for_each(&cell.field) => {
                if !cell.column.is_empty() {
                    self.into.remark("import_value_for_each", self.row, cell);
                }
                for person in several {
                    self.into.put(&cell.field, person, value, self.row, cell);
                }
            }
            (_, _, None) if of_one => self.aside(cell),
            _ => self.into.put(&cell.field, "", value, self.row, cell),
        }
    }

    /// One value beside several names that is not meant for each of them stays on the card as text.
    fn aside(&mut self, cell: &SourceCell) {
        self.into.remark("import_kept_as_text", self.row, cell);
        self.into.put(&format!("text_{}", cell.field), "", &cell.text, self.row, cell);
    }

    /// A constant `=prosecuted_on|judged_on` takes the value of another field of the row, the first that has one; a
    /// column of its own goes before it. Other constants give way to a column too.
    fn point(&mut self, parts: &mut Vec<Part<'a>>) -> Vec<(String, Part<'a>)> {
        let has = |parts: &[Part<'_>], field: &str| {
            parts.iter().any(|p| *p.cell.field == *field && !p.cell.column.is_empty())
        };
        let mut taken = Vec::new();
        for cell in self.row.cells.iter().filter(|cell| points(cell)) {
            if has(parts, &cell.field) {
                continue;
            }
            let others = cell.text.trim_start_matches('=').split('|').map(str::trim);
            let found = others.into_iter().find_map(|other| parts.iter().find(|part| *part.cell.field == *other));
            if let Some(part) = found {
                let value = part.value.split('；').next().unwrap_or_default().to_owned();
                taken.push((cell.field.to_string(), Part { cell: part.cell, value, of: None }));
            }
        }
        let own: BTreeSet<String> =
            parts.iter().filter(|part| !part.cell.column.is_empty()).map(|part| part.cell.field.to_string()).collect();
        parts.retain(|part| !part.cell.column.is_empty() || !own.contains(&*part.cell.field));
        taken
    }

    /// Takes a value over from another field: of several rows the first day, and none where a row has its own.
    fn take(&mut self, field: &str, part: &Part<'_>) {
        let standing = self.into.said.get(field);
        let is_better = match standing {
            None => true,
            Some(standing) => self.into.taken.contains(field) && part.value < *standing,
        };
        if !is_better {
            return;
        }
        let cell = part.cell;
        let is_first = self.into.taken.insert(field.to_owned());
        self.into.said.insert(field.to_owned(), part.value.clone());
        self.into.places.insert(field.to_owned(), (self.row.row, cell.column.to_string(), cell.text.clone()));
        if is_first {
            let code = if field == "accepted_on" { "import_taken_accepted_on" } else { "import_taken" };
            self.into.remark(code, self.row, cell);
        }
    }

    /// The people that the row names; those of merged rows are known already.
    fn people(&mut self, named: &[String], parts: &[Part<'_>]) -> Vec<String> {
        let own: BTreeMap<&str, &str> = parts
            .iter()
            .filter(|part| ["person_sex", "person_birth", "person_id_number"].contains(&&*part.cell.field))
            .map(|part| (&*part.cell.field, part.value.as_str()))
            .collect();
        let tells = named.len() == 1 && self.row.person_key.is_none();
        let own = if tells { own } else { BTreeMap::new() };
        named.iter().map(|name| self.into.person(name, &own)).collect()
    }

    /// The value of a cell in the record's form; none where it says nothing or can't be taken.
    fn value(&mut self, cell: &SourceCell, spoken: &mut Spoken, of: Option<usize>) -> Option<String> {
        let text = visible(cell);
        if text.is_empty() {
            return None;
        }
        if cell.digits_lost && cell.field.contains("number") {
            return self.refuse("import_digits_lost", cell, &[]);
        }
        let is_day = headings::field(&cell.field).is_some_and(|field| matches!(field.kind, headings::LedgerType::Day));
        if is_day {
            return self.day(cell, spoken, of);
        }
        match &*cell.field {
            "category" => match anjuan_law::categories::category_by_name(&text) {
                Some(category) => Some(category.id.clone()),
                None => self.refuse("import_choice_unknown", cell, &[]),
            },
            "line" => {
                let lines = &vocabulary().lines;
                let named = |line: &&anjuan_law::categories::Line| {
                    line.code.eq_ignore_ascii_case(&text)
                        || line.zh.trim_end_matches("检察") == text.trim_end_matches("检察")
                        || line.en == text
                };
                match lines.iter().find(named) {
                    Some(line) => Some(line.code.clone()),
                    None => self.refuse("import_choice_unknown", cell, &[]),
                }
            }
            "source" => self.choice("case_source", cell, &text),
            "person_sex" if ledger_words::is_nothing(&text) => None,
            "person_sex" => match ledger_words::whole("sex", &text) {
                Some(code) => Some(code.to_owned()),
                None => self.refuse("import_choice_unknown", cell, &[]),
            },
            "person_role" => match self.choice_of("person_role", &text) {
                Some(code) => Some(code),
                None => self.refuse("import_choice_unknown", cell, &[]),
            },
            "person_id_type" => self.choice("id_type", cell, &text),
            "person_kind" => self.choice("person_kind", cell, &text),
            "measure" => self.choice("measure", cell, &text),
            "person_id_number" => self.identity(cell, &text),
            field if matches!(target(field), Target::Charge(_)) => Some(self.charges(cell, &text)),
            field if matches!(target(field), Target::Number(_)) => names_something(&search_key(&text)).then_some(text),
            field => {
                if !supposed::is_understood(field, &text) {
                    self.into.remark("import_kept_as_text", self.row, cell);
                }
                Some(supposed::with_unit(&cell.column, field, text))
            }
        }
    }

    /// The charges of a cell; those that no list of charges has stay as they are written, and that is told.
    fn charges(&mut self, cell: &SourceCell, text: &str) -> String {
        let charges = charges(text);
        let is_known = |name: &String| !anjuan_law::charges::by_name(name).is_empty();
        if !charges.iter().all(is_known) {
            self.into.remark("import_charge_unknown", self.row, cell);
        }
        charges.join("；")
    }

    fn identity(&mut self, cell: &SourceCell, text: &str) -> Option<String> {
        let key = search_key(text);
        if ledger_words::is_nothing(text) {
            return None;
        }
        if CitizenId::parse(text, self.today).is_err() && !looks_like_citizen(&key) {
            return Some(text.to_owned());
        }
        match read_identity(text, None, self.today) {
            Ok(identity) => Some(identity.number),
            Err(refused) => {
                let values: Vec<(&str, String)> = refused.values.iter().map(|(k, v)| (k.as_str(), v.clone())).collect();
                self.refuse(&refused.code, cell, &values)
            }
        }
    }

    /// A code by its code or words; what is no choice of the list stays as text on the card, and that is told.
    fn choice(&mut self, list: &str, cell: &SourceCell, text: &str) -> Option<String> {
        let found = self.choice_of(list, text);
        if found.is_none() {
            self.into.remark("import_kept_as_text", self.row, cell);
            self.into.put(&format!("text_{}", cell.field), "", text, self.row, cell);
        }
        found
    }

    fn choice_of(&self, list: &str, text: &str) -> Option<String> {
        let key = search_key(text);
        // The beginning of a name, where it is the beginning of one only.
        let part = || {
            let mut parts = choices(list).iter().filter(|c| search_key(&c.zh).starts_with(&key));
            match (parts.next(), parts.next()) {
                (Some(one), None) if key.chars().count() > 1 => Some(one.code.as_str()),
                _ => None,
            }
        };
        ledger_words::whole(list, text).or_else(part).map(str::to_owned)
    }

    fn day(&mut self, cell: &SourceCell, spoken: &mut Spoken, of: Option<usize>) -> Option<String> {
        let breath = fields::breath(&cell.field);
        let several = matches!(target(&cell.field), Target::Act(_, None) | Target::Card | Target::PersonCard);
        let before = spoken.get(&(breath, of)).or_else(|| spoken.get(&(breath, None))).copied();
        match dates::days_of(cell, before) {
            Ok(days) if days.len() == 1 || several => {
                if let (Some(last), true) = (days.last(), breath > 0) {
                    spoken.insert((breath, of), *last);
                    spoken.insert((breath, None), *last);
                }
                if days.iter().any(|day| *day > self.today)
                    && !matches!(target(&cell.field), Target::Card | Target::PersonCard)
                {
                    return self.refuse(
                        "day_in_future",
                        cell,
                        &[("day", cell.text.clone()), ("today", self.today.to_string())],
                    );
                }
                Some(dates::joined(&days))
            }
            Ok(days) => self.unreadable("day_several", cell, &[("days", days.len().to_string())]),
            Err(anjuan_law::typed_day::TypedDayError::Empty | anjuan_law::typed_day::TypedDayError::Absent) => None,
            Err(error) => self.unreadable(error.code(), cell, &[]),
        }
    }

    /// A day that can't be read: refused where a clock hangs on it, else kept as text, which is told.
    fn unreadable(&mut self, code: &str, cell: &SourceCell, values: &[(&str, String)]) -> Option<String> {
        let clock = match target(&cell.field) {
            Target::Card | Target::PersonCard | Target::Person => false,
            Target::Measure(_) | Target::Act("court_session" | "court_accepted", _) => !self.over,
            _ => true,
        };
        if clock {
            let mut values = values.to_vec();
            values.push(("text", cell.text.clone()));
            return self.refuse(code, cell, &values);
        }
        self.into.remark(code, self.row, cell);
        if matches!(target(&cell.field), Target::Card | Target::PersonCard) {
            return Some(cell.text.trim().to_owned());
        }
        self.into.put(&format!("text_{}", cell.field), "", cell.text.trim(), self.row, cell);
        None
    }

    fn refuse(&mut self, code: &str, cell: &SourceCell, values: &[(&str, String)]) -> Option<String> {
        let mut named: BTreeMap<String, String> =
            values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        named.entry("value".to_owned()).or_insert_with(|| cell.text.clone());
        named.entry("column".to_owned()).or_insert_with(|| cell.column.to_string());
        self.into.faults.push(Refused {
            row: self.row.row,
            table: self.row.table.clone(),
            column: if cell.column.is_empty() { cell.field.to_string() } else { cell.column.to_string() },
            value: cell.text.clone(),
            code: code.to_owned(),
            values: named,
            also: Vec::new(),
        });
        None
    }
}

/// The text of a cell as a person sees it.
fn visible(cell: &SourceCell) -> String {
    cell.text.trim().chars().filter(|c| !anjuan_law::text::is_invisible(*c)).collect()
}

/// Whether one value beside several names is meant for each of them.
fn for_each(field: &str) -> bool {
    fields::same_for_all(field) || matches!(target(field), Target::Measure(_) | Target::MeasureNow)
}

/// Only a constant of the mapping points; a text of the file that begins with the sign is a text.
fn points(cell: &SourceCell) -> bool {
    cell.column.is_empty() && cell.text.starts_with('=')
}
