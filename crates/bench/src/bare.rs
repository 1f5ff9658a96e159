//! What the machine does bare.

use std::{
    fs::File,
    io::{self, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use calamine::Reader as _;

use crate::measure::{Times, time};

/// Writing one page and waiting until it is on the disk.
pub fn fdatasync(folder: &Path, times: usize) -> io::Result<Times> {
    let mut file = File::create(folder.join("probe"))?;
    let page = [7u8; 4096];
    let mut all = Times::default();
    for at in 0..times {
        file.seek(SeekFrom::Start((at as u64 % 64) * 4096))?;
        let (took, synced) = time(|| file.write_all(&page).and_then(|()| file.sync_data()));
        synced?;
        all.add(took);
    }
    Ok(all)
}

/// Inserting rows of about 120 bytes into an encrypted table in one transaction.
pub fn insert(folder: &Path, rows: usize) -> rusqlite::Result<()> {
    let mut connection = rusqlite::Connection::open(folder.join("bare.db"))?;
    connection.pragma_update(None, "key", format!("x'{}'", "ab".repeat(32)))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d INTEGER) STRICT;",
    )?;
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction.prepare("INSERT INTO t (a, b, c, d) VALUES (?1, ?2, ?3, ?4)")?;
        for at in 0..rows {
            insert.execute((
                format!("2025-GC-{at:05}"),
                "张某某涉嫌盗窃案",
                "测县公安局移送审查起诉，犯罪嫌疑人一人",
                at as i64,
            ))?;
        }
    }
    transaction.commit()
}

/// Writing a sheet of 12 columns.
pub fn write_sheet(path: &Path, rows: usize) -> Result<(), rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    for row in 0..rows {
        for column in 0..12u16 {
            sheet.write_string(row as u32, column, format!("张某某涉嫌盗窃案{row}"))?;
        }
    }
    book.save(path)
}

/// Reading it.
pub fn read_sheet(path: &Path) -> Result<usize, calamine::XlsxError> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path)?;
    let range = book.worksheet_range("Sheet1")?;
    Ok(range.cells().count())
}
