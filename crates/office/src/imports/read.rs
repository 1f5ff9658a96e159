//! The rows of a case, read: what they say, in the record's forms, and why they can't be taken.

mod settle;

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{Day, category, choices, headings, identity::CitizenId, text::search_key, vocabulary};

use super::{
    SourceCell, SourceRow, dates,
    fields::{self, Target, target},
    gather::{Bundle, names_something},
    outcome::{Refused, Remark},
    texts::{charges, looks_like_citizen, names},
};
use crate::cases::read_identity;

/// What the rows of one case say.
#[derive(Debug, Default)]
pub(super) struct Incoming {
    pub key: String,
    pub rows: Vec<u32>,
    /// `field`, or `field@person` → value in the record's form.
    pub said: BTreeMap<String, String>,
    /// Its people by their marks (the name, `#2` where two have the same), in the order of the file.
    pub people: Vec<String>,
    /// Where each of them stands, for faults that only show when it is written.
    pub places: BTreeMap<String, (u32, String, String)>,
    pub faults: Vec<Refused>,
    pub remarks: Vec<Remark>,
    /// The tables of its rows, beside [`Incoming::rows`].
    pub tables: Vec<String>,
}

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

pub(super) fn read(bundle: &Bundle<'_>, today: Day) -> Incoming {
    let mut incoming = Incoming { key: bundle.key.clone(), ..Incoming::default() };
    let over = bundle.rows.iter().any(|row| row.cells.iter().any(|cell| fields::OVER.contains(&cell.field.as_str())));
    for row in &bundle.rows {
        incoming.rows.push(row.row);
        incoming.tables.push(row.table.clone());
        Reader { row, today, over, into: &mut incoming }.row();
    }
    incoming.settle(bundle.rows.first().copied());
    incoming
}

struct Reader<'a> {
    row: &'a SourceRow,
    today: Day,
    over: bool,
    into: &'a mut Incoming,
}

impl Reader<'_> {
    fn row(&mut self) {
        let mut before: BTreeMap<u8, Day> = BTreeMap::new();
        let mut values: Vec<(&SourceCell, String)> = Vec::new();
        for cell in &self.row.cells {
            if let Some(value) = self.value(cell, &mut before) {
                values.push((cell, value));
            }
        }
        self.point(&mut values);
        let people = self.people(&values);
        for (cell, value) in &values {
            let of_one = fields::is_personal(&cell.field) && target(&cell.field) != Target::Name;
            match (target(&cell.field), people.as_slice()) {
                (Target::Aside | Target::Name, _) => {}
                (Target::Named(role), _) => {
                    for name in names(value) {
                        let person = self.into.person(&name, &BTreeMap::new());
                        self.into.put("person_role", &person, role, self.row, cell);
                    }
                }
                (_, [one]) if of_one => self.into.put(&cell.field, one, value, self.row, cell),
                (_, []) if of_one => self.into.put(&cell.field, "", value, self.row, cell),
                (_, several) if of_one => self.share(several, cell, value),
                _ => self.into.put(&cell.field, "", value, self.row, cell),
            }
        }
    }

    /// A constant `=prosecuted_on` takes the value of another field of the row.
    fn point(&mut self, values: &mut Vec<(&SourceCell, String)>) {
        let found: BTreeMap<String, String> = values
            .iter()
            .filter(|(cell, value)| !points(cell, value))
            .map(|(c, v)| (c.field.clone(), v.clone()))
            .collect();
        for (cell, value) in values.iter_mut() {
            if points(cell, value)
                && let Some(other) = value.strip_prefix('=')
            {
                *value = found.get(other).and_then(|days| days.split('；').next()).unwrap_or_default().to_owned();
            }
        }
        values.retain(|(cell, value)| {
            !value.is_empty()
                && (!cell.column.is_empty()
                    || !found.contains_key(&cell.field)
                    || found.get(&cell.field) == Some(value))
        });
    }

    /// The people that the row names; those of merged rows are known already.
    fn people(&mut self, values: &[(&SourceCell, String)]) -> Vec<String> {
        let own: BTreeMap<&str, &str> = values
            .iter()
            .filter(|(cell, _)| ["person_sex", "person_birth", "person_id_number"].contains(&cell.field.as_str()))
            .map(|(cell, value)| (cell.field.as_str(), value.as_str()))
            .collect();
        let named = values.iter().filter(|(cell, _)| target(&cell.field) == Target::Name);
        let named: Vec<String> = named.flat_map(|(_, value)| names(value)).collect();
        let own = if named.len() == 1 { own } else { BTreeMap::new() };
        named.iter().map(|name| self.into.person(name, &own)).collect()
    }

    /// One value beside several names: one for each where there are as many, else it stays on the card as text.
    fn share(&mut self, people: &[String], cell: &SourceCell, value: &str) {
        let parts: Vec<&str> = value.split(['、', '；', ';', '\n']).map(str::trim).filter(|p| !p.is_empty()).collect();
        let same_for_all = matches!(target(&cell.field), Target::Charge(_) | Target::Act(..));
        if same_for_all || (parts.len() == 1 && matches!(target(&cell.field), Target::Measure(_) | Target::MeasureNow))
        {
            for person in people {
                self.into.put(&cell.field, person, value, self.row, cell);
            }
        } else if parts.len() == people.len() {
            for (person, part) in people.iter().zip(parts) {
                self.into.put(&cell.field, person, part, self.row, cell);
            }
        } else {
            self.into.remark("import_kept_as_text", self.row, cell);
            let kept = format!("text_{}", cell.field);
            self.into.put(&kept, "", &cell.text, self.row, cell);
        }
    }

    /// The value of a cell in the record's form; none where it says nothing or can't be taken.
    fn value(&mut self, cell: &SourceCell, before: &mut BTreeMap<u8, Day>) -> Option<String> {
        let text = cell.text.trim();
        let text: String = text.chars().filter(|c| !anjuan_law::text::is_invisible(*c)).collect();
        if text.is_empty() || text.starts_with('=') && cell.column.is_empty() {
            return (!text.is_empty()).then_some(text);
        }
        if cell.digits_lost && cell.field.contains("number") {
            return self.refuse("import_digits_lost", cell, &[]);
        }
        let is_day = headings::field(&cell.field).is_some_and(|field| matches!(field.kind, headings::LedgerType::Day));
        if is_day {
            return self.day(cell, before);
        }
        match cell.field.as_str() {
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
            "person_sex" => match search_key(&text).as_str() {
                "男" | "男性" | "male" | "m" => Some("male".to_owned()),
                "女" | "女性" | "female" | "f" => Some("female".to_owned()),
                "不详" | "未知" | "无" | "unknown" => None,
                _ => self.refuse("import_choice_unknown", cell, &[]),
            },
            "person_role" => match self.choice_of("person_role", &text) {
                Some(code) => Some(code),
                None => self.refuse("import_choice_unknown", cell, &[]),
            },
            "person_id_type" => self.choice("id_type", cell, &text),
            "person_kind" => Some(if text.contains("单位") || text == "unit" { "unit" } else { "natural" }.to_owned()),
            "measure" => self.choice("measure", cell, &text),
            "person_id_number" => self.identity(cell, &text),
            field if matches!(target(field), Target::Charge(_)) => Some(charges(&text).join("；")),
            field if matches!(target(field), Target::Number(_)) => names_something(&search_key(&text)).then_some(text),
            _ => Some(text),
        }
    }

    fn identity(&mut self, cell: &SourceCell, text: &str) -> Option<String> {
        let key = search_key(text);
        if matches!(key.as_str(), "无" | "不详" | "不明" | "未知") {
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
        let exact =
            choices(list).iter().find(|c| search_key(&c.zh) == key || search_key(&c.en) == key || c.code == text);
        let part = || {
            let mut parts = choices(list).iter().filter(|c| search_key(&c.zh).starts_with(&key));
            match (parts.next(), parts.next()) {
                (Some(one), None) => Some(one),
                _ => None,
            }
        };
        // The ledger's 取保候审 does not say in which form.
        let bail = || (list == "measure" && key == "取保候审").then(|| anjuan_law::choice(list, "bail")).flatten();
        exact.or_else(bail).or_else(part).map(|choice| choice.code.clone())
    }

    fn day(&mut self, cell: &SourceCell, before: &mut BTreeMap<u8, Day>) -> Option<String> {
        let breath = fields::breath(&cell.field);
        let several = matches!(target(&cell.field), Target::Act(_, None) | Target::Card | Target::PersonCard);
        match dates::days_of(cell, before.get(&breath).copied()) {
            Ok(days) if days.len() == 1 || several => {
                if let (Some(last), true) = (days.last(), breath > 0) {
                    before.insert(breath, *last);
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
            Target::Card | Target::PersonCard => false,
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
        named.entry("column".to_owned()).or_insert_with(|| cell.column.clone());
        self.into.faults.push(Refused {
            row: self.row.row,
            table: self.row.table.clone(),
            column: if cell.column.is_empty() { cell.field.clone() } else { cell.column.clone() },
            value: cell.text.clone(),
            code: code.to_owned(),
            values: named,
            also: Vec::new(),
        });
        None
    }
}

impl Incoming {
    /// The mark of a person of that name who is not told apart by sex, birthday or number.
    fn person(&mut self, name: &str, own: &BTreeMap<&str, &str>) -> String {
        for count in 1..1000 {
            let mark = if count == 1 { name.to_owned() } else { format!("{name}#{count}") };
            if !self.people.contains(&mark) {
                self.people.push(mark.clone());
                return mark;
            }
            let differs =
                own.iter().any(|(field, value)| self.said.get(&of(field, &mark)).is_some_and(|said| said != value));
            if !differs {
                return mark;
            }
        }
        name.to_owned()
    }

    /// Takes a value. Several of one kind add up; heads that contradict each other refuse the case.
    fn put(&mut self, field: &str, person: &str, value: &str, row: &SourceRow, cell: &SourceCell) {
        let place = of(field, person);
        let Some(standing) = self.said.get(&place) else {
            self.said.insert(place.clone(), value.to_owned());
            self.places.insert(place, (row.row, cell.column.clone(), cell.text.clone()));
            return;
        };
        if standing == value || standing.split('；').any(|part| part == value) {
            return;
        }
        match target(field) {
            Target::Charge(_) | Target::Card | Target::PersonCard => {
                let both = format!("{standing}；{value}");
                self.said.insert(place, both);
            }
            Target::Act(_, None) => {
                let mut days: BTreeSet<Day> = dates::parted(standing).into_iter().collect();
                days.extend(dates::parted(value));
                self.said.insert(place, dates::joined(&days.into_iter().collect::<Vec<_>>()));
            }
            _ => {
                let values = BTreeMap::from([
                    ("value".to_owned(), cell.text.clone()),
                    ("other".to_owned(), standing.clone()),
                    ("column".to_owned(), cell.column.clone()),
                ]);
                self.faults.push(Refused {
                    row: row.row,
                    table: row.table.clone(),
                    column: cell.column.clone(),
                    value: cell.text.clone(),
                    code: "import_rows_disagree".to_owned(),
                    values,
                    also: Vec::new(),
                });
            }
        }
    }

    fn remark(&mut self, code: &str, row: &SourceRow, cell: &SourceCell) {
        self.remarks.push(Remark {
            row: row.row,
            column: cell.column.clone(),
            value: cell.text.clone(),
            code: code.to_owned(),
        });
    }

    fn missing(&mut self, field: &str, row: Option<&SourceRow>) {
        self.faults.push(Refused {
            row: row.map_or(0, |row| row.row),
            table: row.map(|row| row.table.clone()).unwrap_or_default(),
            column: field.to_owned(),
            value: String::new(),
            code: "field_missing".to_owned(),
            values: BTreeMap::new(),
            also: Vec::new(),
        });
    }

    /// Fills in what follows from the rest: category from the number, line from the category, one day from the other,
    /// the title from people and charge.
    fn settle(&mut self, first: Option<&SourceRow>) {
        let wrong = |field: &str, faults: &[Refused]| faults.iter().any(|fault| fault.column.ends_with(field));
        self.measure_now();
        if !self.said.contains_key("category") {
            let number = self.said.get("number_department").and_then(|text| text.parse().ok());
            let number: Option<anjuan_law::numbers::DepartmentNumber> = number;
            let word = number.as_ref().map(anjuan_law::numbers::DepartmentNumber::categories).unwrap_or_default();
            if number.is_some_and(|number| number.is_minors()) {
                self.said.entry("line".to_owned()).or_insert_with(|| "MI".to_owned());
            }
            let line = self.said.get("line");
            let fits = word.iter().find(|category| line.is_none_or(|line| category.lines.contains(line)));
            if let Some(category) = fits {
                self.said.insert("category".to_owned(), category.id.clone());
            }
        }
        if let Some(kind) = self.said.remove("kind") {
            self.said.entry("category".to_owned()).or_insert(kind);
        }
        let category = self.said.get("category").and_then(|id| category(id));
        match category {
            None if self.faults.is_empty() => self.missing("category", first),
            None => {}
            Some(category) => {
                if let Some(line) = category.lines.first() {
                    self.said.entry("line".to_owned()).or_insert_with(|| line.clone());
                }
            }
        }
        for (one, other) in [("accepted_on", "received_on"), ("received_on", "accepted_on")] {
            if let (None, Some(day)) = (self.said.get(one), self.said.get(other).cloned()) {
                self.said.insert(one.to_owned(), day);
            }
        }
        if !self.said.contains_key("accepted_on") && !wrong("accepted_on", &self.faults) && self.faults.is_empty() {
            self.missing("accepted_on", first);
        }
        if !self.said.contains_key("title") {
            match self.title() {
                Some(title) => drop(self.said.insert("title".to_owned(), title)),
                None if self.faults.is_empty() => self.missing("title", first),
                None => {}
            }
        }
        if let Some(function) =
            category.map(|category| category.function_in(self.said.get("line").map_or("", String::as_str)))
        {
            let role =
                if function == Some(anjuan_law::categories::Function::Criminal) { "suspect" } else { "applicant" };
            for person in self.people.clone() {
                self.said.entry(of("person_role", &person)).or_insert_with(|| role.to_owned());
            }
        }
    }
}

/// Only a constant of the mapping points; a text of the file that begins with the sign is a text.
fn points(cell: &SourceCell, value: &str) -> bool {
    cell.column.is_empty() && value.starts_with('=')
}
