//! Who works here, and what each post may do.

mod departments;
pub mod passphrase;
mod people;
mod reach;
mod requests;
mod rights;
mod sight;
mod told;

use serde::{Deserialize, Serialize};

pub use departments::{DepartmentEntry, save_department};
pub use passphrase::PassphraseRule;
pub use people::{
    Absence, Account, AccountEntry, Department, absences, add_absence, add_department, by_login, declare_conflict,
    departments, end_absence, list, save,
};
pub use reach::reach_case;
pub use requests::{AccountRequest, RequestKind, ask, decide, open_requests};
pub use rights::{Post, Right, Scope};
pub use sight::{
    Sight, Whole, has_declared, hidden_of, kept_away, masked, persons_of, refuse_recused, sees_all, sight,
};
pub(crate) use sight::{recused_from, sight_of_returned};
pub use told::Told;

use crate::{AccountId, DepartmentId};

/// The person in whose name something is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account; `None` is the program itself, which founds an office and nothing else.
    pub account: Option<AccountId>,
    /// The person's name.
    pub name: String,
    /// The staff number, for the watermark.
    pub staff_no: String,
    /// The post.
    pub post: Post,
    /// The department, if the post belongs to one.
    pub department: Option<DepartmentId>,
    /// The three administrators of the office hold what is theirs.
    pub separated: bool,
}

impl Actor {
    /// The program itself.
    pub fn program() -> Self {
        Self {
            account: None,
            name: "anjuan".to_owned(),
            staff_no: String::new(),
            post: Post::Program,
            department: None,
            separated: false,
        }
    }

    /// How far the right reaches for this person.
    pub fn reach(&self, right: Right) -> Scope {
        rights::reach(self.post, right, self.separated)
    }
}
