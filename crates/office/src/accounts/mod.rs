//! Who works here, and what each post may do.

mod departments;
mod people;
mod reach;
mod rights;

use serde::{Deserialize, Serialize};

pub use departments::{DepartmentEntry, save_department};
pub use people::{
    Account, AccountEntry, Department, add_absence, add_department, by_login, declare_conflict, departments, list, save,
};
pub use reach::reach_case;
pub use rights::{Post, Right, Scope};

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
        }
    }

    /// How far the right reaches for this person.
    pub fn reach(&self, right: Right) -> Scope {
        rights::reach(self.post, right)
    }
}
