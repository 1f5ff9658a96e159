use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The fixed days off of a year and enough others to make a table whole.
fn year_file(year: i32) -> String {
    let mut text = String::from("date,kind,name\n");
    for date in ["01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-03", "06-09", "09-15"] {
        text += &format!("{year}-{date},off,假日\n");
    }
    for date in ["10-01", "10-02", "10-03"] {
        text += &format!("{year}-{date},off,国庆节\n");
    }
    text
}

#[test]
fn embedded_years_know_days_off_made_up_days_and_weekends() {
    let calendar = Calendar::embedded();
    assert_eq!(
        calendar.is_working_day(day("2025-10-03")),
        DayKind::Off { name: Words::new("国庆节、中秋节", "National Day and Mid-Autumn Festival") }
    );
    assert!(matches!(calendar.is_working_day(day("2025-09-28")), DayKind::MadeUp { .. }));
    assert_eq!(calendar.is_working_day(day("2025-03-01")), DayKind::Weekend);
    assert_eq!(calendar.is_working_day(day("2025-03-03")), DayKind::Working);
    assert_eq!(calendar.years(), (2004..=2026).collect::<Vec<_>>());
}

#[test]
fn the_quick_answer_agrees_with_the_full_one_on_every_day() {
    let calendar = Calendar::embedded();
    let mut at = day("2003-12-01");
    while at < day("2027-02-01") {
        assert_eq!(calendar.works(at), calendar.is_working_day(at).works(), "{at}");
        at = at.next();
    }
    assert!(!calendar.works(day("1900-01-06")) && calendar.works(day("1900-01-08")));
    assert!(calendar.works(Day::MAX), "a Tuesday");
}

#[test]
fn every_embedded_year_is_whole_by_the_rule_for_loaded_ones() {
    for year in 2004..=2026 {
        let off = EMBEDDED.iter().filter(|(day, works, ..)| day.year() == year && !works).count();
        assert!(off >= data::LEAST_DAYS_OFF, "{year}");
        for (month, day) in data::FIXED_DAYS_OFF {
            assert!(!Calendar::embedded().works(Day::from_ymd(year, *month, *day).unwrap()), "{year}");
        }
    }
}

#[test]
fn a_year_without_a_table_is_named_and_not_guessed() {
    let calendar = Calendar::embedded();
    assert_eq!(calendar.missing_for(day("2027-10-01")), Some(2027));
    assert_eq!(calendar.is_working_day(day("2027-10-01")), DayKind::Working, "weekends only");
    assert_eq!(calendar.missing_for(day("2026-12-24")), None);
    assert_eq!(calendar.missing_for(day("2026-12-28")), Some(2027), "the next notice may move it");
    assert_eq!(calendar.missing_for(day("2025-12-28")), None);
}

#[test]
fn the_next_working_day_passes_a_whole_holiday() {
    let calendar = Calendar::embedded();
    assert_eq!(calendar.on_or_after(day("2025-10-01")), Some(day("2025-10-09")));
    assert_eq!(calendar.on_or_before(day("2025-10-08")), Some(day("2025-09-30")));
    assert_eq!(calendar.on_or_after(day("2025-10-11")), Some(day("2025-10-11")), "made up");
}

#[test]
fn a_whole_year_is_loaded_with_the_december_days_before_it() {
    let mut calendar = Calendar::embedded();
    let text = year_file(2027) + "2026-12-26,work,元旦\n2027-02-14,work,春节\n";
    let loaded = calendar.load(&text).unwrap();
    assert_eq!((loaded.years, loaded.days), (vec![2027], 15));
    assert_eq!(loaded.changed, [day("2026-12-26")]);
    assert!(!calendar.works(day("2027-10-01")) && calendar.works(day("2027-02-14")));
    assert_eq!(calendar.missing_for(day("2026-12-28")), None);
}

#[test]
fn one_bad_row_refuses_the_whole_file_and_every_fault_is_named() {
    let mut calendar = Calendar::embedded();
    let before = calendar.clone();
    let text = year_file(2027)
        + "2027-02-30,off,春节\n2027-03-01,rest,春节\n2027-03-02,off,\n2027-01-01,off,元旦\n2027-03-03,work,春节\nx\n";
    let faults = calendar.load(&text).unwrap_err();
    let codes: Vec<(u64, &str)> = faults.iter().map(|f| (f.line, f.fault.code())).collect();
    assert_eq!(
        codes,
        [
            (15, "calendar_row_date"),
            (16, "calendar_row_kind"),
            (17, "calendar_row_name"),
            (18, "calendar_row_twice"),
            (19, "calendar_row_weekday"),
            (20, "calendar_row_shape"),
        ]
    );
    assert_eq!(calendar, before);
}

#[test]
fn half_a_year_and_a_foreign_heading_are_refused() {
    let mut calendar = Calendar::embedded();
    let faults = calendar.load("date,kind,name\n2027-01-01,off,元旦\n").unwrap_err();
    assert_eq!(faults[0].fault.code(), "calendar_year_incomplete");
    assert_eq!(calendar.load("日期,类型\n").unwrap_err()[0].fault, RowFault::CalendarHeading);
    assert_eq!(calendar.load("").unwrap_err()[0].fault, RowFault::CalendarHeading);
    assert!(!calendar.loaded(2027));
}

#[test]
fn an_extra_day_off_in_a_known_year_is_taken_and_shown_as_changed() {
    let mut calendar = Calendar::embedded();
    let loaded = calendar.load("\u{feff}date,kind,name,name_en\n2026-09-03,off,纪念日,Victory Day\n").unwrap();
    assert_eq!((loaded.years, loaded.changed), (vec![], vec![day("2026-09-03")]));
    assert!(!calendar.works(day("2026-09-03")));
}

#[test]
fn a_whole_table_takes_the_place_of_the_one_there_was_and_gives_itself_back() {
    let mut calendar = Calendar::embedded();
    calendar.load(&(year_file(2027) + "2027-06-10,off,端午节\n")).unwrap();
    let loaded = calendar.load(&year_file(2027)).unwrap();
    assert_eq!((loaded.years, loaded.replaced, loaded.amended), (vec![], vec![2027], vec![]));
    assert_eq!(loaded.changed, [day("2027-06-10")], "named no more, so a working day again");
    assert!(calendar.works(day("2027-06-10")));

    let amended = calendar.load("date,kind,name\n2027-06-10,off,端午节\n2027-10-01,work,国庆节\n").unwrap();
    assert_eq!((amended.amended, amended.changed.len()), (vec![2027], 2));
    let mut other = Calendar::embedded();
    other.restore(2027, &calendar.table(2027)).unwrap();
    for at in 0..365 {
        let day = day("2027-01-01").add_days(at);
        assert_eq!(other.works(day), calendar.works(day), "{day}");
    }
    assert_eq!(calendar.table(2031), "");
}

#[test]
fn the_form_of_the_published_collection_is_read_too() {
    let mut calendar = Calendar::embedded();
    let collected: String = year_file(2027)
        .lines()
        .enumerate()
        .map(|(at, line)| match (at, line.replace(",off,", ",holiday,").replace(",work,", ",makeup_workday,")) {
            (0, heading) => format!("{heading},iso_weekday\n"),
            (_, row) => format!("{row},5\n"),
        })
        .collect();
    assert_eq!(calendar.load(&collected).unwrap().years, [2027]);
    assert!(!calendar.works(day("2027-10-01")));
}
