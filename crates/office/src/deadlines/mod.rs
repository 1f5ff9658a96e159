//! Statutory time limits of the cases (办案期限): the due dates that follow from each case's record, and what is due.

use std::sync::LazyLock;

use anjuan_law::Calendar;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::embedded);

/// The days off that the program knows.
pub fn calendar() -> &'static Calendar {
    &CALENDAR
}
