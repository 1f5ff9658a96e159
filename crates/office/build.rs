//! Lists the files of the checks, so that adding a check is adding a file, and sums up all from which derived tables follow.

#![allow(clippy::expect_used, reason = "a build that lacks its checks is to stop")]

use std::{
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

/// What derived tables follow from beside the record: the law, the code and the checks that derive, the shape of the tables.
const DERIVED_WITH: [&str; 7] =
    ["../law/build", "../law/build.rs", "../law/data", "../law/rules", "../law/src", "src", "../../migrations"];

fn main() {
    checks();
    derived_with();
}

/// One short text that is another as soon as any of these files is.
fn derived_with() {
    let mut files: Vec<PathBuf> = Vec::new();
    for place in DERIVED_WITH {
        println!("cargo::rerun-if-changed={place}");
        gather(Path::new(place), &mut files);
    }
    files.sort();
    let mut sum = DefaultHasher::new();
    for file in &files {
        file.hash(&mut sum);
        fs::read(file).expect("a source of ours").hash(&mut sum);
    }
    println!("cargo::rustc-env=ANJUAN_DERIVED_WITH={:016x}", sum.finish());
}

fn gather(place: &Path, files: &mut Vec<PathBuf>) {
    if place.is_dir() {
        fs::read_dir(place).expect("a folder of ours").flatten().for_each(|file| gather(&file.path(), files));
    } else {
        files.push(place.to_owned());
    }
}

fn checks() {
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
