//! `cargo xtask bench [--cases N]`: an office of N cases with three people each, and how long its people wait, as ratios to
//! what the same machine does bare in the same run. What misses its goal is printed as missed; nothing is asserted.

mod bare;
mod fill;
mod measure;

use std::{env, process::ExitCode};

use anjuan_office::{Action, Actor, Ask, CaseId, Office, Refusal, accounts, lists::CaseQuery, record::*};
use measure::{Goal, Times, time};

/// Of the pages of a list, the one whose cost is compared with the first.
const FAR_PAGE: usize = 20_000;
const PAGE: usize = 50;

fn main() -> ExitCode {
    let mut words = env::args().skip(1);
    let mut cases = 100_000;
    while let Some(word) = words.next() {
        if word == "--cases" {
            cases = words.next().and_then(|number| number.parse().ok()).unwrap_or(cases);
        }
    }
    match run(cases) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("bench: {refusal}");
            ExitCode::FAILURE
        }
    }
}

fn run(cases: usize) -> Result<(), Refusal> {
    let folder = tempfile::tempdir().map_err(fault)?;
    println!("{cases} cases, three people each; encrypted, WAL, synchronous=FULL\n");

    let sync = bare::fdatasync(folder.path(), 300).map_err(fault)?;
    println!("fdatasync of one page                 {sync}");

    let holder =
        Holder { pid: std::process::id(), program: "bench".into(), workstation: "bench".into(), since: String::new() };
    let office = Office::new(Record::create(folder.path(), FileKey::random()?, &holder)?, "bench");
    let clerk = fill::found(&office)?;
    let (filled, _) = time(|| fill::fill(&office, &clerk, cases));
    println!("filling the record tables             {filled}");
    let rows = office
        .read(|r| r.value::<i64>("SELECT (SELECT count(*) FROM case_file) + (SELECT count(*) FROM person) * 3", []))?;
    let (inserted, _) = time(|| bare::insert(folder.path(), usize::try_from(rows).unwrap_or(0)));
    println!("bare insert of as many rows           {inserted}  ({rows} rows)");

    let ask = fill::ask(&clerk);
    let (derived, differences) = time(|| office.rebuild(&ask));
    differences?;
    let per_million = derived.seconds() * 1e6 / cases as f64;
    println!("deriving everything (periods, checks) {derived}");
    Goal::at_most("full derivation of a million cases", 120.0, per_million, "s, extrapolated").print();

    let mut save = Times::default();
    let mut derive_one = Times::default();
    for at in 0..500 {
        let case = CaseId::known((at * 7919 % cases + 1) as i64);
        let (took, saved) = time(|| {
            office.act(Action::NoteWrite, &ask, |work| {
                work.insert(
                    "INSERT INTO note (case_id, on_day, text) VALUES (?1, ?2, '电话询问鉴定进度')",
                    (case, work.day),
                )
            })
        });
        saved?;
        save.add(took);
        let (took, derived) = time(|| {
            office.record().derive_and_drop(&clerk, ask.day, |work| anjuan_office::derive::cases(work, &[case].into()))
        });
        derived?;
        derive_one.add(took);
    }
    println!("\nsave of a note                         {save}");
    Goal::at_most("save at p99, to 2 x fdatasync + 3 ms", 1.0, save.p99_ms() / (2.0 * sync.p99_ms() + 3.0), "x")
        .print();
    println!("re-check of one case                   {derive_one}");
    Goal::at_most("re-check after an edit at p99", 20.0, derive_one.p99_ms(), "ms").print();

    lists(&office, cases)?;
    search(&office, cases)?;
    export(&office, folder.path())?;
    println!("\nresident memory of this process at the end: {} MB", measure::resident_mb());
    drop(office);
    Ok(())
}

fn lists(office: &Office, cases: usize) -> Result<(), Refusal> {
    let day = fill::day();
    let (opened, list) = time(|| office.read(|r| office.lists().open(r, &CaseQuery::default(), PAGE, day)));
    let list = list?.list;
    println!("\nopening the list of all cases          {opened}");
    let mut first = Times::default();
    let mut far = Times::default();
    let last = (cases / PAGE).saturating_sub(1);
    for at in 0..400 {
        let (took, page) = time(|| office.read(|r| office.lists().page(r, list, at % 3 * PAGE, PAGE, day)));
        page?;
        first.add(took);
        let from = FAR_PAGE.min(last).saturating_sub(at % 3) * PAGE;
        let (took, page) = time(|| office.read(|r| office.lists().page(r, list, from, PAGE, day)));
        page?;
        far.add(took);
    }
    println!("page 1                                 {first}");
    println!("page {:<6}                            {far}", FAR_PAGE.min(last));
    Goal::at_most("any list page at p99", 8.0, first.p99_ms().max(far.p99_ms()), "ms").print();
    Goal::at_most("far page to page 1, medians", 1.2, far.median_ms() / first.median_ms(), "x").print();
    Ok(())
}

fn search(office: &Office, cases: usize) -> Result<(), Refusal> {
    let (built, warmed) = time(|| office.read(|r| office.search().warm(r)));
    warmed?;
    println!("\nputting in memory what can be found    {built}");
    let middle = cases / 2;
    let queries = [
        "张",
        "王伟",
        "zs",
        "zhangsan",
        "盗窃",
        "dq",
        "zs dq",
        &format!("{middle:06}"),
        "〔2025〕",
        "龘龘",
        "qqqq",
        "chengongcaiqqq",
        "2025 盗窃",
    ]
    .map(str::to_owned);
    let mut times = Times::default();
    for at in 0..300 {
        let query = &queries[at % queries.len()];
        let (took, found) = time(|| office.read(|r| office.search().find(r, query, 30)));
        found?;
        times.add(took);
    }
    println!("search                                 {times}");
    Goal::at_most("search at p99", 30.0, times.p99_ms(), "ms").print();
    Ok(())
}

fn export(office: &Office, folder: &std::path::Path) -> Result<(), Refusal> {
    const ROWS: usize = 20_000;
    let day = fill::day();
    let (bare_took, written) = time(|| bare::write_sheet(&folder.join("bare.xlsx"), ROWS));
    written.map_err(fault)?;
    let (bare_read, read) = time(|| bare::read_sheet(&folder.join("bare.xlsx")));
    println!("\nbare writing of {ROWS} rows             {bare_took}");
    println!("bare reading of them                   {bare_read}  ({} cells)", read.map_err(fault)?);
    let (opened, list) = time(|| office.read(|r| office.lists().open(r, &CaseQuery::default(), 1000, day)));
    list?;
    println!("the first 1,000 rows for an export     {opened}");
    Ok(())
}

fn fault(error: impl std::fmt::Display) -> Refusal {
    Refusal::new("fault").with("detail", error)
}

/// The clerk in whose name everything is done.
pub(crate) fn first_account(office: &Office) -> Result<Actor, Refusal> {
    let all = office.read(accounts::list)?;
    all.first().map(accounts::Account::actor).ok_or_else(|| Refusal::new("fault"))
}

pub(crate) type AskOf<'a> = Ask<'a>;
