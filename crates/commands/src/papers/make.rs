//! Making papers: filled in memory, recorded, then put down as files.

use std::path::Path;

use anjuan_office::{
    Action, Result, Right,
    accounts::reach_case,
    papers::{self, Copy, Made, Paper},
    refusal,
};
use anjuan_papers::{
    docx::Filled,
    fonts::Fonts,
    pdf::{Converter, PdfCode},
    write,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Of, PapersAsk, Stopped, from_docx, name_of, template_of};
use crate::{Seat, exports::from_write, walls::Asked};

/// Papers to make.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(default, deny_unknown_fields)]
pub struct PapersMake {
    /// Of this hearing.
    pub hearing: Option<anjuan_office::HearingId>,
    /// Of this case.
    pub case: Option<anjuan_office::CaseId>,
    /// Which (words: `paper_<code>`); absent or empty: all that lack nothing.
    pub papers: Option<Vec<String>>,
    /// For whom only (`participant:12`); absent or empty: everybody.
    pub about: Option<Vec<String>>,
    /// The folder they go to.
    pub folder: String,
    /// `docx` (when absent), `pdf`, or `both`.
    pub form: Option<String>,
}

/// Papers that were made.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PapersMade {
    /// The files.
    pub files: Vec<PaperFile>,
    /// Papers left out because they lack something, where all were asked for.
    pub left_out: Vec<String>,
    /// Characters that no face installed on this machine can show.
    pub unshown: String,
}

/// A paper as a file.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PaperFile {
    /// Which paper (words: `paper_<code>`).
    pub paper: String,
    /// For whom; empty where there is one for all.
    pub name: String,
    /// Where it is.
    pub path: String,
}

/// A copy with its document.
struct Ready {
    copy: Copy,
    filled: Filled,
    pdf: Option<Vec<u8>>,
}

/// Makes papers. Refuses before anything is written where one that was asked for lacks a value.
pub fn papers_make(seat: &Seat<'_>, ask: PapersMake) -> Result<PapersMade> {
    let (docx, pdf) = forms(ask.form.as_deref().unwrap_or("docx"))?;
    let folder = Path::new(&ask.folder);
    if ask.folder.is_empty() || !folder.is_dir() {
        return Err(refusal!("paper_folder_missing", folder = ask.folder).at("folder"));
    }
    // The handler's papers are daily work, and each is an entry. Those of a case that one does not work on leave the record like
    // any list does: with the passphrase and a purpose.
    let purpose = if seat.read(|reading| works_on(seat, reading, &ask))? { String::new() } else { seat.purpose()? };
    let converter = if pdf { Some(Converter::find().ok_or_else(no_converter)?) } else { None };
    let mut left_out = Vec::new();
    let (of, mut ready) = seat.read(|reading| fill(seat, reading, &ask, &mut left_out))?;
    if ready.is_empty() && left_out.is_empty() {
        return Err(refusal!("paper_for_nobody").at("papers"));
    }
    if let Some(converter) = converter {
        let documents: Vec<&[u8]> = ready.iter().map(|one| one.filled.docx.as_slice()).collect();
        let total = documents.len() as u64;
        let go_on = || seat.progress("papers_make", 0, total).map_err(Stopped);
        let made = converter.convert(&documents, go_on).map_err(|Stopped(refusal)| refusal)?;
        ready.iter_mut().zip(made).for_each(|(one, pdf)| one.pdf = Some(pdf));
    }
    record(seat, &of, &ready, docx, &purpose)?;
    let mut files = Vec::new();
    let mut put = |copy: &Copy, ending: &str, bytes: &[u8]| -> Result<()> {
        let name = [name_of(copy.paper), copy.name.clone()].into_iter().filter(|part| !part.is_empty());
        let name = name.collect::<Vec<_>>().join(" ");
        let path = write::put_new(folder, &name, ending, bytes).map_err(from_write)?;
        files.push(PaperFile {
            paper: copy.paper.code.to_owned(),
            name: copy.name.clone(),
            path: path.to_string_lossy().into_owned(),
        });
        Ok(())
    };
    for one in &ready {
        if docx {
            put(&one.copy, "docx", &one.filled.docx)?;
        }
        if let Some(pdf) = &one.pdf {
            put(&one.copy, "pdf", pdf)?;
        }
    }
    let mut unshown: Vec<char> = ready.iter().flat_map(|one| one.filled.unshown.chars()).collect();
    unshown.sort_unstable();
    unshown.dedup();
    Ok(PapersMade { files, left_out, unshown: unshown.into_iter().collect() })
}

fn works_on(seat: &Seat<'_>, reading: &anjuan_office::Reading<'_>, ask: &PapersMake) -> Result<bool> {
    let case = Asked::about(ask.case, ask.hearing).case(reading)?;
    // Where there is none the filling says so.
    Ok(case.is_none_or(|case| reach_case(reading, seat.by(), Right::Hear, case).is_ok()))
}

fn forms(form: &str) -> Result<(bool, bool)> {
    match form {
        "docx" => Ok((true, false)),
        "pdf" => Ok((false, true)),
        "both" => Ok((true, true)),
        other => Err(refusal!("choice_unknown", value = other).at("form")),
    }
}

fn no_converter() -> anjuan_office::Refusal {
    anjuan_office::Refusal::new(PdfCode::PdfConverterMissing.as_str()).at("form")
}

/// Fills what was asked for.
fn fill(
    seat: &Seat<'_>,
    reading: &anjuan_office::Reading<'_>,
    ask: &PapersMake,
    left_out: &mut Vec<String>,
) -> Result<(Of, Vec<Ready>)> {
    let of = Of::read(reading, PapersAsk { hearing: ask.hearing, case: ask.case })?;
    let asked = ask.papers.clone().unwrap_or_default();
    let only = ask.about.clone().unwrap_or_default();
    let named: Vec<&'static Paper> = asked
        .iter()
        .map(|code| {
            let known = of.all().iter().find(|paper| paper.code == code);
            known.ok_or_else(|| refusal!("paper_unknown", paper = code).at("papers"))
        })
        .collect::<Result<_>>()?;
    let all = named.is_empty();
    let chosen = if all { of.all().iter().collect() } else { named };
    let mut ready = Vec::new();
    for paper in chosen {
        match of.not(paper) {
            "" => {}
            _ if all => continue,
            why => return Err(not_for_it(paper, why)),
        }
        let template = template_of(reading, paper)?;
        let before = ready.len();
        for copy in of.copies(seat, reading, paper)? {
            if !only.is_empty() && !only.contains(&copy.about) {
                continue;
            }
            let filled = template.fill(&copy.values, Fonts::installed()).map_err(from_docx)?;
            if filled.gaps.is_empty() {
                ready.push(Ready { copy, filled, pdf: None });
            } else if all {
                ready.truncate(before);
                left_out.push(paper.code.to_owned());
                break;
            } else {
                return Err(lacking(seat, reading, ask, &copy, &filled.gaps)?);
            }
        }
    }
    Ok((of, ready))
}

fn not_for_it(paper: &Paper, why: &str) -> anjuan_office::Refusal {
    let name = name_of(paper);
    match why {
        "public" => refusal!("paper_not_public", paper = name).at("papers"),
        "followed" => refusal!("paper_not_followed", paper = name).at("papers"),
        _ => refusal!("paper_not_assigned", paper = name).at("papers"),
    }
}

/// The refusal that names what is missing, for the person and for whoever asks on with `papers_ready`.
fn lacking(
    seat: &Seat<'_>,
    reading: &anjuan_office::Reading<'_>,
    ask: &PapersMake,
    copy: &Copy,
    paths: &[String],
) -> Result<anjuan_office::Refusal> {
    let gaps = papers::gaps_told(reading, ask.hearing, copy, paths)?;
    let fields: Vec<&str> = gaps.iter().map(|gap| gap.field.as_str()).collect();
    let in_words = |lang| {
        let words = gaps.iter().map(|gap| {
            let name = crate::words::say(lang, &format!("paper_value_{}", gap.name), []);
            let step = anjuan_law::choice("hearing_step", &gap.step).map(|step| step.name(lang));
            match step.unwrap_or(&gap.about) {
                "" => name,
                about => crate::words::say(lang, "paper_value_of", [("name", name.as_str()), ("about", about)]),
            }
        });
        words.collect::<Vec<_>>().join(if lang == anjuan_law::Lang::Zh { "、" } else { ", " })
    };
    let paper = [name_of(copy.paper), copy.name.clone()].join(" ");
    let refused = refusal!("paper_values_missing", paper = paper.trim(), fields = fields.join(" "), day = seat.day);
    let zh = in_words(anjuan_law::Lang::Zh);
    Ok(refused.with("missing_zh", zh).with("missing_en", in_words(anjuan_law::Lang::En)).at("papers"))
}

/// One journal entry for what goes out together, before a file exists.
fn record(seat: &Seat<'_>, of: &Of, ready: &[Ready], docx: bool, purpose: &str) -> Result<()> {
    let mut codes: Vec<&str> = ready.iter().map(|one| one.copy.paper.code).collect();
    codes.dedup();
    let detail = json!({ "case": of.case, "hearing": of.hearing, "papers": codes, "copies": ready.len() });
    let act = |work: &anjuan_office::Work<'_>| {
        for one in ready {
            let digest: String = Sha256::digest(&one.filled.docx).iter().map(|byte| format!("{byte:02x}")).collect();
            let forms = [(docx, "docx"), (one.pdf.is_some(), "pdf")];
            for (_, form) in forms.into_iter().filter(|(wanted, _)| *wanted) {
                let made = Made {
                    paper: one.copy.paper.code.to_owned(),
                    name: one.copy.name.clone(),
                    form: form.to_owned(),
                    on: seat.day,
                    by: seat.by().name.clone(),
                };
                papers::record_made(work, of.case, of.hearing, &made, &digest)?;
            }
        }
        Ok(())
    };
    seat.act(Action::PaperMade, purpose, detail, act)?;
    Ok(())
}
