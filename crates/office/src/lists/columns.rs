//! The columns of the list of cases. Each is a fixed piece of SQL: nothing that a person types becomes SQL.
//!
//! Most stand in `case_state` as they were derived. Some depend on the day on which one asks; those are worked out here,
//! each in one place, so that a figure and the list behind it can't differ.

use std::sync::LazyLock;

use anjuan_law::{Day, vocabulary};
use serde::{Deserialize, Serialize};

macro_rules! columns {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:ident,)*) => {
        /// A column of the list of cases.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Column { $($(#[$doc])* $variant,)* }

        impl Column {
            /// All columns in the order of the list.
            pub const ALL: &[Column] = &[$(Column::$variant,)*];
            /// The column's name, in SQL and in words (`list_column_<name>`).
            pub fn name(self) -> &'static str { match self { $(Column::$variant => $name,)* } }
            /// What its values are.
            pub fn kind(self) -> Kind { match self { $(Column::$variant => Kind::$kind,)* } }
        }
    };
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Text, found by a part of it.
    Text,
    /// A code or an id.
    Choice,
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    YesNo,
}

columns! {
    /// Local register number.
    RegisterNo "register_no" Text,
    /// Department acceptance number.
    Number "number" Text,
    /// Title.
    Title "title" Text,
    /// Names of the people.
    Persons "persons" Text,
    /// Cause in words.
    Cause "cause" Text,
    /// Business line.
    Line "line" Choice,
    /// Procuratorial function.
    Function "function" Choice,
    /// Category.
    Category "category" Choice,
    /// Stage.
    Stage "stage" Choice,
    /// Outcome.
    Outcome "outcome" Choice,
    /// Open or closed.
    IsOpen "is_open" YesNo,
    /// Handler.
    HandlerId "handler_id" Choice,
    /// Department.
    DepartmentId "department_id" Choice,
    /// Accepted on.
    AcceptedOn "accepted_on" Day,
    /// Next due day.
    NextDueOn "next_due_on" Day,
    /// Last act on.
    LastActOn "last_act_on" Day,
    /// Closed on.
    ClosedOn "closed_on" Day,
    /// How many people.
    PersonCount "person_count" Number,
    /// Somebody is in custody.
    InCustody "in_custody" YesNo,
    /// A minor is concerned.
    IsMinor "is_minor" YesNo,
    /// Major or sensitive.
    IsSensitive "is_sensitive" YesNo,
    /// Out with the police or the court.
    OutWith "out_with" Choice,
    /// The last act.
    LastAct "last_act" Choice,
    /// How the next due date stands on the day.
    DueState "due_state" Choice,
    /// How many findings of the day nobody has answered.
    Findings "findings" Number,
    /// A period of the office's own is past its last day.
    Overdue "overdue" YesNo,
    /// A period of the office's own ends within seven days, the day itself included.
    DueSoon "due_soon" YesNo,
    /// A finding of the day that nobody has answered.
    Unchecked "unchecked" YesNo,
    /// Needs a handler and has none.
    Waits "waits" YesNo,
    /// Who works on it: the handler and those beside him, by account.
    Staff "staff" Choice,
}

/// Cases with a period of the office's own past its last day on `:day`.
pub(crate) const OVERDUE: &str = include_str!("overdue.sql");
/// Cases with a period of the office's own that ends from `:day` to seven days later.
pub(crate) const DUE_SOON: &str = include_str!("due_soon.sql");
/// Cases with a finding of `:day` that nobody has answered.
pub(crate) const UNCHECKED: &str = include_str!("unchecked.sql");
/// How the next due date of a row of `case_state` stands on `:day`.
pub(super) const DUE_STATE: &str = include_str!("due_state.sql");
/// How many findings of `:day` on a row of `case_state` nobody has answered.
pub(super) const FINDINGS: &str = include_str!("findings.sql");

/// Cases that need a handler and have none: the law says which categories are settled without one.
static WAITS: LazyLock<String> = LazyLock::new(|| {
    let without = vocabulary().categories.iter().filter(|category| !category.needs_handler);
    let codes: Vec<String> = without.map(|category| format!("'{}'", category.id)).collect();
    format!(
        "case_state.is_open AND case_state.handler_id IS NULL AND case_state.category NOT IN ({})",
        codes.join(", ")
    )
});

impl Column {
    /// The column of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.name() == name)
    }

    /// Whether a list can show it; the others only part cases.
    pub fn is_shown(self) -> bool {
        !matches!(self, Column::Overdue | Column::DueSoon | Column::Unchecked | Column::Waits | Column::Staff)
    }

    /// Whether its values have the names of people in them.
    pub fn is_of_names(self) -> bool {
        matches!(self, Column::Title | Column::Persons)
    }

    /// What parts cases on a day, as a condition in SQL; nothing for a column with values of its own.
    pub(super) fn holds(self, day: Day) -> Option<String> {
        let among = |cases: &str| Some(format!("case_state.case_id IN ({})", on(cases, day)));
        match self {
            Column::Overdue => among(OVERDUE),
            Column::DueSoon => among(DUE_SOON),
            Column::Unchecked => among(UNCHECKED),
            Column::Waits => Some(WAITS.clone()),
            _ => None,
        }
    }

    /// The value on a day, in SQL.
    pub(super) fn value(self, day: Day) -> String {
        match self {
            Column::DueState => format!("({})", on(DUE_STATE, day)),
            Column::Findings => format!("({})", on(FINDINGS, day)),
            Column::Staff => Column::HandlerId.name().to_owned(),
            _ => self.holds(day).map_or_else(|| self.name().to_owned(), |condition| format!("({condition})")),
        }
    }
}

/// A piece of SQL on a day. A day is digits and hyphens, whoever asked.
pub(super) fn on(sql: &str, day: Day) -> String {
    let sql: Vec<&str> = sql.lines().filter(|line| !line.starts_with("--")).collect();
    sql.join(" ").replace(":day", &format!("'{day}'"))
}
