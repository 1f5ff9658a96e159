//! The columns of the list of cases. Each is a fixed piece of SQL: nothing that a person types becomes SQL.

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
}

impl Column {
    /// The column of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.name() == name)
    }
}
