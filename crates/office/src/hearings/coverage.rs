//! How far the office hears its cases: by line, and by those who have to preside over what they handle themselves. Each figure is
//! the number of hearings that the list shows for it; nobody is ranked.

use anjuan_law::{Day, choices, hearings as law, vocabulary};
use rusqlite::named_params;
use serde::Serialize;

use crate::{AccountId, Reading, Result};

/// The hearings of some days, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingCoverage")]
pub struct Coverage {
    /// By line, in the order of the lines; those without a case or a hearing are left out.
    pub lines: Vec<LineCoverage>,
    /// By leader, in the order of their posts and names.
    pub leaders: Vec<LeaderCoverage>,
}

/// The hearings in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingLineCoverage")]
pub struct LineCoverage {
    /// The line (law: lines).
    pub line: String,
    /// Cases accepted on these days.
    pub cases: u32,
    /// Cases in which a hearing was held on these days.
    pub heard: u32,
    /// Hearings set for these days, not called off.
    pub hearings: u32,
    /// Those that were held.
    pub held: u32,
    /// Held in public.
    pub public: u32,
    /// Held not in public.
    pub closed: u32,
    /// The majority was followed.
    pub followed: u32,
    /// The majority was followed in part or not.
    pub not_followed: u32,
    /// The effect is recorded.
    pub effect: u32,
}

/// The hearings of one leader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingLeaderCoverage")]
pub struct LeaderCoverage {
    /// Who.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// The post (vocabulary: `post`).
    pub post: String,
    /// Whether the rule makes this post preside over what its holder handles.
    pub shall_preside: bool,
    /// Hearings held in cases that he or she handled.
    pub handled: u32,
    /// Those over which he or she presided.
    pub presided: u32,
    /// Those over which somebody else did.
    pub not_presided: u32,
    /// All hearings held over which he or she presided.
    pub chaired: u32,
}

/// Counts the hearings of these days.
pub fn coverage(reading: &Reading<'_>, from: Day, to: Day) -> Result<Coverage> {
    let days = named_params! { ":from": from, ":to": to };
    let mut counted = reading.all(include_str!("coverage_lines.sql"), days, |row| {
        Ok(LineCoverage {
            line: row.get("line")?,
            cases: row.get("cases")?,
            heard: row.get("heard")?,
            hearings: row.get("hearings")?,
            held: row.get("held")?,
            public: row.get("public")?,
            closed: row.get("closed")?,
            followed: row.get("followed")?,
            not_followed: row.get("not_followed")?,
            effect: row.get("effect")?,
        })
    })?;
    let lines = &vocabulary().lines;
    counted.sort_by_key(|one| lines.iter().position(|line| line.code == one.line));
    let posts =
        |id| law::rules(id).filter(|rule| rule.from <= to).flat_map(|rule| rule.posts.iter().map(String::as_str));
    let led: Vec<&str> = posts("leaders").collect();
    let shall: Vec<&str> = posts("chair").collect();
    let bound = named_params! { ":from": from, ":to": to, ":posts": serde_json::to_string(&led)? };
    let mut leaders = reading.all(include_str!("coverage_leaders.sql"), bound, |row| {
        let post: String = row.get("post")?;
        Ok(LeaderCoverage {
            account: row.get("id")?,
            name: row.get("name")?,
            shall_preside: shall.contains(&post.as_str()),
            post,
            handled: row.get("handled")?,
            presided: row.get("presided")?,
            not_presided: row.get("not_presided")?,
            chaired: row.get("chaired")?,
        })
    })?;
    let order = |post: &str| choices("post").iter().position(|choice| choice.code == post);
    leaders.sort_by(|a, b| (order(&a.post), &a.name, a.account).cmp(&(order(&b.post), &b.name, b.account)));
    Ok(Coverage { lines: counted, leaders })
}
