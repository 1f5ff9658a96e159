//! The container of a document: its parts, in the order of the file.

use std::io::{Cursor, Read as _, Write as _};

use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{DocxCode, DocxFault, links, xml};

/// More than this no honest template has.
const MOST_PARTS: usize = 400;
const MOST_BYTES: u64 = 64 << 20;
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;

/// The parts of a document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Package {
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// Unpacks a document, within limits; refuses what runs and what fetches something from elsewhere.
    pub fn read(bytes: &[u8]) -> Result<Self, DocxFault> {
        let broken = |error: &dyn std::fmt::Display| DocxFault::new(DocxCode::TemplateBroken).with("detail", error);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if archive.len() > MOST_PARTS {
            return Err(DocxFault::new(DocxCode::TemplateTooLarge).with("parts", archive.len()));
        }
        let mut package = Self::default();
        let mut left = MOST_BYTES;
        for index in 0..archive.len() {
            let part = archive.by_index(index).map_err(|error| broken(&error))?;
            let name = part.name().map_err(|error| broken(&error))?.replace('\\', "/");
            if name.ends_with('/') {
                continue;
            }
            let lower = name.to_ascii_lowercase();
            if lower.ends_with("vbaproject.bin") || lower.contains("activex/") || lower.contains("embeddings/") {
                return Err(DocxFault::new(DocxCode::TemplateHasMacros).with("part", name));
            }
            let fair = part.compressed_size().max(1).saturating_mul(MOST_RATIO).max(SMALL);
            let most = left.min(fair);
            let mut bytes = Vec::new();
            part.take(most + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
            if bytes.len() as u64 > most {
                return Err(DocxFault::new(DocxCode::TemplateTooLarge).with("part", name));
            }
            left -= bytes.len() as u64;
            package.parts.push((name, bytes));
        }
        if package.part(DOCUMENT).is_none() {
            return Err(broken(&DOCUMENT));
        }
        links::refuse(&package)?;
        Ok(package)
    }

    /// Packs it. The same parts give the same bytes.
    pub fn write(&self) -> Result<Vec<u8>, DocxFault> {
        let broken = |error: &dyn std::fmt::Display| DocxFault::new(DocxCode::TemplateBroken).with("detail", error);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        for (name, bytes) in &self.parts {
            writer.start_file(name.as_str(), options).map_err(|error| broken(&error))?;
            writer.write_all(bytes).map_err(|error| broken(&error))?;
        }
        Ok(writer.finish().map_err(|error| broken(&error))?.into_inner())
    }

    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.part(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        match self.parts.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = bytes,
            None => self.parts.push((name.to_owned(), bytes)),
        }
    }

    /// The parts that people read: the text, and what stands at the head and foot of pages.
    pub fn readable(&self) -> Vec<String> {
        let is_readable = |name: &str| {
            let of_page = name.starts_with("word/header") || name.starts_with("word/footer");
            name == DOCUMENT || (of_page && name.ends_with(".xml"))
        };
        self.parts.iter().map(|(name, _)| name.clone()).filter(|name| is_readable(name)).collect()
    }
}

/// The part with the text.
pub(crate) const DOCUMENT: &str = "word/document.xml";

/// What a reader sees of a document: a line for each paragraph, cells of a row with ` | ` between them.
///
/// # Errors
/// Where it is no document.
pub fn text_of(docx: &[u8]) -> Result<String, DocxFault> {
    let package = Package::read(docx)?;
    let root = xml::parse(&package.text(DOCUMENT).unwrap_or_default())?;
    let mut lines = Vec::new();
    for body in root.elements() {
        blocks(body, &mut lines);
    }
    Ok(lines.join("\n"))
}

fn blocks(element: &xml::Element, lines: &mut Vec<String>) {
    for block in element.elements() {
        match block.name.as_str() {
            "w:p" => lines.push(block.text()),
            "w:tbl" => {
                for row in block.elements().filter(|row| row.name == "w:tr") {
                    let cells = row.elements().filter(|cell| cell.name == "w:tc").map(|cell| {
                        let mut inner = Vec::new();
                        blocks(cell, &mut inner);
                        inner.join(" / ")
                    });
                    lines.push(cells.collect::<Vec<_>>().join(" | "));
                }
            }
            _ => {}
        }
    }
}
