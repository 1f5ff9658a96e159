//! Nothing lost, nothing altered unseen: backups, second copy, journal, migrations; and campaigns with power cuts, faults of
//! the disk, killed processes and flipped bits, all on the encrypted build.
//!
//! `ANJUAN_CAMPAIGN` multiplies the number of tries, `ANJUAN_SEED` begins elsewhere; what fails prints its seed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod backups;
mod faults;
mod flips;
mod garbled;
mod journal;
mod kills;
mod migrations;
mod power;
mod rekey;
mod scene;
mod sealed;
mod vfs;
