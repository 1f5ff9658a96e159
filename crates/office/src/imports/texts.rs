//! Names, charges and numbers of citizens in the texts of cells.

/// The names in a cell.
pub(super) fn names(text: &str) -> Vec<String> {
    // `Doe, John` is one person.
    let marks: &[char] =
        if has_han(text) { &['、', '；', ';', '，', ',', '\n'] } else { &['、', '；', ';', '\n'] };
    let parts = text.split(marks).map(|name| name.replace(['#', '@'], ""));
    parts.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The charges in a cell: names of charges may hold the mark that stands between charges.
pub(super) fn charges(text: &str) -> Vec<String> {
    let known = |name: &str| match anjuan_law::charges::by_name(name) {
        [one] => Some(one.name.clone()),
        _ => None,
    };
    if let Some(one) = known(text) {
        return vec![one];
    }
    if !has_han(text) {
        // Titles of offences in other languages hold commas.
        let parts = text.split(['；', '\n']).map(str::trim).filter(|part| !part.is_empty());
        return parts.map(str::to_owned).collect();
    }
    let mut found: Vec<String> = Vec::new();
    for part in text.split(['；', ';', '\n', '，', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        let pieces: Vec<&str> = part.split('、').collect();
        let mut at = 0;
        while at < pieces.len() {
            let joined = |end: usize| pieces.get(at..end).map(|some| some.join("、")).unwrap_or_default();
            let longest = (at + 1..=pieces.len()).rev().find_map(|end| known(&joined(end)).map(|name| (end, name)));
            let (end, name) = longest.unwrap_or_else(|| (at + 1, joined(at + 1)));
            found.push(name);
            at = end;
        }
    }
    found.dedup();
    found
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{3400}'..='\u{9FFF}').contains(&c) || c >= '\u{20000}')
}

/// Fifteen or eighteen characters of which nearly all are figures are meant as a citizen's number.
pub(super) fn looks_like_citizen(key: &str) -> bool {
    let digits = key.chars().filter(char::is_ascii_digit).count();
    (14..=19).contains(&key.chars().count()) && digits + 1 >= key.chars().count()
}
