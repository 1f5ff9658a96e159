//! The measurements: a program of their own, built as it is shipped.

use crate::sh::{self, Done};

/// Builds and runs the measurements.
pub fn run(words: &[String]) -> Done {
    let mut line = vec!["run", "--release", "--package", "anjuan-bench", "--"];
    line.extend(words.iter().map(String::as_str));
    sh::cargo(&line)
}
