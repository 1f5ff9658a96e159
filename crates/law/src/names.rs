//! Names that may not be told: the form in which courts and procuratorates publish them. The surname stays and the given name
//! becomes 某; of a name of another kind the first character stays.

use std::{collections::HashSet, sync::LazyLock};

#[derive(serde::Deserialize)]
struct Surname {
    surname: String,
}

/// Surnames of two characters.
static COMPOUND: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let rows: Vec<Surname> = crate::data::table("surnames.csv", include_str!("../data/surnames.csv"));
    rows.into_iter().map(|row| row.surname).filter(|surname| surname.chars().count() == 2).collect()
});

const HIDDEN: char = '某';

/// The name as it may be published: 张三 is 张某, 欧阳锋 is 欧阳某, 阿卜杜·热合曼 is 阿某, John Smith is J某.
pub fn masked(name: &str) -> String {
    let name = name.trim();
    let plain = !name.chars().any(|c| c.is_ascii_alphabetic() || matches!(c, '·' | '•' | '．' | '.'));
    let length = name.chars().count();
    let two: String = name.chars().take(2).collect();
    // A name of two characters is a surname of one and a given name, whatever the two look like together.
    let kept = if plain && length > 2 && COMPOUND.contains(&two) { 2 } else { 1 };
    name.chars().take(kept).chain([HIDDEN]).collect()
}

/// The names as they may be published together: those that would be the same get figures (张某1、张某2).
pub fn masked_together(names: &[&str]) -> Vec<String> {
    let mut distinct: Vec<&str> = Vec::new();
    for name in names {
        if !distinct.contains(name) {
            distinct.push(name);
        }
    }
    let form = |name: &str| {
        let alike: Vec<&&str> = distinct.iter().filter(|other| masked(other) == masked(name)).collect();
        match alike.iter().position(|other| **other == name) {
            Some(at) if alike.len() > 1 => format!("{}{}", masked(name), at + 1),
            _ => masked(name),
        }
    };
    names.iter().map(|name| form(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surname_stays() {
        for (name, published) in [
            ("张三", "张某"),
            ("王小明", "王某"),
            ("欧阳锋", "欧阳某"),
            ("司马", "司某"),
            ("𠮷田建国", "𠮷某"),
            ("阿卜杜热合曼·买买提", "阿某"),
            ("John Smith", "J某"),
        ] {
            assert_eq!(masked(name), published);
        }
    }

    #[test]
    fn two_people_are_told_apart_and_one_stays_one() {
        assert_eq!(masked_together(&["张三", "李四", "张五", "张三"]), ["张某1", "李某", "张某2", "张某1"]);
    }
}
