//! What the rows of one case say, gathered.

use super::*;

/// What the rows of one case say.
#[derive(Debug, Default)]
pub(in crate::imports) struct Incoming {
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
    /// Places whose value a constant of the mapping took from another field.
    pub taken: BTreeSet<String>,
    /// The tables of its rows, beside [`Incoming::rows`].
    pub tables: Vec<String>,
    /// The category of rows that do not say it was worked out from title and heads; nobody chose it.
    pub kind_is_supposed: bool,
}

impl Incoming {
    /// The mark of a person of that name who is not told apart by sex, birthday or number.
    pub(super) fn person(&mut self, name: &str, own: &BTreeMap<&str, &str>) -> String {
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
    pub(super) fn put(&mut self, field: &str, person: &str, value: &str, row: &SourceRow, cell: &SourceCell) {
        let place = of(field, person);
        let Some(standing) = self.said.get(&place) else {
            self.said.insert(place.clone(), value.to_owned());
            self.places.insert(place, (row.row, cell.column.to_string(), cell.text.clone()));
            return;
        };
        if standing == value || standing.split('；').any(|part| part == value) {
            return;
        }
        if cell.column.is_empty() {
            return;
        }
        let of_constant = self.places.get(&place).is_some_and(|(_, column, _)| column.is_empty());
        if self.taken.remove(&place) || of_constant {
            // What a column says goes before a constant and before what was taken from another column.
            self.said.insert(place.clone(), value.to_owned());
            self.places.insert(place, (row.row, cell.column.to_string(), cell.text.clone()));
            return;
        }
        if let Some(rule) = cell.several {
            let kept = if rule.keeps(standing, value) { standing.clone() } else { value.to_owned() };
            self.said.insert(place, kept);
            self.remark("import_rows_several", row, cell);
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
                    ("column".to_owned(), cell.column.to_string()),
                ]);
                self.faults.push(Refused {
                    row: row.row,
                    table: row.table.clone(),
                    column: cell.column.to_string(),
                    value: cell.text.clone(),
                    code: "import_rows_disagree".to_owned(),
                    values,
                    also: Vec::new(),
                });
            }
        }
    }

    pub(super) fn remark(&mut self, code: &str, row: &SourceRow, cell: &SourceCell) {
        self.remarks.push(Remark {
            row: row.row,
            column: cell.column.to_string(),
            value: cell.text.clone(),
            code: code.to_owned(),
        });
    }

    pub(super) fn missing(&mut self, field: &str, row: Option<&SourceRow>) {
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
}
