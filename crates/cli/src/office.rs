//! Founding, the sample, the people.

use anjuan_commands::{Result, refusal};
use serde_json::{Value, json};

use crate::{
    args::{Init, Sample, User},
    face::{Face, Outcome, first_line},
    names::Names,
};

/// Makes a new office and prints the recovery key once.
pub fn init(face: &Face, init: &Init) -> Result<Outcome> {
    let founded = face.free(
        "office_create",
        json!({
            "name": init.name, "short_name": init.short, "division_code": init.division,
            "login": face.login(), "person": init.person, "passphrase": face.passphrase()?,
        }),
    )?;
    let key = founded["recovery_key"].as_str().unwrap_or_default();
    let answer = json!({
        "office": founded["session"]["office"], "login": founded["session"]["account"]["login"], "recovery_key": key,
    });
    let text = face.say("cli_init_done", &[("name", &init.name), ("key", key)]);
    Ok(Outcome::done(answer, text))
}

/// Fills an empty office with an invented history.
pub fn sample(face: &Face, sample: &Sample) -> Result<Outcome> {
    let filled =
        face.ask("sample_fill", json!({ "cases": sample.cases, "years": sample.years, "seed": sample.seed }))?;
    let number = |key: &str| filled[key].to_string();
    let text = face.say(
        "cli_sample_done",
        &[
            ("cases", &number("cases")),
            ("persons", &number("persons")),
            ("acts", &number("acts")),
            ("hearings", &number("hearings")),
        ],
    );
    Ok(Outcome::done(filled, text))
}

/// The people who work here.
pub fn user(face: &Face, user: &User) -> Result<Outcome> {
    match user {
        User::List => {
            let people = face.ask("account_list", Value::Null)?;
            let names = Names::of(face)?;
            let lines: Vec<String> = rows(&people)
                .map(|person| {
                    format!(
                        "{}\t{}\t{}\t{}",
                        text(person, "login"),
                        text(person, "name"),
                        names.say("post", text(person, "post")),
                        text(person, "department")
                    )
                })
                .collect();
            Ok(Outcome::done(json!({ "users": people }), lines.join("\n")))
        }
        User::Add { login, name, post, in_quota, department, new_passphrase_file } => {
            let departments = face.ask("department_list", Value::Null)?;
            let department_id = match department {
                None => Value::Null,
                Some(wanted) => rows(&departments)
                    .find(|found| text(found, "name") == wanted)
                    .map(|found| found["id"].clone())
                    .ok_or_else(|| refusal!("choice_unknown", value = wanted).at("department"))?,
            };
            let passphrase = new_passphrase_file.as_deref().map(first_line).transpose()?;
            let account = json!({
                "id": null, "login": login, "name": name, "post": post, "in_quota": in_quota, "on_duty": true,
                "department_id": department_id,
            });
            let changed = face.ask("account_save", json!({ "account": account, "passphrase": passphrase }))?;
            Ok(Outcome::done(json!({ "changed": changed }), login.clone()))
        }
        User::Disable { login } => {
            let mut account = person(face, login)?;
            account["ended_on"] = face.ask("session", Value::Null)?["today"].clone();
            account["on_duty"] = json!(false);
            let changed = face.ask("account_save", json!({ "account": account }))?;
            Ok(Outcome::done(json!({ "changed": changed }), login.clone()))
        }
        User::Passphrase { new_passphrase_file } => {
            let asked = json!({ "old": face.passphrase()?, "passphrase": first_line(new_passphrase_file)? });
            face.ask("passphrase_change", asked)?;
            Ok(Outcome::done(json!({}), face.say("cli_passphrase_changed", &[])))
        }
        User::Reset { login, new_passphrase_file } => {
            let account = person(face, login)?;
            let passphrase = first_line(new_passphrase_file)?;
            let changed = face.ask("account_save", json!({ "account": account, "passphrase": passphrase }))?;
            Ok(Outcome::done(json!({ "changed": changed }), login.clone()))
        }
    }
}

fn person(face: &Face, login: &str) -> Result<Value> {
    let people = face.ask("account_list", Value::Null)?;
    rows(&people)
        .find(|person| text(person, "login") == login)
        .cloned()
        .ok_or_else(|| refusal!("login_unknown", login = login).at("login"))
}

/// The rows of a JSON list.
pub fn rows(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// The text of a field, empty where there is none.
pub fn text<'v>(row: &'v Value, field: &str) -> &'v str {
    row[field].as_str().unwrap_or_default()
}
