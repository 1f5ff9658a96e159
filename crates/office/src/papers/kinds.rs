//! The papers there are.

/// A kind of paper.
#[derive(Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its code, which is also its template's name (words: `paper_<code>`).
    pub code: &'static str,
    /// Where on the path of a hearing it is made; `case` for papers of the case.
    pub part: &'static str,
    /// The public reads it.
    pub public: bool,
    /// Who gets a copy each.
    pub each: Each,
}

/// Who gets a copy each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Each {
    /// There is one.
    One,
    /// Each officer.
    Officer,
    /// Each officer and each participant who is called.
    Called,
    /// Each officer and each participant who came.
    Came,
}

const fn one(code: &'static str, part: &'static str) -> Paper {
    Paper { code, part, public: false, each: Each::One }
}

const fn public(code: &'static str, part: &'static str) -> Paper {
    Paper { public: true, ..one(code, part) }
}

/// The papers of a hearing, in the order of its path.
pub const HEARING_PAPERS: &[Paper] = &[
    one("hearing_plan", "plan"),
    one("hearing_approval", "plan"),
    Paper { each: Each::Called, ..one("hearing_notice", "notice") },
    public("hearing_announcement", "notice"),
    public("hearing_discipline", "notice"),
    public("hearing_agenda", "notice"),
    public("hearing_seat_cards", "notice"),
    Paper { each: Each::Officer, ..one("hearing_opinion", "day") },
    one("hearing_record", "day"),
    one("hearing_deliberation", "day"),
    one("hearing_chief_report", "decision"),
    Paper { each: Each::Came, ..one("hearing_result_notice", "after") },
    one("hearing_effect", "after"),
];

/// The papers of a case.
pub const CASE_PAPERS: &[Paper] =
    &[one("case_receipt", "case"), one("case_draw_slip", "case"), one("case_sheet", "case")];

/// The paper of that code.
pub fn paper(code: &str) -> Option<&'static Paper> {
    HEARING_PAPERS.iter().chain(CASE_PAPERS).find(|paper| paper.code == code)
}
