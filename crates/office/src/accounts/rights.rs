//! The table of posts and rights: one place decides.

use serde::{Deserialize, Serialize};

/// The post of a person (vocabulary: `post`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// The program itself: it founds an office.
    Program,
    /// Case-management clerk (案管人员).
    Clerk,
    /// Statistician (统计员).
    Statistician,
    /// Prosecutor (检察官).
    Prosecutor,
    /// Prosecutor's assistant (检察官助理).
    Assistant,
    /// Head of a business department (部门负责人).
    DepartmentHead,
    /// Deputy chief prosecutor (副检察长).
    DeputyChief,
    /// Chief prosecutor (检察长).
    Chief,
    /// Quality evaluator (评查员).
    Evaluator,
    /// System administrator (系统管理员): accounts and backups, never cases.
    SystemAdmin,
    /// Security administrator (安全保密管理员).
    SecurityAdmin,
    /// Audit administrator (安全审计员).
    AuditAdmin,
}

impl Post {
    /// All posts that an account can hold.
    pub const ALL: [Post; 11] = [
        Post::Clerk,
        Post::Statistician,
        Post::Prosecutor,
        Post::Assistant,
        Post::DepartmentHead,
        Post::DeputyChief,
        Post::Chief,
        Post::Evaluator,
        Post::SystemAdmin,
        Post::SecurityAdmin,
        Post::AuditAdmin,
    ];

    /// The code as it stands in the record and in the vocabulary.
    pub fn code(self) -> &'static str {
        match self {
            Post::Program => "program",
            Post::Clerk => "clerk",
            Post::Statistician => "statistician",
            Post::Prosecutor => "prosecutor",
            Post::Assistant => "assistant",
            Post::DepartmentHead => "department_head",
            Post::DeputyChief => "deputy_chief",
            Post::Chief => "chief",
            Post::Evaluator => "evaluator",
            Post::SystemAdmin => "system_admin",
            Post::SecurityAdmin => "security_admin",
            Post::AuditAdmin => "audit_admin",
        }
    }

    /// The post of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|post| post.code() == code)
    }
}

/// What one may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Found an office (the program only).
    Found,
    /// See cases.
    Read,
    /// Take in cases, return or refuse them.
    Register,
    /// Record on a case what happened.
    Record,
    /// Draw or designate handlers.
    Assign,
    /// Prepare, hold and close hearings.
    Hear,
    /// Import ledgers.
    Import,
    /// Export lists.
    Export,
    /// Change settings of the office.
    Settings,
    /// Enter and change accounts.
    Accounts,
    /// Read the journal, verify and rebuild.
    Audit,
    /// Take back an entry.
    Undo,
}

/// How far a right reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Not at all.
    Nothing,
    /// Cases that the person handles or assists in.
    Own,
    /// Cases of the person's department.
    Department,
    /// All cases of the office.
    Office,
}

/// How far `right` reaches for somebody with `post`.
pub(super) fn reach(post: Post, right: Right) -> Scope {
    use Right as R;
    use Scope::{Department, Nothing, Office, Own};
    match post {
        Post::Program => {
            if right == R::Found {
                Office
            } else {
                Nothing
            }
        }
        Post::Clerk => match right {
            R::Found => Nothing,
            _ => Office,
        },
        Post::Statistician => match right {
            R::Read | R::Import | R::Export | R::Audit => Office,
            _ => Nothing,
        },
        Post::Prosecutor | Post::Assistant => match right {
            R::Read | R::Export => Office,
            R::Record | R::Hear | R::Undo => Own,
            _ => Nothing,
        },
        Post::DepartmentHead => match right {
            R::Read | R::Export => Office,
            R::Record | R::Hear | R::Assign | R::Undo => Department,
            _ => Nothing,
        },
        Post::DeputyChief | Post::Chief => match right {
            R::Read | R::Export | R::Record | R::Hear | R::Assign | R::Undo | R::Settings | R::Audit => Office,
            _ => Nothing,
        },
        Post::Evaluator => match right {
            R::Read | R::Export => Office,
            R::Record => Own,
            _ => Nothing,
        },
        Post::SystemAdmin => {
            if right == R::Accounts {
                Office
            } else {
                Nothing
            }
        }
        Post::SecurityAdmin => {
            if right == R::Settings {
                Office
            } else {
                Nothing
            }
        }
        Post::AuditAdmin => {
            if right == R::Audit {
                Office
            } else {
                Nothing
            }
        }
    }
}
