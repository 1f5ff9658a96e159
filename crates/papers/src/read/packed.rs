//! The bytes of a text file that may be packed with gzip (`.csv.gz`), as large exports travel.
//!
//! Nothing is unpacked to a place of its own: it streams, and starts anew for each pass.

use super::{Limits, ReadRefusal};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{Error, ErrorKind, Read, Seek, SeekFrom};

/// What a packed file begins with.
pub(crate) const MAGIC: &[u8] = &[0x1F, 0x8B];
/// So much may come out of a small file at any ratio.
const SMALL: u64 = 1 << 20;

/// More came out of the file than may.
#[derive(Debug, thiserror::Error)]
#[error("{bytes} bytes of {allowed}")]
pub(crate) struct TooMuch {
    pub bytes: u64,
    pub allowed: u64,
}

/// The bytes of the text, unpacked where they are packed.
pub(crate) enum Body {
    /// As they stand on disk.
    Plain(File),
    /// Packed: how to unpack it, what came out so far, what may. There is no unpacker only while one is made.
    Packed { from: Option<Box<MultiGzDecoder<File>>>, bytes: u64, allowed: u64 },
}

impl Body {
    /// Of a file at its start.
    pub(crate) fn of(mut file: File, limits: &Limits) -> Result<Body, ReadRefusal> {
        let mut head = Vec::with_capacity(MAGIC.len());
        file.by_ref().take(MAGIC.len() as u64).read_to_end(&mut head).map_err(ReadRefusal::io)?;
        file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
        if head != MAGIC {
            return Ok(Body::Plain(file));
        }
        let size = file.metadata().map_err(ReadRefusal::io)?.len();
        let allowed = size.saturating_mul(limits.ratio).max(SMALL).min(limits.unpacked_bytes);
        Ok(Body::Packed { from: Some(Box::new(MultiGzDecoder::new(file))), bytes: 0, allowed })
    }
}

/// Reading that can begin once more.
pub(crate) trait Again: Read {
    /// Goes back to the first byte.
    fn rewind(&mut self) -> std::io::Result<()>;
}

impl<T: AsRef<[u8]>> Again for std::io::Cursor<T> {
    fn rewind(&mut self) -> std::io::Result<()> {
        self.set_position(0);
        Ok(())
    }
}

impl Again for Body {
    fn rewind(&mut self) -> std::io::Result<()> {
        match self {
            Body::Plain(file) => file.seek(SeekFrom::Start(0)).map(|_| ()),
            Body::Packed { from, bytes, .. } => {
                let mut file = (*from.take().ok_or(ErrorKind::NotSeekable)?).into_inner();
                file.seek(SeekFrom::Start(0))?;
                *from = Some(Box::new(MultiGzDecoder::new(file)));
                *bytes = 0;
                Ok(())
            }
        }
    }
}

impl Read for Body {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Body::Plain(file) => file.read(into),
            Body::Packed { from, bytes, allowed, .. } => {
                let got = from.as_mut().ok_or(ErrorKind::NotSeekable)?.read(into)?;
                *bytes = bytes.saturating_add(got as u64);
                if *bytes > *allowed {
                    return Err(Error::new(ErrorKind::FileTooLarge, TooMuch { bytes: *bytes, allowed: *allowed }));
                }
                Ok(got)
            }
        }
    }
}

/// The first bytes of what is packed, to tell its kind by; empty where nothing can be unpacked.
pub(crate) fn beginning(mut packed: &File, most: u64) -> Result<Vec<u8>, ReadRefusal> {
    packed.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
    let mut head = Vec::new();
    MultiGzDecoder::new(packed).take(most).read_to_end(&mut head).map_err(ReadRefusal::io)?;
    Ok(head)
}
