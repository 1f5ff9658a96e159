//! Lists the files of the checks, so that adding a check is adding a file.

#![allow(clippy::expect_used, reason = "a build that lacks its checks is to stop")]

use std::{fmt::Write as _, fs, path::Path};

fn main() {
    let rules = Path::new("src/checks/rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    let mut names: Vec<String> = fs::read_dir(rules)
        .expect("src/checks/rules")
        .flatten()
        .filter_map(|file| file.file_name().to_str().and_then(|name| name.strip_suffix(".sql")).map(str::to_owned))
        .collect();
    names.sort();
    let folder = fs::canonicalize(rules).expect("src/checks/rules");
    let mut out = String::from("/// Id and text of every check.\nconst FILES: &[(&str, &str)] = &[\n");
    for name in names {
        writeln!(out, "    ({name:?}, include_str!({:?})),", folder.join(format!("{name}.sql"))).expect("a string");
    }
    out.push_str("];\n");
    let target = std::env::var("OUT_DIR").expect("OUT_DIR");
    fs::write(Path::new(&target).join("checks.rs"), out).expect("checks.rs");
}
