//! A shipped template as a `.docx`: plain parts, named styles, nothing that runs.

use super::{
    lines::{Block, Cell, Document, Paragraph, Row},
    styles,
};
use crate::docx::{DocxFault, Element, Node, Package, write_plain};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Twentieths of a point in so many millimetres.
pub(super) fn twips(millimetres: u32) -> String {
    (u64::from(millimetres) * 14_400).div_euclid(254).to_string()
}

/// A `w:` element with `w:` attributes.
pub(super) fn word(name: &str, attributes: &[(&str, &str)]) -> Element {
    attributes
        .iter()
        .fold(Element::new(&format!("w:{name}")), |element, (key, value)| element.with(&format!("w:{key}"), value))
}

pub(super) fn holding(element: Element, children: impl IntoIterator<Item = Element>) -> Element {
    element.holding(children.into_iter().map(Node::Element))
}

/// The style of headings in cells.
const HEAD: &str = "CellHead";

fn root(name: &str) -> Element {
    Element::new(&format!("w:{name}")).with("xmlns:w", WORD).with("xmlns:r", LINKS)
}

/// Packs a template.
pub(super) fn document(document: &Document) -> Result<Vec<u8>, DocxFault> {
    let mut package = Package::default();
    let mut put = |name: &str, root: &Element| package.put(name, write_plain(root).into_bytes());
    put("[Content_Types].xml", &content_types());
    put("_rels/.rels", &links(&[("officeDocument", "word/document.xml")]));
    put(
        "word/_rels/document.xml.rels",
        &links(&[
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("footer", "footer1.xml"),
            ("footer", "footer2.xml"),
        ]),
    );
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph_element(paragraph),
        Block::Table { widths, rows } => table(widths, rows),
    });
    let section = styles::section(document.page);
    put("word/document.xml", &holding(root("document"), [holding(word("body", &[]), blocks.chain([section]))]));
    put("word/styles.xml", &styles::styles(root("styles"), document.page));
    put("word/settings.xml", &holding(root("settings"), styles::settings()));
    put("word/fontTable.xml", &holding(root("fonts"), styles::font_table()));
    put("word/footer1.xml", &holding(root("ftr"), [styles::page_number("right")]));
    put("word/footer2.xml", &holding(root("ftr"), [styles::page_number("left")]));
    package.write()
}

fn content_types() -> Element {
    let default =
        |ending: &str, kind: &str| Element::new("Default").with("Extension", ending).with("ContentType", kind);
    let part = |name: &str, kind: &str| {
        Element::new("Override")
            .with("PartName", &format!("/word/{name}.xml"))
            .with("ContentType", &format!("{WORD_TYPE}.{kind}+xml"))
    };
    holding(
        Element::new("Types").with("xmlns", TYPES),
        [
            default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            default("xml", "application/xml"),
            part("document", "document.main"),
            part("styles", "styles"),
            part("settings", "settings"),
            part("fontTable", "fontTable"),
            part("footer1", "footer"),
            part("footer2", "footer"),
        ],
    )
}

fn links(targets: &[(&str, &str)]) -> Element {
    let link = |(at, (kind, target)): (usize, &(&str, &str))| {
        Element::new("Relationship")
            .with("Id", &format!("rId{}", at + 1))
            .with("Type", &format!("{LINKS}/{kind}"))
            .with("Target", target)
    };
    holding(Element::new("Relationships").with("xmlns", PACKAGE_LINKS), targets.iter().enumerate().map(link))
}

fn paragraph_element(paragraph: &Paragraph) -> Element {
    let style = word("pStyle", &[("val", paragraph.style)]);
    let new_page = paragraph.new_page.then(|| word("pageBreakBefore", &[]));
    let look = holding(word("pPr", &[]), [Some(style), new_page].into_iter().flatten());
    holding(word("p", &[]), [Some(look), run(&paragraph.text)].into_iter().flatten())
}

/// A run whose punctuation takes the width of East Asian characters.
pub(super) fn run(text: &str) -> Option<Element> {
    let look = holding(word("rPr", &[]), [word("rFonts", &[("hint", "eastAsia")])]);
    let text_element = word("t", &[]).with("xml:space", "preserve").holding([Node::Text(text.to_owned())]);
    (!text.is_empty()).then(|| holding(word("r", &[]), [look, text_element]))
}

fn table(widths: &[u32], rows: &[Row]) -> Element {
    let total: u32 = widths.iter().sum();
    let side = |name: &str| word(name, &[("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")]);
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side);
    let margin = |name: &str| word(name, &[("w", "85"), ("type", "dxa")]);
    let look = holding(
        word("tblPr", &[]),
        [
            word("tblW", &[("w", &twips(total)), ("type", "dxa")]),
            word("jc", &[("val", "center")]),
            holding(word("tblBorders", &[]), borders),
            word("tblLayout", &[("type", "fixed")]),
            holding(word("tblCellMar", &[]), [margin("left"), margin("right")]),
        ],
    );
    let columns = widths.iter().map(|width| word("gridCol", &[("w", &twips(*width))]));
    let grid = holding(word("tblGrid", &[]), columns);
    holding(word("tbl", &[]), [look, grid].into_iter().chain(rows.iter().map(|row| row_element(widths, row))))
}

fn row_element(widths: &[u32], row: &Row) -> Element {
    let height = row.height.map(|height| word("trHeight", &[("val", &twips(height)), ("hRule", "atLeast")]));
    // A row that leaves room for a hand stays on one page; one that holds a long text may go over two.
    let whole = height.is_some().then(|| word("cantSplit", &[]));
    let is_head =
        row.cells.len() > 2 && row.cells.iter().all(|cell| cell.paragraphs.iter().all(|(style, _)| *style == HEAD));
    let head = is_head.then(|| word("tblHeader", &[]));
    let look = holding(word("trPr", &[]), whole.into_iter().chain(height).chain(head));
    let mut at = 0;
    let mut cells = Vec::new();
    for cell in &row.cells {
        let span = if row.cells.len() == 1 { widths.len() } else { cell.span };
        let width = widths.iter().skip(at).take(span).sum();
        at += span;
        cells.push(cell_element(cell, span, width, is_head));
    }
    holding(word("tr", &[]), [look].into_iter().chain(cells))
}

fn cell_element(cell: &Cell, span: usize, width: u32, is_head: bool) -> Element {
    let span = (span > 1).then(|| word("gridSpan", &[("val", &span.to_string())]));
    let width = word("tcW", &[("w", &twips(width)), ("type", "dxa")]);
    let middle = word("vAlign", &[("val", "center")]);
    let look = holding(word("tcPr", &[]), [width].into_iter().chain(span).chain([middle]));
    let paragraphs = cell.paragraphs.iter().map(|(style, text)| {
        // The heads of columns stand over their rows, on each page.
        let style = if is_head { "ColumnHead" } else { style };
        paragraph_element(&Paragraph { style, new_page: false, text: text.clone() })
    });
    holding(word("tc", &[]), [look].into_iter().chain(paragraphs))
}
