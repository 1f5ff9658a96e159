//! The words of a step, in both languages.

use super::sum::month_words;
use super::{Length, Step, What};
use crate::calendar::DayKind;

impl Step {
    pub(super) fn zh(&self) -> String {
        let day = self.day;
        match &self.what {
            What::Began { what, paper } if paper.is_empty() => format!("起算：{day}{}", what.zh),
            What::Began { what, paper } => format!("起算：{day}{}（{paper}）", what.zh),
            What::BeganAnew { before } => format!("重新计算：自{before}起算的前一期限不再继续"),
            What::Base { length } => format!("法定期限：{}", length.zh()),
            What::Approved { id, on, by } if by.is_empty() => format!("{}：{on}批准", id.title.zh),
            What::Approved { id, on, by } => format!("{}：{on}经{by}批准", id.title.zh),
            What::FirstDayNotCounted => format!("起算日{day}当日不计入"),
            What::SameDay => format!("当日办理：{day}"),
            What::OfficeLength { length, note } if note.is_empty() => {
                format!("法律没有规定日数，本院设定为{}", length.zh())
            }
            What::OfficeLength { length, note } => format!("法律没有规定日数，本院设定为{}（{note}）", length.zh()),
            What::UsualLength { length } => format!("法律没有规定日数，本院尚未设定，暂按通常的{}计算", length.zh()),
            What::SetInPaper => format!("文书载明的期限：{day}"),
            What::SetEarlier => format!("文书另定较早期限：{day}"),
            What::CountedBack { length, event } => format!("自{event}倒数{}（当日不计入）：{day}", length.zh()),
            What::AdvisedWorkingDay => format!("该日非工作日，建议至迟于{day}办理"),
            What::Hours { length } => format!("自事件发生的时刻起{}，止于{day}的同一时刻", length.zh()),
            What::InPlaceOfBase { length, id } => format!("{}（以{}代替原期限）", id.title.zh, length.zh()),
            What::MonthsAdded { length, id, total } => {
                format!("{}：加{}，自起算日合计{total}个月", id.title.zh, length.zh())
            }
            What::Months { months, how } => format!("加{months}个月：{day}（{}）", month_words(*how).0),
            What::Days { days } => format!("加{days}日：{day}"),
            What::DaysAdded { length, id } => format!("{}：加{}：{day}", id.title.zh, length.zh()),
            What::WorkingDays { days } => format!("加{days}个工作日：{day}（节假日不计，调休上班日计入）"),
            What::ExtendedUntil { id } => format!("{}：至{day}", id.title.zh),
            What::NotCounted { days: 0, title } => format!("{}：其间工作日不计，至{day}", title.zh),
            What::NotCounted { days, title } => format!("{}：{days}日，顺延至{day}", title.zh),
            What::Absorbed { id } => format!("“{}”已被其他延长吸收，不再计入", id.title.zh),
            What::OutOfOrder { id, need } => format!("注意：“{}”之前没有“{need}”，请核对", id.title.zh),
            What::LastDayWorks { made_up: true } => format!("末日{day}为调休上班日，是工作日"),
            What::LastDayWorks { made_up: false } => format!("末日{day}为工作日"),
            What::CustodyPeriod => format!("在押，期限止于{day}"),
            What::CustodyStays => format!("末日{day}为非工作日；在押期间不因节假日延长，止于当日"),
            What::NeverRolls => format!("止于{day}，不顺延"),
            What::Rolled { from, off } => format!("末日{from}{}，顺延至节假日后第一个工作日{day}", off_zh(off)),
            What::CalendarMissing { year } => format!("注意：未载入{year}年节假日安排，仅按周末计算"),
        }
    }

    pub(super) fn en(&self) -> String {
        let day = self.day;
        match &self.what {
            What::Began { what, paper } if paper.is_empty() => format!("it runs from {}, {day}", what.en),
            What::Began { what, paper } => format!("it runs from {}, {day} ({paper})", what.en),
            What::BeganAnew { before } => format!("counted anew: the period that ran from {before} goes on no more"),
            What::Base { length } => format!("the law gives {}", length.en()),
            What::Approved { id, on, by } if by.is_empty() => format!("{}: approved on {on}", id.title.en),
            What::Approved { id, on, by } => format!("{}: approved on {on} by {by}", id.title.en),
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
            What::DaysAdded { length, id } => format!("{}: plus {}: {day}", id.title.en, length.en()),
            What::WorkingDays { days } => {
                let length = Length::working_days(*days).en();
                format!("plus {length}: {day} (days off passed over, made-up days counted)")
            }
            What::ExtendedUntil { id } => format!("{}: until {day}", id.title.en),
            What::NotCounted { days: 0, title } => format!("{}: working days until {day} are not counted", title.en),
            What::NotCounted { days, title } => format!("{}: {}, so until {day}", title.en, Length::days(*days).en()),
            What::Absorbed { id } => format!("“{}” is taken in by another extension", id.title.en),
            What::OutOfOrder { id, need } => {
                format!("take care: “{}” without “{need}” before it; please check", id.title.en)
            }
            What::LastDayWorks { made_up: true } => format!("the last day, {day}, is a made-up working day"),
            What::LastDayWorks { made_up: false } => format!("the last day, {day}, is a working day"),
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
