//! An office's own templates of papers: taken in, looked at for gaps, filled.

use std::sync::LazyLock;

use anjuan_office::papers::{CASE_PAPERS, HEARING_PAPERS, specimen};
use anjuan_papers::{
    docx::{Template, text_of as seen_in},
    fonts::Fonts,
};
use serde_json::{Value, json};

use crate::{parts, sheets::zipped};

/// The values of a paper on a hearing, with a text in each, and those of a paper on a case.
static SPECIMENS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let papers = HEARING_PAPERS.iter().find(|paper| paper.part == "hearing").into_iter().chain(CASE_PAPERS.first());
    papers.map(specimen).collect()
});

pub(crate) fn docx_file(data: &[u8]) {
    let Ok(template) = Template::read(data) else { return };
    let fonts = Fonts::given(&[("仿宋", |c| c < '\u{20000}'), ("宋体", |_| true)]);
    for values in SPECIMENS.iter().chain([&json!({})]) {
        let checked = template.check(values);
        let gaps = template.gaps(values);
        let filled = template.fill(values, &fonts);
        if checked.is_ok() {
            assert!(gaps.is_ok(), "what was taken in is looked through: {gaps:?}");
        }
        if let (Ok(gaps), Ok(filled)) = (&gaps, &filled) {
            assert_eq!(*gaps, filled.gaps, "the gaps told are the gaps there are");
            let seen = seen_in(&filled.docx);
            assert!(seen.is_ok(), "a paper that was made can be opened: {seen:?}");
        }
    }
}

/// The text, then what stands at the head of pages, the faces, and what parts refer to.
pub(crate) fn docx_parts(data: &[u8]) {
    const NAMES: [&str; 4] =
        ["word/document.xml", "word/header1.xml", "word/styles.xml", "word/_rels/document.xml.rels"];
    let given = parts(data);
    let mut packed: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", b"<Types/>")];
    packed.extend(NAMES.into_iter().zip(given));
    docx_file(&zipped(&packed));
}
