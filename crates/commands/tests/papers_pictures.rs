//! Every paper as it comes out of the printer: `.docx` → PDF → picture. The PDF says, character by character, what the document
//! says; the picture has A4 pages whose ink keeps the margins and stands where it stood.
//!
//! Where the machine has no LibreOffice or no poppler these tests say so. The maps of the pictures belong to the faces they
//! were made with; with others only the measures of the page are tested. `ANJUAN_PICTURES=write` makes the maps anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;
mod paper;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use anjuan_office::papers::{CASE_PAPERS, HEARING_PAPERS};
use anjuan_papers::{docx::text_of, fonts::Fonts, pdf::Converter};
use serde_json::json;

/// Dots an inch of the pictures: 25.4 make a dot a millimetre.
const DOTS: &str = "25.4";
/// A4 in millimetres.
const PAGE: (usize, usize) = (210, 297);
/// Where the text stands by GB/T 9704: the margins at the left and at the top, in millimetres.
const MARGINS: (usize, usize) = (28, 37);
/// The same of the case on one page, which has to hold much.
const NARROW: (usize, usize) = (22, 20);
/// A cell of the map of a page, in millimetres.
const CELL: (usize, usize) = (7, 9);
/// So many cells of a hundred may look otherwise by more than one shade.
const OTHERWISE: usize = 2;

/// Whether what these tests need is installed; says so where it is not.
fn converter() -> Option<Converter> {
    let poppler =
        Command::new("pdftoppm").arg("-v").output().is_ok() && Command::new("pdftotext").arg("-v").output().is_ok();
    let found = Converter::find().filter(|_| poppler);
    if found.is_none() {
        println!("no LibreOffice or no poppler here: the pictures of papers are not tested");
    }
    found
}

/// One page as grey dots, a dot a millimetre or finer.
#[derive(PartialEq)]
struct Picture {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

impl Picture {
    /// Reads a plain grey map (P5).
    fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let mut at = 0;
        let mut word = || {
            let from = at;
            while !bytes[at].is_ascii_whitespace() {
                at += 1;
            }
            at += 1;
            std::str::from_utf8(&bytes[from..at - 1]).unwrap().to_owned()
        };
        assert_eq!(word(), "P5");
        let (width, height) = (word().parse().unwrap(), word().parse().unwrap());
        assert_eq!(word(), "255");
        Self { width, height, dots: bytes[at..].to_vec() }
    }

    fn ink(&self, x: usize, y: usize) -> u32 {
        255 - u32::from(self.dots[y * self.width + x])
    }

    /// The box around all ink: left, top, right, bottom.
    fn inked(&self) -> Option<(usize, usize, usize, usize)> {
        let mut found: Option<(usize, usize, usize, usize)> = None;
        for y in 0..self.height {
            for x in (0..self.width).filter(|x| self.ink(*x, y) > 40) {
                let (left, top, right, _) = found.unwrap_or((x, y, x, y));
                found = Some((left.min(x), top, right.max(x), y));
            }
        }
        found
    }

    /// The page in shades, a sign a cell.
    fn map(&self) -> String {
        let mut map = String::new();
        for top in (0..self.height).step_by(CELL.1) {
            for left in (0..self.width).step_by(CELL.0) {
                let ys = top..(top + CELL.1).min(self.height);
                let dots = ys.flat_map(|y| (left..(left + CELL.0).min(self.width)).map(move |x| (x, y)));
                let (ink, count) = dots.fold((0, 0), |(ink, count), (x, y)| (ink + self.ink(x, y), count + 1));
                map.push(match ink / count.max(1) {
                    0..=3 => ' ',
                    4..=30 => '.',
                    31..=75 => ':',
                    _ => '#',
                });
            }
            map = map.trim_end_matches(' ').to_owned();
            map.push('\n');
        }
        map
    }
}

/// The pages of a PDF.
fn pages(pdf: &Path, dots: &str) -> Vec<Picture> {
    let root = pdf.with_extension("");
    let done = Command::new("pdftoppm").args(["-gray", "-r", dots]).arg(pdf).arg(&root).status().unwrap();
    assert!(done.success());
    let stem = root.file_name().unwrap().to_str().unwrap().to_owned();
    let mut found: Vec<PathBuf> = std::fs::read_dir(pdf.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pgm"))
        .filter(|path| path.file_name().unwrap().to_str().unwrap().rsplit_once('-').unwrap().0 == stem)
        .collect();
    found.sort();
    found.iter().map(|path| Picture::read(path)).collect()
}

/// How often each character stands in a text, white space and the marks between cells left out.
fn characters(text: &str) -> BTreeMap<char, usize> {
    let mut count = BTreeMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace() && !"|/\u{AD}".contains(*c)) {
        *count.entry(c).or_insert(0) += 1;
    }
    count
}

/// The words of a PDF without the numbers of its pages.
fn words(pdf: &Path, pages: usize) -> String {
    let out = Command::new("pdftotext").arg(pdf).arg("-").output().unwrap();
    let mut text: String = String::from_utf8(out.stdout).unwrap().chars().filter(|c| !c.is_whitespace()).collect();
    for page in 1..=pages {
        text = text.replacen(&format!("—{page}—"), "", 1);
    }
    text
}

/// The faces that stand in for those of the templates, on this machine.
fn faces() -> String {
    let names = ["仿宋", "方正小标宋简体", "黑体", "楷体", "宋体"];
    names.map(|name| format!("{name}={}", Fonts::installed().settle(name))).join(" ")
}

fn golden(paper: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(format!("{paper}.txt"))
}

/// Compares the map of a paper with the one kept.
fn stands_where_it_stood(paper: &str, pictures: &[Picture]) {
    let mut now = format!("{}\n", faces());
    for (at, picture) in pictures.iter().enumerate() {
        let _ = writeln!(now, "-- {}", at + 1);
        now.push_str(&picture.map());
    }
    let path = golden(paper);
    if std::env::var_os("ANJUAN_PICTURES").is_some_and(|wish| wish == "write") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, now).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{paper} has no map; make it with ANJUAN_PICTURES=write"));
    if kept.lines().next() != now.lines().next() {
        println!("{paper}: other faces are installed here than its map was made with; only its measures are tested");
        return;
    }
    let of_pages = |text: &str| text.lines().filter(|line| line.starts_with("--")).count();
    assert_eq!(of_pages(&now), of_pages(&kept), "{paper} has another number of pages:\n{now}");
    let shade = |line: Option<&str>, at: usize| {
        line.and_then(|line| line.chars().nth(at)).map_or(0, |sign| " .:#".find(sign).unwrap_or(0))
    };
    let (lines, known): (Vec<&str>, Vec<&str>) = (now.lines().skip(1).collect(), kept.lines().skip(1).collect());
    let cells = PAGE.0 / CELL.0;
    let mut other = 0;
    for row in 0..lines.len().max(known.len()) {
        let pair = (lines.get(row).copied(), known.get(row).copied());
        other += (0..=cells).filter(|at| shade(pair.0, *at).abs_diff(shade(pair.1, *at)) > 1).count();
    }
    let all = cells * lines.len();
    assert!(other * 100 <= all * OTHERWISE, "{paper} looks otherwise in {other} of {all} cells:\n{now}");
}

#[test]
fn every_paper_printed_says_what_it_should_and_keeps_its_page() {
    let Some(_) = converter() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let (desk, case, hearing) = paper::whole();
    let report = paper::undecided();
    let values = json!({ "report.reasons": "嫌疑人另有同类行为正在侦查", "report.decision": "退回补充侦查" });
    report.0.ask("papers_fill", json!({ "hearing": report.2, "values": values }));
    for (desk, ask) in [
        (&desk, json!({ "hearing": hearing })),
        (&desk, json!({ "case": case })),
        (&report.0, json!({ "hearing": report.2, "papers": ["hearing_chief_report"] })),
    ] {
        let mut ask = ask;
        ask["folder"] = json!(folder.path());
        ask["form"] = json!("both");
        let made = desk.ask("papers_make", ask);
        assert_eq!((&made["unshown"], &made["left_out"]), (&json!(""), &json!([])));
        for file in made["files"].as_array().unwrap() {
            let path = Path::new(file["path"].as_str().unwrap());
            if path.extension().is_none_or(|ending| ending != "pdf") {
                continue;
            }
            let paper = file["paper"].as_str().unwrap();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let pictures = pages(path, DOTS);
            let text = text_of(&std::fs::read(path.with_extension("docx")).unwrap()).unwrap();
            let (shown, meant) = (characters(&words(path, pictures.len())), characters(&text));
            for (c, count) in &meant {
                assert_eq!(shown.get(c), Some(count), "{name}: how often {c} stands in the PDF");
            }
            assert_eq!(shown.len(), meant.len(), "{name}: the PDF has what the document has not");
            keeps_its_page(&name, paper, &pictures);
            if kinds.insert(paper.to_owned()) {
                stands_where_it_stood(paper, &pictures);
            }
        }
    }
    let all: BTreeSet<String> = HEARING_PAPERS.iter().chain(CASE_PAPERS).map(|paper| paper.code.to_owned()).collect();
    assert_eq!(kinds, all, "every kind of paper was printed");
}

/// A4, no page without ink, and none of it in the margins.
fn keeps_its_page(name: &str, paper: &str, pictures: &[Picture]) {
    for picture in pictures {
        let (width, height) = (picture.width, picture.height);
        let upright = width.abs_diff(PAGE.0) <= 1 && height.abs_diff(PAGE.1) <= 1;
        let lying = width.abs_diff(PAGE.1) <= 1 && height.abs_diff(PAGE.0) <= 1;
        assert!(upright || lying, "{name} is no A4: {width} by {height}");
        let (left, top, right, bottom) = picture.inked().unwrap_or_else(|| panic!("{name} has an empty page"));
        assert!(left > 5 && top > 5 && right + 5 < width && bottom + 5 < height, "{name} runs off the page");
        if upright && paper != "hearing_seat_cards" {
            let (at_left, at_top) = if paper == "case_sheet" { NARROW } else { MARGINS };
            assert!(
                left + 2 >= at_left && top + 2 >= at_top,
                "{name}: ink at {left} mm from the left, {top} mm from the top"
            );
            assert!(right + 17 <= width, "{name}: ink up to {right} mm");
        }
    }
}

#[test]
fn rare_characters_of_names_are_no_boxes() {
    let Some(converter) = converter() else { return };
    // The last one is nobody's character: what it looks like is a box.
    let nobody = '\u{10FFFD}';
    let characters: Vec<char> = "镕喆堃垚䶮㛃𠮷𫖯𬭎".chars().chain([nobody]).collect();
    let mut unshown = String::new();
    let documents: Vec<Vec<u8>> = characters
        .iter()
        .map(|c| {
            let template =
                anjuan_papers::docx::Template::read(&paper::with_text("hearing_plan", &c.to_string())).unwrap();
            let filled = template.fill(&json!({}), Fonts::installed()).unwrap();
            unshown.push_str(&filled.unshown);
            filled.docx
        })
        .collect();
    assert!(unshown.contains(nobody), "a character that no face has is told");
    let bytes: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
    let made = converter.convert::<anjuan_papers::pdf::PdfFault>(&bytes, || Ok(())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let pictures: Vec<Picture> = made
        .iter()
        .enumerate()
        .map(|(at, pdf)| {
            let path = folder.path().join(format!("p{at:02}.pdf"));
            std::fs::write(&path, pdf).unwrap();
            pages(&path, "100").into_iter().next().unwrap()
        })
        .collect();
    let (boxed, rest) = pictures.split_last().unwrap();
    let mut shown = 0;
    for (at, picture) in rest.iter().enumerate() {
        let c = characters[at];
        if unshown.contains(c) {
            println!("no face here has {c}, and the papers say so");
            continue;
        }
        shown += 1;
        assert!(picture.inked().is_some(), "{c} is not there");
        assert!(picture != boxed, "{c} is a box");
        assert!(rest[..at].iter().all(|other| other != picture), "{c} looks like another");
    }
    assert!(shown >= 3, "{unshown}");
}
