//! Drawing officers at random among those of the pool who may sit, so that anybody can repeat the draw.

use anjuan_law::Day;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::{
    fit::{Bench, Person},
    guard::{Changing, code_of},
    limits::limit,
    pool::{self, Officer},
    rows,
    seats::{New, before_the_day, room_for, seat},
};
use crate::{
    HearingId, OfficerDrawId, Reading, Result, Work,
    draws::{self, Candidate, Excluded, Method, Seed},
    refusal,
};

/// A draw of officers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct OfficerDraw {
    /// The hearing.
    pub hearing: HearingId,
    /// How many.
    pub count: u32,
    /// The profession needed (vocabulary: `officer_profession`); absent: any.
    #[serde(default)]
    pub profession: Option<String>,
}

/// A draw as it was made, and whether it repeats from what was kept of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OfficerDrawSlip {
    /// Its id.
    pub id: OfficerDrawId,
    /// The hearing.
    pub hearing: HearingId,
    /// The day.
    pub on_day: Day,
    /// Name and version of the method.
    pub method: String,
    /// The seed, 64 hexadecimal digits.
    pub seed: String,
    /// The profession needed; empty: any.
    pub profession: String,
    /// Who could be drawn, in the order used.
    pub candidates: Vec<Candidate>,
    /// Who could not, and why.
    pub excluded: Vec<Excluded>,
    /// Who was drawn, in the order drawn.
    #[ts(type = "Array<number>")]
    pub chosen: Vec<i64>,
    /// Whether the same candidates and seed give the same officers.
    pub repeats: bool,
}

/// Draws officers at random among those of the pool who may sit, and seats them.
pub fn draw(work: &Work<'_>, today: Day, ask: &OfficerDraw, seed: Seed) -> Result<OfficerDrawSlip> {
    let changing = before_the_day(work, ask.hearing)?;
    let day = changing.day()?;
    room_for(work, &changing, ask.count as usize, day)?;
    let profession = ask.profession.as_deref().unwrap_or_default();
    code_of("officer_profession", profession, "profession")?;
    let pool = pool::officers(work, day)?;
    let (candidates, excluded) = sort_out(work, &changing, &pool, profession, day)?;
    let method = Method::Uniform1;
    let chosen = draws::draw(method, &candidates, seed, ask.count as usize).map_err(|refused| refused.at("count"))?;
    let id = OfficerDrawId::known(work.insert(
        include_str!("draw_insert.sql"),
        named_params! {
            ":case_id": changing.case.id, ":hearing_id": ask.hearing, ":on_day": today, ":method": method.code(),
            ":seed": seed.text(), ":profession": profession, ":candidates": serde_json::to_string(&candidates)?,
            ":excluded": serde_json::to_string(&excluded)?, ":chosen": serde_json::to_string(&chosen)?,
            ":drawn_by": work.by.account,
        },
    )?);
    for drawn in &chosen {
        if let Some(officer) = pool.iter().find(|officer| officer.id.get() == *drawn) {
            seat(work, &changing, &New::of_pool(officer, "random", "", Some(id), ""))?;
        }
    }
    slip(work, id)
}

/// The candidates in the order of their ids, and everybody else with each reason.
fn sort_out(
    reading: &Reading<'_>,
    changing: &Changing,
    pool: &[Officer],
    profession: &str,
    day: Day,
) -> Result<(Vec<Candidate>, Vec<Excluded>)> {
    let bench = Bench::of(reading, &changing.hearing, &changing.case, day)?;
    let seated = rows::seats_held(reading, changing.hearing.id)?;
    let limit = limit(reading, "officer_yearly")?;
    let (mut candidates, mut excluded) = (Vec::new(), Vec::new());
    for officer in pool {
        let mut out = |reason: &str, detail: &str| {
            excluded.push(Excluded {
                id: officer.id.get(),
                name: officer.name.clone(),
                reason: reason.to_owned(),
                detail: detail.to_owned(),
            });
        };
        let against = bench.against(&Person::of(officer), false)?;
        let seated = seated.iter().any(|seat| seat.officer_id == Some(officer.id));
        if seated {
            out("seated", "");
        }
        let other_profession = !profession.is_empty() && officer.profession != profession;
        if other_profession {
            out("profession", &officer.profession);
        }
        let sat_enough = limit.is_some_and(|limit| officer.hearings_this_year >= limit);
        if sat_enough {
            out("limit", &officer.hearings_this_year.to_string());
        }
        for unfit in &against {
            out(&unfit.reason, &unfit.detail);
        }
        if against.is_empty() && !seated && !other_profession && !sat_enough {
            candidates.push(Candidate {
                id: officer.id.get(),
                name: officer.name.clone(),
                load: 0,
                open: officer.hearings_this_year,
            });
        }
    }
    candidates.sort_by_key(|candidate| candidate.id);
    Ok((candidates, excluded))
}

/// All draws of a hearing, each repeated from its record.
pub fn draws_of(reading: &Reading<'_>, hearing: HearingId) -> Result<Vec<OfficerDrawSlip>> {
    let ids: Vec<OfficerDrawId> =
        reading.all("SELECT id FROM hearing_draw WHERE hearing_id = ?1 ORDER BY id", [hearing], |row| row.get(0))?;
    ids.into_iter().map(|id| slip(reading, id)).collect()
}

/// What repeating every draw of officers came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OfficerDrawsChecked {
    /// How many draws there are.
    pub draws: u32,
    /// How many give the same officers again.
    pub agree: u32,
    /// Those that don't.
    pub disagree: Vec<OfficerDrawId>,
}

/// Repeats every draw of officers ever made from its record.
pub fn verify_draws(reading: &Reading<'_>) -> Result<OfficerDrawsChecked> {
    let ids: Vec<OfficerDrawId> = reading.all("SELECT id FROM hearing_draw ORDER BY id", [], |row| row.get(0))?;
    let mut checked = OfficerDrawsChecked { draws: 0, agree: 0, disagree: Vec::new() };
    for id in ids {
        checked.draws += 1;
        if slip(reading, id)?.repeats {
            checked.agree += 1;
        } else {
            checked.disagree.push(id);
        }
    }
    Ok(checked)
}

/// One draw, repeated from its record.
pub fn slip(reading: &Reading<'_>, id: OfficerDrawId) -> Result<OfficerDrawSlip> {
    let (mut slip, texts) = reading
        .maybe("SELECT * FROM hearing_draw WHERE id = ?1", [id], |row| {
            let texts: [String; 3] = [row.get("candidates")?, row.get("excluded")?, row.get("chosen")?];
            let slip = OfficerDrawSlip {
                id: row.get("id")?,
                hearing: row.get("hearing_id")?,
                on_day: row.get("on_day")?,
                method: row.get("method")?,
                seed: row.get("seed")?,
                profession: row.get("profession")?,
                candidates: Vec::new(),
                excluded: Vec::new(),
                chosen: Vec::new(),
                repeats: false,
            };
            Ok((slip, texts))
        })?
        .ok_or_else(|| refusal!("draw_unknown", draw = id))?;
    slip.candidates = serde_json::from_str(&texts[0])?;
    slip.excluded = serde_json::from_str(&texts[1])?;
    slip.chosen = serde_json::from_str(&texts[2])?;
    let again = Method::of(&slip.method)
        .and_then(|method| draws::draw(method, &slip.candidates, Seed::parse(&slip.seed)?, slip.chosen.len()));
    slip.repeats = again.is_ok_and(|again| again == slip.chosen);
    Ok(slip)
}
