//! One thing on the page, found anew each time it is asked for: the page may have drawn it again meanwhile.

use crate::App;
use crate::processes::until;
use crate::wire::{ELEMENT, Refused};
use serde_json::{Value, json};

const PAGE: &str = include_str!("page.js");

/// One thing on the page, known by what it is and what it is called.
#[derive(Debug, Clone)]
pub struct Target<'a> {
    app: &'a App,
    how: &'a str,
    wanted: &'a str,
}

impl<'a> Target<'a> {
    pub(crate) fn new(app: &'a App, how: &'a str, wanted: &'a str) -> Self {
        Self { app, how, wanted }
    }

    /// Clicks it, once it is there.
    #[track_caller]
    pub fn click(&self) {
        self.act("clicked", |session, element| session.post(&format!("element/{element}/click"), &json!({})));
    }

    /// Types into it, after what stands there. Characters beyond the basic plane, which the driver drops, are put in
    /// by [`Target::set`].
    #[track_caller]
    pub fn type_(&self, text: &str) {
        assert!(text.chars().all(|letter| u32::from(letter) < 0x1_0000), "use `set` for {text}");
        self.app.did(0, text.chars().count());
        self.act("typed into", |session, element| {
            session.post(&format!("element/{element}/value"), &json!({ "text": text }))
        });
    }

    /// Types into it in place of what stands there.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.act("emptied", |session, element| session.post(&format!("element/{element}/clear"), &json!({})));
        self.type_(text);
    }

    /// Puts a text in by script, as an input method would: the value, then the event that tells of it.
    #[track_caller]
    pub fn set(&self, text: &str) {
        self.app.did(0, text.chars().count());
        let script = "const [element, text] = arguments; element.focus(); \
            const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement; \
            Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, text); \
            element.dispatchEvent(new InputEvent('input', { bubbles: true, data: text })); \
            element.dispatchEvent(new Event('change', { bubbles: true }));";
        self.act("set", |session, element| session.run(script, json!([{ ELEMENT: element }, text])));
    }

    /// What stands in it: a field's value, otherwise its text.
    #[track_caller]
    pub fn text(&self) -> String {
        let script = "return arguments[0].value ?? arguments[0].innerText;";
        let value = self.act("read", |session, element| session.run(script, json!([{ ELEMENT: element }])));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn expect(&self) {
        self.act("found", |_, _| Ok(Value::Null));
    }

    /// Waits until it holds this value or text.
    #[track_caller]
    pub fn expect_value(&self, expected: &str) {
        let mut last = String::new();
        let held = until(|| {
            last = self.text();
            (last == expected).then_some(())
        });
        assert!(held.is_some(), "{self} holds {last:?}, not {expected:?}");
    }

    /// Waits until it has the keyboard.
    #[track_caller]
    pub fn expect_focus(&self) {
        let script = "return arguments[0] === document.activeElement || arguments[0].contains(document.activeElement);";
        let held = until(|| {
            let element = self.find()?;
            let answer = self.app.session().run(script, json!([{ ELEMENT: element }]));
            (answer.ok()? == Value::Bool(true)).then_some(())
        });
        assert!(held.is_some(), "{self} does not get the keyboard");
    }

    /// Waits until it is gone.
    #[track_caller]
    pub fn expect_gone(&self) {
        let gone = until(|| self.find().is_none().then_some(()));
        assert!(gone.is_some(), "{self} is still there");
    }

    /// Whether it is there now.
    pub fn is_there(&self) -> bool {
        self.find().is_some()
    }

    fn find(&self) -> Option<String> {
        let found = self.app.session().run(PAGE, json!([self.how, self.wanted, false])).ok()?;
        found[ELEMENT].as_str().map(str::to_owned)
    }

    /// Finds it and does something with it, again while it is not there, drawn anew under our hands, or covered.
    #[track_caller]
    fn act(&self, done: &str, how: impl Fn(&crate::wire::Session, &str) -> Result<Value, Refused>) -> Value {
        let mut last = "it is not there".to_owned();
        let answer = until(|| match how(self.app.session(), &self.find()?) {
            Ok(value) => Some(value),
            Err(refused) => {
                last = refused.to_string();
                None
            }
        });
        match answer {
            Some(value) => value,
            None => panic!("{self} can't be {done}: {last}\n\n{}", self.app.page_text()),
        }
    }
}

impl std::fmt::Display for Target<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the {} “{}”", self.how, self.wanted)
    }
}
