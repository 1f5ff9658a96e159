//! The text form of a shipped template: a line for each paragraph, its first signs saying what it is.
//!
//! `# ` title (`#! ` on a new page) · `#^ ` the office's name above it · `## ` heading · `### ` heading below it · `= ` flush left · `^ ` centred ·
//! `> ` signature at the right · `>> ` number at the right · `~ ` note · `@cards` a document of seat cards · `@dense` much on
//! a page · any other line: text with its first line indented, a line of block tags, or an empty line.
//!
//! `|= 20 58 20 58` begins a table of columns so many millimetres wide; its rows follow as `| cell | cell`, or `|h20| …` for a row
//! at least so high. In a cell `*` makes a heading, `^` centres, `>` sets to the right, `!` makes the name on a seat card, `?` a
//! long one and `+` the role under it, `<3>` before them spans columns, and ` // ` begins a new paragraph.

/// A document.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// How the page is used.
    pub page: Page,
    pub blocks: Vec<Block>,
}

/// How the page is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// As official papers are.
    #[default]
    Paper,
    /// Narrow margins and small cells, for much on one page.
    Dense,
    /// Seat cards: they fill the sheet, and have no page number.
    Cards,
}

#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table { widths: Vec<u32>, rows: Vec<Row> },
}

#[derive(Debug)]
pub(super) struct Paragraph {
    pub style: &'static str,
    pub new_page: bool,
    pub text: String,
}

#[derive(Debug)]
pub(super) struct Row {
    /// Millimetres.
    pub height: Option<u32>,
    pub cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    pub span: usize,
    /// Each with its style.
    pub paragraphs: Vec<(&'static str, String)>,
}

const PARAGRAPHS: &[(&str, &str, bool)] = &[
    ("#! ", "Title", true),
    ("#^ ", "OfficeName", false),
    ("# ", "Title", false),
    ("### ", "Heading2", false),
    ("## ", "Heading1", false),
    (">> ", "Number", false),
    ("> ", "Signature", false),
    ("= ", "Flush", false),
    ("^ ", "Centred", false),
    ("~ ", "Note", false),
];

const CELLS: &[(char, &str)] =
    &[('*', "CellHead"), ('^', "CellCentred"), ('!', "Card"), ('?', "CardLong"), ('+', "CardRole"), ('>', "CellRight")];

/// Reads a template's text.
pub(super) fn read(text: &str) -> Document {
    let mut document = Document::default();
    for line in text.lines() {
        if line == "@cards" {
            document.page = Page::Cards;
        } else if line == "@dense" {
            document.page = Page::Dense;
        } else if let Some(widths) = line.strip_prefix("|=") {
            let widths = widths.split_whitespace().filter_map(|width| width.parse().ok()).collect();
            document.blocks.push(Block::Table { widths, rows: Vec::new() });
        } else if let Some(row) = line.strip_prefix('|') {
            if let Some(Block::Table { rows, .. }) = document.blocks.last_mut() {
                rows.push(row_of(row));
            }
        } else {
            document.blocks.push(Block::Paragraph(paragraph_of(line)));
        }
    }
    document
}

fn paragraph_of(line: &str) -> Paragraph {
    for (sign, style, new_page) in PARAGRAPHS {
        if line == sign.trim_end() {
            return Paragraph { style, new_page: *new_page, text: String::new() };
        }
        if let Some(text) = line.strip_prefix(sign) {
            return Paragraph { style, new_page: *new_page, text: text.to_owned() };
        }
    }
    Paragraph { style: "Text", new_page: false, text: line.to_owned() }
}

fn row_of(line: &str) -> Row {
    let high = line.strip_prefix('h').and_then(|rest| rest.split_once('|'));
    let high = high.and_then(|(height, rest)| Some((height.parse().ok()?, rest)));
    let (height, rest) = high.map_or((None, line), |(height, rest)| (Some(height), rest));
    Row { height, cells: rest.split(" | ").map(|cell| cell_of(cell.trim_matches(' '))).collect() }
}

fn cell_of(cell: &str) -> Cell {
    let spanned = cell.strip_prefix('<').and_then(|rest| rest.split_once('>'));
    let spanned = spanned.and_then(|(span, rest)| Some((span.parse().ok()?, rest)));
    let (span, rest) = spanned.unwrap_or((1, cell));
    let rest = format!(" {rest} ");
    Cell { span, paragraphs: rest.split(" // ").map(|text| signed(text.trim_matches(' '))).collect() }
}

fn signed(text: &str) -> (&'static str, String) {
    let signed = CELLS.iter().find_map(|(sign, style)| Some((*style, text.strip_prefix(*sign)?)));
    let (style, text) = signed.unwrap_or(("Cell", text));
    (style, text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_its_first_signs_say() {
        let document = read("# 题\n文字\n|= 20 30\n|h20| *头 | <3> ^甲 // 乙\n| {% endfor %}\n> 落款");
        assert_eq!(document.blocks.len(), 4);
        let Block::Table { widths, rows } = &document.blocks[2] else { panic!() };
        assert_eq!((widths.as_slice(), rows.len(), rows[0].height), (&[20, 30][..], 2, Some(20)));
        let cell = &rows[0].cells[1];
        assert_eq!((cell.span, cell.paragraphs.len()), (3, 2));
        assert_eq!(cell.paragraphs[0], ("CellCentred", "甲".to_owned()));
    }
}
