//! Filling a template.

use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, escape_formatter, value::Value};
use serde_json::Value as Json;

use super::{
    DocxCode, DocxFault, Package, faces, filters, shape, speech, tags,
    values::{Gap, Gaps, emptied, names, tree},
    xml,
};
use crate::fonts::Fonts;

/// Steps that a template may take; one that needs more goes round in circles.
const FUEL: u64 = 2_000_000;

/// A document with placeholders.
#[derive(Debug, Clone)]
pub struct Template {
    package: Package,
    /// The parts with text, as the engine reads them.
    sources: Vec<(String, String)>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The document.
    pub docx: Vec<u8>,
    /// Values that it names and that hold nothing, as paths (`officers.0.unit`); where there are any, it must not go out.
    pub gaps: Vec<String>,
    /// Characters that no installed face can show.
    pub unshown: String,
}

impl Template {
    /// Reads a `.docx`.
    ///
    /// # Errors
    /// Where it is none, is too large, or carries what runs.
    pub fn read(docx: &[u8]) -> Result<Self, DocxFault> {
        let package = Package::read(docx)?;
        let mut sources = Vec::new();
        for part in package.readable() {
            let mut root = xml::parse(&package.text(&part).unwrap_or_default())?;
            tags::join(&mut root);
            tags::lift(&mut root);
            let source = xml::write(&root, tags::cut);
            speech::refuse(&source)?;
            sources.push((part, source));
        }
        Ok(Self { package, sources })
    }

    /// Whether every placeholder is one of the tree's, in every branch that can be reached.
    ///
    /// # Errors
    /// [`DocxCode::TemplatePlaceholderUnknown`] with the name and those there are, [`DocxCode::TemplateTagBroken`].
    pub fn check(&self, specimen: &Json) -> Result<(), DocxFault> {
        for (part, source) in &self.sources {
            let engine = engine();
            let template = engine.template_from_str(source).map_err(|error| told(&error, source, specimen))?;
            let mut unknown: Vec<String> = template.undeclared_variables(true).into_iter().collect();
            unknown.retain(|path| !knows(specimen, path));
            unknown.sort();
            if let Some(name) = unknown.first() {
                return Err(unknown_name(name, specimen));
            }
            for values in [specimen.clone(), emptied(specimen)] {
                render(source, &values, &Gaps::default()).map_err(|error| told(&error, source, specimen))?;
            }
            xml::parse(&render(source, specimen, &Gaps::default()).unwrap_or_default())
                .map_err(|fault| DocxFault::new(DocxCode::TemplateTagBroken).with("tag", part).with("detail", fault))?;
        }
        Ok(())
    }

    /// The values that the paper would need and that hold nothing.
    ///
    /// # Errors
    /// As [`Template::fill`].
    pub fn gaps(&self, values: &Json) -> Result<Vec<String>, DocxFault> {
        let gaps = Gaps::default();
        for (_, source) in &self.sources {
            render(source, values, &gaps).map_err(|error| told(&error, source, values))?;
        }
        Ok(gaps.all())
    }

    /// Makes the paper.
    ///
    /// # Errors
    /// A placeholder that the values don't know, tags that don't fit.
    pub fn fill(&self, values: &Json, fonts: &Fonts) -> Result<Filled, DocxFault> {
        let gaps = Gaps::default();
        let mut package = self.package.clone();
        let mut faces = faces::Faces::read(&mut package, fonts)?;
        for (part, source) in &self.sources {
            let filled = render(source, values, &gaps).map_err(|error| told(&error, source, values))?;
            let mut root = xml::parse(&filled)?;
            shape::settle(&mut root);
            faces.settle(&mut root);
            package.put(part, xml::write_plain(&root).into_bytes());
        }
        if package.part(CORE).is_some() {
            package.put(CORE, NO_CORE.into());
        }
        Ok(Filled { docx: package.write()?, gaps: gaps.all(), unshown: faces.unshown() })
    }
}

/// Who wrote the template, and when: nothing of it goes out with a paper.
const CORE: &str = "docProps/core.xml";
const NO_CORE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
    xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";

fn engine<'s>() -> Environment<'s> {
    let mut engine = Environment::empty();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.set_debug(true);
    engine.set_fuel(Some(FUEL));
    filters::give(&mut engine);
    engine.set_formatter(|out, state, value| match value.downcast_object_ref::<Gap>() {
        Some(gap) => {
            gap.gaps.tell(&gap.path);
            Ok(())
        }
        None => escape_formatter(out, state, value),
    });
    engine
}

fn render(source: &str, values: &Json, gaps: &Gaps) -> Result<String, Error> {
    let values: Value = tree(values, "", gaps);
    let mut page = Page::default();
    engine().template_from_str(source)?.render_captured_to(values, &mut page)?;
    String::from_utf8(page.0).map_err(|_| Error::new(ErrorKind::WriteFailure, "text"))
}

/// What is written, up to a length that no paper has.
#[derive(Default)]
struct Page(Vec<u8>);

impl std::io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > xml::MOST_BYTES {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn told(error: &Error, source: &str, known: &Json) -> DocxFault {
    let range = error.range().and_then(|range| source.get(range));
    if error.kind() == ErrorKind::WriteFailure {
        return DocxFault::new(DocxCode::TemplateTooLarge);
    }
    if error.kind() == ErrorKind::UndefinedError
        && let Some(name) = range
    {
        return unknown_name(name.trim(), known);
    }
    let detail = error.detail().map_or_else(|| error.kind().to_string(), ToOwned::to_owned);
    DocxFault::new(DocxCode::TemplateTagBroken).with("tag", range.unwrap_or_default().trim()).with("detail", detail)
}

fn unknown_name(name: &str, known: &Json) -> DocxFault {
    let mut all = Vec::new();
    names(known, &mut all);
    DocxFault::new(DocxCode::TemplatePlaceholderUnknown).with("name", name).with("known", all.join("、"))
}

fn knows(tree: &Json, path: &str) -> bool {
    let mut at = tree;
    for step in path.split('.') {
        match at {
            Json::Object(fields) => match fields.get(step) {
                Some(field) => at = field,
                None => return false,
            },
            // Inside a list or a text the engine's own methods may follow; rendering finds what is wrong there.
            _ => return true,
        }
    }
    true
}
