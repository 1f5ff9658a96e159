//! The steps of a sum, with their words.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::counting::MonthEnd;
use super::{Extension, Family, Length, Roll, Rule};
use crate::calendar::DayKind;
use crate::sources::Basis;
use crate::{Day, Lang, Words};

/// One step of a sum: what was done, by which law, and the day it led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub what: What,
    /// Where it stands in the law.
    pub basis: &'static [Basis],
    /// The day it led to.
    pub day: Day,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// What set it going, and the paper that shows it.
    Began {
        /// The act, the measure, the hearing or the end of another period.
        what: Words,
        /// The number of the paper; empty where none is recorded.
        paper: String,
    },
    /// It runs anew; the one before began on that day.
    BeganAnew {
        /// The day.
        before: Day,
    },
    /// The rule's own length.
    Base {
        /// The length.
        length: Length,
    },
    /// Who approved an extension, and when it was recorded.
    Approved {
        /// The extension.
        id: &'static Extension,
        /// The day of the approval.
        on: Day,
        /// By whom; empty where the act does not say it.
        by: String,
    },
    /// The day of the trigger does not count.
    FirstDayNotCounted,
    /// To be done on the day itself.
    SameDay,
    /// The law has no number: the office set this one.
    OfficeLength {
        /// The length.
        length: Length,
        /// Where it comes from, in the office's words.
        note: String,
    },
    /// The law has no number and the office set none: this one is usual.
    UsualLength {
        /// The length.
        length: Length,
    },
    /// The paper sets the day.
    SetInPaper,
    /// An earlier day that the paper sets.
    SetEarlier,
    /// Counted back from an event.
    CountedBack {
        /// How far.
        length: Length,
        /// The event.
        event: Day,
    },
    /// The last working day on or before a backward limit.
    AdvisedWorkingDay,
    /// Hours, from the recorded minute.
    Hours {
        /// How many.
        length: Length,
    },
    /// A length in place of the rule's own.
    InPlaceOfBase {
        /// The length.
        length: Length,
        /// The extension.
        id: &'static Extension,
    },
    /// Months of an extension, counted with all others from the trigger.
    MonthsAdded {
        /// The extension's months.
        length: Length,
        /// The extension.
        id: &'static Extension,
        /// All months together.
        total: u32,
    },
    /// All months, from the trigger.
    Months {
        /// How many.
        months: u32,
        /// How the day of the month was found.
        how: MonthEnd,
    },
    /// Days.
    Days {
        /// How many.
        days: u32,
    },
    /// Days of an extension.
    DaysAdded {
        /// The days.
        length: Length,
        /// The extension.
        id: &'static Extension,
    },
    /// Working days; days off are passed over, made-up days count.
    WorkingDays {
        /// How many.
        days: u32,
    },
    /// The approval sets the day.
    ExtendedUntil {
        /// The extension.
        id: &'static Extension,
    },
    /// A time that is not counted.
    NotCounted {
        /// Days; 0 where working days inside it were passed over.
        days: u32,
        /// What it was.
        title: Words,
    },
    /// Another extension takes this one in.
    Absorbed {
        /// The extension that counts no more.
        id: &'static Extension,
    },
    /// The extension that has to come before it is missing.
    OutOfOrder {
        /// The extension.
        id: &'static Extension,
        /// The one it needs.
        need: &'static str,
    },
    /// The last day is a working day.
    LastDayWorks {
        /// A made-up one.
        made_up: bool,
    },
    /// In custody: no roll, and the last day is a working day anyway.
    CustodyPeriod,
    /// In custody: the last day stays although it is a day off.
    CustodyStays,
    /// A term that never moves.
    NeverRolls,
    /// Moved to the next working day.
    Rolled {
        /// The last day before.
        from: Day,
        /// Why it could not stay.
        off: DayKind,
    },
    /// The year's days off are not known: weekends only.
    CalendarMissing {
        /// The year.
        year: i32,
    },
}

/// The law's own counting rules.
const CRIMINAL_COUNT: &[Basis] = &[Basis { source: "CPL", article: "105" }];
const CIVIL_COUNT: &[Basis] = &[Basis { source: "CivPL", article: "85" }, Basis { source: "CC", article: "201" }];
const CRIMINAL_MONTHS: &[Basis] = &[Basis { source: "SPC-C", article: "202" }];
const CIVIL_MONTHS: &[Basis] = &[Basis { source: "CC", article: "202" }];
const CIVIL_ROLL: &[Basis] = &[Basis { source: "CivPL", article: "85" }, Basis { source: "CC", article: "203" }];

/// A number that the office answers for itself.
const OFFICE: &[Basis] = &[Basis { source: "Local", article: "" }];

impl Step {
    /// A step that an extension makes.
    pub(super) fn of_extension(what: What, day: Day) -> Step {
        let basis = what.extension().map_or(&[][..], |extension| extension.basis);
        Step { what, basis, day }
    }

    /// The step in words.
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }
}

impl What {
    /// The step's code.
    pub fn code(&self) -> &'static str {
        match self {
            What::Began { .. } => "began",
            What::BeganAnew { .. } => "began_anew",
            What::Base { .. } => "base",
            What::Approved { .. } => "approved",
            What::FirstDayNotCounted => "first_day_not_counted",
            What::SameDay => "same_day",
            What::OfficeLength { .. } => "office_length",
            What::UsualLength { .. } => "usual_length",
            What::SetInPaper => "set_in_paper",
            What::SetEarlier => "set_earlier",
            What::CountedBack { .. } => "counted_back",
            What::AdvisedWorkingDay => "advised_working_day",
            What::Hours { .. } => "hours",
            What::InPlaceOfBase { .. } => "in_place_of_base",
            What::MonthsAdded { .. } => "months_added",
            What::Months { .. } => "months",
            What::Days { .. } => "days",
            What::DaysAdded { .. } => "days_added",
            What::WorkingDays { .. } => "working_days",
            What::ExtendedUntil { .. } => "extended_until",
            What::NotCounted { .. } => "not_counted",
            What::Absorbed { .. } => "extension_absorbed",
            What::OutOfOrder { .. } => "extension_out_of_order",
            What::LastDayWorks { .. } => "last_day_works",
            What::CustodyPeriod => "custody_period",
            What::CustodyStays => "custody_stays",
            What::NeverRolls => "never_rolls",
            What::Rolled { .. } => "rolled",
            What::CalendarMissing { .. } => "calendar_missing",
        }
    }

    /// The extension that makes the step, if one does.
    pub fn extension(&self) -> Option<&'static Extension> {
        match self {
            What::InPlaceOfBase { id, .. }
            | What::Approved { id, .. }
            | What::MonthsAdded { id, .. }
            | What::DaysAdded { id, .. }
            | What::ExtendedUntil { id }
            | What::Absorbed { id }
            | What::OutOfOrder { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The values of the step, for words made elsewhere.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        let extension = self.extension().map(|extension| ("extension", extension.id.to_owned()));
        let own = match self {
            What::Began { paper, .. } => vec![("paper", paper.clone())],
            What::BeganAnew { before } => vec![("before", before.to_string())],
            What::Approved { on, by, .. } => vec![("on", on.to_string()), ("by", by.clone())],
            What::Base { length } => vec![("length", length.to_string())],
            What::CountedBack { length, event } => {
                vec![("length", length.to_string()), ("event", event.to_string())]
            }
            What::OfficeLength { length, note } => {
                vec![("length", length.to_string()), ("note", note.clone())]
            }
            What::UsualLength { length }
            | What::Hours { length }
            | What::InPlaceOfBase { length, .. }
            | What::DaysAdded { length, .. } => {
                vec![("length", length.to_string())]
            }
            What::MonthsAdded { length, total, .. } => {
                vec![("length", length.to_string()), ("total", total.to_string())]
            }
            What::Months { months, .. } => vec![("months", months.to_string())],
            What::Days { days } | What::WorkingDays { days } | What::NotCounted { days, .. } => {
                vec![("days", days.to_string())]
            }
            What::OutOfOrder { need, .. } => vec![("need", (*need).to_owned())],
            What::Rolled { from, .. } => vec![("from", from.to_string())],
            What::CalendarMissing { year } => vec![("year", year.to_string())],
            _ => Vec::new(),
        };
        extension.into_iter().chain(own).collect()
    }

    /// Where a step of the counting itself stands in the law.
    pub(super) fn basis(&self, rule: &Rule) -> &'static [Basis] {
        let criminal = rule.family == Family::Criminal;
        match self {
            What::FirstDayNotCounted if criminal => CRIMINAL_COUNT,
            What::FirstDayNotCounted => CIVIL_COUNT,
            What::Months { .. } if criminal => CRIMINAL_MONTHS,
            What::Months { .. } => CIVIL_MONTHS,
            What::CustodyStays | What::CustodyPeriod => CRIMINAL_COUNT,
            What::Rolled { .. } | What::LastDayWorks { .. } if criminal => CRIMINAL_COUNT,
            What::Rolled { .. } | What::LastDayWorks { .. } => CIVIL_ROLL,
            What::NeverRolls if rule.roll == Roll::Never => &[],
            What::CalendarMissing { .. } | What::AdvisedWorkingDay | What::Began { .. } => &[],
            What::OfficeLength { .. } | What::UsualLength { .. } => OFFICE,
            _ => rule.basis,
        }
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values: std::collections::BTreeMap<_, _> = self.what.values().into_iter().collect();
        let mut step = serializer.serialize_struct("Step", 6)?;
        step.serialize_field("what", self.what.code())?;
        step.serialize_field("values", &values)?;
        step.serialize_field("zh", &self.words(Lang::Zh))?;
        step.serialize_field("en", &self.words(Lang::En))?;
        step.serialize_field("basis", self.basis)?;
        step.serialize_field("day", &self.day)?;
        step.end()
    }
}
