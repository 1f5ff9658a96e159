//! rules/counting.toml as constants.

use std::fmt::Write as _;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    pub half_month_days: u32,
    custody_measures: Vec<String>,
    accused_roles: Vec<String>,
    victim_roles: Vec<String>,
    closing_acts: Vec<String>,
    reopening_act: String,
    leaving_acts: Vec<String>,
    answer_field: String,
    marks: Vec<String>,
    pub received_field: String,
    extension_fields: Vec<String>,
    paper_fields: Vec<String>,
    warning: Warning,
    calendar: Calendar,
    #[serde(rename = "flag")]
    flags: Vec<Flag>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Warning {
    amber_share: i64,
    amber_least: i64,
    amber_most: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendar {
    fixed_days_off: Vec<String>,
    least_days_off: usize,
    open_from: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flag {
    id: String,
    set_by: String,
    cleared_by: Option<String>,
    field: Option<String>,
    is: Option<String>,
}

impl Counting {
    /// Stops the build where neither the record nor an act gives a case that mark.
    pub fn mark(&self, mark: &str, place: &str) {
        let by_act = self.flags.iter().any(|flag| flag.id == mark);
        assert!(by_act || self.marks.iter().any(|known| known == mark), "{place}: no mark {mark:?}");
    }
}

/// The file, read.
pub fn read() -> Counting {
    let text = std::fs::read_to_string("rules/counting.toml").expect("rules/counting.toml");
    toml::from_str(&text).unwrap_or_else(|e| panic!("rules/counting.toml: {e}"))
}

/// Writes the constants; the acts named are looked up.
pub fn write(counting: &Counting, lists: &crate::lists::Lists) {
    let place = "counting.toml";
    for act in counting.closing_acts.iter().chain(&counting.leaving_acts).chain([&counting.reopening_act]) {
        lists.act(act, &[], place);
    }
    for measure in &counting.custody_measures {
        lists.code("measure", measure, place);
    }
    for role in counting.accused_roles.iter().chain(&counting.victim_roles) {
        lists.code("person_role", role, place);
    }
    let month_day = |text: &String| {
        let (_, month, day) = crate::sources::day_of(&format!("2000-{text}"), place);
        (month, day)
    };
    let fixed: Vec<_> = counting.calendar.fixed_days_off.iter().map(month_day).collect();
    let mut out = String::new();
    let mut list = |name: &str, list: &Vec<String>| {
        writeln!(out, "pub(crate) static {name}: &[&str] = &{list:?};").expect("a string");
    };
    list("CUSTODY_MEASURES", &counting.custody_measures);
    list("ACCUSED_ROLES", &counting.accused_roles);
    list("VICTIM_ROLES", &counting.victim_roles);
    list("CLOSING_ACTS", &counting.closing_acts);
    list("LEAVING_ACTS", &counting.leaving_acts);
    list("MARKS", &counting.marks);
    list("EXTENSION_FIELDS", &counting.extension_fields);
    list("PAPER_FIELDS", &counting.paper_fields);
    let open_from = month_day(&counting.calendar.open_from);
    let warning = &counting.warning;
    write!(
        out,
        "pub(crate) const REOPENING_ACT: &str = {:?};\n\
         pub(crate) const ANSWER_FIELD: &str = {:?};\n\
         pub(crate) const RECEIVED_FIELD: &str = {:?};\n\
         pub(crate) const AMBER_SHARE: i64 = {};\n\
         pub(crate) const AMBER_LEAST: i64 = {};\n\
         pub(crate) const AMBER_MOST: i64 = {};\n\
         pub(crate) static FIXED_DAYS_OFF: &[(u32, u32)] = &{fixed:?};\n\
         pub(crate) const LEAST_DAYS_OFF: usize = {};\n\
         pub(crate) const OPEN_FROM: (u32, u32) = {open_from:?};\n\
         pub(crate) static FLAGS: &[FlagRule] = &[\n",
        counting.reopening_act,
        counting.answer_field,
        counting.received_field,
        warning.amber_share,
        warning.amber_least,
        warning.amber_most,
        counting.calendar.least_days_off,
    )
    .expect("a string");
    for flag in &counting.flags {
        let field: Vec<&str> = flag.field.as_deref().into_iter().collect();
        lists.act(&flag.set_by, &field, place);
        flag.cleared_by.iter().for_each(|act| lists.act(act, &[], place));
        writeln!(
            out,
            "    FlagRule {{ id: {:?}, set_by: {:?}, cleared_by: {:?}, field: {:?}, is: {:?} }},",
            flag.id, flag.set_by, flag.cleared_by, flag.field, flag.is
        )
        .expect("a string");
    }
    out.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("OUT_DIR");
    std::fs::write(format!("{folder}/counting.rs"), out).expect("counting.rs");
}
