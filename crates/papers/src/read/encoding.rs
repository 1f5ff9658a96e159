//! How the bytes of a text file become characters.

use super::ReadRefusal;
use super::packed::Again;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use serde::{Deserialize, Serialize};
use std::io::Read;

/// An encoding by its usual name: `UTF-8`, `gb18030`, `UTF-16LE`, `Big5` …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

impl TextEncoding {
    /// UTF-8, with or without byte order mark.
    pub const UTF_8: TextEncoding = TextEncoding(UTF_8);
    /// GB18030, of which GBK and GB 2312 are parts.
    pub const GB18030: TextEncoding = TextEncoding(GB18030);
    /// UTF-16, low byte first.
    pub const UTF_16LE: TextEncoding = TextEncoding(UTF_16LE);
    /// UTF-16, high byte first.
    pub const UTF_16BE: TextEncoding = TextEncoding(UTF_16BE);

    /// The encoding of that name; `None` for a name nobody uses. GBK and GB 2312 give GB18030.
    pub fn named(name: &str) -> Option<TextEncoding> {
        Encoding::for_label(name.as_bytes()).map(|found| TextEncoding(widest(found)))
    }

    /// Its usual name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What a person may choose from, the likely ones first.
    pub const CHOICES: [TextEncoding; 4] =
        [TextEncoding::UTF_8, TextEncoding::GB18030, TextEncoding::UTF_16LE, TextEncoding::UTF_16BE];
}

impl Serialize for TextEncoding {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for TextEncoding {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<TextEncoding, D::Error> {
        let name = String::deserialize(from)?;
        TextEncoding::named(&name)
            .ok_or_else(|| serde::de::Error::custom(format!("{name} is not the name of an encoding")))
    }
}

fn widest(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// UTF-16 by byte order mark, or by the place of its zero bytes.
///
/// Chinese text alone has few, but the commas, digits and line ends of a table have one each.
pub(crate) fn utf16_by_content(head: &[u8]) -> Option<TextEncoding> {
    match head {
        [0xFF, 0xFE, ..] => return Some(TextEncoding::UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(TextEncoding::UTF_16BE),
        _ => {}
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = head.len() / 32;
    match () {
        () if odd > enough && even == 0 => Some(TextEncoding::UTF_16LE),
        () if even > enough && odd == 0 => Some(TextEncoding::UTF_16BE),
        () => None,
    }
}

const CHUNK: usize = 64 * 1024;

/// Finds the encoding of the whole of `from`, and leaves it at its start.
pub(crate) fn detect(from: &mut impl Again) -> Result<TextEncoding, ReadRefusal> {
    let mut utf8 = Errors::of(UTF_8);
    let mut head: Option<Option<TextEncoding>> = None;
    let mut found = None;
    whole(from, |bytes, last| {
        found = *head.get_or_insert_with(|| utf16_by_content(bytes));
        if found.is_none() {
            utf8.feed(bytes, last);
        }
        found.is_none()
    })?;
    if let Some(found) = found {
        return Ok(found);
    }
    if utf8.count == 0 {
        return Ok(TextEncoding::UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut gb = Errors::of(GB18030);
    whole(from, |bytes, last| {
        detector.feed(bytes, last);
        gb.feed(bytes, last);
        true
    })?;
    let guess = widest(detector.guess(Some(b"cn"), Utf8Detection::Deny));
    // A whole office ledger without one fault in GB18030 is in GB18030; otherwise the guess of the
    // detector, unless a few damaged bytes stand in a text that is UTF-8 in the main.
    Ok(if gb.count == 0 {
        TextEncoding::GB18030
    } else if utf8.count * 20 < gb.count {
        TextEncoding::UTF_8
    } else {
        TextEncoding(guess)
    })
}

/// The text of a short file, whichever of the usual encodings it is in, without its byte order mark; nothing where a byte of
/// it is no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let mut from = std::io::Cursor::new(bytes);
    let encoding = detect(&mut from).ok()?;
    let mut decoded = Decoded::new(from, encoding, usize::MAX);
    let mut text = String::new();
    decoded.read_to_string(&mut text).ok()?;
    (decoded.faults == 0).then_some(text)
}

/// Hands the whole of `from` to `take` in chunks, the last one empty, while it wants more; then goes
/// back to the start.
fn whole(from: &mut impl Again, mut take: impl FnMut(&[u8], bool) -> bool) -> Result<(), ReadRefusal> {
    let mut chunk = vec![0; CHUNK];
    loop {
        let got = from.read(&mut chunk).map_err(ReadRefusal::io)?;
        let more = take(chunk.get(..got).unwrap_or_default(), got == 0);
        if got == 0 || !more {
            break;
        }
    }
    from.rewind().map_err(ReadRefusal::io)
}

/// Counts the faults a text has in one encoding.
struct Errors {
    decoder: encoding_rs::Decoder,
    sink: String,
    count: u64,
}

impl Errors {
    fn of(encoding: &'static Encoding) -> Errors {
        Errors { decoder: encoding.new_decoder(), sink: String::with_capacity(CHUNK * 3), count: 0 }
    }

    fn feed(&mut self, mut bytes: &[u8], last: bool) {
        loop {
            self.sink.clear();
            let (result, used) = decode(&mut self.decoder, bytes, &mut self.sink, last, &mut self.count);
            bytes = bytes.get(used..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }
}

/// Decodes with faults as U+FFFD, adding their number to `faults`.
fn decode(
    decoder: &mut encoding_rs::Decoder,
    bytes: &[u8],
    into: &mut String,
    last: bool,
    faults: &mut u64,
) -> (CoderResult, usize) {
    use encoding_rs::DecoderResult::{InputEmpty, Malformed, OutputFull};
    let mut used = 0;
    loop {
        let rest = bytes.get(used..).unwrap_or_default();
        let (result, read) = decoder.decode_to_string_without_replacement(rest, into, last);
        used += read;
        match result {
            InputEmpty => return (CoderResult::InputEmpty, used),
            OutputFull => return (CoderResult::OutputFull, used),
            Malformed(..) => {
                *faults += 1;
                if into.capacity() - into.len() < 8 {
                    into.reserve(64);
                }
                into.push('\u{FFFD}');
            }
        }
    }
}

/// A text file as UTF-8 bytes, whatever it is on disk. The byte order mark is taken off.
pub(crate) struct Decoded<R> {
    from: R,
    decoder: encoding_rs::Decoder,
    chunk: Vec<u8>,
    ready: String,
    at: usize,
    ended: bool,
    /// Bytes that could not be decoded so far.
    pub faults: u64,
    /// UTF-8 bytes handed out since this was last set to 0.
    pub handed: usize,
    /// More than this in one record is no record: an open quotation mark has swallowed the file.
    pub most: usize,
}

impl<R: Read> Decoded<R> {
    pub fn new(from: R, encoding: TextEncoding, most: usize) -> Decoded<R> {
        Decoded {
            from,
            decoder: encoding.0.new_decoder_with_bom_removal(),
            chunk: vec![0; CHUNK],
            ready: String::with_capacity(CHUNK * 4),
            at: 0,
            ended: false,
            faults: 0,
            handed: 0,
            most,
        }
    }

    fn more(&mut self) -> std::io::Result<()> {
        self.ready.clear();
        self.at = 0;
        let got = self.from.read(&mut self.chunk)?;
        self.ended = got == 0;
        let mut bytes = self.chunk.get(..got).unwrap_or_default();
        loop {
            let (result, used) = decode(&mut self.decoder, bytes, &mut self.ready, self.ended, &mut self.faults);
            bytes = bytes.get(used..).unwrap_or_default();
            match result {
                CoderResult::InputEmpty => return Ok(()),
                CoderResult::OutputFull => self.ready.reserve(CHUNK),
            }
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.at >= self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            self.more()?;
        }
        if self.handed > self.most {
            return Err(std::io::Error::from(std::io::ErrorKind::QuotaExceeded));
        }
        let rest = self.ready.as_bytes().get(self.at..).unwrap_or_default();
        let n = rest.len().min(into.len());
        if let (Some(to), Some(bytes)) = (into.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(bytes);
        }
        self.at += n;
        self.handed += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn detected(bytes: &[u8]) -> &'static str {
        detect(&mut Cursor::new(bytes)).unwrap().name()
    }

    fn decoded(bytes: &[u8], encoding: TextEncoding) -> (String, u64) {
        let mut from = Decoded::new(Cursor::new(bytes), encoding, usize::MAX);
        let mut text = String::new();
        from.read_to_string(&mut text).unwrap();
        (text, from.faults)
    }

    const TEXT: &str = "部门受案号,嫌疑人\r\n沪检刑诉受〔2026〕12号,张三\r\n";

    #[test]
    fn each_encoding_an_office_sends_is_found_and_read() {
        let (gb, ..) = GB18030.encode(TEXT);
        let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let bom = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        for (bytes, name) in [
            (TEXT.as_bytes(), "UTF-8"),
            (&bom[..], "UTF-8"),
            (&gb[..], "gb18030"),
            (&utf16[..], "UTF-16LE"),
            (&big[..], "UTF-16BE"),
        ] {
            assert_eq!(detected(bytes), name);
            let (text, faults) = decoded(bytes, TextEncoding::named(name).unwrap());
            assert_eq!((text.as_str(), faults), (TEXT, 0), "{name}");
        }
    }

    #[test]
    fn a_short_file_is_read_whole_or_not_at_all() {
        let (gb, ..) = GB18030.encode(TEXT);
        let bom = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        for bytes in [TEXT.as_bytes(), &gb, &bom] {
            assert_eq!(text_of(bytes).as_deref(), Some(TEXT));
        }
        assert_eq!(text_of(b"date,\x81\n"), None);
    }

    #[test]
    fn rare_characters_of_gb18030_survive() {
        let text = "𠮷,镕,喆,㛃\n";
        let (gb, _, faults) = GB18030.encode(text);
        assert!(!faults);
        assert_eq!(decoded(&gb, TextEncoding::GB18030), (text.to_owned(), 0));
    }

    #[test]
    fn what_cannot_be_decoded_is_counted_not_hidden() {
        let (text, faults) = decoded(b"a\xFFb\xFFc", TextEncoding::UTF_8);
        assert_eq!((text.as_str(), faults), ("a\u{FFFD}b\u{FFFD}c", 2));
    }

    #[test]
    fn an_old_name_gives_the_whole_of_its_successor() {
        for name in ["gbk", "GB2312", "gb18030"] {
            assert_eq!(TextEncoding::named(name), Some(TextEncoding::GB18030));
        }
        assert_eq!(TextEncoding::named("klingon"), None);
    }
}
