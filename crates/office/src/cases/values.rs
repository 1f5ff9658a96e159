//! The values of an act's fields: read as typed, stored in one form, said in words.

use anjuan_law::{
    Act, Category, Day, Words,
    acts::{Field, FieldType},
    choice,
};

use super::{Card, day::read_day, fields::clean, secrets::refuse_marked};
use crate::{AccountId, CaseId, PersonId, Reading, Result, refusal};

/// The field that any act may have: the number of the earlier act that it answers.
const ANSWERS: &str = "ref";

/// Reads the fields of an act as typed into the form in which they are stored: days `2026-03-05`, choices by code, people
/// and accounts by id, amounts in yuan with two decimals, `yes` or `no`. Refuses with the place (`fields.received_on`).
pub(super) fn read(reading: &Reading<'_>, case: CaseId, kind: &Act, typed: Option<&Card>, today: Day) -> Result<Card> {
    let mut stored = Card::new();
    for (id, value) in typed.into_iter().flatten() {
        let at = || format!("fields.{id}");
        if id == ANSWERS {
            let answered = act_of(reading, case, value.trim())?;
            stored.insert(id.clone(), answered.ok_or_else(|| refusal!("act_unknown", act = value.trim()).at(at()))?);
            continue;
        }
        let field = kind.field(id).ok_or_else(|| refusal!("act_field_unknown", field = id, kind = kind.zh).at(at()))?;
        let value = clean(value);
        if value.is_empty() {
            continue;
        }
        refuse_marked(&value, at)?;
        let read = one(reading, case, field, &value, today).map_err(|refused| refused.at(at()))?;
        let malformed = || refusal!("act_field_malformed", zh = field.zh, en = field.en, value = value).at(at());
        stored.insert(id.clone(), read.ok_or_else(malformed)?);
    }
    for field in kind.fields.iter().filter(|field| field.required) {
        if !stored.contains_key(&field.id) {
            return Err(refusal!("act_field_missing", zh = field.zh, en = field.en).at(format!("fields.{}", field.id)));
        }
    }
    Ok(stored)
}

/// One value in the form in which it is stored; `None` where it is not of its type.
fn one(reading: &Reading<'_>, case: CaseId, field: &Field, value: &str, today: Day) -> Result<Option<String>> {
    Ok(match &field.kind {
        FieldType::Text | FieldType::Paper | FieldType::Unit => Some(value.to_owned()),
        FieldType::Day => Some(read_day(value, today)?.to_string()),
        FieldType::Choice { list } => choice(list, value).map(|choice| choice.code.clone()),
        FieldType::Person => person(reading, case, value)?.map(|id| id.to_string()),
        FieldType::Account => account(reading, value)?.map(|id| id.to_string()),
        FieldType::Amount => amount(value),
        FieldType::YesNo => match value {
            "yes" | "是" => Some("yes".to_owned()),
            "no" | "否" => Some("no".to_owned()),
            _ => None,
        },
        FieldType::Number => value.parse::<u32>().ok().map(|number| number.to_string()),
    })
}

/// An act of the case by its number.
fn act_of(reading: &Reading<'_>, case: CaseId, value: &str) -> Result<Option<String>> {
    let Ok(id) = value.parse::<i64>() else { return Ok(None) };
    let found: Option<i64> =
        reading.maybe("SELECT id FROM act WHERE id = ?1 AND case_id = ?2", (id, case), |row| row.get(0))?;
    Ok(found.map(|id| id.to_string()))
}

/// A person of the case by id or, where only one has it, by name.
fn person(reading: &Reading<'_>, case: CaseId, value: &str) -> Result<Option<PersonId>> {
    let found: Vec<PersonId> = reading.all(
        "SELECT id FROM person WHERE case_id = ?1 AND (id = ?2 OR name = ?3)",
        (case, value.parse::<i64>().ok(), value),
        |row| row.get(0),
    )?;
    Ok(single(found))
}

/// A member of the office by id, by the name to sign in with or, where only one has it, by name.
fn account(reading: &Reading<'_>, value: &str) -> Result<Option<AccountId>> {
    let found: Vec<AccountId> = reading.all(
        "SELECT id FROM account WHERE id = ?1 OR login = ?2 OR name = ?2",
        (value.parse::<i64>().ok(), value),
        |row| row.get(0),
    )?;
    Ok(single(found))
}

fn single<T: Copy>(found: Vec<T>) -> Option<T> {
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Yuan with at most two decimals, thousands separated or not: `12,000.5` is `12000.50`.
fn amount(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(|c| !matches!(c, ',' | '，')).collect();
    let (yuan, fen) = digits.split_once('.').unwrap_or((&digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 15 || fen.len() > 2 || !all_digits(yuan) || !all_digits(fen) {
        return None;
    }
    Some(format!("{}.{fen:0<2}", yuan.parse::<u64>().ok()?))
}

/// A stored amount in fen.
pub(super) fn in_fen(stored: &str) -> Option<i64> {
    let (yuan, fen) = stored.split_once('.')?;
    yuan.parse::<i64>().ok()?.checked_mul(100)?.checked_add(fen.parse().ok()?)
}

/// A stored value in words, in both languages.
pub(super) fn in_words(
    reading: &Reading<'_>,
    field: &Field,
    value: &str,
    category: Option<&Category>,
) -> Result<Words> {
    let both = |text: &str| Words::owned(text, text);
    let name_in = |sql: &str| -> Result<Words> {
        let name: Option<String> = match value.parse::<i64>() {
            Ok(id) => reading.maybe(sql, [id], |row| row.get(0))?,
            Err(_) => None,
        };
        Ok(both(&name.unwrap_or_else(|| value.to_owned())))
    };
    Ok(match &field.kind {
        FieldType::Text if field.id == "outcome" => {
            let list = category.map_or("", |category| category.outcomes.as_str());
            choice(list, value).map_or_else(|| both(value), |choice| Words::owned(&choice.zh, &choice.en))
        }
        FieldType::Choice { list } => {
            choice(list, value).map_or_else(|| both(value), |choice| Words::owned(&choice.zh, &choice.en))
        }
        FieldType::Person => name_in("SELECT name FROM person WHERE id = ?1")?,
        FieldType::Account => name_in("SELECT name FROM account WHERE id = ?1")?,
        FieldType::YesNo if value == "yes" => Words::new("是", "yes"),
        FieldType::YesNo if value == "no" => Words::new("否", "no"),
        FieldType::Amount => Words::owned(format!("{value} 元"), format!("{value} yuan")),
        _ => both(value),
    })
}

#[cfg(test)]
mod tests {
    use super::{amount, in_fen};

    #[test]
    fn amounts_are_read_to_the_fen_or_not_at_all() {
        for (typed, stored, fen) in
            [("5000", "5000.00", 500_000), ("12,000.5", "12000.50", 1_200_050), ("0.07", "0.07", 7)]
        {
            assert_eq!(amount(typed).as_deref(), Some(stored));
            assert_eq!(in_fen(stored), Some(fen));
        }
        for wrong in ["", "-5", "1.234", "五千", "1e3", ".5", "9999999999999999"] {
            assert_eq!(amount(wrong), None, "{wrong:?}");
        }
    }
}
