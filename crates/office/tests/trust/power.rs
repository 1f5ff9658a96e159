//! Power cuts: after every write, sync and truncation, with what was not brought onto the disk dropped, torn or reordered.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};

use sha2::{Digest as _, Sha256};

use crate::{
    scene::{self, Dice, base},
    vfs::{self, Event, Watched},
};

/// A file as the disk has it, and what was written to it and may or may not have got there.
#[derive(Clone, Default)]
struct Disk {
    there: bool,
    bytes: Vec<u8>,
    pending: Vec<Event>,
}

fn apply(bytes: &mut Vec<u8>, event: &Event, part: std::ops::Range<usize>) {
    match event {
        Event::Write { offset, bytes: written, .. } => {
            let at = usize::try_from(*offset).unwrap() + part.start;
            let written = &written[part.start.min(written.len())..part.end.min(written.len())];
            if bytes.len() < at + written.len() {
                bytes.resize(at + written.len(), 0);
            }
            bytes[at..at + written.len()].copy_from_slice(written);
        }
        Event::Truncate { size, .. } => bytes.resize(usize::try_from(*size).unwrap(), 0),
        _ => {}
    }
}

const WHOLE: std::ops::Range<usize> = 0..usize::MAX;

/// One way in which the power can go.
#[derive(Debug, Clone, Copy)]
enum Loss {
    /// Nothing that was not synced got there.
    All,
    /// Everything got there.
    None,
    /// Each write got there or did not.
    Some,
    /// Each write got there, did not, or only some of its sectors did.
    Torn,
}

/// The disk after a run of events, kept along so that each moment is looked at once.
struct Disks {
    files: BTreeMap<String, Disk>,
    acknowledged: i64,
    /// The disk says that it synced and did not.
    lies: bool,
}

impl Disks {
    fn of(folder: &Path, acknowledged: i64, lies: bool) -> Self {
        let mut files = BTreeMap::new();
        for file in fs::read_dir(folder).unwrap().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if name.starts_with("office.anjuan") && !name.ends_with("-shm") {
                files.insert(name, Disk { there: true, bytes: fs::read(file.path()).unwrap(), pending: Vec::new() });
            }
        }
        Self { files, acknowledged, lies }
    }

    fn happen(&mut self, event: &Event) {
        match event {
            Event::Saved(entry) => self.acknowledged = *entry,
            Event::Create { file } => {
                self.files.insert(file.clone(), Disk::default());
            }
            Event::Delete { file } => {
                self.files.remove(file);
            }
            Event::Write { file, .. } | Event::Truncate { file, .. } => {
                self.files.entry(file.clone()).or_default().pending.push(event.clone());
            }
            Event::Sync { .. } if self.lies => {}
            Event::Sync { file } => {
                let disk = self.files.entry(file.clone()).or_default();
                disk.there = true;
                for event in std::mem::take(&mut disk.pending) {
                    apply(&mut disk.bytes, &event, WHOLE);
                }
            }
        }
    }

    /// What is on the disk when the power goes now.
    fn left(&self, loss: Loss, dice: &mut Dice) -> BTreeMap<&str, Vec<u8>> {
        let mut left = BTreeMap::new();
        for (name, disk) in &self.files {
            let mut bytes = disk.bytes.clone();
            for event in &disk.pending {
                match loss {
                    Loss::All => {}
                    Loss::None => apply(&mut bytes, event, WHOLE),
                    Loss::Some => {
                        if dice.one_in(2) {
                            apply(&mut bytes, event, WHOLE);
                        }
                    }
                    Loss::Torn => match dice.below(3) {
                        0 => {}
                        1 => apply(&mut bytes, event, WHOLE),
                        _ => {
                            for sector in 0..8 {
                                if dice.one_in(2) {
                                    apply(&mut bytes, event, sector * 512..(sector + 1) * 512);
                                }
                            }
                        }
                    },
                }
            }
            let got_there = disk.there || (!disk.pending.is_empty() && !matches!(loss, Loss::All) && dice.one_in(2));
            if got_there {
                left.insert(name.as_str(), bytes);
            }
        }
        left
    }
}

fn lay_down(left: &BTreeMap<&str, Vec<u8>>, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (name, bytes) in left {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Does some work on a watched record and gives what reached the disk, with what was begun at most.
fn run(folder: &Path, entries: i64) -> (Vec<Event>, i64) {
    scene::copy(&base().folder, folder);
    vfs::watch(folder, Watched { noting: true, ..Watched::default() });
    let mut last = 1;
    for part in 0..2 {
        let office = scene::open(folder, &base().key).unwrap();
        for _ in 0..entries {
            last = scene::do_next(&office).unwrap();
            vfs::saved(folder, last);
        }
        // The first time it is closed in order, which writes the log back.
        if part == 0 {
            drop(office);
        } else {
            std::mem::forget(office);
        }
    }
    (vfs::unwatch(folder).events, last)
}

/// What a campaign came to.
#[derive(Default)]
struct Cuts {
    done: u64,
    /// Of these, disks that no cut before had left just so: only they need to be opened.
    distinct: u64,
    lost: Vec<String>,
}

/// Cuts the power after events until `tries` are through, on all cores; gives what was lost.
fn cut(tries: u64, lies: bool, seed: u64) -> Cuts {
    let kept = scene::room();
    let (events, last) = run(&kept.path().join("watched"), 3);
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let mut all = Cuts::default();
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..cores)
            .map(|part| {
                let (events, folder) = (&events, kept.path().join(format!("part-{part}")));
                let tries = tries / cores + u64::from(part < tries % cores);
                scope.spawn(move || cut_some(events, last, &folder, tries, lies, seed + part))
            })
            .collect();
        for part in parts {
            let part = part.join().unwrap();
            all.done += part.done;
            all.distinct += part.distinct;
            all.lost.extend(part.lost);
        }
    });
    all
}

fn cut_some(events: &[Event], last: i64, folder: &Path, tries: u64, lies: bool, seed: u64) -> Cuts {
    let mut dice = Dice::new(seed);
    let mut cuts = Cuts::default();
    let mut seen = HashSet::new();
    while cuts.done < tries {
        let mut disks = Disks::of(&base().folder, 1, lies);
        // Where there are more moments than tries, each round looks at others.
        let moments = u64::try_from(events.len()).unwrap();
        let every = (moments * 4).div_ceil(tries).max(1);
        let from = dice.next() % every;
        for (at, event) in events.iter().enumerate() {
            disks.happen(event);
            if u64::try_from(at).unwrap() % every != from || cuts.done >= tries {
                continue;
            }
            for loss in [Loss::All, Loss::None, Loss::Some, Loss::Torn] {
                cuts.done += 1;
                let left = disks.left(loss, &mut dice);
                let mut image = Sha256::new_with_prefix(disks.acknowledged.to_be_bytes());
                for (name, bytes) in &left {
                    image.update(format!("{name} {} ", bytes.len()));
                    image.update(bytes);
                }
                if !seen.insert(<[u8; 32]>::from(image.finalize())) {
                    continue;
                }
                cuts.distinct += 1;
                lay_down(&left, folder);
                if let Err(what) = scene::stands_between(folder, &base().key, disks.acknowledged, last) {
                    cuts.lost.push(format!("seed {seed}, after event {at} of {moments}, {loss:?}: {what}"));
                }
                fs::remove_dir_all(folder).unwrap();
            }
        }
    }
    cuts
}

/// How many cuts are made of one run of the work: of more, ever fewer would leave a disk as no other did.
const OF_ONE_RUN: u32 = 20_000;

#[test]
fn no_save_is_lost_and_none_is_half_there_when_the_power_goes() {
    let (tries, first) = (scene::tries(OF_ONE_RUN), scene::seed());
    let (mut done, mut seed) = (0, first);
    while done < tries {
        let cuts = cut(u64::from(OF_ONE_RUN).min(tries - done), false, seed);
        (done, seed) = (done + cuts.done, seed + 1_000);
        println!("power cuts: {done} ({} different disks in the last {}), seed {first}", cuts.distinct, cuts.done);
        assert!(cuts.distinct * 5 > cuts.done, "most cuts are to differ: {} of {}", cuts.distinct, cuts.done);
        let (lost, some) = (cuts.lost.len(), &cuts.lost[..cuts.lost.len().min(5)]);
        assert!(lost == 0, "{lost} of {}: {some:#?}", cuts.done);
    }
}

#[test]
fn the_campaign_turns_red_on_a_disk_that_says_it_synced_and_did_not() {
    let cuts = cut(60, true, scene::seed());
    assert!(!cuts.lost.is_empty(), "saves are lost on such a disk, and the campaign must see it");
}

/// Cuts the power in the course of `work` on a copy of `from`, and looks at what each cut left.
pub fn cut_while(from: &Path, work: impl FnOnce(&Path), tries: u64, look: impl Fn(&Path)) {
    let kept = scene::room();
    let watched = kept.path().join("watched");
    scene::copy(from, &watched);
    vfs::watch(&watched, Watched { noting: true, ..Watched::default() });
    work(&watched);
    let events = vfs::unwatch(&watched).events;
    let mut dice = Dice::new(scene::seed());
    for round in 0..tries {
        let moment = dice.below(events.len());
        let mut disks = Disks::of(from, 0, false);
        events[..moment].iter().for_each(|event| disks.happen(event));
        let folder = kept.path().join(format!("cut-{round}"));
        let loss = [Loss::All, Loss::None, Loss::Some, Loss::Torn][dice.below(4)];
        lay_down(&disks.left(loss, &mut dice), &folder);
        look(&folder);
        fs::remove_dir_all(&folder).unwrap();
    }
}
