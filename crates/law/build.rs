//! Reads the rule and data files, fails the build on anything unknown or contradictory in them, and
//! writes the tables the program embeds.

// A build that finds a fault in a rule file has to stop; that is its whole use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "build/calendar.rs"]
mod calendar;
#[path = "build/counting.rs"]
mod counting;
#[path = "build/lists.rs"]
mod lists;
#[path = "build/period_table.rs"]
mod period_table;
#[path = "build/periods.rs"]
mod periods;
#[path = "build/refusals.rs"]
mod refusals;
#[path = "build/sources.rs"]
mod sources;

/// Names a folder with the `rules` and `data` of another version, to compare with: `cargo xtask rules`.
const OTHER_LAW: &str = "ANJUAN_LAW";

fn main() {
    println!("cargo::rerun-if-env-changed={OTHER_LAW}");
    if let Some(other) = std::env::var_os(OTHER_LAW) {
        std::env::set_current_dir(other).expect("the folder of the other law");
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=data");
    let sources = sources::read();
    sources::write(&sources);
    calendar::write();
    let lists = lists::Lists::read();
    let counting = counting::read();
    counting::write(&counting, &lists);
    let chapters = periods::read(&sources, &lists);
    period_table::write(&chapters, &sources, &lists, &counting);
    refusals::write(&sources, &lists, &counting, &chapters);
}
