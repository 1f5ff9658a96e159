//! Page, styles and faces of the shipped templates, by the numbers of GB/T 9704-2012.

use super::{
    build::{holding, run, twips, word},
    lines::Page,
};
use crate::docx::Element;

const FANGSONG: &str = "仿宋";
const TITLE_SONG: &str = "方正小标宋简体";
const HEI: &str = "黑体";
const KAI: &str = "楷体";
const SONG: &str = "宋体";

/// Half points.
const SIZE_2: &str = "44";
const SIZE_3: &str = "32";
const SIZE_4: &str = "28";
const SIZE_SMALL_4: &str = "24";
const SIZE_5: &str = "21";
/// 22 lines on 225 mm: 28.95 pt each, in twentieths of a point.
const LINE: &str = "579";
/// 28 characters of 16 pt on 156 mm: a quarter of a point less for each, in twentieths.
const TIGHT: &str = "-5";

/// A paragraph style.
#[derive(Clone, Copy)]
struct Style {
    id: &'static str,
    name: &'static str,
    face: &'static str,
    size: &'static str,
    /// Alignment.
    side: &'static str,
    /// Line height in twentieths of a point; with a `+` at least so much.
    line: &'static str,
    /// Indents: of the first line and from the right, in hundredths of a character.
    first: &'static str,
    right: &'static str,
    /// Space before and after, in twentieths of a point.
    around: (&'static str, &'static str),
    with_next: bool,
}

const PLAIN: Style = Style {
    id: "Text",
    name: "公文正文",
    face: FANGSONG,
    size: SIZE_3,
    side: "both",
    line: LINE,
    first: "200",
    right: "0",
    around: ("0", "0"),
    with_next: false,
};

const CELL: Style = Style {
    id: "Cell",
    name: "表格文字",
    size: SIZE_4,
    side: "left",
    line: "+440",
    first: "0",
    around: ("40", "40"),
    ..PLAIN
};

const STYLES: &[Style] = &[
    PLAIN,
    Style {
        id: "Title",
        name: "公文标题",
        face: TITLE_SONG,
        size: SIZE_2,
        side: "center",
        line: "+660",
        first: "0",
        around: ("0", "300"),
        with_next: true,
        ..PLAIN
    },
    Style {
        id: "OfficeName",
        name: "机关名称",
        face: TITLE_SONG,
        size: SIZE_2,
        side: "center",
        line: "+660",
        first: "0",
        with_next: true,
        ..PLAIN
    },
    Style { id: "Heading1", name: "一级标题", face: HEI, with_next: true, ..PLAIN },
    Style { id: "Heading2", name: "二级标题", face: KAI, with_next: true, ..PLAIN },
    Style { id: "Flush", name: "顶格文字", first: "0", ..PLAIN },
    Style { id: "Centred", name: "居中文字", side: "center", first: "0", ..PLAIN },
    Style { id: "Signature", name: "落款", side: "right", first: "0", right: "400", with_next: true, ..PLAIN },
    Style { id: "Number", name: "文书编号", side: "right", first: "0", ..PLAIN },
    Style { id: "Note", name: "说明文字", face: KAI, size: SIZE_SMALL_4, line: "+400", first: "0", ..PLAIN },
    CELL,
    Style { id: "CellHead", name: "表格标目", face: HEI, side: "center", ..CELL },
    Style { id: "ColumnHead", name: "表格栏目", face: HEI, side: "center", with_next: true, ..CELL },
    Style { id: "CellCentred", name: "表格居中文字", side: "center", ..CELL },
    Style { id: "CellRight", name: "表格右齐文字", side: "right", ..CELL },
    Style {
        id: "CardRole",
        name: "席卡身份",
        face: KAI,
        size: "64",
        side: "center",
        line: "+800",
        around: ("240", "0"),
        ..CELL
    },
    Style {
        id: "Card",
        name: "席卡",
        face: HEI,
        size: "192",
        side: "center",
        line: "+1900",
        around: ("0", "0"),
        ..CELL
    },
    Style {
        id: "CardLong",
        name: "席卡长名",
        face: HEI,
        size: "96",
        side: "center",
        line: "+1200",
        around: ("0", "0"),
        ..CELL
    },
    Style { id: "Footer", name: "页码", face: SONG, size: SIZE_4, side: "both", line: "+280", first: "0", ..PLAIN },
];

fn style(style: &Style, page: Page) -> Element {
    let dense = page == Page::Dense && style.size != SIZE_2;
    let style = &if dense { Style { size: SIZE_5, line: "+300", around: ("20", "20"), ..*style } } else { *style };
    let (rule, line) = match style.line.strip_prefix('+') {
        Some(line) => ("atLeast", line),
        None => ("exact", style.line),
    };
    let (before, after) = style.around;
    // Word takes the indent in characters, others the one in twentieths of a point.
    let points = |hundredths: &str| {
        let characters: u32 = hundredths.parse().unwrap_or_default();
        let size: u32 = style.size.parse().unwrap_or_default();
        (characters * size / 10).to_string()
    };
    let paragraph = holding(
        word("pPr", &[]),
        style.with_next.then(|| word("keepNext", &[])).into_iter().chain([
            word("spacing", &[("before", before), ("after", after), ("line", line), ("lineRule", rule)]),
            word(
                "ind",
                &[
                    ("rightChars", style.right),
                    ("right", &points(style.right)),
                    ("firstLineChars", style.first),
                    ("firstLine", &points(style.first)),
                ],
            ),
            word("jc", &[("val", style.side)]),
        ]),
    );
    holding(
        word("style", &[("type", "paragraph"), ("customStyle", "1"), ("styleId", style.id)]),
        [
            word("name", &[("val", style.name)]),
            word("basedOn", &[("val", "Normal")]),
            word("qFormat", &[]),
            paragraph,
            face(style.face, style.size),
        ],
    )
}

fn face(face: &str, size: &str) -> Element {
    let tight = (size == SIZE_3).then(|| word("spacing", &[("val", TIGHT)]));
    let faces = word("rFonts", &[("ascii", face), ("hAnsi", face), ("eastAsia", face), ("cs", face)]);
    let sizes = [word("sz", &[("val", size)]), word("szCs", &[("val", size)])];
    holding(word("rPr", &[]), [faces].into_iter().chain(tight).chain(sizes))
}

/// The styles.
pub(super) fn styles(root: Element, page: Page) -> Element {
    let mut usual = face(FANGSONG, SIZE_3);
    usual.children.push(crate::docx::Node::Element(word("lang", &[("val", "en-US"), ("eastAsia", "zh-CN")])));
    let defaults =
        holding(word("docDefaults", &[]), [holding(word("rPrDefault", &[]), [usual]), word("pPrDefault", &[])]);
    let normal = holding(
        word("style", &[("type", "paragraph"), ("default", "1"), ("styleId", "Normal")]),
        [
            word("name", &[("val", "Normal")]),
            word("qFormat", &[]),
            holding(word("pPr", &[]), [word("widowControl", &[("val", "0")])]),
        ],
    );
    holding(root, [defaults, normal].into_iter().chain(STYLES.iter().map(|known| style(known, page))))
}

/// The page: margins 37, 35, 28, 26 mm; seat cards fill the sheet. The 22 lines of 28 characters come from the styles and not
/// from a grid of the page, which each program counts in its own way.
pub(super) fn section(page: Page) -> Element {
    let size = word("pgSz", &[("w", &twips(210)), ("h", &twips(297))]);
    let margins = |top: u32, right: u32, bottom: u32, left: u32, foot: u32| {
        word(
            "pgMar",
            &[
                ("top", &twips(top)),
                ("right", &twips(right)),
                ("bottom", &twips(bottom)),
                ("left", &twips(left)),
                ("header", &twips(15)),
                ("footer", &twips(foot)),
                ("gutter", "0"),
            ],
        )
    };
    let foot = |kind: &str, id: &str| word("footerReference", &[("type", kind)]).with("r:id", id);
    let feet = [foot("default", "rId4"), foot("even", "rId5")];
    match page {
        Page::Paper => holding(word("sectPr", &[]), feet.into_iter().chain([size, margins(37, 26, 35, 28, 23)])),
        Page::Dense => holding(word("sectPr", &[]), feet.into_iter().chain([size, margins(20, 18, 20, 22, 10)])),
        Page::Cards => holding(word("sectPr", &[]), [size, margins(18, 15, 10, 15, 5)]),
    }
}

/// Odd pages right, even pages left; Chinese punctuation may hang out of the line as in print.
pub(super) fn settings() -> Vec<Element> {
    vec![
        word("evenAndOddHeaders", &[]),
        word("characterSpacingControl", &[("val", "compressPunctuation")]),
        holding(
            word("compat", &[]),
            [word(
                "compatSetting",
                &[("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15")],
            )],
        ),
        word("themeFontLang", &[("val", "en-US"), ("eastAsia", "zh-CN")]),
    ]
}

/// Other names of the faces, for programs that know only those.
pub(super) fn font_table() -> Vec<Element> {
    let named = |name: &str, other: &str| {
        holding(
            word("font", &[("name", name)]),
            [word("altName", &[("val", other)]), word("charset", &[("val", "86")])],
        )
    };
    vec![
        named(FANGSONG, "FangSong"),
        named(TITLE_SONG, "FZXiaoBiaoSong-B05S"),
        named(HEI, "SimHei"),
        named(KAI, "KaiTi"),
        named(SONG, "SimSun"),
    ]
}

/// The page number between dashes, one character in from the side.
pub(super) fn page_number(side: &str) -> Element {
    let indent = if side == "right" { ("rightChars", "100") } else { ("leftChars", "100") };
    let points = if side == "right" { ("right", "280") } else { ("left", "280") };
    let look = holding(
        word("pPr", &[]),
        [word("pStyle", &[("val", "Footer")]), word("ind", &[indent, points]), word("jc", &[("val", side)])],
    );
    let field = holding(word("fldSimple", &[("instr", "PAGE")]), run("1"));
    let children = [Some(look), run("— "), Some(field), run(" —")];
    holding(word("p", &[]), children.into_iter().flatten())
}
