//! What the machine does bare.

use std::{
    fs::File,
    io::{self, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use calamine::{DataType as _, Reader as _};
use rusqlite::types::Value;

/// A file in which single pages are written and waited for.
pub struct Disk {
    file: File,
    at: u64,
}

impl Disk {
    /// A new file in that folder.
    pub fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self { file: File::create(folder.join("probe"))?, at: 0 })
    }

    /// Writes one page and waits until it is on the disk.
    pub fn write(&mut self) -> io::Result<()> {
        self.at += 1;
        self.file.seek(SeekFrom::Start(self.at % 64 * 4096))?;
        self.file.write_all(&[7u8; 4096])?;
        self.file.sync_data()
    }
}

/// Inserting rows of about 120 bytes into an encrypted table in one transaction.
pub fn insert(folder: &Path, rows: usize) -> rusqlite::Result<()> {
    let mut connection = encrypted(&folder.join("bare.db"))?;
    connection.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d INTEGER) STRICT;")?;
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

/// What stands in a record, to be inserted once more.
pub struct Rows {
    schema: Vec<String>,
    tables: Vec<(String, Vec<Vec<Value>>)>,
}

impl Rows {
    /// Reads every row of every table.
    pub fn of(record: &Path, key: &str) -> rusqlite::Result<Self> {
        let connection = rusqlite::Connection::open(record)?;
        connection.pragma_update(None, "key", key)?;
        let made = |kind: &str| -> rusqlite::Result<Vec<(String, String)>> {
            let sql =
                "SELECT name, sql FROM sqlite_schema WHERE type = ?1 AND sql IS NOT NULL AND name NOT LIKE 'sqlite%'";
            connection.prepare(sql)?.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        let (of_tables, of_indexes) = (made("table")?, made("index")?);
        let mut tables = Vec::new();
        for (table, _) in &of_tables {
            let mut rows = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
            let width = rows.column_count();
            let rows = rows.query_map([], |row| (0..width).map(|at| row.get(at)).collect())?;
            tables.push((table.clone(), rows.collect::<rusqlite::Result<_>>()?));
        }
        let schema = of_tables.into_iter().chain(of_indexes).map(|(_, sql)| sql).collect();
        Ok(Self { schema, tables })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.tables.iter().map(|(_, rows)| rows.len()).sum()
    }

    /// Inserts them into encrypted tables of the same form, with the same indexes, in one transaction.
    pub fn insert(&self, folder: &Path) -> rusqlite::Result<()> {
        let mut connection = encrypted(&folder.join("same.db"))?;
        connection.execute_batch("PRAGMA foreign_keys = OFF;")?;
        connection.execute_batch(&self.schema.join(";\n"))?;
        let transaction = connection.transaction()?;
        for (table, rows) in &self.tables {
            let Some(first) = rows.first() else { continue };
            let places = vec!["?"; first.len()].join(", ");
            let mut insert = transaction.prepare(&format!("INSERT INTO \"{table}\" VALUES ({places})"))?;
            for row in rows {
                insert.execute(rusqlite::params_from_iter(row))?;
            }
        }
        transaction.commit()
    }
}

/// A file with as much room for pages in memory as the program gives its own.
fn encrypted(file: &Path) -> rusqlite::Result<rusqlite::Connection> {
    let connection = rusqlite::Connection::open(file)?;
    connection.pragma_update(None, "key", format!("x'{}'", "ab".repeat(32)))?;
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;")?;
    Ok(connection)
}

/// Writing a sheet of texts.
pub fn write_sheet(
    path: &Path,
    rows: usize,
    columns: u16,
    text: impl Fn(usize, usize) -> String,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    for row in 0..rows {
        for column in 0..columns {
            let text = text(row, usize::from(column));
            if !text.is_empty() {
                sheet.write_string(row as u32, column, text)?;
            }
        }
    }
    book.save(path)
}

/// Reading a workbook's first sheet and counting its cells.
pub fn read_sheet(path: &Path) -> Result<usize, calamine::XlsxError> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path)?;
    Ok(book.worksheet_range_at(0).transpose()?.map_or(0, |range| range.cells().count()))
}

/// The texts of a workbook's first sheet.
pub fn cells(path: &Path) -> Result<Vec<Vec<String>>, calamine::XlsxError> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path)?;
    let range = book.worksheet_range_at(0).transpose()?.unwrap_or_default();
    Ok(range.rows().map(|row| row.iter().map(|cell| cell.as_string().unwrap_or_default()).collect()).collect())
}
