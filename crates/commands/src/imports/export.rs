//! A list as a file, exactly as it stands on screen.

use std::path::Path;

use anjuan_law::{Day, Lang, act, category, choice, vocabulary};
use anjuan_office::{
    Refusal, Result, Right,
    lists::{self, CaseQuery, CaseRow, Column},
    refusal,
};
use anjuan_papers::write::{self, Form, Item, List, ListWriter, WriteFault};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Seat, words::say};

/// Rows asked for at once.
const PAGE: usize = 1000;

/// A list to write into a file.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct ListExport {
    /// The file, `.xlsx` or `.csv`.
    pub path: String,
    /// A named view; all cases when absent.
    #[serde(default)]
    pub view: Option<String>,
    /// Further conditions as a line of text.
    #[serde(default)]
    pub filter: Option<String>,
    /// The query on screen, instead of view and filter.
    #[serde(default)]
    pub query: Option<CaseQuery>,
    /// The columns on screen, in their order; all when absent.
    #[serde(default)]
    pub columns: Option<Vec<Column>>,
    /// `zh` (when absent) or `en`.
    #[serde(default)]
    pub lang: Option<String>,
    /// What stands above it; the name of the view when absent.
    #[serde(default)]
    pub title: Option<String>,
    /// The filter in words.
    #[serde(default)]
    pub filter_words: Option<String>,
}

/// A list that was written.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct ListExported {
    /// How many rows.
    pub rows: u32,
}

/// Writes a list into a file: office, title, filter, maker and day above, then the columns as they are on screen.
pub fn list_export(seat: &Seat<'_>, ask: ListExport) -> Result<ListExported> {
    seat.need(Right::Export)?;
    let lang = if ask.lang.as_deref() == Some("en") { Lang::En } else { Lang::Zh };
    let path = Path::new(&ask.path);
    let form = Form::of(path).map_err(from_write)?;
    let columns = ask.columns.clone().filter(|some| !some.is_empty()).unwrap_or_else(|| Column::ALL.to_vec());
    seat.read(|reading| {
        let mut query = match (&ask.query, &ask.view) {
            (Some(query), _) => query.clone(),
            (None, Some(view)) => lists::view_query(reading, seat.by(), seat.day, view)?,
            (None, None) => CaseQuery::default(),
        };
        if let Some(line) = &ask.filter {
            query.filters.extend(lists::parse_filter(reading, line)?);
        }
        let office: String = reading.value("SELECT name FROM office", [])?;
        let mut writer =
            ListWriter::begin(path, form, &head(seat, &ask, &columns, &office, lang)).map_err(from_write)?;
        let open = seat.office().lists().open(reading, &query, 0, seat.day)?;
        let mut from = 0;
        while from < open.total as usize {
            for row in seat.office().lists().page(reading, open.list, from, PAGE, seat.day)? {
                let items: Vec<Item> = columns.iter().map(|column| item(&row, *column, lang)).collect();
                writer.row(&items).map_err(from_write)?;
            }
            from += PAGE;
            seat.progress("list_export", from.min(open.total as usize) as u64, u64::from(open.total))?;
        }
        let written = writer.finish().map_err(from_write)?;
        Ok(ListExported { rows: u32::try_from(written.rows).unwrap_or(u32::MAX) })
    })
}

fn head(seat: &Seat<'_>, ask: &ListExport, columns: &[Column], office: &str, lang: Lang) -> List {
    let named = ask.title.clone().or_else(|| ask.view.clone());
    let title = named.unwrap_or_else(|| say(lang, "list_export_all", []));
    let filter = ask.filter_words.clone().or_else(|| ask.filter.clone()).filter(|filter| !filter.is_empty());
    let day = seat.day.to_string();
    let mut lines: Vec<String> =
        filter.iter().map(|filter| say(lang, "list_export_filter", [("filter", filter.as_str())])).collect();
    let maker = [("name", seat.by().name.as_str()), ("day", day.as_str())];
    lines.push(say(lang, "list_export_maker", maker));
    List {
        sheet: title.clone(),
        title: format!("{office} {title}"),
        lines,
        columns: columns
            .iter()
            .map(|column| write::Column { head: say(lang, &format!("list_column_{}", column.name()), []), width: None })
            .collect(),
        foot: say(lang, "list_export_foot", []),
    }
}

fn item(row: &CaseRow, column: Column, lang: Lang) -> Item {
    let text = |text: &str| if text.is_empty() { Item::Empty } else { Item::Text(text.to_owned()) };
    let yes_no = |yes: bool| text(&say(lang, if yes { "word_yes" } else { "word_no" }, []));
    let day = |day: Option<Day>| match day.and_then(|day| {
        let (year, month, of_month) = day.ymd();
        NaiveDate::from_ymd_opt(year, month, of_month)
    }) {
        Some(day) => Item::Day(day),
        None => Item::Empty,
    };
    let named = |zh: &str, en: &str| {
        text(match lang {
            Lang::Zh => zh,
            Lang::En => en,
        })
    };
    match column {
        Column::RegisterNo => text(&row.register_no),
        Column::Number => text(&row.number),
        Column::Title => text(&row.title),
        Column::Persons => text(&row.persons),
        Column::Cause => text(&row.cause),
        Column::Line => match vocabulary().lines.iter().find(|line| line.code == row.line) {
            Some(line) => named(&line.zh, &line.en),
            None => text(&row.line),
        },
        Column::Function => text(&say(lang, &format!("function_{}", row.function), [])),
        Column::Category => match category(&row.category) {
            Some(category) => named(&category.zh, &category.en),
            None => text(&row.category),
        },
        Column::Stage => match vocabulary().stages.iter().find(|stage| stage.id == row.stage) {
            Some(stage) => named(&stage.zh, &stage.en),
            None => text(&row.stage),
        },
        Column::Outcome => {
            let list = category(&row.category).map_or("", |category| category.outcomes.as_str());
            match (choice(list, &row.outcome), act(&row.outcome)) {
                (Some(choice), _) => named(&choice.zh, &choice.en),
                (None, Some(act)) => named(&act.zh, &act.en),
                (None, None) => text(&row.outcome),
            }
        }
        Column::IsOpen => yes_no(row.is_open),
        Column::HandlerId => text(&row.handler),
        Column::DepartmentId => text(&row.department),
        Column::AcceptedOn => day(Some(row.accepted_on)),
        Column::NextDueOn => day(row.next_due_on),
        Column::LastActOn => day(row.last_act_on),
        Column::ClosedOn => day(row.closed_on),
        Column::PersonCount => Item::Number(f64::from(row.person_count)),
        Column::InCustody => yes_no(row.in_custody),
        Column::IsMinor => yes_no(row.is_minor),
        Column::IsSensitive => yes_no(row.is_sensitive),
        Column::OutWith if row.out_with.is_empty() => Item::Empty,
        Column::OutWith => text(&say(lang, &format!("out_with_{}", row.out_with), [])),
    }
}

fn from_write(fault: WriteFault) -> Refusal {
    let values = fault.values;
    let refused = Refusal { code: fault.code.as_str().to_owned(), at: "path".to_owned(), values };
    if refused.code.is_empty() { refusal!("fault") } else { refused }
}
