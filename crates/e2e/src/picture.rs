//! Pictures of the window.

use std::path::Path;

/// Writes what the driver hands over, a PNG in Base64.
pub fn write(text: &str, file: &Path) {
    let folder = file.parent().expect("a picture lies in a folder");
    std::fs::create_dir_all(folder).expect("the folder can be made");
    std::fs::write(file, decode(text)).expect("the picture can be written");
}

fn decode(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sixes: Vec<u8> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::with_capacity(sixes.len() * 3 / 4);
    for group in sixes.chunks(4) {
        let bits = group.iter().fold(0u32, |bits, six| bits << 6 | u32::from(*six));
        let bits = bits << (6 * (4 - group.len()));
        bytes.extend(&bits.to_be_bytes()[1..group.len()]);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes_every_length() {
        assert_eq!(decode("TWFu"), b"Man");
        assert_eq!(decode("TWE="), b"Ma");
        assert_eq!(decode("TQ=="), b"M");
        assert_eq!(decode("iVBO/+8="), [0x89, 0x50, 0x4e, 0xff, 0xef]);
    }
}
