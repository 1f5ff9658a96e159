//! Backups count only after they were restored and compared; the second copy brings back what came after.

use std::{fs, path::Path};

use anjuan_office::{
    Office,
    record::{Made, Record, Secret, backups_in, office_of, restore, set_aside},
};

use crate::scene::{self, base, day};

fn office(folder: &Path) -> Office {
    scene::copy(&base().folder, folder);
    scene::open(folder, &base().key).unwrap()
}

fn back_up(office: &Office, to: &Path, on: &str) -> Made {
    office.record().back_up(to, day(on), &format!("{on}T01:02:03Z"), |_, _| Ok(())).unwrap()
}

const SECRET: Secret<'static> = Secret::Passphrase("li", scene::PASSPHRASE);

fn code<T: std::fmt::Debug>(answer: anjuan_office::Result<T>) -> String {
    answer.unwrap_err().code
}

#[test]
fn a_backup_is_compared_named_and_brought_back_as_it_was() {
    let kept = tempfile::tempdir().unwrap();
    let office = office(&kept.path().join("office"));
    for _ in 0..5 {
        scene::do_next(&office).unwrap();
    }
    let made = back_up(&office, &kept.path().join("backups"), "2026-03-05");
    assert_eq!(made.backup.head.entry, 6);
    assert_eq!((made.entries, made.tables > 30), (6, true));
    let names: Vec<String> = fs::read_dir(kept.path().join("backups"))
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["anjuan-2026-03-05-010203.anjuan-backup"], "nothing else is left behind");
    // People go on working; the backup is of its moment.
    scene::do_next(&office).unwrap();
    let back = kept.path().join("back");
    let restored = restore(&made.backup.file, &back, &SECRET, None).unwrap();
    assert_eq!((restored.entry, restored.digest), (6, made.backup.head.digest));
    let again = scene::open(&back, &base().key).unwrap();
    assert_eq!(again.record().digests().unwrap(), base().states[&6]);
    assert_eq!(again.record().verify().unwrap().problems, []);
}

#[test]
fn a_backup_of_the_same_second_gets_another_name() {
    let kept = tempfile::tempdir().unwrap();
    let office = office(&kept.path().join("office"));
    let to = kept.path().join("backups");
    let first = back_up(&office, &to, "2026-03-05");
    let second = back_up(&office, &to, "2026-03-05");
    assert_ne!(first.backup.file, second.backup.file);
    assert_eq!(second.thinned, [first.backup.file], "of one day the newest is kept");
}

#[test]
fn thinning_keeps_the_rota_other_offices_and_what_cannot_be_read() {
    let kept = tempfile::tempdir().unwrap();
    let office = office(&kept.path().join("office"));
    let to = kept.path().join("backups");
    fs::create_dir_all(&to).unwrap();
    fs::write(to.join("anjuan-2001-01-01-000000.anjuan-backup"), "not a backup").unwrap();
    let mut last = day("2026-01-01");
    for _ in 0..16 {
        let made = back_up(&office, &to, &last.to_string());
        assert!(made.backup.file.exists(), "the newest is never thinned");
        last = last.add_days(1);
    }
    let id = office.read(office_of).unwrap();
    let kept_days = backups_in(&to, &id).len();
    assert!((12..16).contains(&kept_days), "{kept_days}");
    assert!(to.join("anjuan-2001-01-01-000000.anjuan-backup").exists(), "what can't be read is not thrown away");
    assert_eq!(backups_in(&to, "0000000000000000").len(), 0);
}

#[test]
fn a_stopped_backup_leaves_nothing_behind_and_a_folder_that_is_gone_is_named() {
    let kept = tempfile::tempdir().unwrap();
    let office = office(&kept.path().join("office"));
    let to = kept.path().join("backups");
    let stop = |_, _| Err(anjuan_office::Refusal::new("stopped"));
    assert_eq!(code(office.record().back_up(&to, day("2026-03-05"), "2026-03-05T01:02:03Z", stop)), "stopped");
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0);
    fs::write(kept.path().join("file"), "").unwrap();
    let nowhere = kept.path().join("file").join("backups");
    let refused =
        office.record().back_up(&nowhere, day("2026-03-05"), "2026-03-05T01:02:03Z", |_, _| Ok(())).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.at.as_str()), ("folder_unreachable", "folder"));
}

#[test]
fn what_lies_there_is_never_written_over_and_a_wrong_secret_puts_nothing_down() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("office");
    let open = office(&folder);
    let made = back_up(&open, &kept.path().join("backups"), "2026-03-05");
    drop(open);
    assert_eq!(code(restore(&made.backup.file, &folder, &SECRET, None)), "record_exists_already");
    let to = kept.path().join("to");
    assert_eq!(code(restore(&made.backup.file, &to, &Secret::Passphrase("li", "another"), None)), "passphrase_wrong");
    assert_eq!(code(restore(&kept.path().join("no such"), &to, &SECRET, None)), "backup_missing");
    assert_eq!(code(restore(&Record::key_file_in(&folder), &to, &SECRET, None)), "backup_not_one");
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0);

    let before = fs::read(Record::file_in(&folder)).unwrap();
    let aside = set_aside(&folder, "2026-03-05T01:02:03Z").unwrap().unwrap();
    assert_eq!(fs::read(Record::file_in(&aside)).unwrap(), before, "what was set aside is there to the byte");
    restore(&made.backup.file, &folder, &SECRET, None).unwrap();
    assert!(scene::stands_between(&folder, &base().key, 1, 1).is_ok());
}

#[test]
fn backup_and_second_copy_bring_back_exactly_what_was_acknowledged_last() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("office");
    let open = office(&folder);
    let second = kept.path().join("second");
    for _ in 0..2 {
        scene::do_next(&open).unwrap();
    }
    // Begun late: it catches up.
    open.record().keep_second_copy(Some(&second), true).unwrap();
    let made = back_up(&open, &kept.path().join("backups"), "2026-03-05");
    for _ in 0..20 {
        scene::do_next(&open).unwrap();
    }
    assert_eq!(open.record().second_copy().entry, 23);
    std::mem::forget(open);
    fs::remove_dir_all(&folder).unwrap();

    let restored = restore(&made.backup.file, &folder, &SECRET, Some(&second)).unwrap();
    assert_eq!((restored.backup_entry, restored.entry), (3, 23));
    let again = scene::open(&folder, &base().key).unwrap();
    assert_eq!(again.record().digests().unwrap(), base().states[&23]);
    assert_eq!(again.record().verify().unwrap().problems, []);
    // And it goes on from there, in the same second copy.
    again.record().keep_second_copy(Some(&second), false).unwrap();
    scene::do_next(&again).unwrap();
    assert_eq!(again.record().digests().unwrap(), base().states[&24]);
    assert_eq!(again.record().second_copy().entry, 24);
}

#[test]
fn a_second_disk_that_is_gone_holds_up_no_save_is_told_and_is_caught_up_on() {
    let kept = tempfile::tempdir().unwrap();
    let open = office(&kept.path().join("office"));
    let (second, pulled) = (kept.path().join("second"), kept.path().join("pulled"));
    open.record().keep_second_copy(Some(&second), true).unwrap();
    scene::do_next(&open).unwrap();
    fs::rename(&second, &pulled).unwrap();
    scene::do_next(&open).unwrap();
    assert!(open.record().second_copy().fault.is_some(), "the save stands, and the disk is missed");
    assert!(!second.exists(), "nothing is written where the disk was");
    fs::rename(&pulled, &second).unwrap();
    scene::do_next(&open).unwrap();
    let state = open.record().second_copy();
    assert_eq!((state.kept, state.entry, state.fault), (true, 4, None), "it is caught up on");
    drop(open);
    fs::rename(&second, &pulled).unwrap();
    let open = scene::open(&kept.path().join("office"), &base().key).unwrap();
    assert_eq!(code(open.record().keep_second_copy(Some(&second), false)), "folder_unreachable");
    scene::do_next(&open).unwrap();
}

#[test]
fn a_torn_tail_of_the_second_copy_stays_and_is_gone_on_behind() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("office");
    let open = office(&folder);
    let second = kept.path().join("second");
    let made = back_up(&open, &kept.path().join("backups"), "2026-03-05");
    open.record().keep_second_copy(Some(&second), true).unwrap();
    for _ in 0..3 {
        scene::do_next(&open).unwrap();
    }
    drop(open);
    let file = scene::segment_in(&second);
    let whole = fs::read(&file).unwrap();
    let torn = &whole[..whole.len() - 7];
    fs::write(&file, torn).unwrap();
    // Where the disk of the record is lost just then, nothing goes on behind it: it is told.
    let alone = kept.path().join("alone");
    let restored = restore(&made.backup.file, &alone, &SECRET, Some(&second)).unwrap();
    assert_eq!((restored.entry, restored.unreadable.len()), (3, 1));
    let open = scene::open(&folder, &base().key).unwrap();
    open.record().keep_second_copy(Some(&second), false).unwrap();
    scene::do_next(&open).unwrap();
    assert_eq!(fs::read(&file).unwrap(), torn, "what is there is not touched");
    let to = kept.path().join("to");
    let restored = restore(&made.backup.file, &to, &SECRET, Some(&second)).unwrap();
    assert_eq!((restored.entry, restored.unreadable.len()), (5, 0));
    assert_eq!(scene::open(&to, &base().key).unwrap().record().digests().unwrap(), base().states[&5]);
}

#[test]
fn a_record_put_back_is_told_from_the_second_copy_and_goes_on_only_when_asked_to() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("office");
    let open = office(&folder);
    let second = kept.path().join("second");
    open.record().keep_second_copy(Some(&second), true).unwrap();
    let made = back_up(&open, &kept.path().join("backups"), "2026-03-05");
    for _ in 0..4 {
        scene::do_next(&open).unwrap();
    }
    drop(open);
    let back = kept.path().join("back");
    restore(&made.backup.file, &back, &SECRET, None).unwrap();
    let open = scene::open(&back, &base().key).unwrap();
    assert_eq!(code(open.record().keep_second_copy(Some(&second), false)), "second_copy_ahead");
    assert_eq!(open.record().second_copy().fault.as_deref(), Some("second_copy_ahead"));
    open.record().keep_second_copy(Some(&second), true).unwrap();
    scene::do_next(&open).unwrap();
    drop(open);
    let to = kept.path().join("to");
    let restored = restore(&made.backup.file, &to, &SECRET, Some(&second)).unwrap();
    assert_eq!(restored.entry, 2, "the lost future is not done again");
}
