//! The window: from its start to the first list that can be used, beside a bare window, and the memory it holds at rest.

use std::{collections::BTreeMap, path::PathBuf, thread, time::Duration};

use anjuan_e2e::{App, PASSPHRASE, Plan, sample_desk};
use serde_json::json;

use crate::measure::{Times, goal, tell};

/// How often each window is opened.
const TIMES: usize = 7;
/// The cases of the sample office.
const CASES: u32 = 2_000;
/// The first case of a list on the first page.
const FIRST: &str = "[data-frame=page]:not([hidden]) li";
/// What a page has to draw and to put away after it is first seen.
const REST: Duration = Duration::from_secs(10);

/// Opens both windows in turns. What the passphrase costs is asked for by the law of keys and not by the window, so it is told
/// apart and not counted.
pub fn measure() {
    println!("\nthe window on an office of {CASES} cases\n");
    let bare_memory = memory_of_a_bare_window();
    let mut app = sample_desk(Plan::new(), CASES);
    let (mut bare, mut asked, mut opened, mut passphrase) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    let mut memory = BTreeMap::new();
    for time in 0..TIMES {
        bare.add(Times::of(bare_window().first_shown_after()));
        app.restart();
        asked.add(Times::of(app.first_shown_after()));
        passphrase.add(Times::of(cost_of_a_passphrase(&app)));
        app.field("口令").type_(PASSPHRASE);
        opened.add(Times::of(app.shown_after("Ctrl+s", FIRST)));
        if time == 0 {
            thread::sleep(REST);
            memory = app.memory_mb();
        }
    }
    tell("a bare window, to its first text", &bare);
    tell("the window, to the question for the passphrase", &asked);
    tell("from the passphrase to the first list", &opened);
    tell("of which what a passphrase costs", &passphrase);
    let usable = asked.median_ms() + opened.median_ms() - passphrase.median_ms();
    goal("from the start to a usable list, to a bare window", 1.5, usable / bare.median_ms(), "x");
    println!("   at rest: a bare window {bare_memory:?} MB; the window {memory:?} MB");
    let [bare, whole] = [&bare_memory, &memory].map(|one| one.values().sum::<u64>() as f64);
    goal("memory of the window and its web view at rest", 250.0, whole, "MB");
    println!("   a bare window alone takes {bare} MB");
}

fn bare_window() -> App {
    Plan::new().of_program(program("examples/bare")).start()
}

/// Taken while no other window is open, as the program's is: what two windows share is halved between them.
fn memory_of_a_bare_window() -> BTreeMap<String, u64> {
    let nothing = bare_window();
    thread::sleep(REST);
    nothing.memory_mb()
}

/// A wrong passphrase costs what the right one does, and opens nothing.
fn cost_of_a_passphrase(app: &App) -> Duration {
    let begin = std::time::Instant::now();
    let wrong = json!({ "login": "li", "passphrase": "autumn river by moonlight" });
    drop(app.ask("office_unlock", wrong));
    begin.elapsed()
}

fn program(name: &str) -> PathBuf {
    std::env::current_exe().unwrap_or_default().with_file_name(name)
}
