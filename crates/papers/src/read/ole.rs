//! The container of an older workbook. Its chains of sectors are followed here, where one that runs in a circle has an end; the
//! library gets a container of ours with nothing in it but the workbook.

use super::ReadRefusal;
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};

/// What every such container begins with.
pub(super) const MAGIC: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const END: u32 = 0xFFFF_FFFE;
/// From here on a number of a sector is a mark.
const MARKS: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;
/// Streams shorter than this lie among the small ones.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// A sector of the container made here.
const SECTOR: usize = 4096;
/// So many sectors of the table of sectors the head itself names.
const TABLES: usize = 109;

/// The records of a workbook, in a container made for them.
pub(super) struct Stream {
    container: Vec<u8>,
    from: usize,
    length: usize,
}

impl Stream {
    /// The workbook in the file; all of the file where it is in no container.
    pub fn of(file: &mut File) -> Result<Stream, ReadRefusal> {
        let size = usize::try_from(file.metadata().map_err(ReadRefusal::io)?.len()).unwrap_or(usize::MAX);
        let mut head = Vec::with_capacity(512);
        file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
        file.by_ref().take(512).read_to_end(&mut head).map_err(ReadRefusal::io)?;
        let mut stream = Stream::empty(size)?;
        if head.starts_with(MAGIC) {
            Ole::open(file, &head, size)?.workbook(&mut stream.container)?;
        } else {
            file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
            file.read_to_end(&mut stream.container).map_err(ReadRefusal::io)?;
        }
        stream.length = stream.container.len() - stream.from;
        stream.close();
        Ok(stream)
    }

    /// The records.
    pub fn records(&mut self) -> &mut [u8] {
        self.container.get_mut(self.from..self.from + self.length).unwrap_or_default()
    }

    /// What the library reads.
    pub fn into_container(self) -> Cursor<Vec<u8>> {
        Cursor::new(self.container)
    }

    /// Room for head, table and directory before a stream of at most so many bytes.
    fn empty(most: usize) -> Result<Stream, ReadRefusal> {
        let sectors = most.max(SMALL).div_ceil(SECTOR) + 1;
        let tables = (sectors + 1).div_ceil(SECTOR / 4 - 1);
        if tables > TABLES {
            return Err(ReadRefusal::broken("a workbook of too many sectors"));
        }
        let from = SECTOR * (tables + 2);
        Ok(Stream { container: vec![0; from], from, length: 0 })
    }

    /// Writes what stands before the stream.
    fn close(&mut self) {
        // So that it lies among the large ones; in fours, for that is an empty record.
        while self.container.len() - self.from < SMALL {
            self.container.extend_from_slice(&[0; 4]);
        }
        let length = self.container.len() - self.from;
        let tables = self.from / SECTOR - 2;
        let last = tables + length.div_ceil(SECTOR);
        let number = |at: usize| u32::try_from(at).unwrap_or(END).to_le_bytes();
        let mut put = |at: usize, bytes: &[u8]| {
            if let Some(place) = self.container.get_mut(at..at + bytes.len()) {
                place.copy_from_slice(bytes);
            }
        };
        put(0, MAGIC);
        put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 12, 0, 6, 0]);
        put(44, &number(tables));
        put(48, &number(tables));
        put(60, &END.to_le_bytes());
        put(68, &END.to_le_bytes());
        put(76, &[0xFF; TABLES * 4]);
        for at in 0..tables {
            put(76 + at * 4, &number(at));
        }
        for at in 0..=last {
            let next = match at {
                _ if at < tables => 0xFFFF_FFFD,
                _ if at == tables || at == last => END,
                _ => u32::try_from(at + 1).unwrap_or(END),
            };
            put(SECTOR + at * 4, &next.to_le_bytes());
        }
        let directory = SECTOR * (tables + 1);
        for (at, name, kind, begins, length) in
            [(0, "Root Entry", 5, number(0), 0), (ENTRY, "Workbook", 2, number(tables + 1), length)]
        {
            let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            put(directory + at, &letters);
            put(directory + at + 66, &[kind, 1]);
            put(directory + at + 116, &begins);
            put(directory + at + 120, &(length as u64).to_le_bytes());
        }
    }
}

/// Names in the directory of an OLE container, found without following its chains: each entry is
/// 128 bytes on a 128-byte boundary, name first, its length in bytes at 64, its kind at 66.
/// Empty for a bare workbook stream.
pub(super) fn names(file: &mut File) -> Result<Vec<String>, ReadRefusal> {
    let mut names = Vec::new();
    let mut from = BufReader::with_capacity(64 * 1024, &mut *file);
    let mut entry = [0u8; 128];
    let mut first = true;
    while from.read_exact(&mut entry).is_ok() {
        if std::mem::take(&mut first) && !entry.starts_with(MAGIC) {
            break;
        }
        names.extend(entry_name(&entry));
        if names.len() > 10_000 {
            break;
        }
    }
    file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
    Ok(names)
}

fn entry_name(entry: &[u8; 128]) -> Option<String> {
    let length = usize::from(u16::from_le_bytes([entry[64], entry[65]]));
    let is_entry = matches!(entry[66], 1 | 2 | 5) && entry[67] <= 1 && (4..=64).contains(&length) && length % 2 == 0;
    if !is_entry {
        return None;
    }
    let units: Vec<u16> =
        entry.get(..length - 2)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}

/// A foreign container.
struct Ole<'f> {
    file: BufReader<&'f mut File>,
    /// Where the file is read on.
    at: u64,
    sector: usize,
    /// More sectors than these the file can't hold.
    most: usize,
    table: Vec<u32>,
    directory: u32,
    small: (u32, usize),
}

impl<'f> Ole<'f> {
    fn open(file: &'f mut File, head: &[u8], size: usize) -> Result<Ole<'f>, ReadRefusal> {
        let sector = match short(head, 30) {
            9 => 512,
            12 => 4096,
            _ => return Err(ReadRefusal::broken("sectors of an unknown size")),
        };
        if head.len() < 512 {
            return Err(ReadRefusal::broken("the container is cut"));
        }
        file.seek(SeekFrom::Start(0)).map_err(ReadRefusal::io)?;
        let small = (long(head, 60), (long(head, 64) as usize).saturating_mul(sector));
        let (most, directory) = (size / sector + 1, long(head, 48));
        let mut ole = Ole { file: BufReader::new(file), at: 0, sector, most, table: Vec::new(), directory, small };
        let mut named: Vec<u32> = (0..TABLES).map(|at| long(head, 76 + at * 4)).collect();
        let mut next = long(head, 68);
        let mut bytes = Vec::new();
        while next < MARKS && named.len() <= most {
            bytes.clear();
            ole.sector(next, &mut bytes)?;
            named.extend((0..sector / 4).map(|at| long(&bytes, at * 4)));
            next = named.pop().unwrap_or(END);
        }
        for id in named.into_iter().filter(|id| *id < MARKS) {
            // What is told of more sectors than there are says nothing.
            if ole.table.len() > most {
                break;
            }
            bytes.clear();
            ole.sector(id, &mut bytes)?;
            ole.table.extend((0..bytes.len() / 4).map(|at| long(&bytes, at * 4)));
        }
        Ok(ole)
    }

    /// Appends the workbook's records.
    fn workbook(&mut self, out: &mut Vec<u8>) -> Result<(), ReadRefusal> {
        let mut directory = Vec::new();
        self.chain(self.directory, usize::MAX, &mut directory)?;
        let entries = || directory.chunks_exact(ENTRY);
        let named = |wanted: &str| entries().find(|entry| name_of(entry).eq_ignore_ascii_case(wanted));
        let entry = named("Workbook").or_else(|| named("Book"));
        let entry = entry.ok_or_else(|| ReadRefusal::broken("no workbook in the container"))?;
        let root = entries().next().unwrap_or_default();
        let (begins, length) = self.extent(entry);
        if length >= SMALL {
            return self.chain(begins, length, out);
        }
        let (root_begins, root_length) = self.extent(root);
        let (mut small, mut table) = (Vec::new(), Vec::new());
        self.chain(root_begins, root_length, &mut small)?;
        self.chain(self.small.0, self.small.1, &mut table)?;
        let (mut id, mut got) = (begins, 0);
        while id != END && got < length {
            let at = (id as usize).saturating_mul(SMALL_SECTOR);
            let bytes = small.get(at..small.len().min(at.saturating_add(SMALL_SECTOR))).unwrap_or_default();
            if bytes.is_empty() || (id as usize) >= table.len() / 4 {
                return Err(ReadRefusal::broken("a small sector beyond the end"));
            }
            let bytes = bytes.get(..length - got).unwrap_or(bytes);
            out.extend_from_slice(bytes);
            got += bytes.len();
            id = long(&table, id as usize * 4);
        }
        Ok(())
    }

    fn extent(&self, entry: &[u8]) -> (u32, usize) {
        let low = u64::from(long(entry, 120));
        let high = if self.sector == 512 { 0 } else { u64::from(long(entry, 124)) };
        (long(entry, 116), usize::try_from(high << 32 | low).unwrap_or(usize::MAX))
    }

    /// Appends the sectors of a chain, at most so many bytes.
    fn chain(&mut self, begins: u32, length: usize, out: &mut Vec<u8>) -> Result<(), ReadRefusal> {
        let (mut id, mut left, mut steps) = (begins, length, 0);
        while id != END && left > 0 {
            steps += 1;
            if steps > self.most {
                return Err(ReadRefusal::broken("a chain of sectors runs in a circle"));
            }
            let before = out.len();
            self.sector(id, out)?;
            out.truncate(out.len().min(before.saturating_add(left)));
            left -= out.len() - before;
            let next = self.table.get(id as usize);
            match next {
                Some(next) => id = *next,
                None if left == 0 => break,
                None => return Err(ReadRefusal::broken("a sector that the table does not tell of")),
            }
        }
        Ok(())
    }

    /// Appends one sector; less of it where the file ends there.
    fn sector(&mut self, id: u32, out: &mut Vec<u8>) -> Result<(), ReadRefusal> {
        if id as usize > self.most {
            return Err(ReadRefusal::broken("a sector beyond the end"));
        }
        let at = (u64::from(id) + 1) * self.sector as u64;
        let away = i64::try_from(at).unwrap_or(i64::MAX) - i64::try_from(self.at).unwrap_or(i64::MAX);
        self.file.seek_relative(away).map_err(ReadRefusal::io)?;
        let got = self.file.by_ref().take(self.sector as u64).read_to_end(out).map_err(ReadRefusal::io)?;
        self.at = at + got as u64;
        Ok(())
    }
}

fn name_of(entry: &[u8]) -> String {
    let letters = entry.get(..64).unwrap_or_default().chunks_exact(2).map(|pair| short(pair, 0));
    char::decode_utf16(letters.take_while(|letter| *letter != 0)).map(|letter| letter.unwrap_or('\u{FFFD}')).collect()
}

/// A number of two bytes; 0 beyond the end.
pub(super) fn short(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |two| u16::from_le_bytes(*two))
}

/// A number of four bytes; 0 beyond the end.
pub(super) fn long(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |four| u32::from_le_bytes(*four))
}
