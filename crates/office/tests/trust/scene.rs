//! A small office whose n-th entry is always the same, so that what must stand after n entries is known.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, EntryId, Office, Post, Result,
    accounts::{self, AccountEntry},
    cases::{self, Registration},
    founding::{self, OfficeHead},
    record::{Digests, FileKey, Holder, KeyCost, KeyFile, Record},
};

/// A folder that is gone when dropped: in memory where the machine has such a place. What a power cut leaves is worked out by
/// the campaign itself, and what a killed process leaves is the same there, so that the machine's own disk need not wait.
pub fn room() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

pub const PASSPHRASE: &str = "a passphrase for trying";

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn holder() -> Holder {
    Holder { pid: 7, program: "test".into(), workstation: "案管室".into(), since: "2026-03-05T01:00:00Z".into() }
}

pub fn clerk(office: &Office) -> Actor {
    clerk_of(office).unwrap()
}

fn clerk_of(office: &Office) -> Result<Actor> {
    Ok(office.read(|reading| accounts::by_login(reading, "li", day("2026-03-05")))?.unwrap().actor())
}

pub fn ask<'a>(by: &'a Actor, on: &str) -> Ask<'a> {
    Ask { by, day: day(on), at: "2026-03-05T01:02:03Z", reason: "试", detail: serde_json::json!({}) }
}

pub fn open(folder: &Path, key: &FileKey) -> Result<Office> {
    // Another test may just be starting a process: until that runs its own program it holds whatever is held here.
    for _ in 0..10_000 {
        match Record::open(folder, key.clone(), &holder()) {
            Err(refused) if refused.code == "record_held" => std::thread::yield_now(),
            opened => return Ok(Office::new(opened?, "案管室")),
        }
    }
    Ok(Office::new(Record::open(folder, key.clone(), &holder())?, "案管室"))
}

/// An office of one clerk in `folder`, closed again, with its key.
pub fn found(folder: &Path) -> FileKey {
    let key = FileKey::random().unwrap();
    let office = Office::new(Record::create(folder, key.clone(), &holder()).unwrap(), "案管室");
    let head = OfficeHead {
        name: "测县人民检察院".into(),
        short_name: "测".into(),
        division_code: "341023".into(),
        founded_on: day("2020-01-01"),
        is_sample: false,
    };
    let departments =
        [("case_management".to_owned(), "案件管理办公室".to_owned()), ("first".to_owned(), "第一检察部".to_owned())];
    let program = Actor::program();
    office
        .act(Action::OfficeFound, &ask(&program, "2026-01-01"), |work| {
            founding::found(work, &head, &departments, "li", "李案管")
        })
        .unwrap();
    drop(office);
    let (mut keys, _) = KeyFile::new(&key, "li", PASSPHRASE, KeyCost::LEAST).unwrap();
    keys.set(&key, "wang", "passphrase of wang", KeyCost::LEAST).unwrap();
    keys.save(&Record::key_file_in(folder)).unwrap();
    key
}

/// The number of the last entry.
pub fn head(office: &Office) -> i64 {
    office.read(|reading| reading.value("SELECT ifnull(max(entry), 0) FROM journal", [])).unwrap()
}

/// What is done next: it depends on the number of the entry and on nothing else.
pub fn do_next(office: &Office) -> Result<i64> {
    let by = clerk_of(office)?;
    let next = office.read(|reading| reading.value::<i64>("SELECT max(entry) + 1 FROM journal", []))?;
    let ask = ask(&by, "2026-03-05");
    let done = match next % 5 {
        0 => office.act(Action::CaseRegister, &ask, |work| cases::register(work, &theft(next)).map(|_| ()))?,
        1 => office.undo(EntryId::known(next - 1), &ask)?,
        2 => office.act(Action::AccountSave, &ask, |work| accounts::save(work, &person(next)).map(|_| ()))?,
        3 => office.act(Action::SettingSave, &ask, |work| {
            let value = format!("{next} {}", "值".repeat(usize::try_from(next % 700).unwrap_or(0)));
            work.write(
                "INSERT INTO setting (key, value) VALUES ('tried', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
                [value],
            )
            .map(|_| ())
        })?,
        _ => office.act(Action::CaseRegister, &ask, |work| cases::register(work, &theft(next)).map(|_| ()))?,
    };
    Ok(done.changed.entry.unwrap().get())
}

fn theft(number: i64) -> Registration {
    let mut entry = Registration::new(
        "GC",
        "first_instance_prosecution",
        &format!("张三盗窃案之{number}"),
        day("2026-02-02"),
        day("2026-02-03"),
    );
    entry.from_unit = Some("测县公安局".into());
    entry.source = Some("police".into());
    entry.cause = Some("盗窃罪".into());
    // Some have so much to tell that their changes lie packed in the journal.
    entry.summary = (number % 10 < 5).then(|| long(number));
    entry
}

/// Eighteen kilobytes that hardly get shorter, another text for each number.
fn long(number: i64) -> String {
    let mut at = u32::try_from(number).unwrap_or(0);
    let next = |_| {
        at = at.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4E00 + (at >> 16) % 20_000)
    };
    (0..6_000).filter_map(next).collect()
}

fn person(number: i64) -> AccountEntry {
    AccountEntry {
        id: None,
        login: format!("p{number}"),
        name: format!("第{number}人"),
        staff_no: String::new(),
        post: Post::Prosecutor,
        department_id: None,
        in_quota: true,
        handles_minors: false,
        on_duty: true,
        case_cap: None,
        ended_on: None,
    }
}

/// A founded office, kept once for all tests, and what stands in it after each entry.
pub struct Base {
    pub folder: PathBuf,
    pub key: FileKey,
    pub states: BTreeMap<i64, Digests>,
    _kept: tempfile::TempDir,
}

/// How many entries the states are known for.
pub const KNOWN: i64 = 60;

pub fn base() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(|| {
        let kept = room();
        let folder = kept.path().join("office");
        let key = found(&folder);
        let trial = kept.path().join("trial");
        copy(&folder, &trial);
        let office = open(&trial, &key).unwrap();
        let mut states = BTreeMap::from([(1, office.record().digests().unwrap())]);
        for _ in 1..KNOWN {
            let entry = do_next(&office).unwrap();
            states.insert(entry, office.record().digests().unwrap());
        }
        Base { folder, key, states, _kept: kept }
    })
}

/// Copies the files of a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().flatten().filter(|file| file.path().is_file()) {
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// The record in `folder` holds exactly what stands after some entry from `least` to `most`.
pub fn stands_between(folder: &Path, key: &FileKey, least: i64, most: i64) -> std::result::Result<i64, String> {
    let office = open(folder, key).map_err(|refused| format!("does not open: {refused}"))?;
    let entry: i64 = office
        .read(|reading| reading.value("SELECT ifnull(max(entry), 0) FROM journal", []))
        .map_err(|refused| format!("can't be read: {refused}"))?;
    if entry < least || entry > most {
        return Err(format!("stands at {entry}, acknowledged {least}, begun {most}"));
    }
    let digests = office.record().digests().map_err(|refused| format!("can't be read: {refused}"))?;
    let expected = &base().states[&entry];
    match digests == *expected {
        true => Ok(entry),
        false => Err(format!("differs from what stands after entry {entry}")),
    }
}

/// The segment file of a second copy that has one.
pub fn segment_in(second: &Path) -> PathBuf {
    let mut files = fs::read_dir(second).unwrap().flatten().map(|file| file.path());
    files.find(|path| path.extension().is_some_and(|ending| ending == "anjuan-segment")).unwrap()
}

/// How many tries: the usual number times `ANJUAN_CAMPAIGN`, which may be a part of one.
pub fn tries(usual: u32) -> u64 {
    let times = std::env::var("ANJUAN_CAMPAIGN").ok().and_then(|times| times.parse::<f64>().ok()).unwrap_or(1.0);
    (f64::from(usual) * times).ceil() as u64
}

/// Where the dice begin.
pub fn seed() -> u64 {
    std::env::var("ANJUAN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_260_305)
}

/// Dice that repeat.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % (bound.max(1) as u64)).unwrap()
    }

    pub fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}
