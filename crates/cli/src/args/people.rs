//! The words about the people who work here and the key that they open the file with.

use std::path::PathBuf;

use clap::Subcommand;

/// The key of the file.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Who opens the file, and whether it wants a new key.
    Show,
    /// Give the file a new key: all of it is written anew, verified and compared.
    Renew {
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Make a new recovery key; the one on paper opens nothing any more.
    Recovery {
        /// Why.
        #[arg(long)]
        reason: String,
    },
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
    /// A new passphrase of one's own.
    Passphrase {
        /// A file whose first line is the new passphrase.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
    /// A new passphrase for somebody.
    Reset {
        /// The name to sign in with.
        login: String,
        /// A file whose first line is the new passphrase.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
}
