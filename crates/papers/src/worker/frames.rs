//! The compact form in which rows cross the pipe.
//!
//! A frame is one letter, the length of its body (4 bytes, low first) and the body. Sheets, ends,
//! summary and refusal are JSON; rows, which are nearly all of it, are counted bytes.

use crate::read::{Cell, DateSerial, DateSystem, Piece, ReadRefusal, SheetRow, Summary, Value};
use std::io::{self, Read, Write};

/// One message of the reader.
#[derive(Debug, PartialEq)]
pub(super) enum Frame {
    Piece(Piece),
    Done(Box<Summary>),
    Refused(ReadRefusal),
}

/// A frame longer than this is none of ours.
const LONGEST: u32 = 256 << 20;

pub(super) fn write(to: &mut impl Write, frame: &Frame) -> io::Result<()> {
    let (letter, body) = match frame {
        Frame::Piece(Piece::Begin(head)) => (b'B', serde_json::to_vec(head)?),
        Frame::Piece(Piece::Rows(rows)) => (b'R', rows_out(rows)),
        Frame::Piece(Piece::End(end)) => (b'E', serde_json::to_vec(end)?),
        Frame::Done(summary) => (b'D', serde_json::to_vec(summary)?),
        Frame::Refused(refusal) => (b'X', serde_json::to_vec(refusal)?),
    };
    let length = u32::try_from(body.len()).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    to.write_all(&[letter])?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&body)
}

/// The next frame; `None` at the end of the pipe between two frames.
pub(super) fn read(from: &mut impl Read) -> io::Result<Option<Frame>> {
    let mut letter = [0];
    if from.read(&mut letter)? == 0 {
        return Ok(None);
    }
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Err(invalid());
    }
    let mut body = Vec::new();
    from.take(u64::from(length)).read_to_end(&mut body)?;
    if body.len() as u64 != u64::from(length) {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
    }
    Ok(Some(match letter {
        [b'B'] => Frame::Piece(Piece::Begin(serde_json::from_slice(&body)?)),
        [b'R'] => Frame::Piece(Piece::Rows(rows_in(&body).ok_or_else(invalid)?)),
        [b'E'] => Frame::Piece(Piece::End(serde_json::from_slice(&body)?)),
        [b'D'] => Frame::Done(serde_json::from_slice(&body)?),
        [b'X'] => Frame::Refused(serde_json::from_slice(&body)?),
        _ => return Err(invalid()),
    }))
}

/// The pieces in what a reader said, to its end. A reader that a file took over may say anything at all.
///
/// # Errors
/// Where it said what no reader of ours says.
pub fn pieces_in(mut said: &[u8]) -> io::Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    while let Some(frame) = read(&mut said)? {
        match frame {
            Frame::Piece(piece) => pieces.push(piece),
            Frame::Done(_) | Frame::Refused(_) => break,
        }
    }
    Ok(pieces)
}

fn invalid() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

const EMPTY: u8 = 0;
const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const DATE_1900: u8 = 3;
const DATE_1904: u8 = 4;
const FALSE: u8 = 5;
const TRUE: u8 = 6;
const ERROR: u8 = 7;
const MERGED: u8 = 0x80;

fn rows_out(rows: &[SheetRow]) -> Vec<u8> {
    let mut body = Vec::with_capacity(rows.len() * 256);
    put(&mut body, rows.len() as u64);
    for row in rows {
        put(&mut body, u64::from(row.number));
        put(&mut body, row.cells.len() as u64);
        for cell in &row.cells {
            cell_out(&mut body, cell);
        }
    }
    body
}

fn cell_out(body: &mut Vec<u8>, cell: &Cell) {
    let (tag, number) = match cell.value {
        Value::Empty => (EMPTY, None),
        Value::Text => (TEXT, None),
        Value::Number(n) => (NUMBER, Some(n)),
        Value::Date(DateSerial { serial, system: DateSystem::From1900 }) => (DATE_1900, Some(serial)),
        Value::Date(DateSerial { serial, system: DateSystem::From1904 }) => (DATE_1904, Some(serial)),
        Value::Bool(false) => (FALSE, None),
        Value::Bool(true) => (TRUE, None),
        Value::Error => (ERROR, None),
    };
    body.push(if cell.from_merge { tag | MERGED } else { tag });
    if tag == EMPTY {
        return;
    }
    if let Some(number) = number {
        body.extend_from_slice(&number.to_le_bytes());
    }
    put(body, cell.text.len() as u64);
    body.extend_from_slice(cell.text.as_bytes());
}

fn rows_in(body: &[u8]) -> Option<Vec<SheetRow>> {
    let mut rest = body;
    let mut rows = Vec::new();
    for _ in 0..get(&mut rest)? {
        let number = u32::try_from(get(&mut rest)?).ok()?;
        let mut cells = Vec::new();
        for _ in 0..get(&mut rest)? {
            cells.push(cell_in(&mut rest)?);
        }
        rows.push(SheetRow { number, cells });
    }
    rest.is_empty().then_some(rows)
}

fn cell_in(rest: &mut &[u8]) -> Option<Cell> {
    let tag = *take(rest, 1)?.first()?;
    let from_merge = tag & MERGED != 0;
    let value = match tag & !MERGED {
        EMPTY => return Some(Cell { from_merge, ..Cell::default() }),
        TEXT => Value::Text,
        NUMBER => Value::Number(number_in(rest)?),
        DATE_1900 => Value::Date(DateSerial { serial: number_in(rest)?, system: DateSystem::From1900 }),
        DATE_1904 => Value::Date(DateSerial { serial: number_in(rest)?, system: DateSystem::From1904 }),
        FALSE => Value::Bool(false),
        TRUE => Value::Bool(true),
        ERROR => Value::Error,
        _ => return None,
    };
    let length = usize::try_from(get(rest)?).ok()?;
    let text = std::str::from_utf8(take(rest, length)?).ok()?.to_owned();
    Some(Cell { text, value, from_merge })
}

fn number_in(rest: &mut &[u8]) -> Option<f64> {
    take(rest, 8)?.try_into().ok().map(f64::from_le_bytes)
}

fn take<'b>(rest: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

/// Seven bits a byte, low first; the high bit says that more follow.
fn put(body: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        body.push((n as u8) | 0x80);
        n >>= 7;
    }
    body.push(n as u8);
}

fn get(rest: &mut &[u8]) -> Option<u64> {
    let mut n = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = *take(rest, 1)?.first()?;
        n |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(n);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_cell() -> impl Strategy<Value = Cell> {
        let value = prop_oneof![
            Just(Value::Text),
            (-1e18..1e18).prop_map(Value::Number),
            (0.0..1e6).prop_map(|serial| Value::Date(DateSerial { serial, system: DateSystem::From1904 })),
            (0.0..1e6).prop_map(|serial| Value::Date(DateSerial { serial, system: DateSystem::From1900 })),
            any::<bool>().prop_map(Value::Bool),
            Just(Value::Error),
        ];
        (value, "\\PC{0,40}", any::<bool>()).prop_map(|(value, text, from_merge)| Cell { text, value, from_merge })
    }

    proptest! {
        #[test]
        fn rows_cross_unchanged(rows in prop::collection::vec(
            (any::<u32>(), prop::collection::vec(any_cell(), 0..8)), 0..8)
        ) {
            let rows: Vec<_> = rows.into_iter().map(|(number, cells)| SheetRow { number, cells }).collect();
            let frame = Frame::Piece(Piece::Rows(rows));
            let mut bytes = Vec::new();
            write(&mut bytes, &frame).unwrap();
            prop_assert_eq!(read(&mut bytes.as_slice()).unwrap(), Some(frame));
        }

        #[test]
        fn a_cut_or_garbled_frame_is_an_error_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut framed = vec![b'R'];
            framed.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            framed.extend_from_slice(&bytes);
            let _ = read(&mut framed.as_slice());
            framed.pop();
            prop_assert!(bytes.is_empty() || read(&mut framed.as_slice()).is_err());
        }
    }
}
