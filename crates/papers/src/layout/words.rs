//! How texts of a table look: heads, totals, notes.

use super::Row;
use crate::read::{Cell, Value};
use anjuan_law::text::{half_width, is_invisible};

/// The text with full-width letters, digits and brackets as half-width, and without white space but for
/// one space between Latin words: `案 号` and `案\n号` are `案号`.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let c = half_width(c);
        if c.is_whitespace() || is_invisible(c) {
            gap = true;
            continue;
        }
        let between_words = c.is_ascii_alphanumeric() && out.ends_with(|before: char| before.is_ascii_alphanumeric());
        if gap && between_words {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    out
}

/// Could stand at the head of a column: short words, no value.
pub fn is_head_like(cell: &Cell) -> bool {
    if cell.value != Value::Text {
        return false;
    }
    let text = plain(&cell.text);
    let length = text.chars().count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_sentence = text.contains(['。', '；', ';', '〔']) || text.ends_with(['!', '?']);
    let is_filled_in = text.contains(':');
    (1..=60).contains(&length) && digits * 2 <= length && !is_sentence && !is_filled_in && !is_value(&text)
}

/// Words that stand in cells and never over a column.
fn is_value(text: &str) -> bool {
    const VALUES: &[&str] =
        &["男", "女", "是", "否", "有", "无", "汉族", "群众", "Male", "Female", "Yes", "No", "true", "false"];
    VALUES.contains(&text) || (text.starts_with('(') && text.ends_with('号'))
}

const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "本页合计",
    "本页小计",
    "本月合计",
    "本年累计",
    "total",
    "subtotal",
    "grand total",
    "sum",
];

/// A total says little; bytes.
const LONGEST_TOTAL: usize = 120;

/// 合计, 小计 and the like, alone or with their count behind them.
pub(super) fn is_total(text: &str) -> bool {
    if text.len() > LONGEST_TOTAL {
        return false;
    }
    let text = plain(text).to_lowercase();
    TOTALS.iter().any(|total| {
        text.strip_prefix(total).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with([':', '(', ' ']) || rest.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

const NOTES: &[&str] = &["注", "备注", "说明", "填表说明", "附注", "note", "notes", "remark", "remarks", "source"];

const SIGNATURES: &[&str] = &[
    "填表人",
    "制表人",
    "填报人",
    "审核人",
    "复核人",
    "负责人",
    "单位负责人",
    "部门负责人",
    "统计人",
    "经办人",
    "联系人",
    "联系电话",
    "电话",
    "填报单位",
    "制表单位",
    "单位",
    "填报日期",
    "填表日期",
    "制表日期",
    "报送日期",
    "日期",
    "填报时间",
    "制表时间",
    "统计时间",
    "统计期间",
    "部门",
    "打印日期",
    "导出时间",
    "导出人",
    "页码",
    "prepared by",
    "checked by",
    "date",
    "period",
    "office",
    "unit",
    "filter",
    "exported by",
];

/// `注：…`, or `注1…`.
pub(super) fn is_note(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    NOTES.iter().any(|note| {
        text.strip_prefix(note).is_some_and(|rest| {
            rest.starts_with(':') || (*note == "注" && rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    })
}

/// `填报单位：…`: a label with a colon, filled in or to be filled in.
pub(super) fn is_fill_in(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    SIGNATURES.iter().any(|label| text.strip_prefix(label).is_some_and(|rest| rest.starts_with(':')))
}

/// The texts of a row that are its own, in one line.
pub(super) fn joined(row: &Row) -> String {
    let own = row.cells.iter().filter(|cell| !cell.has_nothing_of_its_own());
    own.map(|cell| cell.text.trim()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_known_from_a_value() {
        for head in [
            "案 号",
            "部门受案号",
            "审查起诉阶段量刑建议（自）有期徒刑刑期",
            "case_id",
            "受理时间* (YYYY-MM-DD)".split('(').next().unwrap(),
            "NO.",
        ] {
            assert!(is_head_like(&Cell::text(head)), "{head}");
        }
        for value in [
            "男",
            "2017年6月15日",
            "（2017）沪0120刑初684号",
            "沪检刑诉受〔2026〕12号",
            "填报单位：某院",
            "被告人犯诈骗罪，判处拘役。",
            "110101199001010010",
            "12",
        ] {
            assert!(!is_head_like(&Cell::text(value)), "{value}");
        }
    }

    #[test]
    fn totals_and_notes_are_known_and_cases_are_not_taken_for_them() {
        for total in ["合 计", "合计：60件", "小计（人）", "Total", "总计60"] {
            assert!(is_total(total), "{total}");
        }
        for other in ["合计诈骗案", "总计划局", "小计某盗窃案", "Totally"] {
            assert!(!is_total(other), "{other}");
        }
        assert!(is_note("注：日期按文书原文照录。") && is_note("注1. 含未结") && !is_note("注册公司诈骗案"));
        assert!(is_fill_in("填 报 单 位 ：某院") && !is_fill_in("单位受贿"));
    }

    #[test]
    fn spacing_and_width_do_not_make_another_word() {
        assert_eq!(plain(" 案 \n号 "), "案号");
        assert_eq!(plain("ＣＡＳＥ　no （１）"), "CASE no(1)");
    }
}
