//! A change of the rules: which due dates of the invented office it changes.
//!
//! The same program is built with the time limits and days off of a revision and with those that lie here. Both count the
//! due dates of one office.

use crate::setup;
use crate::sh::{self, Done};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is compared: the rules of time and the calendar. Names of acts and categories are those that lie here.
const LAW: [&str; 2] = ["crates/law/rules", "crates/law/data"];
const CASES: &str = "300";
const TODAY: &str = "2026-03-05";

/// Prints each due date that is another one by the rules that lie here than by those of the revision named, or of the
/// last commit.
pub fn compare(rest: &[String]) -> Done {
    let revision = rest.first().map_or("HEAD", String::as_str);
    setup::packages(setup::BUILD)?;
    let folder = sh::target().join("rules");
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(fault)?;
    }
    fs::create_dir_all(&folder).map_err(fault)?;
    law_of(revision, &folder)?;
    let (before, now) = (folder.join("anjuan-before"), folder.join("anjuan-now"));
    fs::copy(build(Some(&folder.join("crates/law")))?, &before).map_err(fault)?;
    fs::copy(build(None)?, &now).map_err(fault)?;

    fs::write(folder.join("passphrase"), "words of an invented office\n").map_err(fault)?;
    let found = ["init", "--name", "测县人民检察院", "--short", "测", "--division", "341023"];
    sh::wait_for(anjuan(&now, &folder).args(found))?;
    sh::wait_for(anjuan(&now, &folder).args(["sample", "--cases", CASES, "--years", "2", "--seed", "4"]))?;
    sh::wait_for(anjuan(&before, &folder).args(["law", "dates"]).arg(folder.join("before.csv")))?;
    // 1 says that something differs, which is what was asked for.
    let differs = anjuan(&now, &folder).args(["law", "diff"]).arg(folder.join("before.csv")).status();
    match differs.map(|status| status.code()) {
        Ok(Some(0 | 1)) => Ok(()),
        Ok(code) => Err(format!("the comparison ended with {code:?}")),
        Err(error) => Err(format!("the comparison can't be started: {error}")),
    }
}

/// Lays the rules of a revision into the folder.
fn law_of(revision: &str, folder: &Path) -> Done {
    let packed = folder.join("law.tar");
    let mut pack = Command::new("git");
    pack.current_dir(sh::root()).args(["archive", "--format=tar", "--output"]).arg(&packed).arg(revision).args(LAW);
    sh::wait_for(&mut pack)?;
    sh::wait_for(Command::new("tar").arg("-xf").arg(&packed).arg("-C").arg(folder))
}

/// Builds the command line, with another law where one is named.
fn build(law: Option<&Path>) -> Result<PathBuf, String> {
    let mut cargo = sh::cargo_command(&["build", "--workspace", "--bin", "anjuan", "--test", "window"]);
    cargo.env_remove("ANJUAN_LAW");
    if let Some(law) = law {
        cargo.env("ANJUAN_LAW", law);
    }
    sh::wait_for(&mut cargo)?;
    Ok(sh::built("anjuan"))
}

fn anjuan(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["--today", TODAY]).env("ANJUAN_OFFICE", folder.join("office"));
    command.env("ANJUAN_PASSPHRASE_FILE", folder.join("passphrase"));
    command
}
