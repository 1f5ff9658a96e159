//! Files: a ledger brought in, a list written out.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use anjuan_office::{
    Refusal,
    record::{KeyFile, Record},
};

use crate::{
    bare, fault, fill,
    measure::{Times, busiest_thread, goal, memory_mb, tell, time},
    seat,
};

/// How many bare rows the goal sets against a case; an import leaves more, which are told beside it.
const ROWS_OF_A_CASE: usize = 14;

/// Of the office that is made for it.
const PASSPHRASE: &str = "measured words of no value";

const HEADS: [&str; 10] =
    ["部门受案号", "案件名称", "嫌疑人", "性别", "出生日期", "涉嫌罪名", "移送单位", "受理日期", "拘留日期", "备注"];

/// Imports a ledger of so many rows in a process of its own, then writes the list of its cases.
pub fn measure(scratch: &Path, rows: usize) -> Result<(), Refusal> {
    println!("\na ledger of {rows} rows and {} columns\n", HEADS.len());
    let ledger = scratch.join("ledger.xlsx");
    let (written, done) = time(|| bare::write_sheet(&ledger, rows, HEADS.len() as u16, cell));
    done.map_err(fault)?;
    tell("bare writing of the ledger", &written);
    let (read, done) = time(|| bare::read_sheet(&ledger));
    println!("   {} cells", done.map_err(fault)?);
    tell("bare reading of it", &read);
    let office = Anjuan::new(scratch)?;
    office.ask(&["init", "--name", "测县人民检察院", "--short", "测", "--division", "341023", "--person", "李案管"])?;
    let ledger_text = ledger.to_string_lossy();
    let (took, peak) = office.timed(&["import", &ledger_text, "--kind", "first_instance_prosecution"])?;
    tell("import, from the file to the commit", &took);
    let inserted = rows * ROWS_OF_A_CASE;
    let (bare_insert, done) = time(|| bare::insert(scratch, inserted));
    done.map_err(fault)?;
    tell(&format!("bare inserting of {inserted} rows"), &bare_insert);
    goal(
        "import, to bare reading + bare inserting",
        1.25,
        took.seconds() / (read.seconds() + bare_insert.seconds()),
        "x",
    );
    let rows = same_rows(scratch)?;
    let (again, done) = time(|| rows.insert(scratch));
    done.map_err(fault)?;
    tell(&format!("bare inserting of its own {} rows", rows.count()), &again);
    println!("   import, to bare reading + that: {:.2} x", took.seconds() / (read.seconds() + again.seconds()));
    goal("import, memory of all its processes at the most", 300.0, peak as f64, "MB");
    export(&office, scratch)
}

/// The rows that the import left, with those of the journal and those that are derived.
fn same_rows(scratch: &Path) -> Result<bare::Rows, Refusal> {
    let folder = scratch.join("imported");
    let keys = KeyFile::load(&Record::key_file_in(&folder))?;
    let login = keys.logins().first().copied().ok_or_else(|| fault("nobody has a key"))?;
    let key = keys.open(login, PASSPHRASE)?;
    bare::Rows::of(&Record::file_in(&folder), &key.as_pragma()).map_err(fault)
}

/// What a process took.
struct Took {
    /// The most memory that it and its children had together, in megabytes.
    peak: u64,
    /// What its busiest thread spent on a processor.
    busiest: Duration,
}

/// Waits for a process.
fn watch(child: &mut Child) -> Result<Took, Refusal> {
    let pid = child.id().to_string();
    let (mut peak, mut busiest) = (0, Duration::ZERO);
    loop {
        busiest = busiest.max(busiest_thread(&pid));
        let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
        let now = children.split_whitespace().chain([pid.as_str()]).map(|process| memory_mb(process, "VmRSS:")).sum();
        peak = peak.max(now);
        if let Some(status) = child.try_wait().map_err(fault)? {
            // 1 says that something was found that wants a person.
            return if matches!(status.code(), Some(0 | 1)) {
                Ok(Took { peak, busiest })
            } else {
                Err(fault("the program failed"))
            };
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// The command line of the program, over an office of its own.
struct Anjuan {
    program: PathBuf,
    scratch: PathBuf,
}

impl Anjuan {
    fn new(scratch: &Path) -> Result<Self, Refusal> {
        let here = std::env::current_exe().map_err(fault)?;
        let program = here.with_file_name("anjuan");
        if !program.exists() {
            return Err(fault("build anjuan first: cargo build --release -p anjuan-cli"));
        }
        fs::write(scratch.join("passphrase"), PASSPHRASE).map_err(fault)?;
        Ok(Self { program, scratch: scratch.to_owned() })
    }

    /// Runs the program and says what its busiest thread took, and its memory.
    fn timed(&self, words: &[&str]) -> Result<(Times, u64), Refusal> {
        let took = self.ask(words)?;
        Ok((Times::of(took.busiest), took.peak))
    }

    fn ask(&self, words: &[&str]) -> Result<Took, Refusal> {
        let mut command = Command::new(&self.program);
        command.arg("--office").arg(self.scratch.join("imported"));
        command.arg("--passphrase-file").arg(self.scratch.join("passphrase"));
        command.args(["--today", "2026-03-05", "--json"]).args(words);
        watch(&mut command.stdout(Stdio::null()).spawn().map_err(fault)?)
    }
}

fn export(office: &Anjuan, scratch: &Path) -> Result<(), Refusal> {
    let path = scratch.join("list.xlsx");
    let (opened, _) = office.timed(&["list", "--limit", "1"])?;
    tell("starting the program and opening the office", &opened);
    let (took, _) = office.timed(&["export", &path.to_string_lossy()])?;
    tell("writing the list of all cases", &took);
    // The same cells, as the file itself says them.
    let cells = bare::cells(&path).map_err(fault)?;
    let (height, columns) = (cells.len(), cells.first().map_or(0, Vec::len));
    let text =
        |row: usize, column: usize| cells.get(row).and_then(|cells| cells.get(column)).cloned().unwrap_or_default();
    let (bare_took, done) = time(|| bare::write_sheet(&scratch.join("bare-list.xlsx"), height, columns as u16, text));
    done.map_err(fault)?;
    tell(&format!("bare writing of the same {height} rows, {columns} columns"), &bare_took);
    let took = took.seconds() - opened.seconds();
    goal("export without the start, to bare writing", 1.3, took / bare_took.seconds(), "x");
    Ok(())
}

fn cell(row: usize, column: usize) -> String {
    let n = row as u64;
    if row == 0 {
        return HEADS.get(column).copied().unwrap_or_default().to_owned();
    }
    let day = |back: i64| seat::day().add_days(-back - (n % 700) as i64).to_string();
    match column {
        0 => format!("测检刑诉受[2025]341023{n:06}号"),
        1 => format!("{}盗窃案", fill::name(n * 64)),
        2 => fill::name(n * 64),
        3 => if n.is_multiple_of(5) { "女" } else { "男" }.to_owned(),
        4 => seat::day().add_days(-8000 - (n * 37 % 12_000) as i64).to_string(),
        5 => "盗窃罪".to_owned(),
        6 => "测县公安局".to_owned(),
        7 => day(30),
        8 => day(33),
        _ => if n.is_multiple_of(9) { "电话询问鉴定进度" } else { "" }.to_owned(),
    }
}
