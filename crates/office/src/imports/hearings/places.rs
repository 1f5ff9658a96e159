//! The places of a hearing that a ledger fills, and the fields that fill them.

/// Each field of a ledger (law: headings) with the place it fills; the first field of a place is the one people know it by.
const FIELDS: [(&str, &str); 39] = [
    ("hearing_on", "held_on"),
    ("hearing_kind", "kind"),
    ("hearing_public", "is_public"),
    ("hearing_not_public_reason", "not_public_reason"),
    ("hearing_initiated_by", "initiated_by"),
    ("approved_by", "approved_by"),
    ("approved_on", "approved_on"),
    ("hearing_questions", "questions"),
    ("hearing_chair", "chair"),
    ("hearing_recorder", "recorder"),
    ("clerk", "recorder"),
    ("hearing_place", "place"),
    ("hearing_began", "began_at"),
    ("hearing_ended", "ended_at"),
    ("hearing_announced_on", "announced_on"),
    ("hearing_notified_on", "notified_on"),
    ("hearing_officers", "officers"),
    ("hearing_officer_came", "came"),
    ("hearing_officers_absent", "absent"),
    ("hearing_selection", "selection"),
    ("hearing_selection_reason", "selection_reason"),
    ("officer_opinion", "opinion"),
    ("hearing_participants", "participants"),
    ("person_name", "participants"),
    ("defender", "participants"),
    ("hearing_supervisors", "participants"),
    ("hearing_opinion", "majority"),
    ("adopted", "adopted"),
    ("outcome", "decision"),
    ("concluded_on", "decided_on"),
    ("hearing_consented_by", "consented_by"),
    ("hearing_consented_on", "consented_on"),
    ("hearing_parties_told_on", "parties_told_on"),
    ("hearing_officers_told_on", "officers_told_on"),
    ("hearing_recording", "recording"),
    ("hearing_transcript", "transcript"),
    ("hearing_effect", "effect"),
    ("note", "note"),
    ("note", "opinion_text"),
];

/// Fields that say which case it is, or nothing of the hearing.
const ASIDE: [&str; 10] =
    ["sequence", "year", "line", "category", "kind", "title", "unit", "department", "person_count", "hearing"];

/// The place that a field fills; empty for what is left aside.
pub(super) fn place_of(field: &str) -> &'static str {
    if ASIDE.contains(&field) || field.starts_with("number_") {
        return "";
    }
    FIELDS.iter().find(|(known, _)| *known == field).map_or("note", |(_, place)| place)
}

/// The field by which people know a place.
pub(super) fn field_of(place: &str) -> &str {
    FIELDS.iter().find(|(_, known)| *known == place).map_or(place, |(field, _)| field)
}

/// Whether a place holds names, each of them for itself.
pub(super) fn is_list(place: &str) -> bool {
    ["officers", "participants"].contains(&place)
}

/// A list of names with those of the file that it lacks, where there are any; and whether the file has a name that somebody took
/// off since it was imported.
pub(super) fn grown(stands: &str, file: &str, last: &str) -> (Option<String>, bool) {
    let has = |list: &str, name: &str| list.split('、').any(|one| bare(one) == bare(name));
    let lacking: Vec<&str> = file.split('、').filter(|name| !name.is_empty() && !has(stands, name)).collect();
    let struck = lacking.iter().any(|name| has(last, name));
    let more: Vec<&str> = lacking.into_iter().filter(|name| !has(last, name)).collect();
    if more.is_empty() {
        return (None, struck);
    }
    let all = [stands].into_iter().filter(|stands| !stands.is_empty()).chain(more);
    (Some(all.collect::<Vec<_>>().join("、")), struck)
}

/// A name without what stands in brackets after it.
pub(super) fn bare(name: &str) -> &str {
    name.split('（').next().unwrap_or(name).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_grows_by_what_is_new_and_says_what_was_struck() {
        let grown = |stands, file, last| super::grown(stands, file, last);
        assert_eq!(grown("", "陈大、林二", ""), (Some("陈大、林二".to_owned()), false));
        assert_eq!(grown("陈大", "陈大、林二", "陈大"), (Some("陈大、林二".to_owned()), false));
        assert_eq!(grown("陈大", "陈大、林二", "陈大、林二"), (None, true), "林二 was taken off by hand");
        assert_eq!(grown("张三（犯罪嫌疑人）", "张三", ""), (None, false), "the name counts, not the role beside it");
        assert_eq!(grown("陈大、林二", "陈大", "陈大、林二"), (None, false), "lists only grow");
    }

    #[test]
    fn every_field_is_known_to_the_law() {
        for (field, place) in FIELDS {
            assert!(anjuan_law::headings::field(field).is_some(), "{field} fills {place}");
        }
        assert_eq!(
            (place_of("number_court"), place_of("tags"), field_of("came")),
            ("", "note", "hearing_officer_came")
        );
    }
}
