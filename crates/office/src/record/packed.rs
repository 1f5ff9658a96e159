//! How the row changes of an entry lie in the journal: as the session extension writes them or, where they are many, packed. Those
//! of a large import would otherwise stand in memory and in the file with every text that thousands of cases have in common.
//!
//! What is packed is a zlib stream, which begins with another byte than any changeset. The entry's hash is of what lies there.

use std::{
    borrow::Cow,
    io::{self, Read, Write},
};

use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};
use rusqlite::{Connection, session::ConflictAction};

use crate::{Refusal, Result, refusal};

/// From so many bytes on changes are packed: more than what a person enters at once comes to.
const FROM: usize = 16 << 10;
/// What a zlib stream begins with; a changeset begins with `T`.
pub(super) const PACKED: u8 = 0x78;

/// Takes a changeset as it is made and packs it once it is long.
pub(super) struct Packing(Held);

enum Held {
    Plain(Vec<u8>),
    Packed(ZlibEncoder<Vec<u8>>),
}

impl Packing {
    pub fn new() -> Self {
        Self(Held::Plain(Vec::new()))
    }

    /// What is to lie in the journal; nothing where nothing changed.
    pub fn finish(self) -> Result<Vec<u8>> {
        match self.0 {
            Held::Plain(bytes) => Ok(bytes),
            Held::Packed(encoder) => encoder.finish().map_err(fault),
        }
    }
}

impl Write for Packing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Held::Plain(plain) => {
                plain.extend_from_slice(bytes);
                if plain.len() >= FROM {
                    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
                    encoder.write_all(plain)?;
                    self.0 = Held::Packed(encoder);
                }
            }
            Held::Packed(encoder) => encoder.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads a changeset, however it lies there.
pub(super) enum Unpacking<'b> {
    Plain(&'b [u8]),
    Packed(Box<ZlibDecoder<&'b [u8]>>),
}

impl<'b> Unpacking<'b> {
    pub fn of(changeset: &'b [u8]) -> Self {
        match changeset.first() {
            Some(&PACKED) => Self::Packed(Box::new(ZlibDecoder::new(changeset))),
            _ => Self::Plain(changeset),
        }
    }
}

impl Read for Unpacking<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(bytes) => bytes.read(into),
            Self::Packed(decoder) => decoder.read(into),
        }
    }
}

/// The whole of a changeset as the session extension wrote it.
pub(super) fn unpacked(changeset: &[u8]) -> Result<Cow<'_, [u8]>> {
    match Unpacking::of(changeset) {
        Unpacking::Plain(bytes) => Ok(Cow::Borrowed(bytes)),
        Unpacking::Packed(mut decoder) => {
            let mut whole = Vec::new();
            decoder.read_to_end(&mut whole).map_err(fault)?;
            Ok(Cow::Owned(whole))
        }
    }
}

/// A changeset as it is to lie in the journal.
pub(super) fn packed(changeset: &[u8]) -> Result<Vec<u8>> {
    let mut packing = Packing::new();
    packing.write_all(changeset).map_err(fault)?;
    packing.finish()
}

/// What takes a changeset back.
pub(super) fn inverted(changeset: &[u8]) -> Result<Vec<u8>> {
    let mut inverted = Packing::new();
    rusqlite::session::invert_strm(&mut Unpacking::of(changeset), &mut inverted)?;
    inverted.finish()
}

/// Applies a changeset whole; fails where a row is not as it expects.
pub(super) fn apply(connection: &Connection, changeset: &[u8]) -> rusqlite::Result<()> {
    let abort = |_, _| ConflictAction::SQLITE_CHANGESET_ABORT;
    connection.apply_strm(&mut Unpacking::of(changeset), None::<fn(&str) -> bool>, abort)
}

fn fault(error: impl std::fmt::Display) -> Refusal {
    refusal!("fault", detail = error)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_changeset_comes_back_byte_for_byte_and_is_packed_only_where_it_is_long(
            pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..900), 0..40),
        ) {
            let mut whole = vec![b'T'];
            whole.extend(pieces.concat());
            let mut packing = Packing::new();
            packing.write_all(b"T").unwrap();
            pieces.iter().for_each(|piece| packing.write_all(piece).unwrap());
            let kept = packing.finish().unwrap();
            prop_assert_eq!(kept.first() == Some(&PACKED), whole.len() >= FROM);
            prop_assert_eq!(unpacked(&kept).unwrap(), &whole[..]);
            prop_assert_eq!(&packed(&whole).unwrap(), &kept);
            let mut read = Vec::new();
            Unpacking::of(&kept).read_to_end(&mut read).unwrap();
            prop_assert_eq!(read, whole);
        }
    }

    #[test]
    fn nothing_stays_nothing_and_what_was_cut_or_altered_is_refused() {
        assert!(Packing::new().finish().unwrap().is_empty());
        let kept = packed(&"T张三盗窃案".repeat(4000).into_bytes()).unwrap();
        assert!(kept.len() < FROM / 4, "{}", kept.len());
        assert!(unpacked(&kept[..kept.len() - 1]).is_err());
        let mut altered = kept;
        let last = altered.len() - 1;
        altered[last] ^= 1;
        assert!(unpacked(&altered).is_err());
    }
}
