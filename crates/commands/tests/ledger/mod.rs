//! What tests of imports share: files made on the spot, and the whole way of a file into the record and once more.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common::TestDesk;

/// Rows are new, changed, same, vanished or refused, and nothing else.
#[track_caller]
pub fn adds_up(plan: &Value) {
    let count = |name: &str| plan[name].as_u64().unwrap();
    let refused = plan["refused"].as_array().unwrap().len() as u64;
    assert_eq!(count("new") + count("changed") + count("same") + refused, count("file_rows"), "{plan}");
    assert_eq!(count("file_rows") + count("vanished"), count("rows"), "{plan}");
}

/// The whole way of a file: dry run, import, the same again. Gives the answer of the import.
#[track_caller]
pub fn whole_way(desk: &TestDesk, ask: &Value) -> Value {
    let before = desk.ask("case_list", json!({}))["total"].clone();
    let plan = desk.ask("import_plan", ask.clone());
    adds_up(&plan);
    assert_eq!(desk.ask("case_list", json!({}))["total"], before, "a dry run writes nothing");
    let mut with_plan = ask.clone();
    with_plan["plan"] = plan["plan"].clone();
    let done = desk.ask("import_apply", with_plan);
    adds_up(&done);
    for count in ["rows", "file_rows", "new", "changed", "same", "vanished", "refused", "cases"] {
        assert_eq!(done[count], plan[count], "the dry run said otherwise of {count}");
    }
    let again = desk.ask("import_apply", ask.clone());
    adds_up(&again);
    assert_eq!(again["done"]["entry"], Value::Null, "the same file changes nothing: {}", again["differences"]);
    assert_eq!(again["same"].as_u64().unwrap(), done["new"].as_u64().unwrap() + done["changed"].as_u64().unwrap());
    assert_eq!(again["refused"], done["refused"]);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
    done
}

/// A file committed with the tests of reading.
pub fn committed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/data").join(name)
}

/// A file of the shared test data, where that is at hand: the folder in `ANJUAN_TEST_DATA`, else `shared/data` beside one
/// of the folders above.
pub fn shared(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("ANJUAN_TEST_DATA").map(PathBuf::from);
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/data"));
    named.into_iter().chain(above).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Writes a file and gives its path as text.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Packs as gzip does.
pub fn packed(text: &str) -> Vec<u8> {
    use std::io::Write;
    let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    to.write_all(text.as_bytes()).unwrap();
    to.finish().unwrap()
}
