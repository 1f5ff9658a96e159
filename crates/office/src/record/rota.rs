//! Which backups are kept: the newest of each of the last 12 days, 10 weeks and 9 months that have one.

use std::collections::BTreeSet;

use anjuan_law::Day;

/// Days with a backup that keep their newest.
pub const DAYS_KEPT: usize = 12;
/// Weeks with a backup that keep their newest.
pub const WEEKS_KEPT: usize = 10;
/// Months with a backup that keep their newest.
pub const MONTHS_KEPT: usize = 9;

/// Which of these backups may go, by their places in `made`: the day on which each was made, oldest first.
pub(super) fn may_go(made: &[Day]) -> Vec<usize> {
    let mut kept = BTreeSet::new();
    keep(made, DAYS_KEPT, |day| day.to_string(), &mut kept);
    keep(made, WEEKS_KEPT, monday, &mut kept);
    keep(made, MONTHS_KEPT, |day| day.to_string().chars().take(7).collect(), &mut kept);
    (0..made.len()).filter(|at| !kept.contains(at)).collect()
}

fn monday(day: Day) -> String {
    day.add_days(-i64::from(day.weekday().num_days_from_monday())).to_string()
}

fn keep(made: &[Day], most: usize, span: impl Fn(Day) -> String, kept: &mut BTreeSet<usize>) {
    let mut spans = BTreeSet::new();
    for (at, day) in made.iter().enumerate().rev() {
        let span = span(*day);
        if spans.len() == most && !spans.contains(&span) {
            break;
        }
        if spans.insert(span) {
            kept.insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_of_daily_backups_keeps_twelve_days_ten_weeks_and_nine_months() {
        let made: Vec<Day> = (0..365).map(|at| day("2025-01-01").add_days(at)).collect();
        let gone = may_go(&made);
        let kept: Vec<Day> = (0..made.len()).filter(|at| !gone.contains(at)).map(|at| made[at]).collect();
        assert_eq!(kept.last(), Some(&day("2025-12-31")), "the newest is never thinned");
        assert!(
            kept.iter().rev().take(12).eq((0..12).map(|at| day("2025-12-31").add_days(-at)).collect::<Vec<_>>().iter())
        );
        let months: BTreeSet<String> = kept.iter().map(|day| day.to_string()[..7].to_owned()).collect();
        assert_eq!(months.len(), 9);
        assert!(kept.len() <= DAYS_KEPT + WEEKS_KEPT + MONTHS_KEPT);
    }

    #[test]
    fn several_of_a_day_keep_the_newest_and_few_keep_all_their_days() {
        let made = [day("2026-03-05"), day("2026-03-05"), day("2026-03-06")];
        assert_eq!(may_go(&made), [0]);
        assert_eq!(may_go(&[]), Vec::<usize>::new());
        assert_eq!(may_go(&made[..1]), Vec::<usize>::new());
    }

    #[test]
    fn thinning_again_thins_nothing() {
        let made: Vec<Day> = (0..100).map(|at| day("2025-01-01").add_days(at * 3)).collect();
        let gone = may_go(&made);
        let kept: Vec<Day> = (0..made.len()).filter(|at| !gone.contains(at)).map(|at| made[at]).collect();
        assert_eq!(may_go(&kept), Vec::<usize>::new());
    }
}
