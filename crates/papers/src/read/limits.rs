//! What a foreign file may ask for.

use serde::{Deserialize, Serialize};

/// Limits on one reading. The defaults take an office's largest ledger (100,000 rows of 120 columns)
/// and refuse what only an attack or an accident asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Size of the file on disk, bytes.
    pub file_bytes: u64,
    /// All parts of a zip container together, unpacked, bytes.
    pub unpacked_bytes: u64,
    /// Any part that must be held in memory whole (styles, relations, shared strings), unpacked, bytes.
    pub part_bytes: u64,
    /// A part of more than a mebibyte may unpack to at most so many times its packed size.
    pub ratio: u64,
    /// Parts in a zip container.
    pub parts: usize,
    /// Columns of a sheet.
    pub columns: u32,
    /// Cells of a file, each row counted to its last filled cell.
    pub cells: u64,
    /// Bytes of one cell's text.
    pub cell_bytes: usize,
    /// Merged ranges of a sheet.
    pub merges: usize,
    /// Address space the worker may take beyond what the program itself occupies, bytes.
    pub memory_bytes: u64,
    /// Processor time, seconds.
    pub cpu_seconds: u64,
    /// Longest wait for the next rows, seconds. The caller's own time does not count.
    pub silence_seconds: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        const MIB: u64 = 1 << 20;
        Limits {
            file_bytes: 256 * MIB,
            unpacked_bytes: 1024 * MIB,
            part_bytes: 128 * MIB,
            ratio: 250,
            parts: 4_000,
            columns: 1_024,
            cells: 20_000_000,
            cell_bytes: 256 * 1024,
            merges: 200_000,
            memory_bytes: 512 * MIB,
            cpu_seconds: 240,
            silence_seconds: 60,
        }
    }
}
