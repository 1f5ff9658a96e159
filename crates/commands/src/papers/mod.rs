//! Papers of hearings and cases: what they lack, making them, and the office's own templates.

mod make;
mod templates;

use anjuan_law::Lang;
use anjuan_office::{
    Action, CaseId, Changed, HearingId, Reading, Refusal, Result,
    papers::{self, CASE_PAPERS, Copy, HEARING_PAPERS, Made, Paper, PaperFill, PaperGap, PaperOwn},
};
use anjuan_papers::{
    docx::{DocxFault, Template},
    pdf::{Converter, PdfFault},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, walls::Masks, words::say};

pub use make::{PaperFile, PapersMade, PapersMake, papers_make};
pub use templates::{
    TemplateAsk, TemplateFile, TemplateLine, TemplateTaken, template_list, template_put, template_restore,
    template_take,
};

/// Whose papers.
#[derive(Debug, Clone, Copy, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(default, deny_unknown_fields)]
pub struct PapersAsk {
    /// Of this hearing.
    pub hearing: Option<HearingId>,
    /// Of this case.
    pub case: Option<CaseId>,
}

/// The papers there are, and what each lacks.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Papers {
    /// In the order of the path.
    pub papers: Vec<PaperLine>,
    /// Papers that were made, newest first.
    pub made: Vec<Made>,
    /// Whether PDF can be made on this machine.
    pub pdf: bool,
}

/// One paper.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PaperLine {
    /// Its code (words: `paper_<code>`).
    pub paper: String,
    /// Where on the path it is made, or `case`.
    pub part: String,
    /// Why there is none for this hearing (words: `paper_not_<why>`); empty where there is.
    pub not: String,
    /// The public reads it: parties are named in the published form.
    pub public: bool,
    /// Values kept with the papers that it prints.
    pub own: Vec<PaperOwn>,
    /// Its copies.
    pub copies: Vec<PaperCopy>,
}

/// One copy of a paper.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PaperCopy {
    /// For whom: `participant:12`, `seat:3`; empty where there is one for all.
    pub about: String,
    /// That person's name.
    pub name: String,
    /// What it lacks.
    pub gaps: Vec<PaperGap>,
}

/// What the papers of a hearing or a case lack.
pub fn papers_ready(seat: &Seat<'_>, ask: PapersAsk) -> Result<Papers> {
    seat.read(|reading| {
        let of = Of::read(reading, ask)?;
        let mut lines = Vec::new();
        for paper in of.all() {
            let mut line = PaperLine {
                paper: paper.code.to_owned(),
                part: paper.part.to_owned(),
                not: of.not(paper).to_owned(),
                public: paper.public,
                own: Vec::new(),
                copies: Vec::new(),
            };
            if let Some(hearing) = of.hearing.filter(|_| line.not.is_empty()) {
                line.own = papers::own_values(reading, hearing, paper)?;
            }
            if line.not.is_empty() {
                let template = template_of(reading, paper)?;
                for copy in of.copies(seat, reading, paper)? {
                    let paths = template.gaps(&copy.values).map_err(from_docx)?;
                    let gaps = papers::gaps_told(reading, ask.hearing, &copy, &paths)?;
                    line.copies.push(PaperCopy { about: copy.about, name: copy.name, gaps });
                }
            }
            lines.push(line);
        }
        Ok(Papers { papers: lines, made: papers::made_of_case(reading, of.case)?, pdf: Converter::find().is_some() })
    })
}

/// Gives papers of a hearing what they lack.
pub fn papers_fill(seat: &Seat<'_>, ask: PaperFill) -> Result<Changed> {
    let fields: Vec<&String> = ask.values.keys().collect();
    let detail = json!({ "hearing": ask.hearing, "fields": fields });
    Ok(seat.act(Action::PaperFill, "", detail, |work| papers::fill(work, seat.day, &ask))?.changed)
}

/// Whose papers are asked for, with what decides which there are.
struct Of {
    hearing: Option<HearingId>,
    case: CaseId,
    is_public: bool,
    followed: bool,
    assigned: bool,
}

impl Of {
    fn read(reading: &Reading<'_>, ask: PapersAsk) -> Result<Self> {
        if let Some(id) = ask.hearing {
            let sql = "SELECT case_id, is_public, adopted FROM hearing WHERE id = ?1";
            let (case, is_public, adopted): (CaseId, bool, String) = reading
                .maybe(sql, [id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .ok_or_else(|| anjuan_office::refusal!("hearing_unknown", hearing = id))?;
            return Ok(Self { hearing: Some(id), case, is_public, followed: adopted == "full", assigned: true });
        }
        let case = ask.case.ok_or_else(|| anjuan_office::refusal!("field_missing").at("hearing"))?;
        let handler = "SELECT 1 FROM assignment WHERE case_id = ?1 AND role = 'handler' AND ended_on IS NULL";
        let assigned = reading.maybe(handler, [case], |_| Ok(()))?.is_some();
        Ok(Self { hearing: None, case, is_public: false, followed: false, assigned })
    }

    fn all(&self) -> &'static [Paper] {
        if self.hearing.is_some() { HEARING_PAPERS } else { CASE_PAPERS }
    }

    /// Why there is no such paper here; empty where there is.
    fn not(&self, paper: &Paper) -> &'static str {
        match paper.code {
            "hearing_announcement" if !self.is_public => "public",
            "hearing_chief_report" if self.followed => "followed",
            "case_draw_slip" if !self.assigned => "assigned",
            _ => "",
        }
    }

    fn copies(&self, seat: &Seat<'_>, reading: &Reading<'_>, paper: &'static Paper) -> Result<Vec<Copy>> {
        let mut copies = match self.hearing {
            Some(hearing) => papers::of_hearing(reading, hearing, paper, seat.by(), seat.day)?,
            None => vec![papers::of_case(reading, self.case, paper, seat.by(), seat.day)?],
        };
        // A paper tells its maker no more than the screen does.
        if let Some(mut masks) = Masks::of(seat, reading)? {
            for copy in &mut copies {
                masks.walk(&mut copy.values, &[self.case])?;
                masks.text(&mut copy.name, Some(self.case))?;
            }
        }
        Ok(copies)
    }
}

/// The template in force: the office's own, else the shipped one.
fn template_of(reading: &Reading<'_>, paper: &Paper) -> Result<Template> {
    let docx = match papers::own_template(reading, paper.code)? {
        Some(own) => own,
        None => shipped(paper)?,
    };
    Template::read(&docx).map_err(from_docx)
}

fn shipped(paper: &Paper) -> Result<Vec<u8>> {
    let docx = anjuan_papers::templates::docx(paper.code).map_err(from_docx)?;
    docx.ok_or_else(|| anjuan_office::refusal!("paper_unknown", paper = paper.code))
}

/// The name of a paper in Chinese, as its file and its title have it.
fn name_of(paper: &Paper) -> String {
    say(Lang::Zh, &format!("paper_{}", paper.code), [])
}

fn from_docx(fault: DocxFault) -> Refusal {
    Refusal { code: fault.code.as_str().to_owned(), at: "template".to_owned(), values: fault.values }
}

struct Stopped(Refusal);

impl From<PdfFault> for Stopped {
    fn from(fault: PdfFault) -> Self {
        Self(Refusal { code: fault.code.as_str().to_owned(), at: "form".to_owned(), values: fault.values })
    }
}
