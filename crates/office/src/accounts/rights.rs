//! The table of posts and rights: one place decides.

use serde::{Deserialize, Serialize};

macro_rules! posts {
    ($($(#[$doc:meta])* $variant:ident $code:literal,)*) => {
        /// The post of a person (vocabulary: `post`).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum Post {
            /// The program itself: it founds an office and nothing else.
            #[serde(rename = "program")]
            Program,
            $($(#[$doc])* #[serde(rename = $code)] $variant,)*
        }

        impl Post {
            /// All posts that an account can hold.
            pub const ALL: &[Post] = &[$(Post::$variant,)*];

            /// The code as it stands in the record and in the vocabulary.
            pub fn code(self) -> &'static str {
                match self { Post::Program => "program", $(Post::$variant => $code,)* }
            }
        }
    };
}

posts! {
    /// Chief prosecutor (检察长).
    ChiefProsecutor "chief_prosecutor",
    /// Deputy chief prosecutor (副检察长).
    DeputyChiefProsecutor "deputy_chief_prosecutor",
    /// Full-time member of the procuratorial committee (检委会专职委员).
    CommitteeFullTimeMember "committee_full_time_member",
    /// Other entered leader (其他入额院领导).
    OtherEnteredLeader "other_entered_leader",
    /// Head of a business department (部门负责人).
    DepartmentHead "department_head",
    /// Deputy head of a department (部门副职).
    DeputyDepartmentHead "deputy_department_head",
    /// In-quota prosecutor (员额检察官).
    Prosecutor "prosecutor",
    /// Prosecutor's assistant (检察官助理).
    Assistant "assistant",
    /// Clerk (书记员).
    Clerk "clerk",
    /// Case-management clerk (案管人员).
    CaseManagementClerk "case_management_clerk",
    /// Statistician (统计员).
    Statistician "statistician",
    /// Quality evaluator (评查员).
    Evaluator "evaluator",
    /// Judicial police officer (司法警察).
    JudicialPoliceOfficer "judicial_police_officer",
    /// Technician (技术人员).
    Technician "technician",
    /// System administrator (系统管理员): accounts and backups, never cases.
    SystemAdministrator "system_administrator",
    /// Security administrator (安全管理员).
    SecurityAdministrator "security_administrator",
    /// Audit administrator (审计管理员).
    AuditAdministrator "audit_administrator",
    /// Other staff (其他人员).
    Other "other",
}

impl Post {
    /// The post of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|post| post.code() == code)
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
    /// Make backups, say where copies go, bring a backup back.
    Keep,
    /// Say how strict the office is: locking, passphrases, the three administrators.
    Secure,
    /// Grant what another administrator asked for.
    Grant,
    /// Seal records of minors and enter the room of the sealed cases, where the way in was given too.
    Seal,
    /// What everybody may do for himself: an own passphrase, an own desk.
    Self_,
}

impl Right {
    /// All rights, in the order of the printed table.
    pub const ALL: &[Right] = &[
        Right::Found,
        Right::Read,
        Right::Register,
        Right::Record,
        Right::Assign,
        Right::Hear,
        Right::Import,
        Right::Export,
        Right::Settings,
        Right::Accounts,
        Right::Audit,
        Right::Undo,
        Right::Keep,
        Right::Secure,
        Right::Grant,
        Right::Seal,
        Right::Self_,
    ];

    /// What belongs to the three administrators alone once they hold it.
    fn administers(self) -> bool {
        matches!(self, Self::Accounts | Self::Audit | Self::Keep | Self::Secure | Self::Grant)
    }
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

/// How far `right` reaches for somebody with `post`. `separated`: the three administrators hold what is theirs; before that,
/// in an office that has not named them yet, case management does their work too.
pub(super) fn reach(post: Post, right: Right, separated: bool) -> Scope {
    use Right as R;
    use Scope::{Department, Nothing, Office, Own};
    match post {
        Post::Program => only(right == R::Found),
        _ if right == R::Self_ => Office,
        Post::SystemAdministrator => only(matches!(right, R::Accounts | R::Keep)),
        Post::SecurityAdministrator => only(matches!(right, R::Grant | R::Secure | R::Settings)),
        Post::AuditAdministrator => only(right == R::Audit),
        _ if separated && right.administers() => Nothing,
        Post::CaseManagementClerk => only(right != R::Found),
        Post::Statistician => only(matches!(right, R::Read | R::Import | R::Export | R::Audit)),
        Post::Prosecutor | Post::Assistant | Post::Clerk => match right {
            R::Read | R::Export => Office,
            R::Record | R::Hear | R::Undo => Own,
            R::Seal if post == Post::Prosecutor => Own,
            _ => Nothing,
        },
        Post::DepartmentHead | Post::DeputyDepartmentHead => match right {
            R::Read | R::Export => Office,
            R::Record | R::Hear | R::Assign | R::Undo | R::Seal => Department,
            _ => Nothing,
        },
        Post::ChiefProsecutor
        | Post::DeputyChiefProsecutor
        | Post::CommitteeFullTimeMember
        | Post::OtherEnteredLeader => {
            only(!matches!(right, R::Found | R::Register | R::Import | R::Accounts | R::Keep | R::Secure | R::Grant))
        }
        Post::Evaluator => match right {
            R::Read | R::Export => Office,
            R::Record => Own,
            _ => Nothing,
        },
        Post::JudicialPoliceOfficer | Post::Technician | Post::Other => Nothing,
    }
}

fn only(held: bool) -> Scope {
    if held { Scope::Office } else { Scope::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_posts_are_those_of_the_vocabulary() {
        let law: Vec<&str> = anjuan_law::choices("post").iter().map(|choice| choice.code.as_str()).collect();
        let ours: Vec<&str> = Post::ALL.iter().map(|post| post.code()).collect();
        assert_eq!(ours, law);
    }

    #[test]
    fn administrators_see_no_case_and_none_does_anothers_work() {
        let three = [Post::SystemAdministrator, Post::SecurityAdministrator, Post::AuditAdministrator];
        for separated in [false, true] {
            for post in Post::ALL {
                assert_eq!(reach(*post, Right::Found, separated), Scope::Nothing);
            }
            for post in three {
                for right in [Right::Read, Right::Register, Right::Record, Right::Assign, Right::Hear, Right::Export] {
                    assert_eq!(reach(post, right, separated), Scope::Nothing, "{post:?} {right:?}");
                }
            }
            for right in Right::ALL.iter().filter(|right| right.administers()) {
                let holders: Vec<&Post> = Post::ALL
                    .iter()
                    .filter(|post| {
                        (separated || three.contains(post)) && reach(**post, *right, separated) > Scope::Nothing
                    })
                    .collect();
                assert_eq!(holders.len(), 1, "{right:?} {holders:?}");
            }
        }
    }

    /// The printed table, `docs/trust/rights.tsv`, is written by hand and read here: both must say the same.
    #[test]
    fn the_printed_table_says_the_same() {
        let printed = include_str!("../../../../docs/trust/rights.tsv");
        let mut lines = printed.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let heads: Vec<&str> = lines.next().unwrap().split('\t').collect();
        let rights: Vec<String> =
            Right::ALL.iter().map(|right| format!("{right:?}").trim_end_matches('_').to_lowercase()).collect();
        assert_eq!(heads[2..], rights);
        let mut decided = 0;
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            let post = Post::of(cells[0]).unwrap_or_else(|| panic!("{line}"));
            let separated = cells[1] == "separated";
            for (right, cell) in Right::ALL.iter().zip(&cells[2..]) {
                let told = match *cell {
                    "office" => Scope::Office,
                    "department" => Scope::Department,
                    "own" => Scope::Own,
                    "-" => Scope::Nothing,
                    other => panic!("{other} in {line}"),
                };
                assert_eq!(reach(post, *right, separated), told, "{post:?} {right:?} separated: {separated}");
                decided += 1;
            }
        }
        assert_eq!(decided, Post::ALL.len() * 2 * Right::ALL.len());
    }
}
