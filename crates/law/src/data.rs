//! Reading the data files that the program carries inside itself (`data/`).

use serde::de::DeserializeOwned;

/// A whole file, one record a row under its head.
pub(crate) fn table<T: DeserializeOwned>(place: &str, text: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    match reader.deserialize().collect::<Result<Vec<T>, csv::Error>>() {
        Ok(rows) => rows,
        #[expect(clippy::panic, reason = "the files are part of the program and read by its tests")]
        Err(fault) => panic!("{place}: {fault}"),
    }
}
