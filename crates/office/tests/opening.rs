//! The first opening of a process: this file has one test, so that nobody opened anything before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::{sync::Barrier, thread};

use anjuan_office::record::{FileKey, Holder, Record};

#[test]
fn many_may_be_the_first_to_open_a_record_at_the_same_moment() {
    let (at_once, many) = (Barrier::new(16), 16);
    let found = || {
        let folder = tempfile::tempdir().unwrap();
        let key = FileKey::random().unwrap();
        let holder =
            Holder { pid: 7, program: "window".into(), workstation: "案管一号".into(), since: "2026-03-05".into() };
        at_once.wait();
        Record::create(folder.path(), key, &holder).map(drop)
    };
    thread::scope(|scope| {
        let founding: Vec<_> = (0..many).map(|_| scope.spawn(found)).collect();
        for one in founding {
            one.join().unwrap().unwrap();
        }
    });
}
