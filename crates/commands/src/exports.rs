//! Lists as files, exactly as they stand on screen.

use std::{
    path::Path,
    sync::mpsc::{SyncSender, sync_channel},
    thread,
};

use anjuan_law::{Day, Lang, act, category, choice, vocabulary};
use anjuan_office::{
    Action, Reading, Refusal, Result, Right,
    lists::{self, CaseQuery, CaseRow, Column},
    refusal,
};
use anjuan_papers::write::{self, Form, Item, List, ListWriter, WriteFault};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Seat,
    walls::{self, Masks},
    words::say,
};

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
    /// The open list on screen, instead of all these: its rows in its order, also those that were edited since.
    #[serde(default)]
    pub list: Option<u32>,
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

/// Any list, as it stands on screen.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct TableExport {
    /// The file, `.xlsx` or `.csv`.
    pub path: String,
    /// What stands above it, after the office's name.
    pub title: String,
    /// The filter in words.
    #[serde(default)]
    pub filter_words: Option<String>,
    /// `zh` (when absent) or `en`.
    #[serde(default)]
    pub lang: Option<String>,
    /// The heads.
    pub columns: Vec<TableColumn>,
    /// The cells of each row, as shown.
    pub rows: Vec<Vec<String>>,
}

/// A column of such a list.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct TableColumn {
    /// Its head.
    pub head: String,
    /// What its cells are; what can't be read so stays text.
    pub kind: CellKind,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// Text, whatever it looks like.
    Text,
    /// Numbers to calculate with.
    Number,
    /// Days.
    Day,
}

/// Writes a list of cases into a file: office, title, filter, maker and day above, then the columns as they are on screen.
pub fn list_export(seat: &Seat<'_>, ask: ListExport) -> Result<ListExported> {
    seat.need(Right::Export)?;
    // It is an entry before the first byte is written.
    let detail = serde_json::json!({ "file": ask.path, "view": ask.view, "filter": ask.filter });
    seat.log(Action::ListExport, &seat.purpose()?, detail)?;
    let lang = lang_of(ask.lang.as_deref());
    let shown = || Column::ALL.iter().copied().filter(|column| column.is_shown()).collect();
    let columns: Vec<Column> = ask.columns.clone().filter(|some| !some.is_empty()).unwrap_or_else(shown);
    let named = ask.title.clone().or_else(|| ask.view.clone());
    let title = named.unwrap_or_else(|| say(lang, "list_export_all", []));
    let filter = ask.filter_words.clone().or_else(|| ask.filter.clone());
    let heads = columns.iter().map(|column| say(lang, &format!("list_column_{}", column.name()), [])).collect();
    seat.read(|reading| {
        let lists = seat.office().lists();
        let list = match ask.list {
            Some(list) => list,
            None => {
                let query = query(seat, reading, &ask)?;
                let told = walls::told(seat, reading, query.asks_names())?;
                lists.open(reading, &query, &told, 0, seat.day)?.list
            }
        };
        let writer = begin(seat, reading, &ask.path, lang, (title, filter, heads))?;
        beside(writer, |hand| {
            pages(seat, reading, list, |row| columns.iter().map(|column| item(row, *column, lang)).collect(), hand)
        })
    })
}

/// Rows on their way into a file; none behind the last.
type Pages = SyncSender<Option<Vec<Vec<Item>>>>;

/// Writes in a thread of its own while the next rows are read. Where these don't come to their end there is no file.
fn beside(mut writer: ListWriter, read: impl FnOnce(&Pages) -> Result<()>) -> Result<ListExported> {
    thread::scope(|scope| {
        let (hand, handed) = sync_channel::<Option<Vec<Vec<Item>>>>(2);
        let write = move || -> Result<Option<ListExported>> {
            for page in handed {
                let Some(page) = page else { return finish(writer).map(Some) };
                page.iter().try_for_each(|items| writer.row(items)).map_err(from_write)?;
            }
            Ok(None)
        };
        let writing = scope.spawn(write);
        let read = read(&hand);
        drop(hand);
        let written = writing.join().map_err(|_| refusal!("fault", detail = "the writer of the list ended"))?;
        // What hinders the writer ends the reading too, and is what happened.
        let written = written?;
        read?;
        written.ok_or_else(|| refusal!("fault", detail = "the list did not come to its end"))
    })
}

/// Hands over the rows of an open list, page by page.
fn pages(
    seat: &Seat<'_>,
    reading: &Reading<'_>,
    list: u32,
    items: impl Fn(&CaseRow) -> Vec<Item>,
    hand: &Pages,
) -> Result<()> {
    let lists = seat.office().lists();
    let total = lists.ids(list)?.len();
    let mut masks = Masks::of(seat, reading)?;
    let mut from = 0;
    while from < total {
        let mut page = Vec::with_capacity(PAGE);
        for row in lists.page(reading, list, from, PAGE, seat.day)? {
            let mut items = items(&row);
            if let Some(masks) = &mut masks {
                masks.row(&mut items, row.case_id)?;
            }
            page.push(items);
        }
        if hand.send(Some(page)).is_err() {
            return Ok(());
        }
        from += PAGE;
        seat.progress("list_export", from.min(total) as u64, total as u64)?;
    }
    // A writer that has ended says itself why.
    let _ = hand.send(None);
    Ok(())
}

/// Writes any other list into a file, with the same lines above it.
pub fn table_export(seat: &Seat<'_>, ask: TableExport) -> Result<ListExported> {
    seat.need(Right::Export)?;
    seat.log(Action::ListExport, &seat.purpose()?, serde_json::json!({ "file": ask.path, "list": ask.title }))?;
    let heads = ask.columns.iter().map(|column| column.head.clone()).collect();
    let lang = lang_of(ask.lang.as_deref());
    seat.office().read(|reading| {
        let mut writer = begin(seat, reading, &ask.path, lang, (ask.title.clone(), ask.filter_words.clone(), heads))?;
        for row in &ask.rows {
            let items: Vec<Item> =
                ask.columns.iter().zip(row).map(|(column, cell)| cell_item(column.kind, cell)).collect();
            writer.row(&items).map_err(from_write)?;
        }
        finish(writer)
    })
}

fn lang_of(code: Option<&str>) -> Lang {
    if code == Some("en") { Lang::En } else { Lang::Zh }
}

fn query(seat: &Seat<'_>, reading: &Reading<'_>, ask: &ListExport) -> Result<CaseQuery> {
    let mut query = match (&ask.query, &ask.view) {
        (Some(query), _) => query.clone(),
        (None, Some(view)) => lists::view_query(reading, seat.by(), view)?,
        (None, None) => CaseQuery::default(),
    };
    if let Some(line) = &ask.filter {
        query.filters.extend(lists::parse_filter(reading, line)?);
    }
    Ok(query)
}

/// The newest entry, which is that of the export itself, with its digest: who keeps the file can hold the journal against it later.
pub(crate) fn newest_entry(reading: &Reading<'_>) -> Result<Option<(i64, String)>> {
    let newest = "SELECT entry, lower(hex(hash)) FROM journal ORDER BY entry DESC LIMIT 1";
    reading.maybe(newest, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The same in words, for a line of the file.
pub(crate) fn journal_line(reading: &Reading<'_>, lang: Lang) -> Result<Option<String>> {
    let in_words = |(entry, digest): (i64, String)| {
        say(lang, "slip_journal", [("entry", entry.to_string().as_str()), ("hash", digest.as_str())])
    };
    Ok(newest_entry(reading)?.map(in_words))
}

/// Begins a file with what stands above the rows: the office and the title, the filter, who made it and when; the heads.
fn begin(
    seat: &Seat<'_>,
    reading: &Reading<'_>,
    path: &str,
    lang: Lang,
    (title, filter, heads): (String, Option<String>, Vec<String>),
) -> Result<ListWriter> {
    let path = Path::new(path);
    let form = Form::of(path).map_err(from_write)?;
    let office: String = reading.value("SELECT name FROM office", [])?;
    let day = seat.day.to_string();
    let filter = filter.filter(|filter| !filter.is_empty());
    let mut lines: Vec<String> =
        filter.iter().map(|filter| say(lang, "list_export_filter", [("filter", filter.as_str())])).collect();
    let maker = [("name", seat.by().name.as_str()), ("day", day.as_str())];
    lines.push(say(lang, "list_export_maker", maker));
    lines.extend(journal_line(reading, lang)?);
    let list = List {
        sheet: title.clone(),
        title: format!("{office} {title}"),
        lines,
        columns: heads.into_iter().map(|head| write::Column { head, width: None }).collect(),
        foot: say(lang, "list_export_foot", []),
    };
    ListWriter::begin(path, form, &list).map_err(from_write)
}

fn finish(writer: ListWriter) -> Result<ListExported> {
    let written = writer.finish().map_err(from_write)?;
    Ok(ListExported { rows: u32::try_from(written.rows).unwrap_or(u32::MAX) })
}

/// A cell as its column has them: `1,204` is a number there, `2026-03-05` a day.
fn cell_item(kind: CellKind, cell: &str) -> Item {
    let text = || Item::Text(cell.to_owned());
    match kind {
        _ if cell.is_empty() => Item::Empty,
        CellKind::Text => text(),
        CellKind::Number => cell.replace(',', "").parse().map_or_else(|_| text(), Item::Number),
        CellKind::Day => cell.parse::<NaiveDate>().map_or_else(|_| text(), Item::Day),
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
        Column::HandlerId | Column::Staff => text(&row.handler),
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
        Column::LastAct => match act(&row.last_act) {
            Some(act) => named(&act.zh, &act.en),
            None => text(&row.last_act),
        },
        Column::DueState if row.due_state.is_empty() => Item::Empty,
        Column::DueState => text(&say(lang, &format!("due_state_{}", row.due_state), [])),
        Column::Findings | Column::Unchecked => Item::Number(f64::from(row.findings)),
        Column::Overdue => yes_no(row.due_state == "overdue"),
        Column::DueSoon | Column::Waits => Item::Empty,
    }
}

pub(crate) fn from_write(fault: WriteFault) -> Refusal {
    let values = fault.values;
    Refusal { code: fault.code.as_str().to_owned(), at: "path".to_owned(), values }
}
