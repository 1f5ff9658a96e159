//! Hearings as files: a calendar for other programs, a list for a spreadsheet. No title of a hearing that is not public names
//! anybody in a calendar, and no file tells its maker what the screen would not.

use std::path::Path;

use anjuan_law::{Day, Lang, choice, vocabulary};
use anjuan_office::{
    Action, Refusal, Result, Right,
    hearings::{self, HearingFilter, HearingLine, TimeOfDay},
    refusal,
};
use anjuan_papers::write::{self, Calendar, Event, Form, Item, List, WriteFault};
use chrono::{DateTime, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Seat,
    exports::{journal_line, newest_entry},
    walls::{self, Masks},
    words::say,
};

/// Hearings to write into a file.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct HearingExport {
    /// The file: `.ics`, `.xlsx` or `.csv`.
    pub path: String,
    /// Which hearings; a calendar takes those that have a day.
    #[serde(default)]
    pub filter: HearingFilter,
    /// `zh` (when absent) or `en`.
    #[serde(default)]
    pub lang: Option<String>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct HearingsWritten {
    /// How many hearings.
    pub rows: u32,
}

/// Writes the hearings asked for into a file, the earliest first.
pub fn hearing_export(seat: &Seat<'_>, ask: HearingExport) -> Result<HearingsWritten> {
    seat.need(Right::Export)?;
    // It is an entry before the first byte is written.
    seat.log(Action::ListExport, &seat.purpose()?, json!({ "file": ask.path, "list": "hearings" }))?;
    let lang = if ask.lang.as_deref() == Some("en") { Lang::En } else { Lang::Zh };
    let path = Path::new(&ask.path);
    let calendar = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
    let (office, division): (String, String) = seat.read(|reading| {
        reading.one("SELECT name, division_code FROM office", [], |row| Ok((row.get(0)?, row.get(1)?)))
    })?;
    let mut lines = seat.read(|reading| {
        let told = walls::told(seat, reading, ask.filter.text.is_some())?;
        let mut lines = hearings::all(reading, &ask.filter, &told)?;
        if let Some(mut masks) = Masks::of(seat, reading)? {
            for line in &mut lines {
                for text in [&mut line.title, &mut line.place, &mut line.officers] {
                    masks.text(text, Some(line.case_id))?;
                }
            }
        }
        Ok(lines)
    })?;
    if calendar {
        lines.retain(|line| line.held_on.is_some() && !["cancelled", "refused"].contains(&line.status.as_str()));
    }
    let title = say(lang, "hearing_export_title", []);
    let written = if calendar {
        let events: Vec<Event> = lines.iter().filter_map(|line| event(line, &division, lang)).collect();
        let stamp =
            DateTime::parse_from_rfc3339(&seat.host().now()).map_err(|fault| refusal!("fault", detail = fault))?;
        let journal = seat.read(newest_entry)?;
        let head = Calendar { name: format!("{office} {title}"), made_at: stamp.naive_utc(), journal };
        write::write_calendar(path, &head, &events)
    } else {
        let form = Form::of(path).map_err(from_write)?;
        let mut head = head(seat, &office, &title, lang);
        head.lines.extend(seat.read(|reading| journal_line(reading, lang))?);
        write::write_list(path, form, &head, lines.iter().map(|line| row(line, lang)))
    };
    let written = written.map_err(from_write)?;
    Ok(HearingsWritten { rows: u32::try_from(written.rows).unwrap_or(u32::MAX) })
}

fn word(list: &str, code: &str, lang: Lang) -> String {
    match (choice(list, code), lang) {
        (Some(choice), Lang::Zh) => choice.zh.clone(),
        (Some(choice), Lang::En) => choice.en.clone(),
        (None, _) => code.to_owned(),
    }
}

fn date(day: Option<Day>) -> Option<NaiveDate> {
    let (year, month, of_month) = day?.ymd();
    NaiveDate::from_ymd_opt(year, month, of_month)
}

fn time(at: TimeOfDay) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(&at.to_string(), "%H:%M").ok()
}

/// A public hearing carries its case's title; any other only its kind and number.
fn event(line: &HearingLine, division: &str, lang: Lang) -> Option<Event> {
    let kind = word("hearing_kind", &line.kind, lang);
    let (title, note) = if line.is_public {
        let note = say(
            lang,
            "hearing_export_note",
            [("number", line.register_no.as_str()), ("chair", &line.chair), ("officers", &line.officers)],
        );
        (format!("{kind} {}", line.title), note)
    } else {
        let closed = say(lang, "hearing_is_closed", []);
        (format!("{kind} {} {closed}", line.register_no), String::new())
    };
    Some(Event {
        uid: format!("hearing-{}@{division}.anjuan", line.id),
        title,
        day: date(line.held_on)?,
        times: line.starts_at.and_then(time).zip(line.ends_at.and_then(time)),
        place: line.place.clone(),
        note,
        private: !line.is_public,
    })
}

/// The columns of the list, by the keys of their heads.
const COLUMNS: [&str; 14] = [
    "hearing_day",
    "hearing_starts_at",
    "hearing_ends_at",
    "list_column_register_no",
    "list_column_title",
    "list_column_line",
    "hearing_kind",
    "hearing_status",
    "hearing_public",
    "hearing_place",
    "hearing_chair",
    "hearing_officers",
    "hearing_majority",
    "hearing_adopted",
];

fn head(seat: &Seat<'_>, office: &str, title: &str, lang: Lang) -> List {
    let day = seat.day.to_string();
    let maker = [("name", seat.by().name.as_str()), ("day", day.as_str())];
    List {
        sheet: title.to_owned(),
        title: format!("{office} {title}"),
        lines: vec![say(lang, "list_export_maker", maker)],
        columns: COLUMNS.iter().map(|key| write::Column { head: say(lang, key, []), width: None }).collect(),
        foot: say(lang, "list_export_foot", []),
    }
}

fn row(line: &HearingLine, lang: Lang) -> Vec<Item> {
    let text = |text: &str| if text.is_empty() { Item::Empty } else { Item::Text(text.to_owned()) };
    let at = |at: Option<TimeOfDay>| text(&at.map(|at| at.to_string()).unwrap_or_default());
    let of_line = vocabulary().lines.iter().find(|one| one.code == line.line);
    let name = of_line.map_or(line.line.as_str(), |one| if lang == Lang::Zh { &one.zh } else { &one.en });
    vec![
        date(line.held_on).map_or(Item::Empty, Item::Day),
        at(line.starts_at),
        at(line.ends_at),
        text(&line.register_no),
        text(&line.title),
        text(name),
        text(&word("hearing_kind", &line.kind, lang)),
        text(&word("hearing_status", &line.status, lang)),
        text(&say(lang, if line.is_public { "word_yes" } else { "word_no" }, [])),
        text(&line.place),
        text(&line.chair),
        text(&line.officers),
        text(&word("officer_opinion", &line.majority, lang)),
        text(&word("hearing_adopted", &line.adopted, lang)),
    ]
}

fn from_write(fault: WriteFault) -> Refusal {
    Refusal { code: fault.code.as_str().to_owned(), at: "path".to_owned(), values: fault.values }
}
