//! Taking a changeset apart: the rows of one case leave it, the others stay, byte for byte as they were.
//!
//! The form of a changeset is SQLite's own and documented with its session extension: for each table a head, then its changes,
//! each an operation and one or two records. It is only read here to say where a change begins and ends and which row it is.

use super::packed::{packed, unpacked};
use crate::{Refusal, Result, refusal};

const DELETE: u8 = 9;
const INSERT: u8 = 18;
const UPDATE: u8 = 23;

/// One value of a change, as far as a row is told by it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// Not in the change.
    Absent,
    /// No value.
    Null,
    /// A number.
    Integer(i64),
    /// A text.
    Text(String),
    /// Anything else: no key of a record table is one.
    Other,
}

/// One change of one row.
pub(super) struct Change {
    /// The record table.
    pub table: String,
    /// The row's key: its key columns joined with `/`.
    pub key: String,
    /// The values that tell whose row it is: those written, or, for a row that went, those that stood there.
    pub values: Vec<Part>,
    /// Whether the row came or went as a whole.
    pub whole: bool,
}

/// Calls `stays` for each change and gives the changeset of those for which it says so; where it says so of all, the very one.
pub(super) fn kept_of(changeset: &[u8], mut stays: impl FnMut(&Change) -> bool) -> Result<Vec<u8>> {
    let whole = unpacked(changeset)?;
    let mut rest = Bytes(&whole);
    let mut kept = Vec::new();
    let mut all_stay = true;
    let mut head: Option<Head<'_>> = None;
    let mut head_written = false;
    while let Some(first) = rest.0.first() {
        if *first == b'T' {
            head = Some(rest.head()?);
            head_written = false;
            continue;
        }
        let of = head.as_ref().ok_or_else(broken)?;
        let before = rest.0;
        let change = rest.change(of)?;
        let it_stays = stays(&change);
        all_stay &= it_stays;
        if it_stays {
            if !head_written {
                kept.extend_from_slice(of.bytes);
                head_written = true;
            }
            let length = before.len() - rest.0.len();
            kept.extend_from_slice(before.get(..length).ok_or_else(broken)?);
        }
    }
    if all_stay { Ok(changeset.to_vec()) } else { packed(&kept) }
}

fn broken() -> Refusal {
    refusal!("fault", detail = "a changeset that can't be read")
}

struct Head<'b> {
    bytes: &'b [u8],
    table: String,
    /// For each column its place in the key, 0 where it is not part of it.
    key: Vec<u8>,
}

struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(broken)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().ok_or_else(broken)
    }

    /// SQLite's number of variable length: seven bits a byte, the highest first; a ninth byte has eight.
    fn number(&mut self) -> Result<usize> {
        let mut number: u64 = 0;
        for _ in 0..8 {
            let byte = self.byte()?;
            number = (number << 7) | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return usize::try_from(number).map_err(|_| broken());
            }
        }
        usize::try_from((number << 8) | u64::from(self.byte()?)).map_err(|_| broken())
    }

    fn head(&mut self) -> Result<Head<'b>> {
        let before = self.0;
        self.byte()?;
        let columns = self.number()?;
        let key = self.take(columns)?.to_vec();
        let length = self.0.iter().position(|byte| *byte == 0).ok_or_else(broken)?;
        let table = String::from_utf8(self.take(length)?.to_vec()).map_err(|_| broken())?;
        self.byte()?;
        let bytes = before.get(..before.len() - self.0.len()).ok_or_else(broken)?;
        Ok(Head { bytes, table, key })
    }

    fn change(&mut self, head: &Head<'_>) -> Result<Change> {
        let operation = self.byte()?;
        self.byte()?;
        let values = self.record(head.key.len())?;
        match operation {
            INSERT | DELETE => {}
            UPDATE => drop(self.record(head.key.len())?),
            _ => return Err(broken()),
        }
        let mut places: Vec<(u8, usize)> =
            head.key.iter().enumerate().filter(|(_, place)| **place > 0).map(|(at, place)| (*place, at)).collect();
        // In the order of the columns, as the readable history names a row.
        places.sort_by_key(|(_, at)| *at);
        let text = |at: &usize| match values.get(*at) {
            Some(Part::Integer(number)) => number.to_string(),
            Some(Part::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let key = places.iter().map(|(_, at)| text(at)).collect::<Vec<_>>().join("/");
        Ok(Change { table: head.table.clone(), key, values, whole: operation != UPDATE })
    }

    fn record(&mut self, columns: usize) -> Result<Vec<Part>> {
        (0..columns).map(|_| self.value()).collect()
    }

    fn value(&mut self) -> Result<Part> {
        Ok(match self.byte()? {
            0 => Part::Absent,
            1 => {
                let bytes: [u8; 8] = self.take(8)?.try_into().map_err(|_| broken())?;
                Part::Integer(i64::from_be_bytes(bytes))
            }
            2 => {
                self.take(8)?;
                Part::Other
            }
            3 => {
                let length = self.number()?;
                Part::Text(String::from_utf8_lossy(self.take(length)?).into_owned())
            }
            4 => {
                let length = self.number()?;
                self.take(length)?;
                Part::Other
            }
            5 => Part::Null,
            _ => return Err(broken()),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rusqlite::{Connection, session::Session};

    use super::*;

    /// What happens to one row: which table, which key, what of it.
    fn done() -> impl Strategy<Value = Vec<(bool, u8, Option<String>, Option<i64>)>> {
        prop::collection::vec((any::<bool>(), 0u8..12, prop::option::of(".{0,300}"), any::<Option<i64>>()), 1..40)
    }

    fn changeset(done: &[(bool, u8, Option<String>, Option<i64>)]) -> Vec<u8> {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE one (id INTEGER PRIMARY KEY, text TEXT, number INTEGER, body BLOB) STRICT;
                 CREATE TABLE two (case_id INTEGER, flag TEXT, part REAL, PRIMARY KEY (case_id, flag)) STRICT, WITHOUT ROWID;
                 INSERT INTO one VALUES (0, 'a', 1, x'00'), (1, 'b', 2, NULL), (2, 'c', 3, NULL);
                 INSERT INTO two VALUES (0, 'a', 1.5), (1, '', NULL);",
            )
            .unwrap();
        let mut session = Session::new(&connection).unwrap();
        session.attach(None::<&str>).unwrap();
        for (first, key, text, number) in done {
            match (first, text) {
                (true, Some(text)) => connection
                    .execute("INSERT INTO one VALUES (?1, ?2, ?3, ?2) ON CONFLICT DO UPDATE SET text = ?2, number = ?3, body = ?2", (key, text, number))
                    .or_else(|_| connection.execute("UPDATE one SET text = ?2 WHERE id = ?1", (key, text)))
                    .unwrap(),
                (true, None) => connection.execute("DELETE FROM one WHERE id = ?1", [key]).unwrap(),
                (false, Some(text)) => {
                    connection.execute("INSERT INTO two VALUES (?1, ?2, 2.5) ON CONFLICT DO UPDATE SET part = 2.5", (key, text)).unwrap()
                }
                (false, None) => connection.execute("UPDATE two SET part = 3.5 WHERE case_id = ?1", [key]).unwrap(),
            };
        }
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).unwrap();
        bytes
    }

    fn rows(changeset: &[u8]) -> Vec<(String, String, bool)> {
        let mut rows = Vec::new();
        kept_of(changeset, |change| {
            rows.push((change.table.clone(), change.key.clone(), change.whole));
            true
        })
        .unwrap();
        rows
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn all_or_none_stays_as_it_was_and_a_part_with_the_rest_is_the_whole(done in done(), odd in 0usize..5) {
            let whole = changeset(&done);
            prop_assert_eq!(&kept_of(&whole, |_| true).unwrap(), &whole);
            prop_assert!(kept_of(&whole, |_| false).unwrap().is_empty());
            let mut at = 0;
            let mut pick = |want: bool| { at = 0; kept_of(&whole, |_| { at += 1; (at % 5 == odd) == want }).unwrap() };
            let (one, other) = (pick(true), pick(false));
            let mut parts = [rows(&one), rows(&other)].concat();
            let mut all = rows(&whole);
            parts.sort();
            all.sort();
            prop_assert_eq!(parts, all);
        }
    }

    #[test]
    fn a_changeset_cut_anywhere_inside_a_change_is_refused() {
        let whole = changeset(&[(true, 5, Some("文".into()), Some(7)), (false, 3, Some("x".into()), None)]);
        let ends: Vec<usize> = (0..whole.len()).filter(|end| kept_of(&whole[..*end], |_| true).is_ok()).collect();
        // Nothing, and the places at which a change or a head ends.
        assert!(ends.len() <= 5, "{ends:?} of {}", whole.len());
        assert!(kept_of(b"x", |_| true).is_err());
    }
}
