//! What a record says of itself once all its rows are read: the measure in force, the title where no column has one.

use super::*;

impl Incoming {
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

    /// Whether a value follows from others and stands in no cell itself.
    pub(in crate::imports) fn was_worked_out(&self, place: &str) -> bool {
        !self.places.contains_key(place)
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
