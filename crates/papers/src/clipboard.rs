//! The block of cells that spreadsheets exchange over the clipboard: tabs between columns, a line end
//! after each row, quotation marks around a cell that holds either.

/// So many cells are taken from the clipboard at most.
const MOST_CELLS: usize = 1_000_000;

/// The rows of a pasted block, each filled up to the widest; `None` when it has more than a million
/// cells. Empty text gives no rows.
///
/// A quotation mark in the middle of a cell is an ordinary character, as spreadsheets have it.
pub fn parse(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.trim_start_matches('\u{FEFF}').trim_end_matches('\0');
    let mut block = Block { at_start: true, ..Block::default() };
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if block.at_start => block.open(),
            '"' if block.quoted && rest.peek() == Some(&'"') => {
                rest.next();
                block.cell.push('"');
            }
            '"' if block.quoted => block.quoted = false,
            _ if block.quoted => block.cell.push(c),
            '\t' => block.end_cell()?,
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\r' => block.end_row()?,
            _ => block.plain(c),
        }
    }
    block.finish(text)
}

#[derive(Default)]
struct Block {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
    at_start: bool,
    quoted: bool,
    was_opened: bool,
    begun: bool,
    cells: usize,
}

impl Block {
    fn open(&mut self) {
        self.quoted = true;
        self.was_opened = true;
        self.at_start = false;
    }

    fn plain(&mut self, c: char) {
        self.at_start = false;
        self.begun = true;
        self.cell.push(c);
    }

    fn end_cell(&mut self) -> Option<()> {
        self.cells += 1;
        self.row.push(std::mem::take(&mut self.cell));
        self.at_start = true;
        self.begun = true;
        self.was_opened = false;
        (self.cells <= MOST_CELLS).then_some(())
    }

    fn end_row(&mut self) -> Option<()> {
        self.end_cell()?;
        self.rows.push(std::mem::take(&mut self.row));
        self.begun = false;
        Some(())
    }

    fn finish(mut self, text: &str) -> Option<Vec<Vec<String>>> {
        if self.quoted {
            // The mark that opened the cell was never closed, so it was an ordinary character.
            return parse_without_marks(text);
        }
        if self.begun || self.was_opened || !self.row.is_empty() {
            self.end_row()?;
        }
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        if self.rows.len().saturating_mul(width) > MOST_CELLS {
            return None;
        }
        for row in &mut self.rows {
            row.resize(width, String::new());
        }
        Some(self.rows)
    }
}

fn parse_without_marks(text: &str) -> Option<Vec<Vec<String>>> {
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
    let rows: Vec<Vec<String>> =
        lines.map(|line| line.trim_end_matches('\r').split('\t').map(str::to_owned).collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if rows.len().saturating_mul(width) > MOST_CELLS {
        return None;
    }
    Some(
        rows.into_iter()
            .map(|mut row: Vec<String>| {
                row.resize(width, String::new());
                row
            })
            .collect(),
    )
}

/// A block for the clipboard. A text that looks like a formula goes guarded by an apostrophe, which
/// spreadsheets take as "this is text" and do not show.
pub fn make<R, C>(rows: R) -> String
where
    R: IntoIterator,
    R::Item: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            put(cell.as_ref(), &mut text);
        }
        text.push_str("\r\n");
    }
    text
}

fn put(cell: &str, into: &mut String) {
    let cell = crate::write::guard(cell);
    if !cell.contains(['\t', '\n', '\r', '"']) {
        into.push_str(&cell);
        return;
    }
    into.push('"');
    into.push_str(&cell.replace('"', "\"\""));
    into.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::unguard;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        parse(text).unwrap()
    }

    #[test]
    fn a_block_from_a_spreadsheet_keeps_its_lines_within_cells() {
        assert_eq!(
            rows("案号\t嫌疑人\r\n1\t\"张某\n李某\"\r\n\t\"他说\"\"不\"\"\"\r\n"),
            [["案号", "嫌疑人"], ["1", "张某\n李某"], ["", "他说\"不\""]]
        );
    }

    #[test]
    fn uneven_rows_are_filled_and_empty_ones_kept() {
        assert_eq!(rows("a\nb\tc\n\nd"), [["a", ""], ["b", "c"], ["", ""], ["d", ""]]);
        assert_eq!(rows("a\t"), [["a", ""]]);
        assert_eq!(rows(""), Vec::<Vec<String>>::new());
        assert_eq!(rows("\"\""), [[""]]);
    }

    #[test]
    fn a_lonely_quotation_mark_is_a_character() {
        assert_eq!(rows("3\" 管\tb"), [["3\" 管", "b"]]);
        assert_eq!(rows("\"未完\tb\nc\td\n"), [["\"未完", "b"], ["c", "d"]]);
    }

    #[test]
    fn a_block_too_large_for_anybody_to_mean_is_not_taken() {
        assert_eq!(parse(&"\t".repeat(MOST_CELLS + 1)), None);
        let uneven = format!("{}\n{}", "\t".repeat(2000), "\n".repeat(2000));
        assert_eq!(parse(&uneven), None);
    }

    proptest! {
        #[test]
        fn what_we_make_we_read(block in prop::collection::vec(prop::collection::vec("[a张\"\\t\\n\\r=' ]{0,5}", 3), 1..5)) {
            let back = parse(&make(&block)).unwrap();
            let back: Vec<Vec<&str>> = back.iter().map(|row| row.iter().map(|cell| unguard(cell)).collect()).collect();
            prop_assert_eq!(back, block);
        }

        #[test]
        fn nothing_pasted_panics(text in "[a\"\\t\\n\\r\u{0}]{0,40}") {
            if let Some(rows) = parse(&text) {
                prop_assert!(rows.windows(2).all(|pair| pair[0].len() == pair[1].len()));
            }
        }
    }
}
