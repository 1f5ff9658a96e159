//! A list as a workbook, made row by row: its memory does not grow with its length.

use super::place::Place;
use super::{Item, List, WriteCode, WriteFault};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::io::BufWriter;

/// Rows of a sheet, and UTF-16 units of a cell.
const ROWS: u32 = 1_048_576;
const UNITS: usize = 32_767;
/// Widths in half-width characters.
const NARROWEST: f64 = 6.0;
const WIDEST: f64 = 60.0;
const A4: u8 = 9;

pub(super) struct Writer {
    place: Place,
    book: Workbook,
    formats: Formats,
    widths: Vec<Width>,
    head: u32,
    next: u32,
}

struct Formats {
    text: Format,
    day: Format,
    number: Format,
}

enum Width {
    Set,
    Growing(f64),
}

impl Writer {
    pub fn begin(place: Place, list: &List) -> Result<Writer, WriteFault> {
        let mut book = Workbook::new();
        book.set_tempdir(place.folder()).map_err(fault)?;
        let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
        let head = print_setup(sheet, list).and_then(|()| top(sheet, list)).map_err(fault)?;
        let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
        Ok(Writer {
            place,
            book,
            formats: Formats {
                // The quote prefix keeps a text a text even when somebody edits the cell.
                text: cell().set_num_format("@").set_quote_prefix(),
                day: cell().set_num_format("yyyy-mm-dd"),
                number: cell(),
            },
            widths: list
                .columns
                .iter()
                .map(|column| match column.width {
                    Some(_) => Width::Set,
                    None => Width::Growing(shown_width(&column.head)),
                })
                .collect(),
            head,
            next: head + 1,
        })
    }

    pub fn row(&mut self, items: &[Item]) -> Result<(), WriteFault> {
        let row = self.next;
        if row >= ROWS {
            return Err(WriteFault::new(WriteCode::ListTooLong).with("rows", ROWS));
        }
        let sheet = self.book.worksheet_from_index(0).map_err(fault)?;
        for (at, item) in items.iter().enumerate() {
            let column = u16::try_from(at).unwrap_or(u16::MAX);
            if let Some(Width::Growing(width)) = self.widths.get_mut(at)
                && *width < WIDEST
            {
                *width = width.max(width_of(item).unwrap_or(0.0));
            }
            put(sheet, row, column, item, &self.formats)?;
        }
        self.next += 1;
        Ok(())
    }

    pub fn finish(mut self) -> Result<u64, WriteFault> {
        let file = self.place.file()?;
        let close = |book: &mut Workbook| -> Result<(), XlsxError> {
            let sheet = book.worksheet_from_index(0)?;
            for (width, column) in self.widths.iter().zip(0u16..) {
                if let Width::Growing(width) = width {
                    sheet.set_column_width(column, (width + 2.0).clamp(NARROWEST, WIDEST))?;
                }
            }
            let last = u16::try_from(self.widths.len()).unwrap_or(u16::MAX).saturating_sub(1);
            if self.next > self.head + 1 {
                sheet.autofilter(self.head, 0, self.next - 1, last)?;
            }
            book.save_to_writer(BufWriter::new(file.as_file()))
        };
        close(&mut self.book).map_err(fault)?;
        self.place.put(file)
    }
}

/// A4 landscape, all columns on one page, heads on each.
fn print_setup(sheet: &mut Worksheet, list: &List) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(&list.sheet))?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    let foot = list.foot.replace('&', "&&").replace("{page}", "&P").replace("{pages}", "&N");
    // A foot takes 255 characters; a longer one would be dropped whole.
    sheet.set_footer(foot.chars().take(240).collect::<String>());
    for (column, at) in list.columns.iter().zip(0u16..) {
        if let Some(width) = column.width {
            sheet.set_column_width(at, width.clamp(1.0, 255.0))?;
        }
    }
    Ok(())
}

/// Title, lines and heads; the row of the heads, from 0.
fn top(sheet: &mut Worksheet, list: &List) -> Result<u32, XlsxError> {
    let last = u16::try_from(list.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let title = Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Center).set_quote_prefix();
    let line = Format::new().set_align(FormatAlign::Left).set_quote_prefix();
    let mut row = 0;
    let mut across = |text: &str, format: &Format| -> Result<(), XlsxError> {
        if last > 0 {
            sheet.merge_range(row, 0, row, last, text, format)?;
        } else {
            sheet.write_string_with_format(row, 0, text, format)?;
        }
        row += 1;
        Ok(())
    };
    if !list.title.is_empty() {
        across(&list.title, &title)?;
    }
    for text in &list.lines {
        across(text, &line)?;
    }
    let head = Format::new()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0xEDEFF2))
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_quote_prefix();
    for (column, at) in list.columns.iter().zip(0u16..) {
        sheet.write_string_with_format(row, at, &column.head, &head)?;
    }
    sheet.set_freeze_panes(row + 1, 0)?;
    sheet.set_repeat_rows(row, row)?;
    Ok(row)
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, item: &Item, formats: &Formats) -> Result<(), WriteFault> {
    let done = match item {
        Item::Empty => sheet.write_blank(row, column, &formats.number),
        Item::Text(text) => {
            // A text has no more units than bytes.
            let units = if text.len() > UNITS { text.encode_utf16().count() } else { 0 };
            if units > UNITS {
                return Err(WriteFault::new(WriteCode::ListCellTooLong)
                    .with("row", row + 1)
                    .with("characters", units)
                    .with("allowed", UNITS));
            }
            // Never the generic `write`: only this call leaves every text a text.
            sheet.write_string_with_format(row, column, text, &formats.text)
        }
        Item::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, *number, &formats.number)
        }
        Item::Number(number) => sheet.write_string_with_format(row, column, number.to_string(), &formats.text),
        Item::Day(day) => match serial_of(*day) {
            Some(date) => sheet.write_datetime_with_format(row, column, &date, &formats.day),
            // Workbooks begin in 1900; an earlier day stands as text.
            None => sheet.write_string_with_format(row, column, day.format("%Y-%m-%d").to_string(), &formats.text),
        },
    };
    done.map(|_| ()).map_err(fault)
}

fn serial_of(day: chrono::NaiveDate) -> Option<ExcelDateTime> {
    use chrono::Datelike;
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn width_of(item: &Item) -> Option<f64> {
    match item {
        Item::Empty => None,
        Item::Text(text) => Some(shown_width(text)),
        Item::Number(number) => Some(number.to_string().len() as f64),
        Item::Day(_) => Some(10.0),
    }
}

/// Width of the widest line, a Chinese character counting two.
fn shown_width(text: &str) -> f64 {
    let width = |line: &str| line.chars().take(80).map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
    text.lines().map(width).fold(0.0, f64::max)
}

/// A name a sheet can have: 31 characters, none of `[]:*?/\`, no apostrophe at its ends.
fn sheet_name(wanted: &str) -> String {
    let clean: String = wanted
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { ' ' } else { c })
        .collect();
    let mut name = String::new();
    for c in clean.trim_matches(['\'', ' ']).chars() {
        if name.encode_utf16().count() + c.len_utf16() > 31 {
            break;
        }
        name.push(c);
    }
    let name = name.trim_matches(['\'', ' ']);
    if name.is_empty() { "Sheet1".to_owned() } else { name.to_owned() }
}

fn fault(error: XlsxError) -> WriteFault {
    match error {
        XlsxError::IoError(io) => WriteFault::io(&io),
        XlsxError::TempFileError(_, io) => WriteFault::io(&io),
        other => WriteFault::new(WriteCode::ListNotWritten).with("reason", other),
    }
}
