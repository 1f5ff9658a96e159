//! What a field of a ledger is in the record.

/// Where a field of a ledger (law: headings) goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The head of the case.
    Head,
    /// A number of the case, by its kind.
    Number(&'static str),
    /// The handler.
    Handler,
    /// The name of a person against whom or for whom the case runs.
    Name,
    /// The name of a person in that role.
    Named(&'static str),
    /// A field of the person's card that has a place of its own.
    Person,
    /// A charge, by its phase.
    Charge(&'static str),
    /// A measure by its kind; the value is its day.
    Measure(&'static str),
    /// The measure in force, by its name.
    MeasureNow,
    /// Acts of this kind, the first, the second or all; the value is the day.
    Act(&'static str, Option<usize>),
    /// A further field of the case card, as text.
    Card,
    /// A further field of the person's card, as text.
    PersonCard,
    /// Tells rows apart and says nothing of the case.
    Aside,
}

pub(super) fn target(field: &str) -> Target {
    use Target as T;
    match field {
        "title" | "category" | "line" | "source" | "cause" | "from_unit" | "received_on" | "accepted_on"
        | "department" | "content" => T::Head,
        "number_local" => T::Number("local"),
        "number_department" => T::Number("department"),
        "number_unified" => T::Number("unified"),
        "number_police" => T::Number("police"),
        "number_supervisory" => T::Number("supervisory"),
        "number_court" => T::Number("court"),
        "number_detention" => T::Number("detention_centre"),
        "number_document" => T::Number("document"),
        "number_archive" => T::Number("archive"),
        "handler" => T::Handler,
        "person_name" => T::Name,
        "applicant" => T::Named("applicant"),
        "other_party" => T::Named("other_party"),
        "third_person" => T::Named("third_person"),
        "petitioner" => T::Named("petitioner"),
        "agency" => T::Named("agency"),
        "person_alias" | "person_sex" | "person_birth" | "person_id_type" | "person_id_number"
        | "person_nationality" | "person_ethnicity" | "person_occupation" | "person_residence" | "person_role"
        | "person_kind" | "custody_place" => T::Person,
        "charge" | "charge_referred" => T::Charge("transferred"),
        "charge_decided" | "charge_prosecuted" => T::Charge("reviewed"),
        "charge_judged" => T::Charge("convicted"),
        "detained_on" => T::Measure("detention"),
        "arrested_on" => T::Measure("arrest"),
        "bail_on" => T::Measure("bail"),
        "surveillance_on" => T::Measure("residential_surveillance"),
        "measure" => T::MeasureNow,
        "allocated_on" => T::Act("allocated", Some(0)),
        "arrest_decided_on" => T::Act("arrest_approved", None),
        "arrest_refused_on" => T::Act("arrest_not_approved", None),
        "execution_receipt_on" => T::Act("execution_receipt", None),
        "review_extended_on" => T::Act("review_extended", None),
        "not_prosecuted_on" => T::Act("not_prosecuted", None),
        "not_supported_on" => T::Act("not_supported", None),
        "returned_on" => T::Act("returned_for_investigation", Some(0)),
        "retransferred_on" => T::Act("retransferred", Some(0)),
        "returned_again_on" => T::Act("returned_for_investigation", Some(1)),
        "retransferred_again_on" => T::Act("retransferred", Some(1)),
        "prosecuted_on" => T::Act("prosecuted", None),
        "court_session_on" => T::Act("court_session", None),
        "court_accepted_on" => T::Act("court_accepted", None),
        "judged_on" => T::Act("judgment_received", None),
        "judgment_effective_on" => T::Act("judgment_effective", None),
        "appealed_on" => T::Act("appealed", None),
        "protested_on" => T::Act("protested", None),
        "closed_on" => T::Act("closed", None),
        "archived_on" => T::Act("archived", None),
        "sequence" | "year" | "person_count" => T::Aside,
        "measure_on" => T::PersonCard,
        "recidivist"
        | "sentence"
        | "outcome"
        | "concluded_on"
        | "judgment"
        | "non_prosecution_kind"
        | "non_arrest_reason"
        | "plea_leniency"
        | "execution_result"
        | "executed_on" => T::PersonCard,
        other if other.starts_with("person_") => T::PersonCard,
        _ => T::Card,
    }
}

/// Whether the field belongs to one person of the case.
pub(super) fn is_personal(field: &str) -> bool {
    matches!(
        target(field),
        Target::Name
            | Target::Person
            | Target::Charge(_)
            | Target::Measure(_)
            | Target::MeasureNow
            | Target::PersonCard
    ) || matches!(target(field), Target::Act(kind, _) if of_a_person(kind))
}

/// Whether the law has acts of this kind person by person.
fn of_a_person(kind: &str) -> bool {
    anjuan_law::act(kind).is_some_and(|act| act.per == anjuan_law::acts::Per::Person)
}

/// One value beside several names is meant for each of them.
pub(super) fn same_for_all(field: &str) -> bool {
    matches!(target(field), Target::Charge(_) | Target::Act(..))
        || matches!(field, "judgment" | "outcome" | "concluded_on" | "plea_leniency")
}

/// Fields whose days are told in one breath, so that 同年 and 次日 in one refer to another.
pub(super) fn breath(field: &str) -> u8 {
    match target(field) {
        Target::Measure(_) => 1,
        Target::Act("returned_for_investigation" | "retransferred", _) => 2,
        Target::Act("court_session" | "court_accepted" | "judgment_received", _) => 3,
        _ if field == "measure_on" || field == "measure_expires_on" => 1,
        _ if field == "accepted_on" || field == "received_on" => 4,
        _ => 0,
    }
}

/// Fields after which a case's review is over: days in custody no longer move its clock.
pub(super) const OVER: [&str; 7] = [
    "prosecuted_on",
    "not_prosecuted_on",
    "judged_on",
    "closed_on",
    "concluded_on",
    "arrest_decided_on",
    "arrest_refused_on",
];
