//! What may stand in a zip container before any part of it is unpacked.

use super::{FileKind, Limits, ReadCode, ReadRefusal};
use std::fs::File;
use std::io::{BufReader, Read};
use zip::ZipArchive;

type Archive<'f> = ZipArchive<BufReader<&'f File>>;

/// A part unpacking to less than this may do so at any ratio.
const SMALL: u64 = 1 << 20;
/// The part before the root element of any honest part is shorter than this.
const PROLOG: u64 = 16 * 1024;
/// Bytes that come at most out of one that was packed.
const MOST_PACKED: u64 = 1_100;

/// Which spreadsheet the container is.
pub(crate) fn kind(file: &File) -> Result<FileKind, ReadRefusal> {
    let mut archive = open(file)?;
    let mut names: Vec<String> = Vec::new();
    for index in 0..archive.len().min(Limits::default().parts) {
        let part = archive.by_index_raw(index).map_err(ReadRefusal::broken)?;
        names.push(name_of(&part)?);
    }
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if has("xl/workbook.xml") {
        return Ok(FileKind::Xlsx);
    }
    if has("xl/workbook.bin") {
        return Err(ReadRefusal::new(ReadCode::FileKindNotRead).with("kind", "xlsb"));
    }
    if has("mimetype") && mimetype(&mut archive)?.contains("opendocument.spreadsheet") {
        return Ok(FileKind::Ods);
    }
    let kind = if has("word/document.xml") { "docx" } else { "zip" };
    Err(ReadRefusal::new(ReadCode::FileNotASheet).with("kind", kind))
}

fn mimetype(archive: &mut Archive<'_>) -> Result<String, ReadRefusal> {
    let mut text = String::new();
    let part = archive.by_name("mimetype").map_err(ReadRefusal::broken)?;
    part.take(128).read_to_string(&mut text).map_err(ReadRefusal::broken)?;
    Ok(text)
}

/// What the container said about itself.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    /// A macro project is among the parts.
    pub has_macros: bool,
    /// At least one sheet has merged cells. Merges stand behind the rows, so looking for them costs a
    /// pass over the sheet; most long tables have none.
    pub has_merges: bool,
}

/// Looks through the directory, then at the beginning of each part that will be read, and refuses
/// what no honest spreadsheet has. Parts that are not read (pictures, macros, links to other
/// workbooks) count towards the size and are otherwise left alone.
pub(crate) fn inspect(file: &File, limits: &Limits) -> Result<Contents, ReadRefusal> {
    let mut archive = open(file)?;
    if archive.len() > limits.parts {
        return Err(ReadRefusal::new(ReadCode::FileUnpacksTooLarge)
            .with("parts", archive.len())
            .with("allowed", limits.parts));
    }
    let mut contents = Contents::default();
    let mut unpacked: u64 = 0;
    let mut read = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(ReadRefusal::broken)?;
        let name = name_of(&part)?;
        if part.encrypted() {
            return Err(ReadRefusal::new(ReadCode::FileEncrypted).at(name));
        }
        unpacked = unpacked.saturating_add(part.size());
        let refuse = |bytes: u64, allowed: u64| {
            ReadRefusal::new(ReadCode::FileUnpacksTooLarge)
                .at(name.clone())
                .with("bytes", bytes)
                .with("allowed", allowed)
        };
        let fair = part.compressed_size().max(1).saturating_mul(limits.ratio);
        if part.size() > SMALL && part.size() > fair {
            return Err(refuse(part.size(), fair));
        }
        if is_held_whole(&name) && part.size() > limits.part_bytes {
            return Err(refuse(part.size(), limits.part_bytes));
        }
        if unpacked > limits.unpacked_bytes {
            return Err(refuse(unpacked, limits.unpacked_bytes));
        }
        contents.has_macros |= name.to_ascii_lowercase().ends_with("vbaproject.bin");
        if is_read(&name) {
            read.push((index, name));
        }
    }
    for (index, name) in read {
        let mut part = archive.by_index(index).map_err(ReadRefusal::broken)?;
        // What the directory says of the size may be a lie; nothing unpacks to more than this.
        let size = part.size().min(part.compressed_size().saturating_mul(MOST_PACKED));
        let beginning = no_declarations(&mut part, &name)?;
        refuse_more_strings_than_fit(&beginning, size).map_err(|refusal| refusal.at(&name))?;
        if is_sheet(&name) {
            contents.has_merges |= holds_merges(&beginning, part, limits).map_err(|refusal| refusal.at(name))?;
        }
    }
    Ok(contents)
}

/// The library makes room for as many shared strings as the part says it has, before it reads the first; each takes some bytes
/// of the part.
fn refuse_more_strings_than_fit(beginning: &[u8], size: u64) -> Result<(), ReadRefusal> {
    const SAYS: &[u8] = b"uniqueCount";
    let finder = memchr::memmem::Finder::new(SAYS);
    for at in finder.find_iter(beginning) {
        let behind = beginning.get(at + SAYS.len()..).unwrap_or_default().iter().copied();
        let figures =
            behind.skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b'+') || byte.is_ascii_whitespace());
        let figures = figures.take_while(u8::is_ascii_digit);
        let count = figures.fold(0u64, |sum, figure| sum.saturating_mul(10).saturating_add(u64::from(figure - b'0')));
        if count > size {
            return Err(
                ReadRefusal::new(ReadCode::FileBroken).with("detail", format!("uniqueCount {count}, {size} bytes"))
            );
        }
    }
    Ok(())
}

/// Looks through the whole part; what the directory said of its size is held to.
fn holds_merges(beginning: &[u8], mut part: impl Read, limits: &Limits) -> Result<bool, ReadRefusal> {
    const WORD: &[u8] = b"mergeCell";
    let finder = memchr::memmem::Finder::new(WORD);
    let mut found = finder.find(beginning).is_some();
    let mut kept = beginning.len().min(WORD.len() - 1);
    let mut chunk = beginning.get(beginning.len() - kept..).unwrap_or_default().to_vec();
    chunk.resize(64 * 1024, 0);
    let mut total = beginning.len() as u64;
    loop {
        let got = part.read(chunk.get_mut(kept..).unwrap_or_default()).map_err(ReadRefusal::broken)?;
        if got == 0 {
            return Ok(found);
        }
        total += got as u64;
        if total > limits.unpacked_bytes {
            return Err(ReadRefusal::new(ReadCode::FileUnpacksTooLarge)
                .with("bytes", total)
                .with("allowed", limits.unpacked_bytes));
        }
        let end = kept + got;
        found = found || finder.find(chunk.get(..end).unwrap_or_default()).is_some();
        // The word may lie across two chunks.
        kept = end.min(WORD.len() - 1);
        chunk.copy_within(end - kept..end, 0);
    }
}

fn open(file: &File) -> Result<Archive<'_>, ReadRefusal> {
    ZipArchive::new(BufReader::new(file)).map_err(ReadRefusal::broken)
}

fn name_of<R: Read>(part: &zip::read::ZipFile<'_, R>) -> Result<String, ReadRefusal> {
    Ok(part.name().map_err(ReadRefusal::broken)?.replace('\\', "/"))
}

/// Sheets stream; every other part that is read stands in memory as a whole.
fn is_held_whole(name: &str) -> bool {
    is_read(name) && !is_sheet(name)
}

fn is_sheet(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("xl/worksheets/") && name.ends_with(".xml")
}

fn is_read(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let of_workbook = name.starts_with("xl/")
        && !name.contains("externallinks/")
        && !name.contains("drawings/")
        && !name.contains("media/");
    (name.ends_with(".xml") || name.ends_with(".rels"))
        && (of_workbook
            || name.starts_with("_rels/")
            || matches!(name.as_str(), "[content_types].xml" | "content.xml" | "meta-inf/manifest.xml"))
}

/// A document type or an entity declaration stands before the root element or nowhere.
/// Gives back the beginning it looked at.
fn no_declarations(part: impl Read, name: &str) -> Result<Vec<u8>, ReadRefusal> {
    let mut prolog = Vec::new();
    part.take(PROLOG).read_to_end(&mut prolog).map_err(|error| ReadRefusal::broken(error).at(name))?;
    let plain: Vec<u8> = prolog.iter().filter(|&&b| b != 0).map(u8::to_ascii_uppercase).collect();
    let declares =
        [&b"<!DOCTYPE"[..], b"<!ENTITY"].iter().any(|wanted| plain.windows(wanted.len()).any(|here| here == *wanted));
    if declares {
        return Err(ReadRefusal::new(ReadCode::FileHasForbiddenContent).at(name).with("what", "DOCTYPE"));
    }
    Ok(prolog)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn merges_are_seen_wherever_the_word_lies() {
        for at in [0, 3, 5, 9, 1_000, 65_530, 65_536, 65_540, 131_000] {
            let mut text = vec![b'x'; 140_000];
            text[at..at + 9].copy_from_slice(b"mergeCell");
            for split in [0, 7, 16_384] {
                let (beginning, rest) = text.split_at(split);
                assert!(holds_merges(beginning, Cursor::new(rest), &Limits::default()).unwrap(), "{at} {split}");
            }
        }
        assert!(!holds_merges(b"merge", Cursor::new(b"Sell".repeat(70_000)), &Limits::default()).unwrap());
        let small = Limits { unpacked_bytes: 1000, ..Limits::default() };
        let refusal = holds_merges(b"", Cursor::new(vec![0; 100_000]), &small).unwrap_err();
        assert_eq!(refusal.code, ReadCode::FileUnpacksTooLarge);
    }
}
