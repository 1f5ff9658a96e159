//! What was imported, recorded, looked for, refused, exported, printed and worked on when the process was killed stands in no
//! file that is left, in none of the forms in which text is stored, but in the files that were asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use common::{Keeper, PASSPHRASE};
use rust_xlsxwriter::Workbook;

/// In the title of a case, as a person, in notes, reminders and reasons, as what is looked for, in what is refused.
const TITLE: &str = "金丝雀翠羽";
const PERSON: &str = "云雀衔枝";
const NOTE: &str = "画眉穿林";
const REMINDER: &str = "杜鹃啼月";
const LOOKED_FOR: &str = "鹧鸪天晓";
const REFUSED: &str = "白鹭横江";
/// Who hears with the prosecutors; stands on the papers of a hearing.
const OFFICER: &str = "戴胜知春";
const CANARIES: [&str; 7] = [TITLE, PERSON, NOTE, REMINDER, LOOKED_FOR, REFUSED, OFFICER];
const HEADS: [&str; 7] = ["部门受案号", "案件名称", "嫌疑人", "性别", "涉嫌罪名", "移送单位", "受理日期"];

/// A keeper whose files are looked through.
trait Looking {
    fn ledger(&self, rows: &[(usize, String, String)]) -> String;
    fn holding(&self, texts: &[&str]) -> (Vec<PathBuf>, usize);
    fn leaves_nothing(&self);
}

impl Looking for Keeper {
    /// A workbook with a case in each row. It is the person's own and does not stay.
    fn ledger(&self, rows: &[(usize, String, String)]) -> String {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, head) in (0..).zip(HEADS) {
            sheet.write(0, column, head).unwrap();
        }
        for (row, (number, title, person)) in (1..).zip(rows) {
            let number = format!("测检刑诉受〔2026〕341023{number:06}号");
            let cells = [&number, title, person, "男", "盗窃罪", "测县公安局", "2026-01-05"];
            for (column, cell) in (0..).zip(cells) {
                sheet.write(row, column, cell).unwrap();
            }
        }
        let path = self.asked("台账.xlsx");
        book.save(&path).unwrap();
        path
    }

    /// The files that hold one of the texts, and how many were looked at.
    fn holding(&self, texts: &[&str]) -> (Vec<PathBuf>, usize) {
        let forms: Vec<Vec<u8>> = texts.iter().flat_map(|text| forms(text)).collect();
        let (mut holding, mut looked, mut folders) = (Vec::new(), 0, vec![self.path("")]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let (bytes, name) = (contents(&path), path.display().to_string());
                looked += 1;
                let holds = |form: &Vec<u8>| bytes.windows(form.len()).any(|window| window == form);
                if forms.iter().any(holds) || texts.iter().any(|text| name.contains(text)) {
                    holding.push(path);
                }
            }
        }
        (holding, looked)
    }

    /// Looks at everything that the program left, but what was asked for.
    #[track_caller]
    fn leaves_nothing(&self) {
        let texts: Vec<&str> = CANARIES.into_iter().chain([PASSPHRASE]).collect();
        let (mut holding, looked) = self.holding(&texts);
        holding.retain(|path| !path.starts_with(self.path("asked")));
        assert_eq!(holding, Vec::<PathBuf>::new());
        assert!(looked >= 5, "record, key file, backup, second copy, workstation key: {looked}");
    }
}

/// A file's bytes; after those of a zip what it holds unpacked.
fn contents(path: &Path) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    let archive = fs::File::open(path).ok().and_then(|file| zip::ZipArchive::new(file).ok());
    if let Some(mut archive) = archive {
        for at in 0..archive.len() {
            archive.by_index(at).unwrap().read_to_end(&mut bytes).unwrap();
        }
    }
    bytes
}

/// A text in the forms in which it could stand in a file.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    let hex = |byte: u8| format!("{byte:02x}");
    let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    vec![
        text.as_bytes().to_vec(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        encoding_rs::GB18030.encode(text).0.into_owned(),
        text.bytes().map(hex).collect::<String>().into_bytes(),
        escaped.into_bytes(),
    ]
}

#[test]
fn canaries_stand_in_no_file_but_those_asked_for() {
    let keeper = Keeper::founded();
    keeper.done(&["copies", "--second", keeper.path("second").to_str().unwrap()]);
    let ledger = keeper.ledger(&[(1, format!("{TITLE}盗窃案"), PERSON.to_owned())]);
    keeper.done(&["import", &ledger]);
    fs::remove_file(&ledger).unwrap();
    let case = keeper.done(&["list"])["cases"][0]["register_no"].as_str().unwrap().to_owned();

    // Refused where the case stands, with what was typed.
    keeper.answer(3, &["act", &case, "returned_for_investigation", "--on", "2026-02-01", "--note", NOTE]);
    keeper.done(&["remind", &case, REMINDER, "--on", "2026-03-10"]);
    keeper.done(&["search", LOOKED_FOR]);
    assert!(keeper.done(&["search", PERSON]).to_string().contains(TITLE), "it is on record");
    keeper.answer(3, &["show", REFUSED]);
    keeper.answer(3, &["act", &case, REFUSED, "--on", "2026-02-01"]);
    keeper.answer(3, &["user", "disable", REFUSED]);
    for words in [&["show", &case][..], &["journal"], &["due"], &["slip", &case], &["as-of", "2026-03-05"], &["verify"]]
    {
        keeper.done(words);
    }
    keeper.answer(1, &["check"]);
    keeper.done(&["backup"]);
    keeper.leaves_nothing();

    // What was asked for holds it; papers are made, and converted where there is a converter.
    for name in ["名单.csv", "名单.xlsx"] {
        keeper.done(&["export", &keeper.asked(name)]);
    }
    let hearings = keeper.asked("听证.csv");
    fs::write(&hearings, format!("案号,听证日期,听证类型,听证员\n{case},2026-02-20,一般听证,{OFFICER}、林主任\n"))
        .unwrap();
    keeper.done(&["import", &hearings, "--kind", "hearings"]);
    let hearing = keeper.done(&["hearing", "list"])["hearings"][0]["id"].to_string();
    let converts = Path::new("/usr/bin/soffice").exists();
    let form = if converts { "both" } else { "docx" };
    let papers = ["hearing", "papers", &hearing, "--to", &keeper.asked(""), "--form", form];
    keeper.answer(1, &papers);
    let (holding, _) = keeper.holding(&[TITLE, OFFICER]);
    let endings: Vec<&str> = holding.iter().filter_map(|path| path.extension()?.to_str()).collect();
    for ending in ["csv", "xlsx", "docx"] {
        assert!(endings.contains(&ending), "what is looked for is found where it is: {holding:?}");
    }
    let made = fs::read_dir(keeper.path("asked")).unwrap().flatten();
    let converted = made.filter(|file| file.path().extension().is_some_and(|ending| ending == "pdf")).count();
    assert_eq!(converted > 0, converts, "{converted} papers were converted");
    keeper.leaves_nothing();
}

#[test]
fn canaries_stand_in_no_file_of_a_process_that_was_killed() {
    let keeper = Keeper::founded();
    let rows: Vec<(usize, String, String)> =
        (1..=400).map(|number| (number, format!("{TITLE}{number}盗窃案"), format!("{PERSON}{number}"))).collect();
    let ledger = keeper.ledger(&rows);
    let log = keeper.path("office").join("office.anjuan-wal");
    let length = || fs::metadata(&log).map_or(0, |file| file.len());
    let mut killed = 0;
    for pages in [1, 40] {
        let mut process =
            keeper.command(&["import", &ledger]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Once it writes, or has ended before it could be killed.
        while length() < pages * 4096 && process.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        killed += u32::from(process.kill().is_ok() && !process.wait().unwrap().success());
        keeper.leaves_nothing();
        keeper.done(&["verify"]);
        keeper.leaves_nothing();
    }
    assert!(killed > 0, "the process was killed while it wrote");
}
