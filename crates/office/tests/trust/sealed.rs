//! A case goes into the sealed file and back while the process is ended: at each step, and at moments that nobody chose. It is
//! never in neither file, and once the room was entered again it is in one of them, as it was.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use anjuan_office::{
    Action, CaseId, Office,
    cases::{self, PersonEntry, Registration},
    record::{FileKey, KeyFile, RekeyStep, Rows, StationKey, sealed_file_in},
    sealed::{self, Room, Sealing, Step, Unsealing},
};

use crate::scene::{self, Dice, ask, clerk, day};

const CHILD: &str = "ANJUAN_SEALED_CHILD";
const END_AT: &str = "ANJUAN_SEALED_END_AT";
const CASE: i64 = 2;
const STEPS: [Step; 4] = [Step::Begun, Step::Kept, Step::Compared, Step::Left];

/// An office with a minor's case that can be sealed, its room founded, and what the case is.
fn office(folder: &Path) -> Vec<Rows> {
    let key = scene::found(folder);
    let office = scene::open(folder, &key).unwrap();
    let by = clerk(&office);
    let told = ask(&by, "2026-03-05");
    for title in ["前一案", "未成年人案", "后一案"] {
        let (received, accepted) = (day("2026-02-02"), day("2026-02-03"));
        let mut entry = Registration::new("GC", "first_instance_prosecution", title, received, accepted);
        let mut person = PersonEntry::new("suspect", "柳如霜");
        person.birth = Some(day("2009-05-06"));
        person.act_on = Some(day("2025-12-24"));
        entry.persons = Some(vec![person]);
        entry.source = Some("police".into());
        office.act(Action::CaseRegister, &told, |work| cases::register(work, &entry)).unwrap();
    }
    for kind in ["not_prosecuted", "sealed_record", "closed"] {
        office
            .act(Action::ActRecord, &told, |work| {
                work.insert("INSERT INTO act (case_id, kind, on_day) VALUES (?1, ?2, '2026-02-20')", (CASE, kind))
            })
            .unwrap();
    }
    let sealed_key = FileKey::random().unwrap();
    let station = StationKey::load_or_make(folder).unwrap();
    office
        .act(Action::WorkstationKnow, &told, |work| {
            work.insert(
                "INSERT INTO workstation (name, public_key, known_from) VALUES ('案管室', ?1, ?2)",
                (station.public(), work.day),
            )
        })
        .unwrap();
    let (keys, _) = KeyFile::new(&sealed_key, "li", scene::PASSPHRASE, anjuan_office::record::KeyCost::LEAST).unwrap();
    keys.save(&anjuan_office::record::sealed_keys_in(folder)).unwrap();
    Room::found(folder, sealed_key, station, &office, &told).unwrap();
    assert!(sealed_file_in(folder).exists());
    office.read(|reading| reading.rows_of_case(CaseId::known(CASE))).unwrap()
}

fn open(folder: &Path) -> (Office, Room) {
    let key = KeyFile::load(&folder.join("office.key")).unwrap().open("li", scene::PASSPHRASE).unwrap();
    let office = scene::open(folder, &key).unwrap();
    let keys = KeyFile::load(&anjuan_office::record::sealed_keys_in(folder)).unwrap();
    let sealed_key = keys.open("li", scene::PASSPHRASE).unwrap();
    let by = clerk(&office);
    let station = StationKey::load_or_make(folder).unwrap();
    let room = Room::enter(folder, sealed_key, station, &office, &ask(&by, "2026-03-05")).unwrap();
    (office, room)
}

fn sealing() -> Sealing {
    Sealing {
        case: CaseId::known(CASE),
        ground: "not_prosecuted".into(),
        authority: "测检未封〔2026〕1号".into(),
        reason: "相对不起诉".into(),
        joint_reason: String::new(),
    }
}

fn unsealing() -> Unsealing {
    Unsealing {
        case: CaseId::known(CASE),
        ground: "new_crime".into(),
        authority: "测检未解〔2026〕1号".into(),
        reason: "数罪并罚".into(),
    }
}

fn is_in(office: &Office) -> bool {
    let found = office.read(|reading| reading.maybe("SELECT 1 FROM case_file WHERE id = ?1", [CASE], |_| Ok(())));
    found.unwrap().is_some()
}

/// What the child does: seals and unseals for ever, or ends itself at a step. As a test of its own it does nothing.
#[test]
fn child_seals() {
    let Some(folder) = std::env::var_os(CHILD) else {
        return;
    };
    let end_at: Option<usize> = std::env::var(END_AT).ok().and_then(|step| step.parse().ok());
    let (office, room) = open(Path::new(&folder));
    let by = clerk(&office);
    let told = ask(&by, "2026-03-05");
    sealed::finish(&office, &room, &told).unwrap();
    let watch = |step: Step| {
        if end_at.is_some_and(|at| STEPS[at] == step) {
            std::process::abort();
        }
        Ok(())
    };
    let mut out = std::io::stdout();
    for _ in 0..200 {
        match is_in(&office) {
            true => sealed::seal(&office, &room, &told, &sealing(), watch).unwrap(),
            false => sealed::unseal(&office, &room, &told, &unsealing(), watch).unwrap(),
        };
        writeln!(out, "went").unwrap();
        out.flush().unwrap();
    }
}

fn child(folder: &Path) -> Command {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "sealed::child_seals", "--nocapture", "--test-threads=1"])
        .env(CHILD, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    child
}

/// Both files are sound, the case is in one of them and as it was; the other cases stand.
fn refuse_lost(folder: &Path, was: &[Rows], what: &str) {
    let (office, room) = open(folder);
    assert!(is_in(&office) || is_in(room.office()), "{what}: the case is in neither");
    let by = clerk(&office);
    sealed::finish(&office, &room, &ask(&by, "2026-03-05")).unwrap();
    assert!(is_in(&office) != is_in(room.office()), "{what}: the case is in both");
    let holder = if is_in(&office) { &office } else { room.office() };
    let stands = holder.read(|reading| reading.rows_of_case(CaseId::known(CASE))).unwrap();
    assert_eq!(stands, was, "{what}");
    for one in [&office, room.office()] {
        let sound = one.record().verify().unwrap();
        assert_eq!(sound.problems, [], "{what}");
    }
    assert_eq!(office.compare_derived(&ask(&by, "2026-03-05")).unwrap(), [], "{what}");
    let others: i64 = office.read(|reading| reading.value("SELECT count(*) FROM case_file WHERE id <> 2", [])).unwrap();
    assert_eq!(others, 2, "{what}");
}

#[test]
fn a_going_that_ends_at_any_step_loses_nothing_and_is_finished() {
    let kept = tempfile::tempdir().unwrap();
    let fresh = kept.path().join("fresh");
    let was = office(&fresh);
    for back in [false, true] {
        for (at, step) in STEPS.iter().enumerate() {
            let folder = kept.path().join(format!("office-{back}-{at}"));
            scene::copy(&fresh, &folder);
            if back {
                let (office, room) = open(&folder);
                let by = clerk(&office);
                sealed::seal(&office, &room, &ask(&by, "2026-03-05"), &sealing(), |_| Ok(())).unwrap();
            }
            let ended = child(&folder).env(END_AT, at.to_string()).stdout(Stdio::null()).status().unwrap();
            assert!(!ended.success(), "the child ends itself");
            refuse_lost(&folder, &was, &format!("back {back}, {step:?}"));
        }
    }
}

#[test]
fn wherever_a_new_key_of_the_room_ends_the_room_opens_with_what_people_have_and_who_left_does_not() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("office");
    let was = office(&folder);
    let key_file = anjuan_office::record::sealed_keys_in(&folder);
    let (office, room) = open(&folder);
    let by = clerk(&office);
    sealed::seal(&office, &room, &ask(&by, "2026-03-05"), &sealing(), |_| Ok(())).unwrap();
    let mut keys = KeyFile::load(&key_file).unwrap();
    keys.set(&room.key(), "wang", "passphrase of wang", anjuan_office::record::KeyCost::LEAST).unwrap();
    keys.save(&key_file).unwrap();
    let his = keys.open("wang", "passphrase of wang").unwrap();
    // He left while nobody was in the room.
    assert!(keys.forget("wang", scene::day("2026-03-05")));
    keys.save(&key_file).unwrap();
    let moments = std::cell::RefCell::new(Vec::new());
    let steps = room.office().record().rekey(scene::day("2026-03-05"), |step| {
        let to = kept.path().join(format!("moment-{}", moments.borrow().len()));
        scene::copy(&folder, &to);
        moments.borrow_mut().push((step, to));
        Ok(())
    });
    steps.unwrap();
    room.office().record().settle().unwrap();
    moments.borrow_mut().push((RekeyStep::Done, folder.clone()));
    drop((room, office));
    let mut renewed = 0;
    for (step, at) in moments.into_inner() {
        for lock in ["office.anjuan-shm", "office.anjuan-sealed-shm"] {
            let _ = std::fs::remove_file(at.join(lock));
        }
        anjuan_office::record::settle(&at, &scene::holder()).unwrap();
        let keys = KeyFile::load(&anjuan_office::record::sealed_keys_in(&at)).unwrap();
        assert_eq!(keys.open("wang", "passphrase of wang").map(|_| ()).unwrap_err().code, "passphrase_wrong");
        if keys.renewed().0 == 1 {
            renewed += 1;
            let opened = anjuan_office::record::Record::beside(&sealed_file_in(&at), his.clone(), false);
            assert_eq!(opened.map(|_| ()).unwrap_err().code, "record_key_wrong", "{step:?}");
            assert!(keys.left().is_empty());
        }
        refuse_lost(&at, &was, &format!("{step:?}"));
    }
    assert_eq!(renewed, 3, "from the moment on when the file is in its place");
}

#[test]
fn a_case_is_never_in_neither_file_whenever_the_process_is_killed() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("office");
    let was = office(&folder);
    let mut dice = Dice::new(scene::seed());
    for round in 0..scene::tries(6) {
        let mut child = child(&folder).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let after = 1 + dice.below(4);
        let mut told = 0;
        while told < after
            && let Some(Ok(line)) = lines.next()
        {
            told += usize::from(line.contains("went"));
        }
        for _ in 0..dice.below(4_000_000) {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        refuse_lost(&folder, &was, &format!("seed {}, kill {round}", scene::seed()));
    }
}
