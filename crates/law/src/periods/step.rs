//! The steps of a sum, with their words.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::counting::MonthEnd;
use super::sum::month_words;
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

    fn zh(&self) -> String {
        let day = self.day;
        match &self.what {
            What::FirstDayNotCounted => format!("起算日{day}当日不计入"),
            What::SameDay => format!("当日办理：{day}"),
            What::OfficeLength { length, note } if note.is_empty() => {
                format!("法律没有规定日数，本院设定为{}", length.zh())
            }
            What::OfficeLength { length, note } => {
                format!("法律没有规定日数，本院设定为{}（{note}）", length.zh())
            }
            What::UsualLength { length } => {
                format!("法律没有规定日数，本院尚未设定，暂按通常的{}计算", length.zh())
            }
            What::SetInPaper => format!("文书载明的期限：{day}"),
            What::SetEarlier => format!("文书另定较早期限：{day}"),
            What::CountedBack { length, event } => {
                format!("自{event}倒数{}（当日不计入）：{day}", length.zh())
            }
            What::AdvisedWorkingDay => format!("该日非工作日，建议至迟于{day}办理"),
            What::Hours { length } => {
                format!("自事件发生的时刻起{}，止于{day}的同一时刻", length.zh())
            }
            What::InPlaceOfBase { length, id } => {
                format!("{}（以{}代替原期限）", id.title.zh, length.zh())
            }
            What::MonthsAdded { length, id, total } => {
                format!("{}：加{}，自起算日合计{total}个月", id.title.zh, length.zh())
            }
            What::Months { months, how } => {
                format!("加{months}个月：{day}（{}）", month_words(*how).0)
            }
            What::Days { days } => format!("加{days}日：{day}"),
            What::DaysAdded { length, id } => format!("{}：加{}：{day}", id.title.zh, length.zh()),
            What::WorkingDays { days } => {
                format!("加{days}个工作日：{day}（节假日不计，调休上班日计入）")
            }
            What::ExtendedUntil { id } => format!("{}：至{day}", id.title.zh),
            What::NotCounted { days: 0, title } => format!("{}：其间工作日不计，至{day}", title.zh),
            What::NotCounted { days, title } => format!("{}：{days}日，顺延至{day}", title.zh),
            What::Absorbed { id } => format!("“{}”已被其他延长吸收，不再计入", id.title.zh),
            What::OutOfOrder { id, need } => {
                format!("注意：“{}”之前没有“{need}”，请核对", id.title.zh)
            }
            What::LastDayWorks { made_up: true } => format!("末日{day}为调休上班日，是工作日"),
            What::LastDayWorks { made_up: false } => format!("末日{day}为工作日"),
            What::CustodyPeriod => format!("在押，期限止于{day}"),
            What::CustodyStays => format!("末日{day}为非工作日；在押期间不因节假日延长，止于当日"),
            What::NeverRolls => format!("止于{day}，不顺延"),
            What::Rolled { from, off } => {
                format!("末日{from}{}，顺延至节假日后第一个工作日{day}", off_zh(off))
            }
            What::CalendarMissing { year } => {
                format!("注意：未载入{year}年节假日安排，仅按周末计算")
            }
        }
    }

    fn en(&self) -> String {
        let day = self.day;
        match &self.what {
            What::FirstDayNotCounted => format!("the day of the trigger, {day}, is not counted"),
            What::SameDay => format!("to be done the same day: {day}"),
            What::OfficeLength { length, note } if note.is_empty() => {
                format!("the law has no number; the office set {}", length.en())
            }
            What::OfficeLength { length, note } => {
                format!("the law has no number; the office set {} ({note})", length.en())
            }
            What::UsualLength { length } => {
                format!("the law has no number and the office set none; the usual {} is counted", length.en())
            }
            What::SetInPaper => format!("the paper sets the day: {day}"),
            What::SetEarlier => format!("the paper sets an earlier day: {day}"),
            What::CountedBack { length, event } => {
                format!("counted back {} from {event}, that day not counted: {day}", length.en())
            }
            What::AdvisedWorkingDay => format!("not a working day: act by {day}"),
            What::Hours { length } => {
                format!("{} from the moment of the event, ending on {day} at the same time of day", length.en())
            }
            What::InPlaceOfBase { length, id } => {
                format!("{}: {} in place of the rule's own length", id.title.en, length.en())
            }
            What::MonthsAdded { length, id, total } => {
                format!("{}: plus {}, {total} months in all from the trigger", id.title.en, length.en())
            }
            What::Months { months, how } => {
                let plural = if *months == 1 { "" } else { "s" };
                format!("plus {months} month{plural}: {day} ({})", month_words(*how).1)
            }
            What::Days { days } => format!("plus {}: {day}", Length::days(*days).en()),
            What::DaysAdded { length, id } => {
                format!("{}: plus {}: {day}", id.title.en, length.en())
            }
            What::WorkingDays { days } => {
                let length = Length::working_days(*days).en();
                format!("plus {length}: {day} (days off passed over, made-up days counted)")
            }
            What::ExtendedUntil { id } => format!("{}: until {day}", id.title.en),
            What::NotCounted { days: 0, title } => {
                format!("{}: working days until {day} are not counted", title.en)
            }
            What::NotCounted { days, title } => {
                format!("{}: {}, so until {day}", title.en, Length::days(*days).en())
            }
            What::Absorbed { id } => format!("“{}” is taken in by another extension", id.title.en),
            What::OutOfOrder { id, need } => {
                format!("take care: “{}” without “{need}” before it; please check", id.title.en)
            }
            What::LastDayWorks { made_up: true } => {
                format!("the last day, {day}, is a made-up working day")
            }
            What::LastDayWorks { made_up: false } => {
                format!("the last day, {day}, is a working day")
            }
            What::CustodyPeriod => format!("in custody: the period ends on {day}"),
            What::CustodyStays => {
                format!("the last day, {day}, is a day off; in custody a holiday does not prolong it")
            }
            What::NeverRolls => format!("ends on {day} and is never moved"),
            What::Rolled { from, off } => {
                format!("the last day, {from}, is {}; moved to the next working day, {day}", off_en(off))
            }
            What::CalendarMissing { year } => {
                format!("take care: the days off of {year} are not loaded; weekends only")
            }
        }
    }
}

fn off_zh(off: &DayKind) -> String {
    match off {
        DayKind::Off { name } => format!("为{}假期", name.zh),
        _ => "为周末".into(),
    }
}

fn off_en(off: &DayKind) -> String {
    match off {
        DayKind::Off { name } => format!("a day off ({})", name.en),
        _ => "a weekend day".into(),
    }
}

impl What {
    /// The step's code.
    pub fn code(&self) -> &'static str {
        match self {
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
            What::CalendarMissing { .. } | What::AdvisedWorkingDay => &[],
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
