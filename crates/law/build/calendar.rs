//! data/holidays.csv and the calendar's part of rules/counting.toml.

use std::fmt::Write as _;

use crate::sources::day_of;

/// Writes the days off and made-up working days, ordered, each day once.
pub fn write() {
    let text = std::fs::read_to_string("data/holidays.csv").expect("data/holidays.csv");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("date,kind,name,name_en"), "holidays.csv: heading");
    let mut out = String::from("static EMBEDDED: &[(Day, bool, &str, &str)] = &[\n");
    let mut last = (0, 0, 0);
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let [date, kind, zh, en] = cells[..] else { panic!("holidays.csv: {line}") };
        let day = day_of(date, "holidays.csv");
        assert!(day > last, "holidays.csv: {date} is out of order or stands twice");
        last = day;
        let works = match kind {
            "work" => true,
            "off" => false,
            _ => panic!("holidays.csv: {line}: kind is off or work"),
        };
        assert!(!zh.is_empty() && !en.is_empty(), "holidays.csv: {line}: a name is missing");
        let (year, month, day) = day;
        writeln!(out, "    (crate::day::literal({year}, {month}, {day}), {works}, {zh:?}, {en:?}),")
            .expect("writing to a string");
    }
    out.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("OUT_DIR");
    std::fs::write(format!("{folder}/calendar.rs"), out).expect("calendar.rs");
}
