//! The face: opens the office, calls commands by name, prints words or JSON, gives the exit status.

use std::{
    fs,
    io::{IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anjuan_commands::{
    Class, Desk, Lang, Refusal, Result, SystemHost, refusal,
    words::{self, RefusalWords},
};
use serde_json::{Value, json};

use crate::args::{Anjuan, Language};

/// What a command of the line answers.
pub struct Outcome {
    /// The JSON document.
    pub json: Value,
    /// The same for people, in lines.
    pub text: String,
    /// Something was found that wants a person.
    pub found: bool,
}

impl Outcome {
    /// Done, nothing to look at.
    pub fn done(json: Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into(), found: false }
    }

    /// Done; `found` says whether something wants a person.
    pub fn finding(found: bool, json: Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into(), found }
    }
}

/// The command line as a face of the program.
pub struct Face {
    desk: Desk,
    passphrase_file: Option<PathBuf>,
    login: Option<String>,
    /// Language of what is printed.
    pub lang: Lang,
    json: bool,
}

impl Face {
    /// A face over the folder and day that the call names.
    pub fn new(call: &Anjuan) -> Self {
        let folder = SystemHost::folder_or_default(call.office.clone());
        let lang = match call.lang {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        };
        let today = call.today;
        let host = SystemHost {
            folder,
            today: Box::new(move || today),
            program: "anjuan",
            on_meanwhile: None,
            on_changed: Box::new(|_| {}),
            on_progress: Box::new(move |step| {
                if std::io::stderr().is_terminal() {
                    let task = words::say(lang, &format!("task_{}", step.task), []);
                    eprint!("\r{task} {}/{} ", step.done, step.total);
                }
            }),
        };
        Self {
            desk: Desk::new(host),
            passphrase_file: call.passphrase_file.clone(),
            login: call.login.clone(),
            lang,
            json: call.json,
        }
    }

    /// Calls a command that needs no open office.
    pub fn free(&self, name: &str, request: Value) -> Result<Value> {
        self.desk.call(name, request)
    }

    /// Calls a command at the open office, opening it first.
    pub fn ask(&self, name: &str, request: Value) -> Result<Value> {
        self.open()?;
        self.desk.call(name, request)
    }

    /// The name that signs in, where one was given.
    pub fn named(&self) -> Option<&str> {
        self.login.as_deref()
    }

    /// The name that signs in.
    pub fn login(&self) -> String {
        self.login.clone().unwrap_or_else(|| "anguan".to_owned())
    }

    /// The passphrase of the person: from the file named, or asked for at a terminal.
    pub fn passphrase(&self) -> Result<String> {
        match &self.passphrase_file {
            Some(path) => first_line(path),
            None if std::io::stdin().is_terminal() => rpassword::prompt_password(self.say("cli_passphrase", &[]))
                .map_err(|error| refusal!("fault", detail = error)),
            None => Err(refusal!("passphrase_needed").at("passphrase_file")),
        }
    }

    /// Words of a key with values.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        words::say(self.lang, key, values.iter().copied())
    }

    /// Prints the outcome and gives the exit status.
    pub fn finish(&self, outcome: Result<Outcome>) -> ExitCode {
        // The record is closed before the process ends, so that its log is written back.
        let _ = self.desk.call("office_lock", Value::Null);
        match outcome {
            Ok(outcome) => {
                if self.json {
                    print(&outcome.json.to_string());
                } else {
                    print(&harmless(outcome.text.trim_end()));
                }
                ExitCode::from(u8::from(outcome.found))
            }
            Err(refusal) => {
                tell(&refusal, self.lang, self.json);
                ExitCode::from(match refusal.class() {
                    Class::Rule => 3,
                    Class::Record => 4,
                    Class::Fault => 5,
                })
            }
        }
    }

    fn open(&self) -> Result<()> {
        if self.desk.seat().is_ok() {
            return Ok(());
        }
        let status = self.desk.call("office_status", Value::Null)?;
        if status["state"] == "none" {
            return Err(refusal!("record_missing", folder = status["folder"].as_str().unwrap_or_default()));
        }
        let login = match &self.login {
            Some(login) => login.clone(),
            None => {
                status["logins"][0].as_str().map(str::to_owned).ok_or_else(|| refusal!("record_key_file_broken"))?
            }
        };
        let passphrase = self.passphrase()?;
        self.desk.call("office_unlock", json!({ "login": login, "passphrase": passphrase }))?;
        Ok(())
    }
}

/// The first line of a file that holds a passphrase.
pub fn first_line(path: &Path) -> Result<String> {
    let text =
        fs::read_to_string(path).map_err(|error| refusal!("file_unreadable", path = path.display(), detail = error))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// Tells a refusal: as a document on standard output, or in words beside it.
pub fn tell(refusal: &Refusal, lang: Lang, json: bool) {
    tell_in(&words::of_refusal(refusal), refusal, lang, json);
}

/// As [`tell`], in these words.
pub fn tell_in(told: &RefusalWords, refusal: &Refusal, lang: Lang, json: bool) {
    if json {
        print(
            &json!({ "refusal": {
                "code": refusal.code, "at": refusal.at, "values": refusal.values,
                "message": told.message, "remedy": told.remedy,
            }})
            .to_string(),
        );
        return;
    }
    let place = if refusal.at.is_empty() { String::new() } else { format!(" [{}]", refusal.at) };
    eprintln!("{}", harmless(&format!("{}{place}\n{}", told.message.get(lang), told.remedy.get(lang))));
}

/// A text of the record as a terminal may get it: a control character in it would be obeyed, and shows as the sign of what
/// can't be read instead.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{FFFD}' } else { c }).collect()
}

/// Writes to standard output; a reader that went away is no fault of ours.
fn print(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_terminal_would_obey_is_shown_and_not_sent() {
        assert_eq!(harmless("张三\u{1b}[2J\u{9b}1m\t案\n\r"), "张三\u{FFFD}[2J\u{FFFD}1m\t案\n\u{FFFD}");
    }
}
