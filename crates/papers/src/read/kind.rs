//! What a file is, by its content. The name is not asked: a `.xls` may be a web page, a `.et` an
//! `.xls`, a `.csv` a workbook.

use super::{ReadCode, ReadRefusal, ole, packed};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// The kinds that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Office Open XML workbook, with or without macros.
    Xlsx,
    /// The older binary workbook; WPS `.et` files are of this kind too.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// A table in plain text: `.csv`, `.tsv`, packed with gzip or not.
    Text,
}

const HEAD: usize = 8 * 1024;

/// Decides, and gives the file back at its start.
pub(crate) fn decide(mut file: File) -> Result<(FileKind, File), ReadRefusal> {
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(ReadRefusal::io)?;
    file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
    let kind = if head.starts_with(b"PK\x03\x04") {
        super::container::kind(&file)?
    } else if head.starts_with(ole::MAGIC) || is_bare_biff(&head) {
        FileKind::Xls
    } else if head.starts_with(packed::MAGIC) {
        text_or_refusal(&packed::beginning(&file, HEAD as u64)?)?
    } else {
        text_or_refusal(&head)?
    };
    file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
    Ok((kind, file))
}

/// A workbook stream without its OLE container, as very old programs write it.
fn is_bare_biff(head: &[u8]) -> bool {
    matches!(head, [0x09, 0x08 | 0x04 | 0x02 | 0x00, len, 0x00, ..] if (4..=16).contains(len))
}

fn text_or_refusal(head: &[u8]) -> Result<FileKind, ReadRefusal> {
    let known = |code: ReadCode, kind: &str| Err(ReadRefusal::new(code).with("kind", kind));
    for (magic, kind) in [
        (&b"%PDF"[..], "pdf"),
        (b"{\\rtf", "rtf"),
        (b"\x89PNG", "png"),
        (b"\xFF\xD8\xFF", "jpeg"),
        (b"PK\x03\x04", "zip"),
        (b"PK\x05\x06", "zip"),
        (b"PK\x07\x08", "zip"),
        (b"Rar!", "rar"),
        (b"7z\xBC\xAF", "7z"),
        (b"\x1F\x8B", "gzip"),
        (b"SQLite format 3", "sqlite"),
        (b"\x7FELF", "program"),
        (b"MZ", "program"),
    ] {
        // Two letters are too few to tell a program from a table whose first head begins so.
        if head.starts_with(magic) && (kind != "program" || head.contains(&0)) {
            return known(ReadCode::FileNotASheet, kind);
        }
    }
    let words = plain_beginning(head);
    if words.contains("urn:schemas-microsoft-com:office:spreadsheet") || words.contains("excel.sheet") {
        return known(ReadCode::FileKindNotRead, "xml");
    }
    if ["<!doctype html", "<html", "<table", "<head", "<body", "<style", "<meta"]
        .iter()
        .any(|tag| words.starts_with(tag))
        || (words.starts_with("<?xml") && words.contains("<html"))
        || words.starts_with("mime-version:")
    {
        return known(ReadCode::FileIsWebPage, "html");
    }
    if words.starts_with("<?xml") || words.starts_with("<!doctype") {
        return known(ReadCode::FileNotASheet, "xml");
    }
    if super::encoding::utf16_by_content(head).is_none() && looks_binary(head) {
        return known(ReadCode::FileNotASheet, "binary");
    }
    Ok(FileKind::Text)
}

/// The beginning in small letters, without byte order mark, NULs (UTF-16) and leading space.
fn plain_beginning(head: &[u8]) -> String {
    let bytes: Vec<u8> = head.iter().copied().filter(|&b| b != 0 && b.is_ascii()).collect();
    String::from_utf8_lossy(&bytes).trim_start().to_ascii_lowercase()
}

/// NULs, or control characters that no text has.
fn looks_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A | 0x1B)).count();
    head.contains(&0) || odd * 50 > head.len()
}
