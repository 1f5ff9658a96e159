//! Asking what somebody else wrote: a question in SQL on a connection of its own that can't write, that sees views made for it
//! and nothing behind them, and that is stopped when it takes too much.
//!
//! Three things hold it. The connection is opened for reading only. Every name that the question uses is looked at while it
//! is prepared: a table is read through one of the views or not at all, a function is on the list or not called. And it runs
//! with a bound on its work, on the memory of the process and on the length of its answer.

use std::{
    collections::BTreeSet,
    panic::RefUnwindSafe,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
};

use anjuan_law::Day;
use rusqlite::{
    Batch, Connection, ErrorCode,
    config::DbConfig,
    fallible_iterator::FallibleIterator as _,
    functions::FunctionFlags,
    hooks::{AuthAction, AuthContext, Authorization},
    limits::Limit,
    types::ValueRef,
};

use super::{Record, open};
use crate::{CaseId, Refusal, Result, refusal};

/// The longest question, in bytes.
const MOST_TEXT: usize = 8_000;
/// Steps of the engine: about a quarter of a second on an office PC, and the same everywhere.
const MOST_WORK: u32 = 25_000_000;
/// Steps between two looks at work and memory.
const STEPS: u32 = 10_000;
/// How much the process may grow meanwhile, in bytes.
const MOST_MEMORY: usize = 64 * 1024 * 1024;
const MOST_ROWS: usize = 500;
const MOST_COLUMNS: usize = 13;
/// The longest answer, in bytes.
const MOST_ANSWER: usize = 1_000_000;

/// What a question may call: nothing that makes long texts, reads files, or says another thing each time.
const FUNCTIONS: &[&str] = &[
    "abs",
    "avg",
    "coalesce",
    "comparable",
    "count",
    "date",
    "glob",
    "ifnull",
    "iif",
    "instr",
    "julianday",
    "length",
    "like",
    "lower",
    "ltrim",
    "max",
    "min",
    "nullif",
    "round",
    "rtrim",
    "strftime",
    "substr",
    "substring",
    "sum",
    "total",
    "trim",
    "unixepoch",
    "upper",
];

/// The engine's own bounds on one statement.
const LIMITS: &[(Limit, i32)] = &[
    (Limit::SQLITE_LIMIT_LENGTH, 1_000_000),
    (Limit::SQLITE_LIMIT_COLUMN, 128),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 5),
    (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 1),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// What a question answered, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// There are more rows than are given.
    pub more: bool,
}

/// What is told where a text of a case stands in the record.
pub type Telling = Arc<dyn Fn(CaseId, &str) -> String + Send + Sync + RefUnwindSafe>;

/// What a question sees.
pub struct Views<'a> {
    /// Makes temporary views. They may ask `told(case, text)` for what is told of a text, and the table `away`.
    pub sql: &'a str,
    /// The cases in `away`.
    pub away: &'a [CaseId],
    /// What is told to who asks.
    pub told: Telling,
}

impl Views<'_> {
    fn make(&self, connection: &Connection) -> Result<()> {
        let told = Arc::clone(&self.told);
        let same_always = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection.create_scalar_function(TOLD, 2, same_always, move |asked| {
            let (case, text): (Option<CaseId>, Option<String>) = (asked.get(0)?, asked.get(1)?);
            Ok(match (case, text) {
                (Some(case), Some(text)) => Some(told(case, &text)),
                (_, text) => text,
            })
        })?;
        connection.execute_batch("CREATE TEMP TABLE away (case_id INTEGER PRIMARY KEY) STRICT;")?;
        let mut away = connection.prepare("INSERT INTO temp.away VALUES (?1)")?;
        for case in self.away {
            away.execute([case])?;
        }
        connection.execute_batch(self.sql)?;
        Ok(())
    }
}

/// What views may call and questions may not: it says of a guess whether it is what is hidden.
const TOLD: &str = "told";

/// Why a question was stopped while it ran.
const WORK: u8 = 1;
const MEMORY: u8 = 2;

impl Record {
    /// The views that `views` makes, each with its columns.
    pub fn views(&self, views: &Views<'_>) -> Result<Vec<(String, Vec<String>)>> {
        let path =
            self.path().ok_or_else(|| refusal!("fault", detail = "a record in memory has one connection only"))?;
        let _beside = self.open_beside();
        let connection = open::connect_aside(path, &self.key())?;
        views.make(&connection)?;
        let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let mut seen = Vec::new();
        for view in names_of(&connection)? {
            let names = columns.query_map([&view], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            seen.push((view, names));
        }
        Ok(seen)
    }

    /// Asks `question`, which sees the temporary views that `views` makes. `:today` in it is `day`.
    pub fn confined(&self, views: &Views<'_>, question: &str, day: Day) -> Result<Table> {
        if question.len() > MOST_TEXT {
            return Err(refusal!("own_check_too_long", most = MOST_TEXT).at("body"));
        }
        let path =
            self.path().ok_or_else(|| refusal!("fault", detail = "a record in memory has one connection only"))?;
        let _beside = self.open_beside();
        let mut connection = open::connect_aside(path, &self.key())?;
        views.make(&connection)?;
        connection.execute_batch("PRAGMA query_only = ON;")?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        for (limit, most) in LIMITS {
            connection.set_limit(*limit, *most)?;
        }
        let sight = Sight::of(&mut connection)?;
        connection.authorizer(Some(move |context: AuthContext<'_>| sight.decide(&context)))?;
        let stopped = Arc::new(AtomicU8::new(0));
        watch(&mut connection, Arc::clone(&stopped))?;
        answer(&connection, question, day).map_err(|error| match error {
            Failed::Refused(refusal) => refusal,
            Failed::Engine(error) => told(&error, stopped.load(Ordering::Relaxed)),
        })
    }
}

enum Failed {
    Refused(Refusal),
    Engine(rusqlite::Error),
}

impl From<rusqlite::Error> for Failed {
    fn from(error: rusqlite::Error) -> Self {
        Self::Engine(error)
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The names of the views.
fn names_of(connection: &Connection) -> Result<BTreeSet<String>> {
    let mut names = connection.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'view'")?;
    let names = names.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// What a question may see.
struct Sight {
    views: BTreeSet<String>,
    /// The tables that the views read.
    behind: BTreeSet<String>,
}

impl Sight {
    fn of(connection: &mut Connection) -> Result<Self> {
        let views = names_of(connection)?;
        let behind = Arc::new(Mutex::new(BTreeSet::new()));
        let seen = Arc::clone(&behind);
        connection.authorizer(Some(move |context: AuthContext<'_>| {
            if let (AuthAction::Read { table_name, .. }, Some("main")) = (context.action, context.database_name) {
                seen.lock().unwrap_or_else(PoisonError::into_inner).insert(table_name.to_owned());
            }
            Authorization::Allow
        }))?;
        for view in &views {
            connection.prepare(&format!("SELECT * FROM temp.{view}"))?;
        }
        let behind = std::mem::take(&mut *behind.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(Self { views, behind })
    }

    /// Whether a question may do this: read a view, or what a view reads, or call a function of the list.
    fn decide(&self, context: &AuthContext<'_>) -> Authorization {
        let allowed = match context.action {
            AuthAction::Select => true,
            AuthAction::Read { table_name, column_name } => {
                context.accessor.is_some_and(|view| self.views.contains(view))
                    || (context.database_name != Some("main") && self.views.contains(table_name))
                    // A table that a view joins and of which nothing is wanted is asked for under no view's name.
                    || (column_name.is_empty() && self.behind.contains(table_name))
            }
            AuthAction::Function { function_name: TOLD } => {
                context.accessor.is_some_and(|view| self.views.contains(view))
            }
            AuthAction::Function { function_name } => FUNCTIONS.contains(&function_name.to_ascii_lowercase().as_str()),
            _ => false,
        };
        if allowed { Authorization::Allow } else { Authorization::Deny }
    }
}

/// Stops the question when its work or the memory of the process goes over the bound.
fn watch(connection: &mut Connection, stopped: Arc<AtomicU8>) -> Result<()> {
    let memory = || memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem);
    let before = memory();
    let mut work = 0;
    connection.progress_handler(
        STEPS.try_into().unwrap_or(i32::MAX),
        Some(move || {
            work += STEPS;
            let why = if work > MOST_WORK {
                WORK
            } else if memory().saturating_sub(before) > MOST_MEMORY {
                MEMORY
            } else {
                return false;
            };
            stopped.store(why, Ordering::Relaxed);
            true
        }),
    )?;
    Ok(())
}

fn answer(connection: &Connection, question: &str, day: Day) -> std::result::Result<Table, Failed> {
    let mut batch = Batch::new(connection, question);
    let mut statement = batch.next()?.ok_or_else(|| refusal!("own_check_empty").at("body"))?;
    // What follows is not looked at, whatever it is.
    if !matches!(batch.next(), Ok(None)) {
        return Err(refusal!("own_check_one_only").at("body").into());
    }
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    if columns.len() > MOST_COLUMNS {
        return Err(refusal!("own_check_too_many_columns", most = MOST_COLUMNS - 1).at("body").into());
    }
    if let Some(at) = statement.parameter_index(":today")? {
        statement.raw_bind_parameter(at, day)?;
    } else if statement.parameter_count() > 0 {
        return Err(refusal!("own_check_parameter").at("body").into());
    }
    let (mut rows, mut length, mut more) = (Vec::new(), 0, false);
    let mut found = statement.raw_query();
    while let Some(row) = found.next()? {
        if rows.len() == MOST_ROWS {
            more = true;
            break;
        }
        let cells: Vec<String> =
            (0..columns.len()).map(|at| row.get_ref(at).map(text_of)).collect::<rusqlite::Result<_>>()?;
        length += cells.iter().map(String::len).sum::<usize>();
        if length > MOST_ANSWER {
            return Err(refusal!("own_check_answer_too_long", most = MOST_ANSWER).at("body").into());
        }
        rows.push(cells);
    }
    Ok(Table { columns, rows, more })
}

fn text_of(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// What the engine says, as a refusal with words.
fn told(error: &rusqlite::Error, stopped: u8) -> Refusal {
    let detail = match error {
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    };
    match (error.sqlite_error_code(), stopped) {
        (_, WORK) => refusal!("own_check_too_much_work").at("body"),
        (_, MEMORY) | (Some(ErrorCode::OutOfMemory), _) => refusal!("own_check_too_much_memory").at("body"),
        (Some(ErrorCode::TooBig), _) => refusal!("own_check_answer_too_long", most = MOST_ANSWER).at("body"),
        (Some(ErrorCode::AuthorizationForStatementDenied), _) => {
            refusal!("own_check_forbidden", detail = detail).at("body")
        }
        (
            Some(
                ErrorCode::DatabaseCorrupt
                | ErrorCode::NotADatabase
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked,
            ),
            _,
        ) => refusal!("own_check_not_now", detail = detail),
        _ => refusal!("own_check_malformed", detail = detail).at("body"),
    }
}
