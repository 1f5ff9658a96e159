//! What the rows of one hearing say, in the forms of the record.

use std::collections::BTreeSet;

use anjuan_law::{choices, headings, text::search_key};

use super::{
    Said,
    places::{bare, place_of},
};
use crate::{
    CaseId, Refusal, Result, Work,
    cases::secrets::refuse_marked,
    hearings::TimeOfDay,
    imports::{SourceCell, SourceRow, dates, officers::code, outcome::Remark, texts},
    refusal,
};

/// Words that opinions of several officers begin with.
const TOGETHER: [&str; 9] = ["听证员", "全体", "一致", "全部", "多数", "均", "都", "认为", "表示"];

/// Reads the rows of one hearing. Values that contradict each other refuse it; what can't be read is kept in the note.
pub(super) fn read(work: &Work<'_>, case: CaseId, rows: &[&SourceRow], remarks: &mut Vec<Remark>) -> Result<Said> {
    let mut reader = Reader { work, case, said: Said::new(), notes: Vec::new(), remarks: Vec::new(), row: 0 };
    for row in rows {
        reader.row = row.row;
        reader.of_row(row)?;
    }
    reader.settle();
    remarks.append(&mut reader.remarks);
    Ok(reader.said)
}

pub(super) struct Reader<'w, 'c> {
    work: &'w Work<'c>,
    case: CaseId,
    pub(super) said: Said,
    notes: Vec<String>,
    remarks: Vec<Remark>,
    row: u32,
}

impl Reader<'_, '_> {
    fn of_row(&mut self, row: &SourceRow) -> Result<()> {
        let mut here: Vec<String> = Vec::new();
        for cell in row.cells.iter().filter(|cell| place_of(&cell.field) == "officers") {
            for name in texts::names(&cell.text) {
                self.add("officers", &name);
                here.push(name);
            }
        }
        let filled = || row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
        let is_reason = |cell: &&SourceCell| place_of(&cell.field) == "selection_reason";
        for cell in filled() {
            refuse_marked(&cell.text, || cell.field.to_string())?;
        }
        filled().filter(|cell| !is_reason(cell)).try_for_each(|cell| self.of_cell(cell, &here))?;
        // The reason goes with the way of choosing, whichever column comes first.
        filled().filter(is_reason).try_for_each(|cell| self.selection_reason(cell, &here))
    }

    fn of_cell(&mut self, cell: &SourceCell, here: &[String]) -> Result<()> {
        let text = cell.text.trim();
        // `是否公开听证` stands in many ledgers for whether the hearing was public.
        let asks_public = &*cell.field == "hearing" && cell.column.contains("公开");
        let place = if asks_public { "is_public" } else { place_of(&cell.field) };
        let choice = |list: &str| code(&[list], text);
        match place {
            "" | "officers" => {}
            "held_on" | "approved_on" | "announced_on" | "notified_on" | "decided_on" | "consented_on"
            | "parties_told_on" | "officers_told_on" => {
                let day = self.day(cell)?;
                self.put(place, &day, cell)?;
            }
            "kind" => self.must(place, choice("hearing_kind"), cell)?,
            "is_public" => self.must(place, public(text), cell)?,
            "not_public_reason" => self.may(place, choice("hearing_not_public_reason"), cell)?,
            "initiated_by" => self.may(place, choice("hearing_initiated_by"), cell)?,
            "effect" => self.may(place, choice("hearing_effect"), cell)?,
            "adopted" => self.may(place, adopted(text), cell)?,
            "began_at" | "ended_at" => self.may(place, time(text), cell)?,
            "chair" => {
                let known = self.member(text)?;
                if known.is_none() {
                    self.remark("import_hearing_chair_unknown", cell);
                    self.keep(cell, text);
                }
                if let Some(name) = known {
                    self.put(place, &name, cell)?;
                }
            }
            "came" => self.came(cell, here)?,
            "absent" => {
                for name in texts::names(text) {
                    self.add("officers", &name);
                    self.put(&format!("came@{name}"), "no", cell)?;
                }
            }
            "opinion" => self.opinions(cell, here)?,
            "selection" => self.selection(cell, here)?,
            "participants" => self.participants(cell)?,
            "majority" => self.majority(cell)?,
            "note" => self.note(cell)?,
            _ => self.put(place, text, cell)?,
        }
        Ok(())
    }

    /// Takes a value; another one for the same place refuses the hearing.
    pub(super) fn put(&mut self, place: &str, value: &str, cell: &SourceCell) -> Result<()> {
        match self.said.get(place) {
            Some(standing) if search_key(standing) != search_key(value) && !cell.column.is_empty() => Err(refusal!(
                "import_rows_disagree",
                value = cell.text,
                other = standing,
                column = cell.column,
                row = self.row
            )
            .at(&*cell.field)),
            Some(_) => Ok(()),
            None => {
                self.said.insert(place.to_owned(), value.to_owned());
                Ok(())
            }
        }
    }

    /// A value that has to be one of a list.
    fn must(&mut self, place: &str, value: Option<String>, cell: &SourceCell) -> Result<()> {
        let unknown = || {
            refusal!("import_choice_unknown", value = cell.text, column = cell.column)
                .at(&*cell.field)
                .with("row", self.row)
        };
        let value = value.ok_or_else(unknown)?;
        self.put(place, &value, cell)
    }

    /// A value that is kept in the note where it can't be read.
    fn may(&mut self, place: &str, value: Option<String>, cell: &SourceCell) -> Result<()> {
        match value {
            Some(value) => self.put(place, &value, cell),
            None => {
                self.remark("import_kept_in_note", cell);
                self.keep(cell, cell.text.trim());
                Ok(())
            }
        }
    }

    fn day(&self, cell: &SourceCell) -> Result<String> {
        let says = |code: &str| {
            Refusal::new(code).at(&*cell.field).with("text", &cell.text).with("day", &cell.text).with("row", self.row)
        };
        match dates::days_of(cell, None) {
            Ok(days) => match days.as_slice() {
                [day] => Ok(day.to_string()),
                _ => Err(says("day_several")),
            },
            Err(error) => Err(says(error.code())),
        }
    }

    /// The one member of the office of that name.
    fn member(&self, name: &str) -> Result<Option<String>> {
        let found: Vec<String> =
            self.work.all("SELECT name FROM account WHERE name = ?1 OR login = ?1", [name], |row| row.get(0))?;
        Ok(match found.as_slice() {
            [one] => Some(one.clone()),
            _ => None,
        })
    }

    /// `是` and `否` beside the officers of the row, or the names of those who came.
    fn came(&mut self, cell: &SourceCell, here: &[String]) -> Result<()> {
        let text = cell.text.trim();
        let all = match text {
            "是" | "到场" | "已到" | "出席" | "参加" | "到" | "yes" => Some("yes"),
            "否" | "未到" | "未到场" | "缺席" | "未出席" | "未参加" | "no" => Some("no"),
            _ => None,
        };
        if let Some(came) = all {
            let everybody: Vec<String> = match here {
                [] => self.officers(),
                here => here.to_vec(),
            };
            return everybody.iter().try_for_each(|name| self.put(&format!("came@{name}"), came, cell));
        }
        for name in texts::names(text) {
            self.add("officers", &name);
            self.put(&format!("came@{name}"), "yes", cell)?;
        }
        // Who is listed as invited and not among those who came did not come.
        for name in self.officers() {
            self.said.entry(format!("came@{name}")).or_insert_with(|| "no".to_owned());
        }
        Ok(())
    }

    /// The opinion of the row's one officer, or `name：opinion` of several.
    fn opinions(&mut self, cell: &SourceCell, here: &[String]) -> Result<()> {
        let text = cell.text.trim();
        if let [one] = here {
            return self.opinion(one, text, cell);
        }
        let mut rest: Vec<&str> = Vec::new();
        for part in text.split(['；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let named = part.split_once(['：', ':']).map(|(name, said)| (name.trim(), said.trim()));
            match named.filter(|(name, _)| self.officers().iter().any(|known| known == name)) {
                Some((name, said)) => self.opinion(name, said, cell)?,
                None => rest.push(part),
            }
        }
        if !rest.is_empty() {
            self.remark("import_kept_in_note", cell);
            self.keep(cell, &rest.join("；"));
        }
        Ok(())
    }

    fn opinion(&mut self, name: &str, text: &str, cell: &SourceCell) -> Result<()> {
        let (code, exact) = opinion(text);
        if let Some(code) = code {
            self.put(&format!("opinion@{name}"), &code, cell)?;
        } else {
            self.remark("import_hearing_opinion_words", cell);
        }
        if exact { Ok(()) } else { self.put(&format!("opinion_text@{name}"), text, cell) }
    }

    /// What the officers as a body thought.
    fn majority(&mut self, cell: &SourceCell) -> Result<()> {
        let text = cell.text.trim();
        let (code, exact) = opinion(text);
        if code.is_none() {
            self.remark("import_hearing_opinion_words", cell);
        }
        if !exact {
            self.keep(cell, text);
        }
        code.map_or(Ok(()), |code| self.put("majority", &code, cell))
    }

    /// `张三（犯罪嫌疑人）、李四（辩护人）`; without a role the one that the person has in the case.
    fn participants(&mut self, cell: &SourceCell) -> Result<()> {
        for text in texts::names(&cell.text.replace('(', "（").replace(')', "）")) {
            let name = bare(&text).to_owned();
            let stated = text.split_once('（').map(|(_, role)| role.trim_end_matches('）').trim());
            let role = match (stated.and_then(|role| code(&["hearing_participant_role"], role)), &*cell.field) {
                (Some(role), _) => role,
                (None, "defender") => "defender".to_owned(),
                (None, "hearing_supervisors") => "peoples_supervisor".to_owned(),
                (None, _) => self.role_in_case(&name)?.to_owned(),
            };
            let words = choices("hearing_participant_role").iter().find(|choice| choice.code == role);
            self.add("participants", &format!("{name}（{}）", words.map_or("", |words| words.zh.as_str())));
        }
        Ok(())
    }

    fn role_in_case(&self, name: &str) -> Result<&'static str> {
        let roles: Vec<String> =
            self.work
                .all("SELECT role FROM person WHERE case_id = ?1 AND name = ?2", (self.case, name), |row| row.get(0))?;
        let group = |role: &String| anjuan_law::choice("person_role", role).and_then(|role| role.group.as_deref());
        Ok(match roles.first().and_then(group) {
            Some("accused") => "suspect",
            Some("victim") => "victim",
            Some("applicant") => "party",
            _ => "other",
        })
    }

    fn note(&mut self, cell: &SourceCell) -> Result<()> {
        let text = cell.text.trim();
        if &*cell.field == "note" {
            if !self.notes.iter().any(|note| note == text) {
                self.notes.push(text.to_owned());
            }
            return Ok(());
        }
        let handler: Option<String> =
            self.work.maybe(include_str!("../../hearings/handler.sql"), [self.case], |row| row.get("name"))?;
        if &*cell.field != "handler" || handler.as_deref() != Some(text) {
            self.keep(cell, text);
        }
        Ok(())
    }

    /// What has no place of its own goes into the note under its head.
    pub(super) fn keep(&mut self, cell: &SourceCell, text: &str) {
        let name = headings::field(&cell.field).map_or(&*cell.field, |field| field.zh.as_str());
        let note = format!("{name}：{text}");
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Adds a name to a list, once.
    fn add(&mut self, place: &str, name: &str) {
        let list = self.said.entry(place.to_owned()).or_default();
        if list.split('、').any(|known| bare(known) == bare(name)) {
            return;
        }
        if !list.is_empty() {
            list.push('、');
        }
        list.push_str(name);
    }

    pub(super) fn officers(&self) -> Vec<String> {
        let list = self.said.get("officers").map(String::as_str).unwrap_or_default();
        list.split('、').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn remark(&mut self, code: &str, cell: &SourceCell) {
        self.remarks.push(Remark {
            row: self.row,
            column: cell.column.to_string(),
            value: cell.text.clone(),
            code: code.to_owned(),
        });
    }

    /// What only counts together with something else goes into the note where that is absent.
    fn settle(&mut self) {
        // Of two times one alone says nothing that the record could hold.
        let mut alone: BTreeSet<&str> = BTreeSet::new();
        for (place, needs) in [
            ("began_at", "ended_at"),
            ("ended_at", "began_at"),
            ("decided_on", "decision"),
            ("effect", "decided_on"),
            ("parties_told_on", "decided_on"),
            ("officers_told_on", "decided_on"),
            ("officers_told_on", "officers"),
            ("notified_on", "participants"),
        ] {
            if !self.said.contains_key(needs) || alone.contains(needs) {
                alone.insert(place);
            }
        }
        for place in alone {
            if let Some(value) = self.said.remove(place) {
                let field = super::places::field_of(place);
                let name = headings::field(field).map_or(field, |field| field.zh.as_str());
                self.notes.push(format!("{name}：{value}"));
            }
        }
        if !self.notes.is_empty() {
            self.said.insert("note".to_owned(), self.notes.join("；"));
        }
    }
}

/// Whether it was public.
fn public(text: &str) -> Option<String> {
    let public = match text {
        "公开" | "是" | "公开听证" | "yes" | "public" => "yes",
        "不公开" | "否" | "不公开听证" | "no" | "closed" => "no",
        _ => return None,
    };
    Some(public.to_owned())
}

/// Whether the opinion was followed.
fn adopted(text: &str) -> Option<String> {
    let known = code(&["hearing_adopted"], text).filter(|_| text.chars().count() > 1);
    let by_words = || match text {
        "是" | "已采纳" | "全部采纳" | "yes" => Some("full"),
        "否" | "不采纳" | "没有采纳" | "no" => Some("no"),
        _ => None,
    };
    by_words().map(str::to_owned).or(known)
}

/// The opinion, and whether its word is all that stands there. `一致同意检察机关的处理意见` begins with the opinion.
fn opinion(text: &str) -> (Option<String>, bool) {
    let list = choices("officer_opinion");
    let named = |text: &str| {
        list.iter()
            .find(|choice| search_key(&choice.zh) == search_key(text) || search_key(&choice.en) == search_key(text))
    };
    if let Some(choice) = named(text) {
        return (Some(choice.code.clone()), true);
    }
    let mut rest = text;
    while let Some(shorter) = TOGETHER.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter.trim_start();
    }
    if let Some(choice) = named(rest) {
        return (Some(choice.code.clone()), false);
    }
    let begins = list.iter().filter(|choice| rest.starts_with(&choice.zh)).max_by_key(|choice| choice.zh.len());
    (begins.map(|choice| choice.code.clone()), false)
}

/// `9:00`, `9点半`, `14时30分`.
fn time(text: &str) -> Option<String> {
    let text = text.replace(['：', '时', '点'], ":").replace('半', "30").replace('分', "");
    let (hours, minutes) = text.trim().split_once(':')?;
    let minutes = minutes.split(':').next().unwrap_or_default();
    let time: TimeOfDay = format!("{:0>2}:{:0>2}", hours.trim(), minutes.trim()).parse().ok()?;
    Some(time.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opinions_are_read_from_their_first_word_and_never_guessed() {
        for (text, code, exact) in [
            ("同意", Some("agree"), true),
            ("不同意", Some("disagree"), true),
            ("一致同意", Some("agree"), false),
            ("多数听证员不同意拟不起诉", Some("disagree"), false),
            ("部分同意检察机关的意见", Some("partly"), false),
            ("建议进一步调查", None, false),
        ] {
            assert_eq!(opinion(text), (code.map(str::to_owned), exact), "{text}");
        }
    }

    #[test]
    fn times_and_words_of_ledgers() {
        for (text, at) in [
            ("9:00", Some("09:00")),
            ("９：05", None),
            ("14时30分", Some("14:30")),
            ("9点半", Some("09:30")),
            ("09:00:00", Some("09:00")),
            ("25:00", None),
            ("上午", None),
        ] {
            assert_eq!(time(text).as_deref(), at, "{text}");
        }
        assert_eq!(adopted("部分采纳").as_deref(), Some("partly"));
        assert_eq!(adopted("未采纳").as_deref(), Some("no"));
        assert_eq!(adopted("采纳").as_deref(), Some("full"));
        assert_eq!(adopted("纳"), None);
        assert_eq!(public("不公开").as_deref(), Some("no"));
        assert_eq!(public("半公开"), None);
    }
}
