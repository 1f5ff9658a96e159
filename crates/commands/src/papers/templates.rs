//! The office's own templates: taken out to be edited, put in, taken away again.

use std::path::Path;

use anjuan_law::Day;
use anjuan_office::{
    Action, Changed, Result, Right,
    papers::{self, CASE_PAPERS, HEARING_PAPERS, Paper},
    refusal,
};
use anjuan_papers::{docx::Template, write};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{from_docx, name_of, shipped};
use crate::{Seat, exports::from_write, list::Nothing};

/// A template is smaller than this.
const LARGEST: u64 = 8 << 20;

/// One template.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct TemplateLine {
    /// Of which paper (words: `paper_<code>`).
    pub paper: String,
    /// The file of the office's own; empty where the shipped one is in force.
    pub file_name: String,
    /// Since when.
    pub saved_on: Option<Day>,
    /// The names that may stand in it: `hearing.place`, `officers[].name`.
    pub names: Vec<String>,
}

/// A template and a file.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct TemplateFile {
    /// Of which paper.
    pub paper: String,
    /// The file; to take one out, the folder.
    pub path: String,
}

/// One template.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct TemplateAsk {
    /// Of which paper.
    pub paper: String,
}

/// A template that was put down as a file.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct TemplateTaken {
    /// Where it is.
    pub path: String,
}

/// The templates and the names that may stand in each.
pub fn template_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<TemplateLine>> {
    seat.office().read(|reading| {
        let own = papers::own_templates(reading)?;
        let line = |paper: &Paper| {
            let own = own.iter().find(|own| own.paper == paper.code);
            TemplateLine {
                paper: paper.code.to_owned(),
                file_name: own.map(|own| own.file_name.clone()).unwrap_or_default(),
                saved_on: own.map(|own| own.saved_on),
                names: names(&papers::specimen(paper)),
            }
        };
        Ok(HEARING_PAPERS.iter().chain(CASE_PAPERS).map(line).collect())
    })
}

/// Puts the template in force down as a file, to be edited.
pub fn template_take(seat: &Seat<'_>, ask: TemplateFile) -> Result<TemplateTaken> {
    seat.need(Right::Settings)?;
    let paper = known(&ask.paper)?;
    let own = seat.office().read(|reading| papers::own_template(reading, paper.code))?;
    let docx = own.map_or_else(|| shipped(paper), Ok)?;
    let folder = Path::new(&ask.path);
    if !folder.is_dir() {
        return Err(refusal!("paper_folder_missing", folder = ask.path).at("path"));
    }
    let path = write::put_new(folder, &format!("模板 {}", name_of(paper)), "docx", &docx).map_err(from_write)?;
    Ok(TemplateTaken { path: path.to_string_lossy().into_owned() })
}

/// Takes a template of the office's own in, once every placeholder is known.
pub fn template_put(seat: &Seat<'_>, ask: TemplateFile) -> Result<Changed> {
    seat.need(Right::Settings)?;
    let paper = known(&ask.paper)?;
    let path = Path::new(&ask.path);
    let unread =
        |error: std::io::Error| refusal!("template_not_read", file = ask.path, detail = error.kind()).at("path");
    let size = std::fs::metadata(path).map_err(unread)?.len();
    if size > LARGEST {
        return Err(refusal!("template_too_large", part = ask.path).at("path"));
    }
    let docx = std::fs::read(path).map_err(unread)?;
    Template::read(&docx).and_then(|template| template.check(&papers::specimen(paper))).map_err(from_docx)?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let detail = json!({ "paper": paper.code, "file": file_name });
    let put = |work: &anjuan_office::Work<'_>| papers::put_template(work, paper.code, &file_name, &docx);
    Ok(seat.act(Action::TemplateSave, "", detail, put)?.changed)
}

/// Goes back to the shipped template.
pub fn template_restore(seat: &Seat<'_>, ask: TemplateAsk) -> Result<Changed> {
    let paper = known(&ask.paper)?;
    let detail = json!({ "paper": paper.code, "file": Value::Null });
    let drop = |work: &anjuan_office::Work<'_>| papers::take_template_away(work, paper.code);
    Ok(seat.act(Action::TemplateSave, "", detail, drop)?.changed)
}

fn known(code: &str) -> Result<&'static Paper> {
    papers::paper(code).ok_or_else(|| refusal!("paper_unknown", paper = code).at("paper"))
}

fn names(specimen: &Value) -> Vec<String> {
    let mut names = Vec::new();
    anjuan_papers::docx::names(specimen, &mut names);
    names
}
