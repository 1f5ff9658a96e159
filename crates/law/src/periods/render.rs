//! A sum as plain lines, for the command line and for slips on paper.

use super::{Rule, Sum};
use crate::Lang;

/// The sum line by line: the rule, each step with its article, the last day.
pub fn lines(rule: &Rule, sum: &Sum, lang: Lang) -> Vec<String> {
    let mut lines = vec![rule.title.get(lang).to_owned()];
    for (at, step) in sum.steps.iter().enumerate() {
        let basis: Vec<String> = step.basis.iter().map(|basis| basis.words(lang)).collect();
        let words = step.words(lang);
        lines.push(match (lang, basis.is_empty()) {
            (_, true) => format!("{}. {words}", at + 1),
            (Lang::Zh, false) => format!("{}. {words}〔{}〕", at + 1, basis.join("、")),
            (Lang::En, false) => format!("{}. {words} [{}]", at + 1, basis.join("; ")),
        });
    }
    lines.push(match lang {
        Lang::Zh => format!("届满日：{}", sum.due),
        Lang::En => format!("last day: {}", sum.due),
    });
    if sum.safe_due < sum.due {
        lines.push(match lang {
            Lang::Zh => format!("稳妥日：{}（请按此日办结）", sum.safe_due),
            Lang::En => format!("safe day: {} (finish by this day)", sum.safe_due),
        });
    }
    if rule.unverified {
        lines.push(match lang {
            Lang::Zh => "本期限的日数未核对条文，请复核。".to_owned(),
            Lang::En => "The number of this period was not checked against a text; please verify.".to_owned(),
        });
    }
    lines
}
