//! What comes in and goes out on paper and in files.
//!
//! A foreign file is never opened in the program that holds the record: [`worker`] starts this same
//! executable once more, with limits set before the first byte is read, and gets rows back over a pipe.
//! Those rows go through [`layout`] (which row is a head, a case, a total, a note) and [`columns`]
//! (which column means what); nothing is dropped on the way, every row of the sheet has a kind.
//!
//! The other way, [`write`] makes lists in `.xlsx` and `.csv` in which no text can become a formula,
//! and [`clipboard`] reads and makes the block that spreadsheets exchange.
//!
//! Invariant: nothing here opens a socket, follows a link inside a document or runs a macro.

pub mod clipboard;
pub mod columns;
pub mod docx;
pub mod fonts;
pub mod layout;
pub mod pdf;
pub mod read;
pub mod templates;
pub mod worker;
pub mod write;
