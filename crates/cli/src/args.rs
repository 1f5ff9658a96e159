//! The words of the command line.

use std::path::PathBuf;

use anjuan_commands::Day;
use clap::{Args, Parser, Subcommand, ValueEnum};

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
    #[arg(long = "as", global = true, value_name = "USER")]
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
    Due {
        /// One case only.
        case: Option<String>,
        /// Only what is due within so many days.
        #[arg(long, value_name = "DAYS")]
        within: Option<u32>,
    },
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
    /// The file, the references, the journal's chain, the derived tables.
    Verify,
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
        /// Extensions, in order.
        #[arg(long = "extension", value_name = "ID")]
        extensions: Vec<String>,
    },
    /// Work a file of cases.
    Vectors {
        /// The file.
        file: PathBuf,
    },
}

/// Hearings.
#[derive(Debug, Subcommand)]
pub enum Hearing {
    /// Make the papers of a hearing.
    Papers(HearingPapers),
}

/// Papers to make.
#[derive(Debug, Args)]
pub struct HearingPapers {
    /// The hearing's number.
    pub hearing: i64,
    /// Only these, for example hearing_notice; all that lack nothing when absent.
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',')]
    pub kinds: Vec<String>,
    /// The folder they go to.
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// docx, pdf, or both.
    #[arg(long, value_name = "FORM", default_value = "docx")]
    pub form: String,
}

/// The people who work here.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Everybody.
    List,
    /// A new person.
    Add {
        /// The name to sign in with.
        login: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// The post.
        #[arg(long)]
        post: String,
        /// In-quota prosecutor.
        #[arg(long)]
        in_quota: bool,
        /// The department's name.
        #[arg(long)]
        department: Option<String>,
        /// A file whose first line is the person's passphrase.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// The person has left.
    Disable {
        /// The name to sign in with.
        login: String,
    },
    /// A new passphrase.
    Reset {
        /// The name to sign in with.
        login: String,
        /// A file whose first line is the new passphrase.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
}
