//! What the office sets for its time limits.

use anjuan_law::{Words, periods};
use anjuan_office::{
    Action, Changed, Result, Right, Work,
    deadlines::{self, PeriodSetting, PeriodSettingEntry, Recounted},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, list::Nothing};

/// What stands for every time limit that counts days.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PeriodSettings {
    /// The time limits, chapter by chapter.
    pub periods: Vec<PeriodSettingLine>,
    /// The day before the last day in custody is red too.
    pub custody_day_before_red: bool,
    /// Whether the person who asks may change them.
    pub may_change: bool,
}

/// One time limit with what stands for it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PeriodSettingLine {
    /// What stands, and whose word it is.
    #[serde(flatten)]
    pub setting: PeriodSetting,
    /// What the rule is called.
    pub title: Words,
    /// The chapter it stands in.
    pub chapter: Words,
    /// The length that counts now, in words; none where the paper sets it or nobody has set one.
    pub length_words: Option<Words>,
    /// What else a person must know.
    pub rule_note: Option<Words>,
}

/// What to change.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct PeriodSettingsSave {
    /// One time limit: all that the office says of it, in the place of what it said before.
    pub period: Option<PeriodSettingEntry>,
    /// The day before the last day in custody is red too.
    pub custody_day_before_red: Option<bool>,
    /// Why.
    #[ts(as = "Option<String>")]
    pub reason: String,
    /// Only say what would change.
    #[ts(as = "Option<bool>")]
    pub rehearse: bool,
}

/// What a change of the settings did, or would do.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PeriodSettingsChanged {
    /// Which due dates moved.
    pub recounted: Recounted,
    /// What changed; none when it was only asked.
    pub changed: Option<Changed>,
}

/// What stands for every time limit that counts days.
pub fn period_settings(seat: &Seat<'_>, _: Nothing) -> Result<PeriodSettings> {
    let may_change = seat.need(Right::Settings).is_ok();
    if !may_change {
        seat.need(Right::Read)?;
    }
    seat.office().read(|reading| {
        let custody_day_before_red = deadlines::counting(reading)?.settings.custody_day_before_red;
        let periods = deadlines::settings(reading)?.into_iter().filter_map(line).collect();
        Ok(PeriodSettings { periods, custody_day_before_red, may_change })
    })
}

fn line(setting: PeriodSetting) -> Option<PeriodSettingLine> {
    let rule = periods::rule(&setting.rule)?;
    let length = setting.length.as_ref().or(setting.usual_length.as_ref());
    let length = length.and_then(|text| text.parse::<periods::Length>().ok());
    Some(PeriodSettingLine {
        title: rule.title.clone(),
        chapter: rule.chapter.clone(),
        length_words: length.map(|length| Words::owned(length.zh(), length.en())),
        rule_note: rule.note.clone(),
        setting,
    })
}

/// Changes what the office sets, and counts anew what it concerns; or says what it would change.
pub fn period_settings_save(seat: &Seat<'_>, ask: PeriodSettingsSave) -> Result<PeriodSettingsChanged> {
    let change = |work: &Work<'_>| -> Result<Recounted> {
        let before = deadlines::counting(work)?;
        if let Some(period) = &ask.period {
            deadlines::save_setting(work, period)?;
        }
        if let Some(red) = ask.custody_day_before_red {
            deadlines::save_custody_day_before_red(work, red)?;
        }
        deadlines::recount(work, &before, |done, total| seat.progress("period_settings_save", done, total))
    };
    if ask.rehearse {
        seat.need(Right::Settings)?;
        let recounted = seat.office().record().rehearse(seat.by(), seat.day, change)?;
        return Ok(PeriodSettingsChanged { recounted, changed: None });
    }
    let detail = json!({ "rule": ask.period.as_ref().map(|period| &period.rule) });
    let done = seat.act(Action::PeriodSettingSave, &ask.reason, detail, change)?;
    Ok(PeriodSettingsChanged { recounted: done.answer, changed: Some(done.changed) })
}
