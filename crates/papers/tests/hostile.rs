//! Files made to harm, and files that are merely broken: each is refused with its code, in seconds, by
//! a reader that stays small, and the program that asked goes on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

mod common;

use anjuan_papers::read::{Limits, Piece, ReadCode, ReadOptions, ReadRefusal};
use anjuan_papers::worker::{Program, read_file_by, read_sheets};
use common::{committed, file, read, reader, sheet, workbook, zip};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const MIB: u64 = 1 << 20;

/// The refusal of a file with these bytes, whose reader took no more than 256 MiB and 10 s.
fn refused(name: &str, bytes: &[u8]) -> ReadRefusal {
    let (_guard, path) = file(name, bytes);
    refused_at(&path, &ReadOptions::default())
}

fn refused_at(path: &Path, options: &ReadOptions) -> ReadRefusal {
    let refusal = read_sheets(&reader(), path, options).expect_err(&format!("{} was read", path.display()));
    if let Some(peak) = refusal.values.get("peak_bytes") {
        let peak: u64 = peak.parse().unwrap();
        assert!(peak > 0 && peak <= 256 * MIB, "the reader of {} took {peak} bytes", path.display());
    }
    refusal
}

fn code(name: &str, bytes: &[u8]) -> &'static str {
    refused(name, bytes).code.as_str()
}

/// A cell reference and one shared string.
fn cell(reference: &str) -> String {
    format!(r#"<row r="{0}"><c r="{reference}"><v>1</v></c></row>"#, reference.trim_start_matches(char::is_alphabetic))
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// An OLE container with nothing but a directory of these streams.
fn ole(streams: &[&str]) -> Vec<u8> {
    let mut bytes = vec![0u8; 512 + 512 * 3];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    bytes[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    bytes[44] = 1; // one sector of allocation table
    bytes[48] = 1; // the directory begins in sector 1
    bytes[56..60].copy_from_slice(&4096u32.to_le_bytes());
    for at in [60, 68] {
        bytes[at..at + 4].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    }
    bytes[76..80].copy_from_slice(&0u32.to_le_bytes());
    bytes[80..512].fill(0xFF);
    bytes[512..1024].fill(0xFF);
    bytes[512..516].copy_from_slice(&0xFFFF_FFFDu32.to_le_bytes());
    bytes[516..520].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    for (at, name) in std::iter::once(&"Root Entry").chain(streams).enumerate() {
        let entry = &mut bytes[1024 + at * 128..][..128];
        let name = utf16(name);
        entry[..name.len()].copy_from_slice(&name);
        entry[64..66].copy_from_slice(&(name.len() as u16 + 2).to_le_bytes());
        entry[66] = if at == 0 { 5 } else { 2 };
        entry[67] = 1;
        entry[68..80].fill(0xFF);
        entry[116..120].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    }
    bytes
}

#[test]
fn a_bomb_of_half_a_megabyte_that_asks_for_half_a_gigabyte() {
    let zeros = vec![b' '; 512 * MIB as usize];
    let bomb = workbook(&sheet(&cell("A1"), ""), &[("xl/sharedStrings.xml", &zeros)]);
    drop(zeros);
    assert!((bomb.len() as u64) < MIB, "{} bytes", bomb.len());
    let refusal = refused("bomb.xlsx", &bomb);
    assert_eq!(refusal.code, ReadCode::FileUnpacksTooLarge);
    assert_eq!(refusal.at, "xl/sharedStrings.xml");
}

#[test]
fn a_directory_that_lies_about_sizes_meets_the_fence() {
    let zeros = vec![b'a'; 400 * MIB as usize];
    let mut strings =
        br#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>"#
            .to_vec();
    strings.extend_from_slice(&zeros);
    drop(zeros);
    let data = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let honest = workbook(&sheet(data, ""), &[("xl/sharedStrings.xml", &strings)]);
    let lying = with_size(honest, "xl/sharedStrings.xml", 1000);
    let options =
        ReadOptions { limits: Limits { memory_bytes: 192 * MIB, ..Limits::default() }, ..ReadOptions::default() };
    let (_guard, path) = file("lying.xlsx", &lying);
    let refusal = refused_at(&path, &options);
    assert!(matches!(refusal.code, ReadCode::FileAsksTooMuchMemory | ReadCode::FileBroken), "{refusal}");
}

/// Changes the unpacked size of a part, both before it and in the directory.
fn with_size(mut bytes: Vec<u8>, name: &str, size: u32) -> Vec<u8> {
    let name = name.as_bytes();
    let places: Vec<usize> = (30..bytes.len() - name.len()).filter(|&at| bytes[at..].starts_with(name)).collect();
    let mut changed = 0;
    for at in places {
        if bytes[at - 30..].starts_with(b"PK\x03\x04") {
            bytes[at - 8..at - 4].copy_from_slice(&size.to_le_bytes());
            changed += 1;
        } else if at >= 46 && bytes[at - 46..].starts_with(b"PK\x01\x02") {
            bytes[at - 22..at - 18].copy_from_slice(&size.to_le_bytes());
            changed += 1;
        }
    }
    assert!(changed >= 1, "the part was found");
    bytes
}

#[test]
fn dimensions_and_counts_that_lie_cost_nothing() {
    let far = sheet(&format!("{}{}", cell("A1"), cell("XFD1048576")), "")
        .replace("<sheetData>", r#"<dimension ref="A1:XFD1048576"/><sheetData>"#);
    assert_eq!(code("far.xlsx", &workbook(&far, &[])), "file_too_many_columns");
    let deep = sheet(&format!("{}{}", cell("A1"), cell("B1048576")), "")
        .replace("<sheetData>", r#"<dimension ref="A1:XFD1048576"/><sheetData>"#);
    let (_guard, path) = file("deep.xlsx", &workbook(&deep, &[]));
    let (sheets, summary) = read(&path).unwrap();
    assert_eq!((sheets[0].rows.len(), sheets[0].end.last_row), (2, 1_048_576));
    assert!(summary.peak_bytes < 64 * MIB, "{}", summary.peak_bytes);
    let strings = br#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>"#;
    let lie =
        workbook(&sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, ""), &[("xl/sharedStrings.xml", strings)]);
    let (_guard, path) = file("lie.xlsx", &lie);
    match read(&path) {
        Ok((_, summary)) => assert!(summary.peak_bytes < 64 * MIB),
        Err(refusal) => {
            assert!(matches!(refusal.code, ReadCode::FileAsksTooMuchMemory | ReadCode::FileBroken), "{refusal}")
        }
    }
    let merges: String = (1..250_000).map(|n| format!(r#"<mergeCell ref="A{n}:B{n}"/>"#)).collect();
    let merged = sheet(&cell("A1"), &format!("<mergeCells>{merges}</mergeCells>"));
    assert_eq!(code("merges.xlsx", &workbook(&merged, &[])), "file_too_many_cells");
}

#[test]
fn declarations_of_documents_and_entities() {
    let outside = r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&x;</t></si></sst>"#;
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>"#;
    let data = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    assert_eq!(
        code("xxe.xlsx", &workbook(&sheet(data, ""), &[("xl/sharedStrings.xml", outside.as_bytes())])),
        "file_has_forbidden_content"
    );
    assert_eq!(code("laughs.xlsx", &workbook(laughs, &[])), "file_has_forbidden_content");
    let hidden = format!("\u{FEFF}{laughs}");
    assert_eq!(
        code("utf16.xlsx", &workbook("", &[("xl/worksheets/sheet1.xml", &utf16(&hidden))])),
        "file_has_forbidden_content"
    );
    // Behind more white space than the look goes: the entity is unknown, and nothing is opened.
    let late = format!("<?xml version=\"1.0\"?>{}{}", " ".repeat(20_000), &outside[21..]);
    let (_guard, path) = file("late.xlsx", &workbook(&sheet(data, ""), &[("xl/sharedStrings.xml", late.as_bytes())]));
    if let Ok((sheets, _)) = read(&path) {
        assert!(!format!("{sheets:?}").contains("root:"));
    }
}

#[test]
fn parts_with_names_that_climb_are_never_written() {
    let slip = workbook(
        &sheet(&cell("A1"), ""),
        &[("../../../../tmp/anjuan-slip", b"x"), ("/etc/anjuan-slip", b"x"), ("xl\\..\\..\\slip.xml", b"x")],
    );
    let (guard, path) = file("slip.xlsx", &slip);
    let (sheets, _) = read(&path).unwrap();
    assert_eq!(sheets[0].rows.len(), 1, "the sheet is read, the other parts are not touched");
    assert_eq!(std::fs::read_dir(guard.path()).unwrap().count(), 1);
    assert!(
        !guard
            .path()
            .ancestors()
            .any(|folder| folder.join("tmp/anjuan-slip").exists() || folder.join("anjuan-slip").exists())
    );
}

#[test]
fn cut_and_garbled_files() {
    let whole = std::fs::read(committed("ledger_two_heads.xlsx")).unwrap();
    for part in [3, 10, 50, 75, 99] {
        let cut = &whole[..whole.len() * part / 100];
        assert_eq!(code("cut.xlsx", cut), "file_broken", "{part} %");
    }
    let mut garbled = whole.clone();
    for at in (200..garbled.len() - 2000).step_by(97) {
        garbled[at] ^= 0x5A;
    }
    let refusal = refused("garbled.xlsx", &garbled);
    assert!(
        matches!(refusal.code, ReadCode::FileBroken | ReadCode::FileNotASheet | ReadCode::FileAsksTooMuchMemory),
        "{refusal}"
    );
    assert_eq!(
        code("zeros.xls", &[vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], vec![0; 4000]].concat()),
        "file_broken"
    );
    assert!(matches!(code("no_stream.xls", &ole(&["Workbook"])), "file_broken" | "file_has_no_rows"));
}

#[test]
fn files_that_need_a_password() {
    assert_eq!(code("encrypted.xlsx", &ole(&["EncryptionInfo", "EncryptedPackage"])), "file_encrypted");
    let mut bits = workbook(&sheet(&cell("A1"), ""), &[]);
    for at in 0..bits.len() - 10 {
        if bits[at..].starts_with(b"PK\x03\x04") {
            bits[at + 6] |= 1;
        } else if bits[at..].starts_with(b"PK\x01\x02") {
            bits[at + 8] |= 1;
        }
    }
    assert_eq!(code("bits.xlsx", &bits), "file_encrypted");
}

#[test]
fn files_that_are_something_else() {
    for (name, bytes, expected) in [
        (
            "page.xls",
            &b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td></tr></table></html>"[..],
            "file_is_web_page",
        ),
        ("page2.xls", b"\xEF\xBB\xBF\r\n<!DOCTYPE html><html></html>", "file_is_web_page"),
        ("mht.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related", "file_is_web_page"),
        (
            "old.xls",
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
            "file_kind_not_read",
        ),
        ("paper.csv", b"%PDF-1.7\n%\xE2\xE3", "file_not_a_sheet"),
        ("picture.xlsx", b"\x89PNG\r\n\x1A\n\0\0\0", "file_not_a_sheet"),
        ("data.csv", b"a,b\n\0\0\0\x01\x02\x03\x04\x05", "file_not_a_sheet"),
        ("empty.csv", b"", "file_empty"),
        ("blank.csv", b"\r\n,,,\r\n  ,\r\n", "file_has_no_rows"),
        ("packed.csv", b"\x1F\x8B\x08\0\0\0\0\0", "file_broken"),
    ] {
        assert_eq!(code(name, bytes), expected, "{name}");
    }
    assert_eq!(
        code("letter.xlsx", &zip(&[("word/document.xml", b"<w/>"), ("[Content_Types].xml", b"<x/>")])),
        "file_not_a_sheet"
    );
    assert_eq!(code("letter.xls", &ole(&["WordDocument"])), "file_not_a_sheet");
    assert_eq!(code("binary.xlsb", &zip(&[("xl/workbook.bin", b"x")])), "file_kind_not_read");
    assert_eq!(
        code("wrong.ods", &zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")])),
        "file_not_a_sheet"
    );
    assert_eq!(code("none.xlsx", &workbook(&sheet("", ""), &[])), "file_has_no_rows");
}

#[test]
fn cells_and_marks_without_end() {
    let long = format!("甲,乙\n1,{}\n", "x".repeat(10 * MIB as usize));
    assert_eq!(code("long.csv", long.as_bytes()), "file_cell_too_long");
    let open = format!("甲,乙\n1,\"{}", "x,y\n".repeat(4 * MIB as usize));
    assert_eq!(code("open.csv", open.as_bytes()), "file_cell_too_long");
    let inline =
        format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>"#, pseudo_random(10 * MIB as usize));
    assert_eq!(code("long.xlsx", &workbook(&sheet(&inline, ""), &[])), "file_cell_too_long");
    let wide = vec![b','; 100_000];
    assert_eq!(code("wide.csv", &[&wide[..], b"x\n"].concat()), "file_too_many_columns");
}

/// Letters that do not pack well, the same each time.
fn pseudo_random(length: usize) -> String {
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 24) as u8 % 26)
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn nesting_without_end() {
    let opened: String = (0..200_000).map(|n| format!("<a{}>", n % 97)).collect();
    let nested = sheet(&format!(r#"<row r="1"><c r="A1" t="inlineStr"><is>{opened}"#), "");
    let refusal = refused("nested.xlsx", &workbook(&nested, &[]));
    assert!(matches!(refusal.code, ReadCode::FileBroken | ReadCode::FileHasNoRows), "{refusal}");
    let repeated = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="s"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>{}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
        "x"
    );
    let ods = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", repeated.as_bytes()),
    ]);
    let refusal = refused("repeated.ods", &ods);
    assert!(
        matches!(
            refusal.code,
            ReadCode::FileTooManyCells | ReadCode::FileTooManyColumns | ReadCode::FileAsksTooMuchMemory
        ),
        "{refusal}"
    );
}

#[test]
fn more_parts_than_any_workbook_has() {
    let names: Vec<String> = (0..5_000).map(|n| format!("xl/media/{n}.png")).collect();
    let more: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(code("parts.xlsx", &workbook(&sheet(&cell("A1"), ""), &more)), "file_unpacks_too_large");
}

#[cfg(unix)]
#[test]
fn links_folders_and_devices() {
    let (guard, path) = file("real.csv", b"a,b\n1,2\n");
    let link = guard.path().join("link.csv");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    for odd in [link.as_path(), guard.path(), Path::new("/dev/zero")] {
        assert_eq!(refused_at(odd, &ReadOptions::default()).code, ReadCode::FileIsNotPlain, "{}", odd.display());
    }
    let missing = guard.path().join("missing.csv");
    assert_eq!(refused_at(&missing, &ReadOptions::default()).code, ReadCode::FileNotReadable);
}

#[test]
fn limits_of_a_reading_hold() {
    let path = committed("ledger_gb18030.csv");
    let with = |limits: Limits| ReadOptions { limits, ..ReadOptions::default() };
    let usual = Limits::default;
    for (limits, expected) in [
        (Limits { file_bytes: 100, ..usual() }, ReadCode::FileTooLarge),
        (Limits { cells: 100, ..usual() }, ReadCode::FileTooManyCells),
        (Limits { columns: 3, ..usual() }, ReadCode::FileTooManyColumns),
        (Limits { cell_bytes: 4, ..usual() }, ReadCode::FileCellTooLong),
    ] {
        assert_eq!(refused_at(&path, &with(limits)).code, expected);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_out_of_memory_or_time_is_a_refusal() {
    let strings: String = (0..300_000).map(|n| format!("<si><t>{}{n}</t></si>", "某".repeat(20))).collect();
    let strings = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>"#
    );
    let data = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let (_guard, path) =
        file("large.xlsx", &workbook(&sheet(data, ""), &[("xl/sharedStrings.xml", strings.as_bytes())]));
    let tight = |limits: Limits| ReadOptions { limits, ..ReadOptions::default() };
    let refusal = refused_at(&path, &tight(Limits { memory_bytes: 16 * MIB, ratio: 10_000, ..Limits::default() }));
    assert_eq!(refusal.code, ReadCode::FileAsksTooMuchMemory, "{refusal}");
    // Several times what the fastest machine reads in a second.
    let cells = |n: u32| ["A", "B", "C"].map(|column| format!(r#"<c r="{column}{n}"><v>{n}</v></c>"#)).concat();
    let rows: String = (1..1_000_000).map(|n| format!(r#"<row r="{n}">{}</row>"#, cells(n))).collect();
    let (_guard, path) = file("slow.xlsx", &workbook(&sheet(&rows, ""), &[]));
    let refusal = refused_at(&path, &tight(Limits { cpu_seconds: 1, ratio: 10_000, ..Limits::default() }));
    assert_eq!(refusal.code, ReadCode::FileTakesTooLong, "{refusal}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_falls_silent_lies_or_dies() {
    use std::os::unix::fs::PermissionsExt;
    let script = |text: &str| {
        let (guard, path) = file("reader", format!("#!/bin/sh\n{text}\n").as_bytes());
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        (guard, Program::At(path))
    };
    let quick = ReadOptions { limits: Limits { silence_seconds: 1, ..Limits::default() }, ..ReadOptions::default() };
    let path = committed("ledger_gb18030.csv");
    let told =
        |program: &Program| read_file_by(program, &path, &quick, |_| ControlFlow::Continue(())).unwrap_err().code;
    for (text, expected) in [
        ("while :; do :; done", ReadCode::FileTakesTooLong),
        ("printf 'R\\377\\377\\377\\377'", ReadCode::FileBroken),
        ("printf 'Znonsense of some length'", ReadCode::FileBroken),
        ("kill -SEGV $$", ReadCode::FileBroken),
        ("exit 0", ReadCode::FileBroken),
        ("echo 'memory allocation of 9 bytes failed' >&2; kill -ABRT $$", ReadCode::FileAsksTooMuchMemory),
    ] {
        let (_guard, program) = script(text);
        assert_eq!(told(&program), expected, "{text}");
    }
    assert_eq!(told(&Program::At(PathBuf::from("/nowhere/reader"))), ReadCode::ReaderDidNotStart);
}

#[test]
fn files_garbled_at_random_are_read_or_refused() {
    let mut state = 20_260_305u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let mut refused = 0;
    for name in ["ledger_two_heads.xlsx", "arrests.xls", "ledger_gb18030.csv"] {
        let whole = std::fs::read(committed(name)).unwrap();
        for _ in 0..40 {
            let mut bytes = whole.clone();
            for _ in 0..1 + next(30) {
                let at = next(bytes.len());
                match next(3) {
                    0 => bytes[at] = next(256) as u8,
                    1 => bytes.truncate(at.max(1)),
                    _ => bytes.splice(at..at, [0xFF, 0xFF, 0xFF, 0x7F]).for_each(drop),
                }
            }
            let (_guard, path) = file(name, &bytes);
            match read(&path) {
                Ok((_, summary)) => assert!(summary.peak_bytes <= 256 * MIB, "{}", summary.peak_bytes),
                Err(refusal) => {
                    refused += 1;
                    assert_ne!(refusal.code, ReadCode::FileTakesTooLong, "{refusal}");
                }
            }
        }
    }
    assert!(refused > 20, "only {refused} were refused: the test garbles too little");
}

#[test]
fn after_all_that_the_program_still_reads() {
    let (_guard, path) = file("bad.xlsx", b"PK\x03\x04 nothing more");
    for _ in 0..20 {
        assert_eq!(refused_at(&path, &ReadOptions::default()).code, ReadCode::FileBroken);
    }
    let mut rows = 0;
    read_file_by(&reader(), &committed("ledger_gb18030.csv"), &ReadOptions::default(), |piece| {
        if let Piece::Rows(more) = piece {
            rows += more.len();
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(rows, 81);
    std::io::stdout().flush().unwrap();
}
