//! The window: opens, hands commands on to the office, and nothing else.

// A console window beside the program's own helps nobody on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod announce;
mod bridge;
mod midnight;
mod only_one;
mod pick;
mod print;
mod revive;
mod sparing;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    // The program starts itself once more to read a foreign file; then it is that reader and no window.
    anjuan_commands::read_for_the_program_if_asked();
    // Before any thread is started: the environment is the whole process's.
    window::prepare_environment();
    let place = bridge::office_folder();
    let held = match only_one::take_or_wake(&place) {
        Ok(Some(held)) => Some(held),
        Ok(None) => return ExitCode::SUCCESS,
        // A folder that can't be written is the office's to refuse, with words and a remedy, in the window.
        Err(_) => None,
    };
    match window::open(place, held) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("anjuan-window: {error}");
            ExitCode::from(5)
        }
    }
}
