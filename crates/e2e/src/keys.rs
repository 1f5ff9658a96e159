//! Keys by the names on their caps, as the actions WebDriver takes.

use serde_json::{Value, json};

/// The actions that press the keys of a chord such as `Ctrl+Shift+t` one after the other and let them go again.
pub fn chord(keys: &str) -> Value {
    let keys: Vec<String> = parts(keys).into_iter().map(code).collect();
    let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
    let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
    let steps: Vec<Value> = down.chain(up).collect();
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] })
}

/// The names in a chord; `Ctrl++` is Ctrl and the plus key.
fn parts(keys: &str) -> Vec<&str> {
    match keys.strip_suffix("++") {
        Some(before) => before.split('+').chain(["+"]).collect(),
        None if keys == "+" => vec!["+"],
        None => keys.split('+').collect(),
    }
}

fn code(name: &str) -> String {
    let code = match name {
        "Ctrl" => '\u{e009}',
        "Shift" => '\u{e008}',
        "Alt" => '\u{e00a}',
        "Enter" => '\u{e007}',
        "Tab" => '\u{e004}',
        "Esc" => '\u{e00c}',
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Delete" => '\u{e017}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Home" => '\u{e011}',
        "End" => '\u{e010}',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        _ => {
            if let Some(number) = name.strip_prefix('F').and_then(|n| n.parse::<u32>().ok()) {
                return char::from_u32(0xe030 + number).expect("F1 to F12").into();
            }
            assert_eq!(name.chars().count(), 1, "no key is called {name}");
            return name.to_owned();
        }
    };
    code.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_come_apart() {
        assert_eq!(parts("Ctrl+Shift+t"), ["Ctrl", "Shift", "t"]);
        assert_eq!(parts("Ctrl++"), ["Ctrl", "+"]);
        assert_eq!(code("F1"), "\u{e031}");
    }
}
