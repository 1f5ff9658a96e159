//! What may be done to a value before it is printed: nothing that makes it longer than the values are.

use minijinja::{Environment, Error, ErrorKind, filters, tests, value::Value};

/// The longest text that is made of a list, in bytes.
const LONGEST: usize = 64 * 1024;

/// Gives the engine what a template may call, and nothing else.
pub(super) fn give(engine: &mut Environment<'_>) {
    engine.add_filter("upper", filters::upper);
    engine.add_filter("lower", filters::lower);
    engine.add_filter("trim", filters::trim);
    engine.add_filter("length", filters::length);
    engine.add_filter("first", filters::first);
    engine.add_filter("last", filters::last);
    engine.add_filter("reverse", filters::reverse);
    engine.add_filter("sort", filters::sort);
    engine.add_filter("unique", filters::unique);
    engine.add_filter("abs", filters::abs);
    engine.add_filter("round", filters::round);
    engine.add_filter("join", join);
    engine.add_filter("sentence", sentence);
    engine.add_test("defined", tests::is_defined);
    engine.add_test("none", tests::is_none);
    engine.add_test("even", tests::is_even);
    engine.add_test("odd", tests::is_odd);
}

/// The texts of a list with another between them.
fn join(list: &Value, between: Option<&str>) -> Result<Value, Error> {
    let mut text = String::new();
    for (at, item) in list.try_iter()?.enumerate() {
        if at > 0 {
            text.push_str(between.unwrap_or_default());
        }
        match item.as_str() {
            Some(item) => text.push_str(item),
            None => text.push_str(&item.to_string()),
        }
        if text.len() > LONGEST {
            return Err(Error::new(ErrorKind::InvalidOperation, "join"));
        }
    }
    Ok(Value::from(text))
}

/// A text that ends like a sentence. What is missing stays missing.
fn sentence(text: &Value) -> Value {
    const ENDS: &[char] = &['。', '！', '？', '…', '；', '.', '!', '?', '”', '）'];
    match text.as_str() {
        Some(text) if !text.is_empty() && !text.ends_with(ENDS) => Value::from(format!("{text}。")),
        _ => text.clone(),
    }
}
