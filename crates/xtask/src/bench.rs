//! The measurements: a program of their own, built as it is shipped, and the programs that it measures.

use crate::setup;
use crate::sh::{self, Done};

/// Builds and runs the measurements.
pub fn run(words: &[String]) -> Done {
    sh::cargo(&["build", "--release", "--package", "anjuan-cli"])?;
    let with_window = words.iter().any(|word| word.split(',').any(|part| part == "window"));
    if with_window || words.iter().all(|word| word != "--only") {
        setup::packages(&[setup::BUILD, setup::TEST].concat())?;
        setup::ui()?;
        sh::cargo(&["build", "--release", "--package", "anjuan-window", "--bins", "--examples"])?;
    }
    let mut line = vec!["run", "--release", "--package", "anjuan-bench", "--"];
    line.extend(words.iter().map(String::as_str));
    let window = sh::target().join("release").join("anjuan-window");
    sh::wait_for(sh::cargo_command(&line).env("ANJUAN_WINDOW_BIN", window))
}
