//! A calendar file (`.ics`, RFC 5545) that any calendar program can take in.

use super::place::Place;
use super::{WriteCode, WriteFault, Written};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::io::Write;
use std::path::Path;

/// The longest line in octets, without its end.
const LONGEST: usize = 75;

/// The office's time: eight hours before Greenwich all year.
const ZONE: &str = "Asia/Shanghai";

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names the event for ever, so that a later file changes it instead of adding it again.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// The day.
    pub day: NaiveDate,
    /// From when until when; the whole day where that is not known.
    pub times: Option<(NaiveTime, NaiveTime)>,
    /// Where.
    pub place: String,
    /// Anything else.
    pub note: String,
    /// Not to be shown to others.
    pub private: bool,
}

/// What a calendar file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// When it was made, in Greenwich's time.
    pub made_at: NaiveDateTime,
    /// The number and the digest of the entry that it left in the journal, against which the journal can be held later.
    pub journal: Option<(i64, String)>,
}

/// Writes the events into a file that ends in `.ics`; what is there already is replaced when the new one is complete.
///
/// # Errors
/// [`WriteCode::ListFormUnknown`] for another ending, [`WriteCode::ListNotWritten`].
pub fn write_calendar(path: &Path, head: &Calendar, events: &[Event]) -> Result<Written, WriteFault> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    if ending.as_deref() != Some("ics") {
        return Err(WriteFault::new(WriteCode::ListFormUnknown).with("ending", ending.unwrap_or_default()));
    }
    let place = Place::beside(path)?;
    let mut file = place.file()?;
    file.write_all(calendar(head, events).as_bytes()).map_err(|error| WriteFault::io(&error))?;
    let bytes = place.put(file)?;
    Ok(Written { rows: events.len() as u64, bytes })
}

/// The whole file.
fn calendar(head: &Calendar, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |content: &str| fold(content, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Anjuan//Hearings//ZH");
    line("CALSCALE:GREGORIAN");
    line(&format!("X-WR-CALNAME:{}", escaped(&head.name)));
    if let Some((entry, digest)) = &head.journal {
        line(&format!("X-ENTRY:{entry}"));
        line(&format!("X-DIGEST:{digest}"));
    }
    line("BEGIN:VTIMEZONE");
    line(&format!("TZID:{ZONE}"));
    line("BEGIN:STANDARD");
    line("DTSTART:19920101T000000");
    line("TZOFFSETFROM:+0800");
    line("TZOFFSETTO:+0800");
    line("TZNAME:CST");
    line("END:STANDARD");
    line("END:VTIMEZONE");
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&event.uid)));
        line(&format!("DTSTAMP:{}", head.made_at.format("%Y%m%dT%H%M%SZ")));
        let day = event.day.format("%Y%m%d");
        match event.times {
            Some((from, to)) => {
                line(&format!("DTSTART;TZID={ZONE}:{day}T{}", from.format("%H%M%S")));
                line(&format!("DTEND;TZID={ZONE}:{day}T{}", to.format("%H%M%S")));
            }
            None => line(&format!("DTSTART;VALUE=DATE:{day}")),
        }
        line(&format!("SUMMARY:{}", escaped(&event.title)));
        for (property, value) in [("LOCATION", &event.place), ("DESCRIPTION", &event.note)] {
            if !value.is_empty() {
                line(&format!("{property}:{}", escaped(value)));
            }
        }
        if event.private {
            line("CLASS:PRIVATE");
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

/// A value of the type TEXT.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}

/// Puts one line, broken where it grows too long, never within a character; a broken line goes on after a space.
fn fold(content: &str, into: &mut String) {
    let mut length = 0;
    for character in content.chars() {
        if length + character.len_utf8() > LONGEST {
            into.push_str("\r\n ");
            length = 1;
        }
        into.push(character);
        length += character.len_utf8();
    }
    into.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(title: &str) -> Event {
        Event {
            uid: "hearing-7@341023".into(),
            title: title.into(),
            day: NaiveDate::from_ymd_opt(2026, 3, 10).unwrap(),
            times: Some((NaiveTime::from_hms_opt(9, 0, 0).unwrap(), NaiveTime::from_hms_opt(11, 30, 0).unwrap())),
            place: "第一听证室".into(),
            note: "甲；乙\n丙, 丁; 戊\\".into(),
            private: true,
        }
    }

    fn head() -> Calendar {
        let made_at = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap().and_hms_opt(1, 2, 3).unwrap();
        Calendar { name: "听证".into(), made_at, journal: Some((12, "ab".repeat(32))) }
    }

    /// Reads a file as the standard says: lines are joined again, then split into name and value.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_event_has_its_day_times_and_words() {
        let text = calendar(&head(), &[event("公开听证 2026-GC-00012")]);
        let lines = unfolded(&text);
        for expected in [
            "X-ENTRY:12",
            &format!("X-DIGEST:{}", "ab".repeat(32)),
            "UID:hearing-7@341023",
            "DTSTAMP:20260305T010203Z",
            "DTSTART;TZID=Asia/Shanghai:20260310T090000",
            "DTEND;TZID=Asia/Shanghai:20260310T113000",
            "SUMMARY:公开听证 2026-GC-00012",
            "LOCATION:第一听证室",
            "DESCRIPTION:甲；乙\\n丙\\, 丁\\; 戊\\\\",
            "CLASS:PRIVATE",
        ] {
            assert!(lines.iter().any(|line| line == expected), "{expected} in {lines:#?}");
        }
        assert!(text.contains(&"ab".repeat(32)), "a digest stands on one line");
        let all_day = Event { times: None, ..event("x") };
        assert!(calendar(&head(), &[all_day]).contains("DTSTART;VALUE=DATE:20260310\r\n"));
    }

    #[test]
    fn only_a_calendar_file_is_written_and_it_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("听证.ics");
        write_calendar(&path, &head(), &[event("一"), event("二")]).unwrap();
        let written = write_calendar(&path, &head(), &[event("三")]).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!((written.rows, text.matches("BEGIN:VEVENT").count()), (1, 1));
        let refused = write_calendar(&folder.path().join("听证.txt"), &head(), &[]).unwrap_err();
        assert_eq!(refused.code, WriteCode::ListFormUnknown);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost_in_folding(title in "[\u{20}-\u{7e}一-龥𠀀-𠀿]{0,200}") {
            let text = calendar(&head(), &[event(&title)]);
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{line:?}");
                prop_assert!(!line.contains(['\n', '\r']));
            }
            let expected = format!("SUMMARY:{}", escaped(&title));
            prop_assert!(unfolded(&text).contains(&expected));
        }
    }
}
