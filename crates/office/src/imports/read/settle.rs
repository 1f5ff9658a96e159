//! What a record says of itself once all its rows are read: the measure in force, the title where no column has one.

use super::*;

impl Incoming {
    /// Fills in what follows from the rest: category from the number, line from the category, one day from the other,
    /// the act from the outcome, the title from people and charge.
    pub(super) fn settle(&mut self, first: Option<&SourceRow>) {
        self.measure_now();
        self.kind();
        let category = self.said.get("category").and_then(|id| category(id));
        match category {
            None if self.faults.is_empty() => self.missing("category", first),
            None => {}
            Some(category) => {
                if let (Some(line), false) = (category.lines.first(), self.said.contains_key("line")) {
                    self.said.insert("line".to_owned(), line.clone());
                    if category.lines.len() > 1 {
                        self.suppose("line", line, "import_line_of_category");
                    }
                }
                self.conclude(category);
            }
        }
        for (one, other, code) in [
            ("accepted_on", "received_on", "import_taken_accepted_on"),
            ("received_on", "accepted_on", "import_received_on_acceptance"),
        ] {
            if let (None, Some(day)) = (self.said.get(one), self.said.get(other).cloned()) {
                self.said.insert(one.to_owned(), day);
                self.remarks.push(self.remark_at(other, code));
            }
        }
        if !self.said.contains_key("accepted_on") && self.faults.is_empty() {
            self.missing("accepted_on", first);
        }
        if !self.said.contains_key("title") {
            match self.title() {
                Some(title) => drop(self.said.insert("title".to_owned(), title)),
                None if self.faults.is_empty() => self.missing("title", first),
                None => {}
            }
        }
        if let Some(category) = category {
            self.roles(category);
            self.tell_supposed(category);
        }
    }

    /// The category by the department number, else the one given for rows that do not say it.
    fn kind(&mut self) {
        if !self.said.contains_key("category") {
            let number = self.said.get("number_department").and_then(|text| text.parse().ok());
            let number: Option<anjuan_law::numbers::DepartmentNumber> = number;
            let word = number.as_ref().map(anjuan_law::numbers::DepartmentNumber::categories).unwrap_or_default();
            if number.is_some_and(|number| number.is_minors()) {
                self.said.entry("line".to_owned()).or_insert_with(|| "MI".to_owned());
            }
            let line = self.said.get("line").cloned();
            let mut fits =
                word.iter().filter(|category| line.as_ref().is_none_or(|line| category.lines.contains(line)));
            if let Some(category) = fits.next() {
                self.said.insert("category".to_owned(), category.id.clone());
                if fits.next().is_some() {
                    self.remarks.push(self.remark_at("number_department", "import_category_of_number"));
                }
            }
        }
        if let (Some(kind), false) = (self.said.remove("kind"), self.said.contains_key("category")) {
            if self.kind_is_supposed {
                self.suppose("category", &kind, "import_category_supposed");
            }
            self.said.insert("category".to_owned(), kind);
        }
    }

    /// The day on which the review ended is the day of the act that the outcome names, where no column has it.
    fn conclude(&mut self, category: &anjuan_law::Category) {
        let ended: Vec<String> =
            self.said.keys().filter(|place| parts(place).0 == "concluded_on").map(|p| parts(p).1.to_owned()).collect();
        for mark in ended {
            let outcome = self.said.get(&of("outcome", &mark)).or_else(|| self.said.get("outcome"));
            let decision = outcome.and_then(|outcome| ledger_words::decision(&category.family, outcome));
            let Some(field) = decision.and_then(|decision| decision.field.as_deref()) else {
                self.remarks.push(self.remark_at(&of("concluded_on", &mark), "import_outcome_open"));
                continue;
            };
            let (from, to) = (of("concluded_on", &mark), of(field, &mark));
            if self.said.contains_key(&to) || self.said.contains_key(field) {
                continue;
            }
            self.remarks.push(self.remark_at(&from, "import_decision_on_conclusion"));
            if let Some(day) = self.said.remove(&from) {
                self.said.insert(to.clone(), day);
            }
            if let Some(cell) = self.places.remove(&from) {
                self.places.insert(to, cell);
            }
        }
    }

    fn roles(&mut self, category: &anjuan_law::Category) {
        let function = category.function_in(self.said.get("line").map_or("", String::as_str));
        let criminal = function == Some(anjuan_law::categories::Function::Criminal);
        let role = if criminal { "suspect" } else { "applicant" };
        for person in self.people.clone() {
            let place = of("person_role", &person);
            if self.said.contains_key(&place) {
                continue;
            }
            self.said.insert(place, role.to_owned());
            let name = of("person_name", &person);
            let head = self.places.get(&name).map(|(_, column, _)| column.to_lowercase()).unwrap_or_default();
            if ledger_words::within("person_role", &head) != Some(role) {
                let code = if criminal { "import_role_suspect_supposed" } else { "import_role_supposed" };
                self.remarks.push(self.remark_at(&name, code));
            }
        }
    }

    /// The measure in force and its day are one value: `arrest 2026-03-01`.
    pub(super) fn measure_now(&mut self) {
        let days: Vec<(String, String)> = self
            .said
            .iter()
            .filter(|(place, _)| parts(place).0 == "measure_on")
            .map(|(place, day)| (parts(place).1.to_owned(), day.clone()))
            .collect();
        for (person, day) in days {
            if let Some(measure) = self.said.get_mut(&of("measure", &person)) {
                *measure = format!("{measure} {day}");
                self.said.remove(&of("measure_on", &person));
            }
        }
    }

    /// Whether a value follows from others and stands in no cell of its own.
    pub(in crate::imports) fn was_worked_out(&self, place: &str) -> bool {
        !self.places.contains_key(place) || self.taken.contains(place)
    }

    /// The cell that a refusal of the record speaks of: `persons.1.birth`, `title`, or a place of ours.
    pub(in crate::imports) fn place_of(&self, at: &str) -> Option<(u32, String, String)> {
        if let Some(cell) = self.places.get(at) {
            return Some(cell.clone());
        }
        if let Some((person, field)) = at.split_once('.').filter(|(person, _)| self.people.iter().any(|p| p == person))
        {
            return self.places.get(&of(&format!("person_{field}"), person)).cloned();
        }
        let mut steps = at.split('.');
        let (first, second, third) = (steps.next()?, steps.next(), steps.next());
        if first != "persons" {
            return self.places.get(&format!("number_{}", second.unwrap_or_default())).cloned();
        }
        let person = self.people.get(second?.parse::<usize>().ok()?)?;
        let of_person = |field: &str| self.places.get(&of(field, person)).cloned();
        let field = third.unwrap_or_default();
        let measures = ["detained_on", "arrested_on", "bail_on", "surveillance_on", "measure"];
        of_person(&format!("person_{field}"))
            .or_else(|| (field == "measures").then(|| measures.into_iter().find_map(of_person)).flatten())
            .or_else(|| self.places.iter().find(|(place, _)| parts(place).1 == person).map(|(_, cell)| cell.clone()))
    }

    /// `张三等三人盗窃案`, as offices call them.
    pub(super) fn title(&self) -> Option<String> {
        let first = name_of(self.people.first()?);
        let charge = self.said.iter().find(|(place, _)| matches!(target(parts(place).0), Target::Charge(_)));
        let charge = charge.map(|(_, charge)| charge.split('；').next().unwrap_or_default());
        let cause = charge.or(self.said.get("cause").map(String::as_str)).unwrap_or_default();
        let others = match self.people.len() {
            1 => String::new(),
            several => format!("等{several}人"),
        };
        let cause = cause.strip_suffix('罪').unwrap_or(cause);
        Some(format!("{first}{others}{cause}案"))
    }
}
