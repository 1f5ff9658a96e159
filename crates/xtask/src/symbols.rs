//! The web view brings an SQLite of its own. Were ours visible, the two would be mixed up at run time.

use crate::sh::{self, Done};
use std::process::Command;

/// Looks at what the built window shows to the libraries it loads.
pub fn check() -> Done {
    let window = sh::built("anjuan-window");
    let table = sh::output(Command::new("nm").args(["-D", "--defined-only"]).arg(&window))?;
    let shown = exported(&table);
    println!("{} symbols of SQLite are shown by {}", shown.len(), window.display());
    if shown.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the window shows {} of SQLite's symbols, {} first; see rustflags in .cargo/config.toml",
        shown.len(),
        shown[0]
    ))
}

/// The symbols of SQLite and its cipher in a table by `nm`.
fn exported(table: &str) -> Vec<&str> {
    let names = table.lines().filter_map(|line| line.split_whitespace().last());
    names.filter(|name| name.starts_with("sqlite3") || name.starts_with("sqlcipher")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_may_not_be_shown() {
        let table = "00000000001 T main\n00000000002 T sqlite3_open\n0003 B sqlcipher_provider\n";
        assert_eq!(exported(table), ["sqlite3_open", "sqlcipher_provider"]);
    }
}
