//! The words after `anjuan hearing`.

use std::path::PathBuf;

use anjuan_commands::Day;
use clap::{Args, Subcommand};

/// Hearings.
#[derive(Debug, Subcommand)]
pub enum Hearing {
    /// A page of hearings, the newest day first.
    List(HearingList),
    /// One hearing: plan, officers, participants, the day, the decision, what it lacks.
    Show {
        /// The hearing's number.
        hearing: i64,
    },
    /// Draw hearing officers, or check every draw ever made again.
    Draw(HearingDraw),
    /// Make the papers of a hearing.
    Papers(HearingPapers),
}

/// A page of hearings.
#[derive(Debug, Args)]
pub struct HearingList {
    /// Of one case only.
    #[arg(long)]
    pub case: Option<String>,
    /// Held on this day or later.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Day>,
    /// Held on this day or earlier.
    #[arg(long, value_name = "DATE")]
    pub to: Option<Day>,
    /// Only those that stand so, for example scheduled.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub status: Vec<String>,
    /// At most so many.
    #[arg(long, default_value_t = 50)]
    pub limit: u32,
    /// Go on after this key.
    #[arg(long, value_name = "KEY")]
    pub after: Option<String>,
}

/// A draw of hearing officers.
#[derive(Debug, Args)]
pub struct HearingDraw {
    /// The hearing's number.
    #[arg(required_unless_present = "verify")]
    pub hearing: Option<i64>,
    /// How many.
    #[arg(long, default_value_t = 3)]
    pub count: u32,
    /// Only of this profession.
    #[arg(long, value_name = "CODE")]
    pub profession: Option<String>,
    /// Repeat every draw ever made and compare.
    #[arg(long, conflicts_with = "hearing")]
    pub verify: bool,
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
