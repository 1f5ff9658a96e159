//! What is due: by day for the office, with its arithmetic for one case; what the office sets; reminders.

mod calendar;
mod case;
mod groups;
mod list;
mod reminders;
mod settings;

pub use calendar::{
    CalendarLoad, CalendarLoadAnswer, CalendarTable, CalendarTableAsk, calendar_load, calendar_table, calendar_years,
};
pub use case::{CaseDue, CaseDueAsk, CaseGap, CasePeriod, CaseSlip, CaseSlipAsk, SlipPerson, case_due, case_slip};
pub use groups::{
    DailyGroup, DailyList, DueDailyAsk, DueGroup, DueGroupsAsk, DueNews, DueNewsAsk, due_daily, due_groups, due_news,
};
pub use list::{DueAsk, DueDates, DueDatesAsk, DueListPage, DueRow, due_counts, due_dates, due_days, due_list};
pub use reminders::{
    ReminderDone, ReminderRef, ReminderSaved, RemindersAsk, case_reminders, reminder_done, reminder_remove,
    reminder_save,
};
pub use settings::{
    PeriodSettingLine, PeriodSettings, PeriodSettingsChanged, PeriodSettingsSave, period_settings, period_settings_save,
};

use anjuan_law::{Words, periods};
use anjuan_office::deadlines::{LOOK_BACK, reminders::REMINDER};

use crate::words;

/// What a rule is called; a reminder and a look-back have names of their own.
fn title(rule: &str) -> Words {
    if rule == REMINDER {
        return words::both("due_kind_reminder");
    }
    if rule == LOOK_BACK {
        return words::both("due_kind_look_back");
    }
    periods::rule(rule).map_or_else(|| Words::owned(rule, rule), |rule| rule.title.clone())
}
