//! What a finding is about.

use anjuan_law::Day;

use crate::{Reading, Result};

/// What a finding is about, read from the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The case as a whole.
    Case,
    /// A field of the case's head.
    Field(String),
    /// A person.
    Person {
        /// The name.
        name: String,
    },
    /// An act on the timeline.
    Act {
        /// The kind of act.
        kind: String,
        /// Its day.
        on: Day,
    },
    /// A measure against a person.
    Measure {
        /// The kind of measure.
        kind: String,
        /// The person's name.
        name: String,
    },
    /// A hearing.
    Hearing {
        /// The kind of hearing.
        kind: String,
        /// Its day, once it is set.
        on: Option<Day>,
    },
    /// Another case.
    OtherCase {
        /// Its register number.
        register_no: String,
    },
    /// A time limit of the case.
    Period {
        /// The rule.
        rule: String,
        /// The day of its trigger.
        trigger_on: String,
        /// Whom or what it is about.
        about: Box<Subject>,
    },
    /// Something else, as the finding names it.
    Other(String),
}

/// Reads what a finding's subject stands for.
pub fn subject(reading: &Reading<'_>, subject: &str) -> Result<Subject> {
    if subject == "case" {
        return Ok(Subject::Case);
    }
    let Some((kind, rest)) = subject.split_once(':') else { return Ok(Subject::Other(subject.to_owned())) };
    if kind == "due" {
        let mut parts = rest.splitn(3, ':');
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let (rule, trigger_on, about) = (part(), part(), part());
        let about = match about.starts_with("due:") {
            true => Subject::Other(about),
            false => self::subject(reading, &about)?,
        };
        return Ok(Subject::Period { rule, trigger_on, about: Box::new(about) });
    }
    if kind == "field" {
        return Ok(Subject::Field(rest.to_owned()));
    }
    let found = match rest.parse::<i64>() {
        Err(_) => None,
        Ok(id) => match kind {
            "person" => reading.maybe("SELECT name FROM person WHERE id = ?1", [id], |row| {
                Ok(Subject::Person { name: row.get(0)? })
            })?,
            "act" => reading.maybe("SELECT kind, on_day FROM act WHERE id = ?1", [id], |row| {
                Ok(Subject::Act { kind: row.get(0)?, on: row.get(1)? })
            })?,
            "measure" => reading.maybe(
                "SELECT m.kind, p.name FROM measure AS m JOIN person AS p ON p.id = m.person_id WHERE m.id = ?1",
                [id],
                |row| Ok(Subject::Measure { kind: row.get(0)?, name: row.get(1)? }),
            )?,
            "hearing" => reading.maybe("SELECT kind, held_on FROM hearing WHERE id = ?1", [id], |row| {
                Ok(Subject::Hearing { kind: row.get(0)?, on: row.get(1)? })
            })?,
            "case" => reading.maybe("SELECT register_no FROM case_file WHERE id = ?1", [id], |row| {
                Ok(Subject::OtherCase { register_no: row.get(0)? })
            })?,
            _ => None,
        },
    };
    Ok(found.unwrap_or_else(|| Subject::Other(subject.to_owned())))
}
