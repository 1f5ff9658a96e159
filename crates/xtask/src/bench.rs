//! The measurements: a program of their own, built as it is shipped, and the command line that it measures.

use crate::sh::{self, Done};

/// Builds and runs the measurements.
pub fn run(words: &[String]) -> Done {
    sh::cargo(&["build", "--release", "--package", "anjuan-cli"])?;
    let mut line = vec!["run", "--release", "--package", "anjuan-bench", "--"];
    line.extend(words.iter().map(String::as_str));
    sh::cargo(&line)
}
