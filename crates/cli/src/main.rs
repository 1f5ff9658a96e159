//! `anjuan`: the same office without a window. It opens no socket and asks nothing when its input is no terminal.
//!
//! Exit status: 0 done; 1 done, and something was found that wants a person; 2 the call's words are wrong; 3 refused,
//! nothing changed; 4 the record can't be opened or is damaged, nothing changed; 5 a fault of the program.

mod args;
mod backups;
mod cases;
mod clock;
mod dates;
mod face;
mod hearing;
mod hearings;
mod keeping;
mod law;
mod ledgers;
mod names;
mod office;
mod usage;

use std::process::ExitCode;

use anjuan_commands::Result;

use crate::{
    args::Command,
    face::{Face, Outcome},
};

fn main() -> ExitCode {
    // Foreign files are read in a process of their own: this one, when it was started for that.
    anjuan_commands::read_for_the_program_if_asked();
    let call = match usage::read(std::env::args_os().collect()) {
        Ok(call) => call,
        Err(status) => return status,
    };
    let face = Face::new(&call);
    let outcome = run(&face, &call.command);
    face.finish(outcome)
}

fn run(face: &Face, command: &Command) -> Result<Outcome> {
    match command {
        Command::Init(init) => office::init(face, init),
        Command::Sample(sample) => office::sample(face, sample),
        Command::User(user) => office::user(face, user),
        Command::Import(import) => ledgers::import(face, import),
        Command::Export(export) => ledgers::export(face, export),
        Command::List(list) => cases::list(face, list),
        Command::Show { case } => cases::show(face, case),
        Command::Search { text, limit } => cases::search(face, text, *limit),
        Command::Act(act) => cases::act(face, act),
        Command::Draw(draw) => cases::draw(face, draw),
        Command::Due(due) => clock::due(face, due),
        Command::Slip { case, rule } => clock::slip(face, case, rule.as_deref()),
        Command::Remind(remind) => clock::remind(face, remind),
        Command::Calendar(ask) => clock::calendar(face, ask),
        Command::Check { case, only } => cases::check(face, case.as_deref(), only),
        Command::Caseload => cases::caseload(face),
        Command::Law(ask) => law::run(face, ask),
        Command::Hearing(ask) => hearing::run(face, ask),
        Command::Verify { against } => keeping::verify(face, against.as_deref()),
        Command::Backup { dir, if_due } => backups::backup(face, dir.as_deref(), *if_due),
        Command::Restore(restore) => backups::restore(face, restore),
        Command::Safety => backups::safety(face),
        Command::Copies(copies) => backups::copies(face, copies),
        Command::AsOf { day } => backups::as_of(face, *day),
        Command::Rebuild => keeping::rebuild(face),
        Command::Journal { case, limit } => keeping::journal(face, case.as_deref(), *limit),
        Command::Undo { entry, reason } => keeping::undo(face, *entry, reason),
        Command::Redo { entry, reason } => keeping::redo(face, *entry, reason),
        Command::Keys(ask) => keeping::keys(face, ask),
    }
}
