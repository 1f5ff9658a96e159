//! Every way by which bytes and text from outside come in, each as one function that takes any bytes at all.
//!
//! A gate reads its bytes with the program's own readers and asserts what these promise: no panic, no end without a word, what
//! was written is read as it was. The suite runs each gate over the files kept under `corpus/`, and the fuzzer (`fuzz/`,
//! `cargo xtask fuzz`) runs the same functions over what it makes of them. An input that once broke something stays in the
//! corpus under a name that says what it did.

mod bound;
mod office;
mod papers;
mod record;
mod sheets;
mod words;

pub use bound::Bound;
pub use office::leave;

/// One way in.
#[derive(Clone, Copy)]
pub struct Gate {
    /// Its name, and that of its folder of the corpus.
    pub name: &'static str,
    /// What comes in there.
    pub about: &'static str,
    /// Takes any bytes; panics where a promise is broken.
    pub run: fn(&[u8]),
}

/// None of them: the gate of older workbooks with its bound off, by which the suite sees that what looks at gates can fail.
pub const UNBOUND: Gate = Gate { name: "xls_stream", about: "with its bound off", run: sheets::xls_unbound };

/// All of them.
pub const GATES: &[Gate] = &[
    Gate { name: "sheet_file", about: "a file of an import as it lies on the disk, of any kind", run: sheets::file },
    Gate { name: "sheet_text", about: "a table in plain text, its encoding and comma told or not", run: sheets::text },
    Gate { name: "xlsx_parts", about: "the parts of a workbook, packed as they should be", run: sheets::xlsx_parts },
    Gate { name: "ods_parts", about: "the content of an OpenDocument spreadsheet", run: sheets::ods_parts },
    Gate { name: "xls_stream", about: "the records of an older workbook", run: sheets::xls_stream },
    Gate { name: "worker_frames", about: "what a reader says over the pipe", run: sheets::worker_frames },
    Gate { name: "mapping", about: "which column is which, as TOML or JSON, bound to a table", run: sheets::mapping },
    Gate { name: "clipboard", about: "a block pasted from a spreadsheet", run: sheets::clipboard },
    Gate { name: "docx_file", about: "an office's own template as it lies on the disk", run: papers::docx_file },
    Gate { name: "docx_parts", about: "the text of a template, packed as it should be", run: papers::docx_parts },
    Gate { name: "days", about: "days as people type them and ledgers write them", run: words::days },
    Gate { name: "numbers", about: "numbers of cases and documents", run: words::numbers },
    Gate { name: "identity", about: "numbers of citizens and units", run: words::identity },
    Gate { name: "ledger_words", about: "heads, charges, categories and names in ledgers", run: words::ledger_words },
    Gate { name: "calendar", about: "a year's days off", run: words::calendar },
    Gate { name: "key_file", about: "the key file of an office, and secrets tried on it", run: record::key_file },
    Gate { name: "tries", about: "the count of wrong passphrases beside the record", run: record::tries },
    Gate { name: "backup", about: "a backup that is to be restored", run: record::backup },
    Gate { name: "segment", about: "a file of the second copy, and one entry of it", run: record::segment },
    Gate { name: "changeset", about: "the row changes of a journal entry", run: record::changeset },
    Gate { name: "search_query", about: "what is typed into the one box", run: office::search_query },
    Gate { name: "own_check", about: "a check that the office wrote itself, in SQL", run: office::own_check },
    Gate { name: "case_list", about: "filters, order and page key of a list", run: office::case_list },
    Gate {
        name: "import_rows",
        about: "rows whose columns are bound, on their way into the record",
        run: office::import_rows,
    },
];

/// The gate of a name.
pub fn gate(name: &str) -> Option<&'static Gate> {
    GATES.iter().find(|gate| gate.name == name)
}

/// Parts of one input, with a line of four equals signs between them.
fn parts(data: &[u8]) -> Vec<&[u8]> {
    const BETWEEN: &[u8] = b"\n====\n";
    let mut parts = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN) {
        let (part, after) = rest.split_at(at);
        parts.push(part);
        rest = after.get(BETWEEN.len()..).unwrap_or_default();
    }
    parts.push(rest);
    parts
}

/// The bytes as text, what is no text replaced.
fn text_of(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// The day on which everything happens.
fn today() -> anjuan_law::Day {
    anjuan_law::Day::from_ymd(2026, 3, 5).unwrap_or(anjuan_law::Day::MIN)
}
