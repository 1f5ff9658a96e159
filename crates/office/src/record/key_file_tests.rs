//! What opens the key of the file, and what does not.

use super::*;

fn day() -> Day {
    "2026-03-05".parse().unwrap()
}

#[test]
fn any_one_secret_opens_the_key_and_no_other_does() {
    let key = FileKey::random().unwrap();
    let (mut file, recovery) = KeyFile::new(&key, "li", "四个 随便 的 词", KeyCost::LEAST).unwrap();
    file.set(&key, "wang", "another passphrase", KeyCost::LEAST).unwrap();
    assert_eq!(file.open("li", "四个 随便 的 词").unwrap().bytes(), key.bytes());
    assert_eq!(file.open("wang", "another passphrase").unwrap().bytes(), key.bytes());
    assert_eq!(file.open_with_recovery(&recovery).unwrap().bytes(), key.bytes());
    assert_eq!(file.open_with_recovery(&recovery.to_lowercase().replace('-', " ")).unwrap().bytes(), key.bytes());
    let wrong = [file.open("li", "another passphrase"), file.open("nobody", "x"), file.open_with_recovery("0000")];
    assert!(wrong.iter().all(std::result::Result::is_err));
}

#[test]
fn whatever_is_lost_what_is_left_opens_and_nothing_else_does() {
    let key = FileKey::random().unwrap();
    let people = ["li", "wang", "zhao", "sun"];
    let (mut whole, recovery) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    for login in &people[1..] {
        whole.set(&key, login, &format!("passphrase of {login}"), KeyCost::LEAST).unwrap();
    }
    for lost in 0..1u32 << (people.len() + 1) {
        let is_lost = |at: usize| lost & (1 << at) != 0;
        let mut left = whole.clone();
        for (at, login) in people.iter().enumerate().filter(|(at, _)| is_lost(*at)) {
            assert!(left.remove(&key, login, day()).unwrap(), "{at}");
        }
        for (at, login) in people.iter().enumerate() {
            let opened = left.open(login, &format!("passphrase of {login}"));
            assert_eq!(opened.is_ok_and(|opened| opened.bytes() == key.bytes()), !is_lost(at), "{lost:b} {login}");
        }
        let typed =
            if is_lost(people.len()) { recovery.replacen(['2', '3', '4'], "5", 1) } else { recovery.to_string() };
        let expected = typed == *recovery;
        assert_eq!(
            left.open_with_recovery(&typed).is_ok_and(|opened| opened.bytes() == key.bytes()),
            expected,
            "{lost:b}"
        );
    }
}

#[test]
fn a_code_opens_in_any_grouping_and_is_known_as_one() {
    let key = FileKey::random().unwrap();
    let (mut file, _) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    let code = file.set_code(&key, "wang").unwrap();
    assert_eq!((code.len(), file.is_code("wang"), file.is_code("li")), (24, true, false));
    let typed = KeyFile::plain_code(&code.to_lowercase().replace('-', " "));
    assert_eq!(file.open("wang", &typed).unwrap().bytes(), key.bytes());
    file.set(&key, "wang", "a passphrase of one's own", KeyCost::LEAST).unwrap();
    assert!(!file.is_code("wang") && file.open("wang", &typed).is_err());
}

#[test]
fn a_wrap_moved_to_another_login_does_not_open() {
    let key = FileKey::random().unwrap();
    let (mut file, _) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    file.people[0].login = "wang".to_owned();
    assert!(file.open("wang", "passphrase of li").is_err());
}

#[test]
fn the_recovery_key_is_two_halves_of_plain_characters() {
    let text = recovery_words(&[0xa5; 32]);
    let halves: Vec<_> = text.split("--").collect();
    assert_eq!(halves.len(), 2);
    assert_eq!(plain(&text).len(), 52);
    assert!(plain(&text).bytes().all(|byte| ALPHABET.contains(&byte)));
}

#[test]
fn a_new_key_opens_for_those_who_stay_by_what_they_have_and_not_for_who_left() {
    let (old, new) = (FileKey::random().unwrap(), FileKey::random().unwrap());
    let (mut file, recovery) = KeyFile::new(&old, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    for login in ["wang", "zhao"] {
        file.set(&old, login, &format!("passphrase of {login}"), KeyCost::LEAST).unwrap();
    }
    file.chosen("wang", day());
    let before = file.clone();
    assert!(file.remove(&old, "zhao", day()).unwrap() && !file.remove(&old, "zhao", day()).unwrap());
    assert_eq!(file.left(), [Left { login: "zhao".into(), on: day() }]);
    let next = file.with_new_key(&old, &new, day()).unwrap();
    assert_eq!((next.renewed(), next.left().len(), next.chosen_on("wang")), ((1, Some(day())), 0, Some(day())));
    for login in ["li", "wang"] {
        assert_eq!(next.open(login, &format!("passphrase of {login}")).unwrap().bytes(), new.bytes());
        assert_eq!(before.open(login, &format!("passphrase of {login}")).unwrap().bytes(), old.bytes());
    }
    assert_eq!(next.open_with_recovery(&recovery).unwrap().bytes(), new.bytes(), "the paper stays good");
    assert_eq!(next.open("zhao", "passphrase of zhao").map(|_| ()).unwrap_err().code, "passphrase_wrong");
    // He kept the old key file, his secret half with it: none of today's letters is to him.
    let his = unwrap_secret(before.of("zhao").unwrap(), "passphrase of zhao").unwrap();
    for wrap in next.people.iter().chain([&next.recovery]) {
        assert!(wrap.letter.as_ref().unwrap().open(&Pair::of(&his), &wrap.login).is_none());
    }
    assert!(!serde_json::to_string(&next).unwrap().contains(&hex(new.bytes())));
}

#[test]
fn a_public_half_that_somebody_wrote_in_is_not_sealed_the_next_key() {
    let (old, new) = (FileKey::random().unwrap(), FileKey::random().unwrap());
    let (mut file, _) = KeyFile::new(&old, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    file.set(&old, "wang", "passphrase of wang", KeyCost::LEAST).unwrap();
    let mine = Pair::random().unwrap();
    file.people[1].letter.as_mut().unwrap().public = mine.public();
    assert_eq!(file.with_new_key(&old, &new, day()).unwrap_err().code, "record_key_file_altered");
    assert_eq!(file.open("wang", "passphrase of wang").map(|_| ()).unwrap_err().code, "record_key_file_altered");
}

#[test]
fn half_of_the_paper_lost_is_a_new_paper_and_the_old_one_opens_nothing() {
    let key = FileKey::random().unwrap();
    let (mut file, first) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    let second = file.renew_recovery(&key).unwrap();
    assert_eq!(file.open_with_recovery(&second).unwrap().bytes(), key.bytes());
    assert_eq!(file.open_with_recovery(&first).map(|_| ()).unwrap_err().code, "recovery_key_wrong");
    file.with_new_key(&key, &FileKey::random().unwrap(), day()).unwrap();
}

/// A key file as the first form had it: the passphrase sealed the key of the file itself.
fn first_form(file: &mut KeyFile, key: &FileKey, login: &str, passphrase: &str) {
    file.format = 1;
    file.members.clear();
    let wrap = file.people.iter_mut().chain([&mut file.recovery]).find(|wrap| wrap.login == login).unwrap();
    let nonce: [u8; 24] = unhex(&wrap.nonce).unwrap().try_into().unwrap();
    let cipher = cipher_of(passphrase, &unhex(&wrap.salt).unwrap(), wrap.cost).unwrap();
    let payload = Payload { msg: key.bytes(), aad: login.as_bytes() };
    wrap.sealed = hex(&cipher.encrypt(&XNonce::from(nonce), payload).unwrap());
    wrap.letter = None;
}

#[test]
fn the_first_form_opens_and_is_brought_up_when_its_passphrase_is_there() {
    let (key, new) = (FileKey::random().unwrap(), FileKey::random().unwrap());
    let (mut file, words) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    first_form(&mut file, &key, "li", "passphrase of li");
    first_form(&mut file, &key, RECOVERY, &plain(&words));
    file.chosen("li", day());
    assert_eq!(file.open("li", "passphrase of li").unwrap().bytes(), key.bytes());
    assert_eq!(file.open_with_recovery(&words).unwrap().bytes(), key.bytes());
    assert_eq!(file.of_old_form(), ["li"]);
    assert_eq!(file.with_new_key(&key, &new, day()).unwrap_err().code, "keys_of_old_form");
    assert!(file.bring_up(&key, "li", "passphrase of li").unwrap());
    assert!(!file.bring_up(&key, "li", "passphrase of li").unwrap());
    assert_eq!(
        (file.open("li", "passphrase of li").unwrap().bytes(), file.chosen_on("li")),
        (key.bytes(), Some(day()))
    );
    assert_eq!(file.with_new_key(&key, &new, day()).unwrap_err().code, "recovery_of_old_form");
    file.renew_recovery(&key).unwrap();
    assert_eq!(
        file.with_new_key(&key, &new, day()).unwrap().open("li", "passphrase of li").unwrap().bytes(),
        new.bytes()
    );
}

/// The text of a key file, changed by somebody.
fn changed(file: &KeyFile, change: impl FnOnce(&mut serde_json::Value)) -> Result<KeyFile> {
    let mut json = serde_json::to_value(file).unwrap();
    change(&mut json);
    KeyFile::read(&json.to_string())
}

#[test]
fn a_letter_that_was_taken_away_or_renamed_opens_no_key_that_is_none() {
    let key = FileKey::random().unwrap();
    let (mut file, words) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    file.set(&key, "wang", "passphrase of wang", KeyCost::LEAST).unwrap();
    let rename = |wrap: &mut serde_json::Value| {
        let letter = wrap.as_object_mut().unwrap().remove("letter").unwrap();
        wrap["lettes"] = letter;
    };
    for whose in ["people", "recovery"] {
        let renamed = changed(&file, |json| match whose {
            "people" => rename(&mut json["people"][0]),
            _ => rename(&mut json[whose]),
        });
        assert_eq!(renamed.map(|_| ()).unwrap_err().code, "record_key_file_broken", "{whose}");
    }
    let take = |wrap: &mut serde_json::Value| drop(wrap.as_object_mut().unwrap().remove("letter"));
    let taken = changed(&file, |json| take(&mut json["people"][0])).unwrap();
    assert_eq!(taken.open("li", "passphrase of li").map(|_| ()).unwrap_err().code, "record_key_file_altered");
    assert_eq!(taken.open("wang", "passphrase of wang").unwrap().bytes(), key.bytes(), "the others are not held up");
    let taken = changed(&file, |json| take(&mut json["recovery"])).unwrap();
    assert_eq!(taken.open_with_recovery(&words).map(|_| ()).unwrap_err().code, "record_key_file_altered");
    // Called one of the first form, with the seal of the members left or taken away too.
    for seal in [false, true] {
        let older = changed(&file, |json| {
            take(&mut json["people"][0]);
            json["format"] = 1.into();
            if seal {
                json["members"] = "".into();
            }
        });
        let refused = older.unwrap().open("li", "passphrase of li").map(|_| ()).unwrap_err();
        assert_eq!(refused.code, "record_key_file_altered", "{seal}");
    }
    let newer = changed(&file, |json| {
        json["format"] = 99.into();
        json["of_tomorrow"] = 1.into();
    });
    assert_eq!(
        newer.map(|_| ()).unwrap_err().code,
        "record_newer_than_program",
        "what is newer is told from what is broken"
    );
}

#[test]
fn who_was_forgotten_without_the_key_is_shut_out_by_whoever_has_it() {
    let (old, new) = (FileKey::random().unwrap(), FileKey::random().unwrap());
    let (mut file, _) = KeyFile::new(&old, "li", "passphrase of li", KeyCost::LEAST).unwrap();
    for login in ["wang", "zhao", "sun"] {
        file.set(&old, login, &format!("passphrase of {login}"), KeyCost::LEAST).unwrap();
    }
    for login in ["zhao", "li", "nobody"] {
        assert_eq!(file.forget(login, day()), login != "nobody");
    }
    let file = KeyFile::read(&serde_json::to_string(&file).unwrap()).unwrap();
    let left: Vec<&str> = file.left().iter().map(|left| left.login.as_str()).collect();
    assert_eq!(left, ["zhao", "li"]);
    let next = file.with_new_key(&old, &new, day()).unwrap();
    assert_eq!(next.logins(), ["wang", "sun"]);
    assert!(next.left().is_empty() && next.forgotten.is_empty());
    assert_eq!(next.open("sun", "passphrase of sun").unwrap().bytes(), new.bytes());
    assert_eq!(next.open("li", "passphrase of li").map(|_| ()).unwrap_err().code, "passphrase_wrong");
    // What is said of the forgotten lets nobody in.
    let mine = Pair::random().unwrap();
    let mut forged = file.clone();
    forged.people[0].letter.as_mut().unwrap().public = mine.public();
    forged.forgotten[0].public = mine.public();
    assert_eq!(forged.with_new_key(&old, &new, day()).map(|_| ()).unwrap_err().code, "record_key_file_altered");
    let far = changed(&file, |json| json["forgotten"][0]["at"] = 4_000_000_000_u64.into()).unwrap();
    assert_eq!(far.with_new_key(&old, &new, day()).map(|_| ()).unwrap_err().code, "record_key_file_altered");
}
