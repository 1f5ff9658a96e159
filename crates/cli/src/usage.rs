//! How the program is used, in the language asked for: help, and what is wrong with the words of a call.
//!
//! The parser knows which words there are; what it says of them stands in the language files: `cli_about_<command>`,
//! `cli_arg_<command>_<argument>`, `cli_value_<placeholder>`, and the refusals `usage_…`.

use std::{ffi::OsString, process::ExitCode};

use anjuan_commands::{
    Lang, Refusal, refusal,
    words::{self, RefusalWords},
};
use clap::{
    Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{args::Anjuan, face};

/// The exit status of a call whose words are wrong.
const WRONG: u8 = 2;

/// Reads the call. What is wrong with it, or the help that it asks for, is printed, and the exit status is given instead.
pub fn read(call: Vec<OsString>) -> Result<Anjuan, ExitCode> {
    let (lang, json) = (wanted(&call), call.iter().any(|word| word == "--json"));
    parsed(&call, lang).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            let _ = error.print();
            ExitCode::from(WRONG)
        }
        _ => {
            let refused = refused(&error);
            face::tell_in(&told(&call).unwrap_or_else(|| words::of_refusal(&refused)), &refused, lang, json);
            if let (Some(like), false) = (suggested(&error), json) {
                eprintln!("{}", words::say(lang, "cli_did_you_mean", [("value", like.as_str())]));
            }
            ExitCode::from(WRONG)
        }
    })
}

fn parsed(call: &[OsString], lang: Lang) -> Result<Anjuan, clap::Error> {
    spoken(lang).try_get_matches_from(call).and_then(|found| Anjuan::from_arg_matches(&found))
}

/// What is wrong with a call in both languages, each with its own words for what is to be written.
fn told(call: &[OsString]) -> Option<RefusalWords> {
    let of = |lang| parsed(call, lang).err().map(|error| words::of_refusal(&refused(&error)));
    let (mut told, en) = (of(Lang::Zh)?, of(Lang::En)?);
    (told.message.en, told.remedy.en) = (en.message.en, en.remedy.en);
    Some(told)
}

/// The language that a call asks for, read before the call itself is.
fn wanted(call: &[OsString]) -> Lang {
    let texts: Vec<&str> = call.iter().filter_map(|word| word.to_str()).collect();
    let apart = texts.iter().position(|word| *word == "--lang").and_then(|at| texts.get(at + 1)).copied();
    let named = apart.or_else(|| texts.iter().find_map(|word| word.strip_prefix("--lang=")));
    if named == Some("en") { Lang::En } else { Lang::Zh }
}

/// All commands with their words.
fn spoken(lang: Lang) -> Command {
    let mut command = named(Anjuan::command(), lang, "");
    command.build();
    with_usage(command, lang)
}

/// A command and those below it, with what they are for.
fn named(command: Command, lang: Lang, path: &str) -> Command {
    let say = |key: &str| words::say(lang, key, []);
    let arguments: Vec<_> = command.get_arguments().map(|arg| arg.get_id().clone()).collect();
    let below: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .about(say(&about(path)))
        .subcommand_help_heading(kept(say("cli_heading_commands")))
        .subcommand_value_name(kept(say("cli_value_command")))
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
            say("cli_heading_usage")
        ));
    for id in arguments {
        command = command.mut_arg(&id, |arg| explained(arg, lang, &argument(path, id.as_str())));
    }
    command = command.disable_help_flag(true).arg(flag("help", 'h', ArgAction::Help, lang));
    if path.is_empty() {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version, lang));
    }
    below.into_iter().fold(command, |command, name| {
        let path = under(path, &name);
        command.mut_subcommand(name, |sub| named(sub, lang, &path))
    })
}

/// The path of a command below another.
fn under(path: &str, name: &str) -> String {
    if path.is_empty() { snake(name) } else { format!("{path}_{}", snake(name)) }
}

/// The key of what a command is for.
fn about(path: &str) -> String {
    if path.is_empty() { "cli_about".to_owned() } else { format!("cli_about_{path}") }
}

/// The key of what an argument is for.
fn argument(path: &str, id: &str) -> String {
    format!("cli_arg_{}", under(path, id))
}

fn flag(name: &'static str, short: char, action: ArgAction, lang: Lang) -> Arg {
    let heading = kept(words::say(lang, "cli_heading_options", []));
    let help = words::say(lang, &format!("cli_help_{name}"), []);
    Arg::new(name).short(short).long(name).action(action).help(help).help_heading(heading)
}

/// An argument with what it is for, what it is when absent and what can be written.
fn explained(arg: Arg, lang: Lang, key: &str) -> Arg {
    let mut help = words::say(lang, key, []);
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            help.push_str(if lang == Lang::En { " " } else { "" });
            help.push_str(&words::say(lang, key, [("value", value.as_str())]));
        }
    };
    if arg.get_action().takes_values() {
        let choices: Vec<String> =
            arg.get_possible_values().iter().map(|choice| choice.get_name().to_owned()).collect();
        add("cli_help_choices", choices.join(", "));
        let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        add("cli_help_default", default.join(", "));
        add("cli_help_env", arg.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
    }
    let heading = if arg.is_positional() { "cli_heading_arguments" } else { "cli_heading_options" };
    let heading = kept(words::say(lang, heading, []));
    let names: Vec<&'static str> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value_name(name, lang)).collect();
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help(help).help_heading(heading);
    match takes_values {
        false => arg,
        true => {
            let arg = arg.hide_default_value(true).hide_env(true).hide_possible_values(true);
            if names.is_empty() { arg } else { arg.value_names(names) }
        }
    }
}

/// The word for a placeholder; itself where it has none.
fn value_name(name: &str, lang: Lang) -> &'static str {
    let parts: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let key = format!("cli_value_{}", parts.join("_"));
    kept(if words::known(&key) { words::say(lang, &key, []) } else { name.to_owned() })
}

/// The line of usage of a command that is built, and of those below it.
fn with_usage(mut command: Command, lang: Lang) -> Command {
    let usage = command.render_usage().to_string();
    let options = words::say(lang, "cli_value_options", []);
    let usage = usage.trim_start_matches("Usage:").trim().replace("OPTIONS", &options);
    let below: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.override_usage(usage);
    below.into_iter().fold(command, |command, name| {
        let is_help = name == "help";
        command.mut_subcommand(name, |sub| match is_help {
            true => sub.about(words::say(lang, "cli_help_command", [])),
            false => with_usage(sub, lang),
        })
    })
}

/// The parser wants texts that stay; a process reads one call.
fn kept(text: String) -> &'static str {
    String::leak(text)
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}

/// What is wrong with a call.
fn refused(error: &clap::Error) -> Refusal {
    let arg = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => refusal!("usage_value_missing", arg = arg),
        ErrorKind::InvalidValue => {
            refusal!("usage_value", arg = arg, value = value, choices = text(error, ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => refusal!("usage_value_malformed", arg = arg, value = value),
        ErrorKind::UnknownArgument => refusal!("usage_argument_unknown", arg = arg),
        ErrorKind::InvalidSubcommand => {
            refusal!("usage_command_unknown", arg = text(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            refusal!("usage_command_missing")
        }
        ErrorKind::ArgumentConflict => {
            refusal!("usage_conflict", arg = arg, other = text(error, ContextKind::PriorArg))
        }
        ErrorKind::MissingRequiredArgument => refusal!("usage_missing", arg = arg),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            refusal!("usage_value_count", arg = arg)
        }
        ErrorKind::InvalidUtf8 => refusal!("usage_not_text"),
        other => refusal!("usage_wrong", detail = other),
    }
}

fn suggested(error: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    kinds.into_iter().map(|kind| text(error, kind)).find(|text| !text.is_empty())
}

/// What the parser says of a kind.
fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops on a fault")]

    use super::*;

    /// Every command with its path.
    fn each(command: &Command, path: &str, see: &mut dyn FnMut(&Command, &str)) {
        see(command, path);
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            each(sub, &under(path, sub.get_name()), see);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_words() {
        let mut missing = Vec::new();
        each(&Anjuan::command(), "", &mut |command, path| {
            let mut keys = vec![about(path)];
            keys.extend(command.get_arguments().map(|arg| argument(path, arg.get_id().as_str())));
            missing.extend(keys.into_iter().filter(|key| !words::known(key)));
        });
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn help_in_chinese_has_no_word_of_the_parser() {
        let own = |word: &str| {
            word.starts_with('-') || word.chars().all(|c| c.is_ascii_uppercase() || c == '_') || word.starts_with('.')
        };
        let mut names = vec!["help".to_owned()];
        each(&Anjuan::command(), "", &mut |command, _| names.push(command.get_name().to_owned()));
        let mut strange = Vec::new();
        each(&spoken(Lang::Zh), "", &mut |command, path| {
            let help = command.clone().render_help().to_string();
            let parts = help.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
            let english = parts.filter(|part| part.chars().filter(char::is_ascii_alphabetic).count() > 3);
            let codes = words::say(Lang::En, &argument(path, "kinds"), []);
            strange.extend(
                english
                    .filter(|word| !own(word) && !names.iter().any(|name| name == word) && !codes.contains(word))
                    .filter(|word| !KEPT.contains(word))
                    .map(|word| format!("{path}: {word}")),
            );
        });
        assert!(strange.is_empty(), "{strange:#?}");
        for word in ["Usage", "Options", "Commands", "Arguments", "Print", "default:", "possible values"] {
            assert!(!spoken(Lang::Zh).render_long_help().to_string().contains(word), "{word}");
        }
    }

    /// Codes of the record and examples, which are written as they stand.
    const KEPT: [&str; 29] = [
        "stage",
        "review",
        "handler",
        "accepted",
        "overdue",
        "last_day",
        "amber",
        "quiet",
        "paused",
        "lapsed",
        "ended",
        "met_late",
        "office",
        "police",
        "court",
        "agency",
        "party",
        "other",
        "date",
        "kind",
        "work",
        "name",
        "scheduled",
        "hearing_notice",
        "docx",
        "ordinary",
        "case",
        "xlsx",
        "list",
    ];

    #[track_caller]
    fn check(call: &[&str], code: &str, arg: &str) {
        let call: Vec<OsString> = ["anjuan"].iter().chain(call).map(OsString::from).collect();
        let error = spoken(Lang::Zh).try_get_matches_from(&call).unwrap_err();
        let refused = refused(&error);
        assert_eq!(
            (refused.code.as_str(), refused.values.get("arg").map(String::as_str).unwrap_or_default()),
            (code, arg)
        );
        let told = told(&call).unwrap();
        assert!(!told.message.zh.contains('{') && !told.message.zh.starts_with("refusal_"), "{}", told.message.zh);
        let chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        assert!(!chinese(&told.message.en) && !chinese(&told.remedy.en), "{} {}", told.message.en, told.remedy.en);
        assert!(chinese(&told.message.zh), "{}", told.message.zh);
    }

    #[test]
    fn what_is_wrong_with_a_call_is_told_by_its_kind() {
        check(&["no-such-command"], "usage_command_unknown", "no-such-command");
        check(&["list", "--no-such"], "usage_argument_unknown", "--no-such");
        check(&["--lang", "fr", "list"], "usage_value", "--lang <语言>");
        check(&["--today", "2026-02-30", "list"], "usage_value_malformed", "--today <日期>");
        check(&["list", "--limit", "many"], "usage_value_malformed", "--limit <条数>");
        check(&["list", "--limit"], "usage_value_missing", "--limit <条数>");
        check(&["show"], "usage_missing", "<案件>");
        check(&["draw", "--verify", "7"], "usage_conflict", "--verify");
        check(&["law"], "usage_command_missing", "");
        check(&["show", "1", "2"], "usage_argument_unknown", "2");
    }

    #[test]
    fn the_language_is_known_before_the_call_is_read() {
        let of = |call: &[&str]| wanted(&call.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["anjuan", "list"]), Lang::Zh);
        assert_eq!(of(&["anjuan", "list", "--lang", "en", "--wrong"]), Lang::En);
        assert_eq!(of(&["anjuan", "--lang=en"]), Lang::En);
        assert_eq!(of(&["anjuan", "--lang"]), Lang::Zh);
    }
}
