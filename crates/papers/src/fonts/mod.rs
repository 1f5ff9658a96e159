//! The faces installed on this machine: which is there, and which has which character.
//!
//! Papers name faces by what they are for (仿宋 for the text, 小标宋 for the title). No face is shipped: an official one is
//! taken if it is installed, else the best of its sort, and a character that the face lacks gets one that has it.

mod sorts;

use std::{
    collections::{BTreeSet, HashMap},
    sync::{LazyLock, Mutex, PoisonError},
};

use fontdb::Database;

pub(crate) use sorts::is_heavy;
use sorts::{LAST_RESORTS, sort_of};

/// The faces that papers can be made with.
pub struct Fonts {
    source: Source,
    seen: Mutex<HashMap<(String, char), bool>>,
}

/// Whether a face has a character.
type Has = fn(char) -> bool;

enum Source {
    /// Those of the machine.
    Installed(Box<Database>),
    /// These, each with what it has.
    Given(Vec<(String, Has)>),
}

static INSTALLED: LazyLock<Fonts> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_system_fonts();
    Fonts::with(Source::Installed(Box::new(database)))
});

impl Fonts {
    /// Those installed, looked for once.
    pub fn installed() -> &'static Self {
        &INSTALLED
    }

    /// Given faces, each with what it has; for papers that must not depend on the machine.
    pub fn given(faces: &[(&str, Has)]) -> Self {
        Self::with(Source::Given(faces.iter().map(|(name, has)| ((*name).to_owned(), *has)).collect()))
    }

    fn with(source: Source) -> Self {
        Self { source, seen: Mutex::default() }
    }

    /// No face is known: papers keep the names of their templates.
    pub fn is_empty(&self) -> bool {
        match &self.source {
            Source::Installed(database) => database.is_empty(),
            Source::Given(faces) => faces.is_empty(),
        }
    }

    /// The face itself where it is installed, else the best installed one of its sort.
    pub fn settle(&self, face: &str) -> String {
        if self.is_empty() || self.has_face(face) {
            return face.to_owned();
        }
        let instead = sort_of(face).faces.iter().find(|known| self.has_face(known));
        instead.map_or_else(|| face.to_owned(), |known| (*known).to_owned())
    }

    /// Those of the characters that the face lacks.
    pub fn lacking(&self, face: &str, wanted: &BTreeSet<char>) -> BTreeSet<char> {
        if wanted.is_empty() {
            return BTreeSet::new();
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<char> = wanted.iter().copied().filter(|c| !seen.contains_key(&(face.to_owned(), *c))).collect();
        for (c, has) in self.look(face, &new) {
            seen.insert((face.to_owned(), c), has);
        }
        wanted.iter().copied().filter(|c| seen.get(&(face.to_owned(), *c)) == Some(&false)).collect()
    }

    /// A face for a character that `face` lacks: of its sort if possible, else any.
    pub fn instead(&self, face: &str, c: char) -> Option<String> {
        let wanted = BTreeSet::from([c]);
        let has = |known: &str| self.has_face(known) && self.lacking(known, &wanted).is_empty();
        let named = sort_of(face).faces.iter().chain(LAST_RESORTS).find(|known| has(known));
        named.map(|known| (*known).to_owned()).or_else(|| self.families().into_iter().find(|known| has(known)))
    }

    fn has_face(&self, face: &str) -> bool {
        match &self.source {
            Source::Installed(database) => database.faces().any(|info| is_called(info, face)),
            Source::Given(faces) => faces.iter().any(|(known, _)| known == face),
        }
    }

    fn families(&self) -> Vec<String> {
        let mut families: Vec<String> = match &self.source {
            Source::Installed(database) => {
                database.faces().filter_map(|info| info.families.first()).map(|(name, _)| name.clone()).collect()
            }
            Source::Given(faces) => faces.iter().map(|(name, _)| name.clone()).collect(),
        };
        families.sort();
        families.dedup();
        families
    }

    /// Which of the characters the face has. A face that can't be read has none.
    fn look(&self, face: &str, chars: &[char]) -> Vec<(char, bool)> {
        if chars.is_empty() {
            return Vec::new();
        }
        match &self.source {
            Source::Given(faces) => {
                let has = faces.iter().find(|(known, _)| known == face).map(|(_, has)| *has);
                chars.iter().map(|c| (*c, has.is_some_and(|has| has(*c)))).collect()
            }
            Source::Installed(database) => {
                let id = database.faces().find(|info| is_called(info, face)).map(|info| info.id);
                let found = id.and_then(|id| {
                    database.with_face_data(id, |data, index| {
                        let face = ttf_parser::Face::parse(data, index).ok()?;
                        Some(chars.iter().map(|c| (*c, face.glyph_index(*c).is_some())).collect())
                    })
                });
                found.flatten().unwrap_or_else(|| chars.iter().map(|c| (*c, false)).collect())
            }
        }
    }
}

fn is_called(info: &fontdb::FaceInfo, face: &str) -> bool {
    info.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(face))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(c: char) -> bool {
        ('\u{4E00}'..='\u{9FFF}').contains(&c) && !"镕喆堃".contains(c)
    }

    fn basic(c: char) -> bool {
        c < '\u{10000}'
    }

    fn beyond(c: char) -> bool {
        c >= '\u{20000}'
    }

    #[test]
    fn a_face_of_the_same_sort_stands_in() {
        let fonts = Fonts::given(&[("FangSong_GB2312", common), ("Noto Serif CJK SC", basic)]);
        assert_eq!(fonts.settle("仿宋"), "FangSong_GB2312");
        assert_eq!(fonts.settle("方正小标宋简体"), "Noto Serif CJK SC");
        assert_eq!(fonts.settle("Noto Serif CJK SC"), "Noto Serif CJK SC");
        assert_eq!(Fonts::given(&[]).settle("仿宋"), "仿宋");
    }

    #[test]
    fn a_character_gets_a_face_that_has_it() {
        let fonts = Fonts::given(&[("仿宋_GB2312", common), ("宋体", basic), ("Odd Face", beyond)]);
        let wanted: BTreeSet<char> = "张镕喆堃𠮷".chars().collect();
        assert_eq!(fonts.lacking("仿宋_GB2312", &wanted), "镕喆堃𠮷".chars().collect());
        assert_eq!(fonts.instead("仿宋_GB2312", '镕').as_deref(), Some("宋体"));
        assert_eq!(fonts.instead("仿宋_GB2312", '𠮷').as_deref(), Some("Odd Face"));
        let poor = Fonts::given(&[("宋体", basic)]);
        assert_eq!(poor.instead("宋体", '𠮷'), None);
    }
}
