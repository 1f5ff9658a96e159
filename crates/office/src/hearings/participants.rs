//! Who else takes part, and the notices they get (Hear 10): days before, each on its own; a late one is recorded and found.

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use super::{
    guard::{self, code_of, in_order, not_in_future, required},
    matter::cite,
    rows, timeline,
};
use crate::{HearingId, ParticipantId, PersonId, Reading, Result, Work, refusal};

/// A participant as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingParticipantEntry")]
#[ts(optional_fields)]
pub struct ParticipantEntry {
    /// The participant to change; none for a new one.
    #[serde(default)]
    pub id: Option<ParticipantId>,
    /// The hearing.
    pub hearing: HearingId,
    /// The person of the case; the name is then taken from there.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// The role (vocabulary: `hearing_participant_role`).
    pub role: String,
    /// The unit.
    #[serde(default)]
    pub unit: Option<String>,
}

/// A notice sent to some participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingNotice")]
#[ts(optional_fields)]
pub struct Notice {
    /// The hearing.
    pub hearing: HearingId,
    /// To whom.
    pub participants: Vec<ParticipantId>,
    /// The day on which it was sent; absent takes it back.
    #[serde(default)]
    pub sent_on: Option<Day>,
    /// The day on which it was received.
    #[serde(default)]
    pub received_on: Option<Day>,
}

/// A notice that came too late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingNoticeLate")]
pub struct LateNotice {
    /// The participant.
    pub name: String,
    /// The day on which it was sent.
    pub sent_on: Day,
    /// The last day that would have been in time.
    pub latest: Day,
    /// The article, in Chinese.
    pub article_zh: String,
    /// The article, in English.
    pub article_en: String,
}

/// Enters or changes a participant and gives the id.
pub fn save(work: &Work<'_>, entry: &ParticipantEntry) -> Result<ParticipantId> {
    let changing = guard::changing(work, entry.hearing)?;
    code_of("hearing_participant_role", &required(&entry.role, "role")?, "role")?;
    let name = match entry.person {
        Some(person) => work
            .maybe("SELECT name FROM person WHERE id = ?1 AND case_id = ?2", (person, changing.case.id), |row| {
                row.get(0)
            })?
            .ok_or_else(|| refusal!("person_unknown", person = person).at("person"))?,
        None => required(entry.name.as_deref().unwrap_or_default(), "name")?,
    };
    let unit = entry.unit.as_deref().unwrap_or_default().trim();
    let id = match entry.id {
        None => ParticipantId::known(work.insert(
            "INSERT INTO hearing_participant (case_id, hearing_id, person_id, name, role, unit) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (changing.case.id, entry.hearing, entry.person, name, &entry.role, unit),
        )?),
        Some(id) => {
            let changed = work.write(
                "UPDATE hearing_participant SET person_id = ?3, name = ?4, role = ?5, unit = ?6 WHERE id = ?1 AND hearing_id = ?2",
                (id, entry.hearing, entry.person, name, &entry.role, unit),
            )?;
            if changed == 0 {
                return Err(refusal!("hearing_participant_unknown", participant = id));
            }
            id
        }
    };
    timeline::write(work, entry.hearing)?;
    Ok(id)
}

/// Strikes a participant off the list, before the hearing begins.
pub fn strike(work: &Work<'_>, participant: ParticipantId) -> Result<HearingId> {
    let hearing = hearing_of(work, participant)?;
    let changing = guard::preparing(work, hearing)?;
    if let Some(at) = changing.hearing.began_at {
        return Err(refusal!("hearing_began", at = at));
    }
    work.write("DELETE FROM hearing_participant WHERE id = ?1", [participant])?;
    timeline::write(work, hearing)?;
    Ok(hearing)
}

/// Records that a notice was sent or received and says which came too late.
pub fn notice(work: &Work<'_>, today: Day, notice: &Notice) -> Result<Vec<LateNotice>> {
    let changing = guard::changing(work, notice.hearing)?;
    let settled = guard::preparing(work, notice.hearing).err();
    changing.approved()?;
    let day = changing.day()?;
    not_in_future(notice.sent_on, today, "sent_on")?;
    not_in_future(notice.received_on, today, "received_on")?;
    in_order(notice.sent_on, notice.received_on, "received_on")?;
    if notice.sent_on.is_none() && notice.received_on.is_some() {
        return Err(refusal!("field_missing").at("sent_on"));
    }
    let standing = rows::participants(work, notice.hearing)?;
    for participant in &notice.participants {
        // Once all is decided, what was forgotten can be entered and what stands is left alone.
        let sent = standing.iter().find(|one| one.id == *participant).and_then(|one| one.notice_sent_on);
        if let Some(settled) = settled.as_ref().filter(|_| sent.is_some() && sent != notice.sent_on) {
            return Err(settled.clone());
        }
        let changed = work.write(
            "UPDATE hearing_participant SET notice_sent_on = ?3, notice_received_on = ?4 WHERE id = ?1 AND hearing_id = ?2",
            (participant, notice.hearing, notice.sent_on, notice.received_on),
        )?;
        if changed == 0 {
            return Err(refusal!("hearing_participant_unknown", participant = participant));
        }
    }
    timeline::write(work, notice.hearing)?;
    let late = rows::participants(work, notice.hearing)?.into_iter().filter_map(|participant| {
        let sent_on = participant.notice_sent_on?;
        let rule = changing.case.rule("notice", &changing.hearing.kind, day)?;
        let latest = changing.case.notice_latest(&changing.hearing.kind, day)?;
        (sent_on > latest).then(|| {
            let article = cite(refusal!("hearing_notice_late"), &rule.basis).values;
            let article = |key: &str| article.get(key).cloned().unwrap_or_default();
            LateNotice {
                name: participant.name,
                sent_on,
                latest,
                article_zh: article("article_zh"),
                article_en: article("article_en"),
            }
        })
    });
    Ok(late.collect())
}

/// Records the announcement of a public hearing, with its text where there is one; a minor's name in it is refused.
pub fn announce(
    work: &Work<'_>,
    today: Day,
    id: HearingId,
    on: Option<Day>,
    place: &str,
    text: Option<&str>,
) -> Result<()> {
    let changing = guard::changing(work, id)?;
    changing.approved()?;
    let day = changing.day()?;
    let hearing = &changing.hearing;
    let names_minor = changing.case.young(day).any(|name| hearing.announcement.contains(name));
    // Once all is decided, an announcement that was forgotten can be entered, and a minor's name taken out of one.
    if let Err(settled) = guard::preparing(work, id)
        && hearing.announced_on.is_some()
        && !(names_minor && hearing.announced_on == on)
    {
        return Err(settled);
    }
    if !hearing.is_public {
        return Err(refusal!("hearing_not_public"));
    }
    let text = text.unwrap_or(&changing.hearing.announcement).trim();
    guard::unmarked(&[(text, "announcement")])?;
    if let Some(name) = changing.case.young(day).find(|name| text.contains(name)) {
        return Err(refusal!("hearing_announcement_names_minor", name = name).at("announcement"));
    }
    not_in_future(on, today, "announced_on")?;
    if on.is_some() {
        required(place, "announced_in")?;
    }
    work.write(
        "UPDATE hearing SET announced_on = ?2, announced_in = ?3, announcement = ?4 WHERE id = ?1",
        (id, on, place.trim(), text),
    )?;
    timeline::write(work, id)
}

/// The hearing of a participant.
pub(super) fn hearing_of(reading: &Reading<'_>, participant: ParticipantId) -> Result<HearingId> {
    reading
        .maybe("SELECT hearing_id FROM hearing_participant WHERE id = ?1", [participant], |row| row.get(0))?
        .ok_or_else(|| refusal!("hearing_participant_unknown", participant = participant))
}
