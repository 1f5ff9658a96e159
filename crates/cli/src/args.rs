//! The words of the command line.

use std::path::PathBuf;

use anjuan_commands::Day;
use clap::{Args, Parser, Subcommand, ValueEnum};

mod hearings;
mod people;

pub use hearings::{Hearing, HearingDraw, HearingList, HearingPapers};
pub use people::{Keys, User};

/// 案卷 Anjuan: the case book of one procuratorate, without a window.
#[derive(Debug, Parser)]
#[command(name = "anjuan", version, arg_required_else_help = true)]
pub struct Anjuan {
    /// The office's folder; the platform's data folder when absent.
    #[arg(long, global = true, value_name = "DIR", env = "ANJUAN_OFFICE")]
    pub office: Option<PathBuf>,
    /// A file whose first line is the passphrase.
    #[arg(long, global = true, value_name = "FILE", env = "ANJUAN_PASSPHRASE_FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// The name to sign in with; the office's first person when absent.
    #[arg(id = "as", long = "as", global = true, value_name = "USER")]
    pub login: Option<String>,
    /// The day on which the question is asked; the clock's when absent.
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<Day>,
    /// Language of what is printed.
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
    /// One JSON document on standard output and nothing else.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// A language of the product.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new office; the recovery key is printed once.
    Init(Init),
    /// Fill an empty office with an invented history, the same for the same seed.
    Sample(Sample),
    /// Read a ledger: .xlsx .xls .ods .csv
    Import(Import),
    /// Write a list exactly as on screen, to .xlsx or .csv
    Export(Export),
    /// A page of cases.
    List(List),
    /// One case: head, people, timeline, due dates, findings.
    Show {
        /// The case: register number, any number on its papers, or id.
        case: String,
    },
    /// Cases, people, numbers, notes; pinyin and initials.
    Search {
        /// What to look for.
        text: String,
        /// At most so many.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Record a procedural act.
    Act(Act),
    /// Assign a case, or check every draw ever made again.
    Draw(Draw),
    /// What is due, with its sum.
    Due(Due),
    /// The control slip of a case: every due date with its whole sum.
    Slip {
        /// The case.
        case: String,
        /// Only this rule.
        #[arg(long)]
        rule: Option<String>,
    },
    /// A reminder of one's own on a case.
    Remind(Remind),
    /// The office's days off.
    #[command(subcommand)]
    Calendar(Calendar),
    /// Run the quality checks.
    Check {
        /// One case only.
        case: Option<String>,
        /// Only these checks.
        #[arg(long, value_delimiter = ',', value_name = "ID")]
        only: Vec<String>,
    },
    /// Who carries what today.
    Caseload,
    /// The rules of time limits.
    #[command(subcommand)]
    Law(Law),
    /// Hearings.
    #[command(subcommand)]
    Hearing(Hearing),
    /// The file, the references, the journal's chain and signatures, the derived tables.
    Verify {
        /// A digest that was kept elsewhere: says whether the journal still holds the entry that had it.
        #[arg(long, value_name = "DIGEST")]
        against: Option<String>,
    },
    /// Make a backup, restore it, compare, thin older ones.
    Backup {
        /// The folder; the office's own for backups when absent.
        dir: Option<PathBuf>,
        /// Only when one is due today.
        #[arg(long, conflicts_with = "dir")]
        if_due: bool,
    },
    /// Bring a backup back into an empty folder.
    Restore(Restore),
    /// How safe the record is: last backup, second copy.
    Safety,
    /// Say where copies go.
    Copies(Copies),
    /// The register as it stood at the end of a day.
    AsOf {
        /// The day.
        day: Day,
    },
    /// Derive everything anew and compare with what stood there.
    Rebuild,
    /// The history in words.
    Journal {
        /// One case only.
        case: Option<String>,
        /// At most so many entries.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Take an entry back by a new one.
    Undo {
        /// The entry's number.
        entry: i64,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Do again what was taken back.
    Redo {
        /// The entry's number.
        entry: i64,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// The key of the file.
    #[command(subcommand)]
    Keys(Keys),
    /// The people who work here.
    #[command(subcommand)]
    User(User),
}

/// A new office.
#[derive(Debug, Args)]
pub struct Init {
    /// Full name, as on papers.
    #[arg(long)]
    pub name: String,
    /// One or two characters, as in case numbers.
    #[arg(long)]
    pub short: String,
    /// Six-digit administrative division.
    #[arg(long)]
    pub division: String,
    /// Name of the first person.
    #[arg(long, default_value = "案管人员")]
    pub person: String,
}

/// An invented history.
#[derive(Debug, Args)]
pub struct Sample {
    /// How many cases.
    #[arg(long)]
    pub cases: u32,
    /// Over how many years up to today.
    #[arg(long, default_value_t = 3)]
    pub years: u32,
    /// The same seed gives the same history.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// A ledger to read.
#[derive(Debug, Args)]
pub struct Import {
    /// The file.
    pub file: PathBuf,
    /// Which sheet; the first with rows when absent.
    #[arg(long)]
    pub sheet: Option<String>,
    /// A mapping of columns.
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// The category of cases that the rows are, where no column says it.
    #[arg(long)]
    pub kind: Option<String>,
    /// Say what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// A list to write.
#[derive(Debug, Args)]
pub struct Export {
    /// The file, .xlsx or .csv
    pub file: PathBuf,
    /// A named view.
    #[arg(long)]
    pub view: Option<String>,
}

/// A backup to bring back.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup.
    pub file: PathBuf,
    /// The folder to restore into; it must hold no office.
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// The folder of the second copy: what it has after the backup is done again.
    #[arg(long, value_name = "DIR")]
    pub second: Option<PathBuf>,
    /// A file with the recovery key instead of a passphrase.
    #[arg(long, value_name = "FILE")]
    pub recovery_file: Option<PathBuf>,
}

/// Where copies go.
#[derive(Debug, Args)]
pub struct Copies {
    /// The folder of backups.
    #[arg(long, value_name = "DIR")]
    pub backups: Option<PathBuf>,
    /// The folder of the second copy, best on another disk.
    #[arg(long, value_name = "DIR")]
    pub second: Option<PathBuf>,
}

/// A page of cases.
#[derive(Debug, Args)]
pub struct List {
    /// A named view.
    #[arg(long)]
    pub view: Option<String>,
    /// Conditions: `stage=review`, `handler=li`, `accepted>=2026-01-01`, joined with spaces.
    #[arg(long, value_name = "EXPR")]
    pub filter: Option<String>,
    /// At most so many.
    #[arg(long, default_value_t = 50)]
    pub limit: u32,
    /// Go on after this key.
    #[arg(long, value_name = "KEY")]
    pub after: Option<String>,
}

/// A procedural act.
#[derive(Debug, Args)]
pub struct Act {
    /// The case.
    pub case: String,
    /// The kind of act.
    pub kind: String,
    /// The day of the act.
    #[arg(long = "on", value_name = "DATE")]
    pub on: String,
    /// The person it concerns: name or place in the case's list, from 1.
    #[arg(long)]
    pub person: Option<String>,
    /// A field of the act.
    #[arg(long = "field", value_name = "K=V")]
    pub fields: Vec<String>,
    /// A note.
    #[arg(long, default_value = "")]
    pub note: String,
}

/// An assignment.
#[derive(Debug, Args)]
pub struct Draw {
    /// The case.
    #[arg(required_unless_present = "verify")]
    pub case: Option<String>,
    /// Designate this person instead of drawing.
    #[arg(long, value_name = "USER", requires = "reason")]
    pub designate: Option<String>,
    /// The coded reason of a designation.
    #[arg(long, value_name = "CODE")]
    pub reason: Option<String>,
    /// Repeat every draw ever made and compare.
    #[arg(long, conflicts_with_all = ["case", "designate"])]
    pub verify: bool,
}

/// What is due.
#[derive(Debug, Args)]
pub struct Due {
    /// One case only.
    pub case: Option<String>,
    /// Only what is due within so many days.
    #[arg(long, value_name = "DAYS")]
    pub within: Option<u32>,
    /// Only these kinds: case, person, measure, paper, hearing, reminder
    #[arg(long = "kind", value_delimiter = ',')]
    pub kinds: Vec<String>,
    /// Only these states: overdue, last_day, red, amber, quiet, paused, lapsed, ended, met_late, met
    #[arg(long = "state", value_delimiter = ',')]
    pub states: Vec<String>,
    /// Only this rule.
    #[arg(long)]
    pub rule: Option<String>,
    /// Only what this one has to keep: office, police, court, agency, party, other
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,
    /// Only what this person looks after.
    #[arg(long = "for", value_name = "USER")]
    pub staff: Option<String>,
    /// Only what came to press after this day.
    #[arg(long, value_name = "DATE")]
    pub since: Option<Day>,
    /// Those met and ended too.
    #[arg(long)]
    pub all: bool,
    /// The list of a day: all that is to be finished on or before it, by handler.
    #[arg(long, value_name = "DATE", num_args = 0..=1, conflicts_with_all = ["case", "within", "since", "all"])]
    pub daily: Option<Option<Day>>,
}

/// A reminder.
#[derive(Debug, Args)]
pub struct Remind {
    /// The case.
    #[arg(required_unless_present_any = ["done", "remove"])]
    pub case: Option<String>,
    /// What to remember.
    #[arg(required_unless_present_any = ["done", "remove"])]
    pub text: Option<String>,
    /// The day.
    #[arg(long = "on", value_name = "DATE", required_unless_present_any = ["done", "remove"])]
    pub due: Option<Day>,
    /// Warn so many days before.
    #[arg(long, value_name = "DAYS", default_value_t = 0)]
    pub warn: u32,
    /// The reminder is done.
    #[arg(long, value_name = "ID", conflicts_with = "remove")]
    pub done: Option<i64>,
    /// Throw the reminder away.
    #[arg(long, value_name = "ID")]
    pub remove: Option<i64>,
}

/// The office's days off.
#[derive(Debug, Subcommand)]
pub enum Calendar {
    /// The years that have their table.
    List,
    /// Take a year's table from a file.
    Load {
        /// The file: columns date, kind (off, work), name.
        file: PathBuf,
        /// Say what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Print a year's table as a file that can be loaded.
    Table {
        /// The year.
        year: i32,
    },
}

/// The rules of time limits.
#[derive(Debug, Subcommand)]
pub enum Law {
    /// All rules.
    List,
    /// One sum.
    Due {
        /// The rule.
        rule: String,
        /// The day of the trigger.
        #[arg(long)]
        from: Day,
        /// The person is in custody on the last day.
        #[arg(long)]
        in_custody: bool,
        /// Extensions, in order: ID, ID=DAYS where fewer were given, ID=DATE where the approval set the day.
        #[arg(long = "extension", value_name = "ID")]
        extensions: Vec<String>,
        /// A length where the law has none, or the months of a decision: 30d, 8m
        #[arg(long)]
        length: Option<String>,
        /// The last day that the paper sets.
        #[arg(long, value_name = "DATE")]
        set_on: Option<Day>,
        /// A time that is not counted.
        #[arg(long = "not-counted", value_name = "DATE..DATE")]
        not_counted: Vec<String>,
        /// With the office's own days off and numbers.
        #[arg(long)]
        here: bool,
    },
    /// What stands for each time limit: the law's word and the office's.
    Settings,
    /// Set the office's length or warnings of a time limit; what is left out is the law's again.
    Set {
        /// The rule.
        rule: String,
        /// The length, where the law has none.
        #[arg(long, requires = "note")]
        length: Option<String>,
        /// Where that number comes from.
        #[arg(long)]
        note: Option<String>,
        /// Amber so many days before the last day.
        #[arg(long, value_name = "DAYS")]
        amber: Option<u32>,
        /// Red so many days before the last day.
        #[arg(long, value_name = "DAYS")]
        red: Option<u32>,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
        /// Say what would move, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the due dates of the office, as the rules of this program give them, into a file.
    Dates {
        /// The file to write.
        file: PathBuf,
    },
    /// Compare such a file, written by a program with other rules, with the rules of this one.
    Diff {
        /// The file.
        file: PathBuf,
    },
    /// Work a file of cases.
    Vectors {
        /// The file.
        file: PathBuf,
    },
}
