//! Writes the periods as program text.

use std::fmt::Write as _;

use crate::counting::Counting;
use crate::lists::Lists;
use crate::periods::{Chapter, Extension, Pause, Period, Start};
use crate::sources::{Source, basis, day_literal};

/// Writes the table of all periods.
pub fn write(chapters: &[Chapter], sources: &[Source], lists: &Lists, counting: &Counting) {
    let table = Table { sources, lists, counting };
    let mut out = String::from("pub(crate) static RULES: &[Rule] = &[\n");
    for (chapter, period) in chapters.iter().flat_map(|c| c.periods.iter().map(move |p| (c, p))) {
        writeln!(out, "{},", table.rule(chapter, period)).expect("a string");
    }
    out.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("OUT_DIR");
    std::fs::write(format!("{folder}/periods.rs"), out).expect("periods.rs");
}

struct Table<'a> {
    sources: &'a [Source],
    lists: &'a Lists,
    counting: &'a Counting,
}

impl Table<'_> {
    fn rule(&self, chapter: &Chapter, p: &Period) -> String {
        let earlier = p.earlier_by.as_ref().map(|field| (field, p.earlier_of.as_deref().unwrap_or_default()));
        let note = match (&p.note_zh, &p.note_en) {
            (Some(zh), Some(en)) => format!("Some({})", words(zh, en)),
            _ => "None".into(),
        };
        let from = p.in_force_from.clone().or_else(|| self.since(&p.basis));
        let starts: Vec<String> = p.starts.iter().map(|start| self.start(start, &p.id)).collect();
        let stops: Vec<String> = p.stops.iter().map(|stop| self.stop(stop, p)).collect();
        let extensions: Vec<String> = p.extensions.iter().map(|e| self.extension(e, &p.id)).collect();
        let pauses: Vec<String> = p.pauses.iter().map(|pause| self.pause(pause)).collect();
        format!(
            "Rule {{ id: {:?}, title: {}, trigger: {}, chapter: {}, limit: {}, family: Family::{:?}, \
             roll: Roll::{:?}, direction: Direction::{:?}, by: By::{:?}, starts: &[{}], stops: &[{}], \
             extensions: &[{}], pauses: &[{}], answers: {}, met_in: {:?}, restarts: {}, once: {}, \
             ends_with_measure: {}, met_by_family_notice: {}, stops_with_notice: {}, earlier_by: {earlier:?}, \
             optional: {}, survives_closing: {}, fixed: {}, bound: {}, amber_days: {:?}, basis: {}, \
             in_force_from: {}, in_force_to: {}, note: {note}, unverified: {} }}",
            p.id,
            words(&p.zh, &p.en),
            words(&p.trigger_zh, &p.trigger_en),
            words(&chapter.words.0, &chapter.words.1),
            self.limit(p),
            p.family.expect("filled while reading"),
            p.roll,
            p.direction,
            p.by,
            starts.join(", "),
            stops.join(", "),
            extensions.join(", "),
            pauses.join(", "),
            p.answers,
            p.met_in,
            p.restarts,
            p.once,
            p.ends_with_measure,
            p.met_by_family_notice,
            p.stops_with_notice,
            p.optional,
            p.survives_closing,
            p.fixed,
            p.bound,
            p.amber_days,
            self.bases(&p.basis, &p.id),
            day_literal(from.as_deref(), &p.id),
            day_literal(p.in_force_to.as_deref(), &p.id),
            p.unverified,
        )
    }

    /// A rule is in force from its first instrument's day on, unless it says otherwise.
    fn since(&self, bases: &[String]) -> Option<String> {
        let (tag, _) = basis(self.sources, bases.first()?, "in force");
        self.sources.iter().find(|source| source.tag == tag)?.in_force_from.clone()
    }

    fn limit(&self, p: &Period) -> String {
        let length = |text: &Option<String>| text.as_ref().map(|text| self.length(text, &p.id));
        let option = |length: Option<String>| length.map_or("None".into(), |text| format!("Some({text})"));
        if let Some(length) = length(&p.length) {
            format!("Limit::Length({length})")
        } else if let Some(setting) = &p.setting {
            let (default, suggest) = (length(&setting.default), length(&setting.suggest));
            format!("Limit::Setting {{ default: {}, suggest: {} }}", option(default), option(suggest))
        } else if let Some(field) = &p.set_in {
            format!("Limit::InPaper {{ field: {field:?} }}")
        } else if let Some(field) = &p.months_in {
            format!("Limit::Months {{ field: {field:?}, changed_by: {:?} }}", p.months_changed_by)
        } else {
            "Limit::State".into()
        }
    }

    /// `1m15d` as program text; half a month is whole days.
    fn length(&self, text: &str, place: &str) -> String {
        let (mut years, mut months, mut days, mut working_days, mut hours) = (0, 0, 0, 0, 0);
        let mut rest = text;
        assert!(!rest.is_empty(), "{place}: an empty length");
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            let (number, tail) = rest.split_at(digits);
            let unit = if tail.starts_with("wd") { "wd" } else { tail.get(..1).unwrap_or_default() };
            rest = &tail[unit.len()..];
            if let (Some(whole), "m") = (number.strip_suffix(".5"), unit) {
                months += whole.parse::<u32>().unwrap_or_else(|_| panic!("{place}: {text:?}"));
                days += self.counting.half_month_days;
                continue;
            }
            let number: u32 = number.parse().unwrap_or_else(|_| panic!("{place}: length {text:?}"));
            match unit {
                "y" => years += number,
                "m" => months += number,
                "d" => days += number,
                "wd" => working_days += number,
                "h" => hours += number,
                _ => panic!("{place}: length {text:?}"),
            }
        }
        format!(
            "Length {{ years: {years}, months: {months}, days: {days}, working_days: {working_days}, hours: {hours} }}"
        )
    }

    fn start(&self, s: &Start, place: &str) -> String {
        for mark in [&s.flag, &s.unless_flag].into_iter().flatten() {
            self.counting.mark(mark, place);
        }
        let per = match s.per.as_deref() {
            Some("accused") => "Per::Accused",
            Some("victim") => "Per::Victim",
            Some("person") => "Per::Person",
            Some("act") => "Per::Act",
            _ => "Per::Case",
        };
        let on = if let Some(act) = &s.act {
            // The day a paper arrived counts where the act has one.
            let received =
                self.lists.has_field(act, &self.counting.received_field).then(|| self.counting.received_field.clone());
            let day = s.day.clone().or(received);
            format!("On::Act {{ kind: {act:?}, per: {per}, day: {day:?}, under: &{:?} }}", s.measures)
        } else if let Some(other) = &s.expiry_of {
            format!("On::Expiry {{ of: {other:?} }}")
        } else if s.hearing {
            format!("On::Hearing {{ unless_kinds: &{:?} }}", s.unless_kinds)
        } else {
            let executed = s.from.as_deref() == Some("executed");
            format!("On::Measure {{ kinds: &{:?}, executed: {executed} }}", s.measures)
        };
        let field = match (&s.field, &s.unless_field, &s.is) {
            (Some(field), None, Some(is)) => Some((field, is, true)),
            (None, Some(field), Some(is)) => Some((field, is, false)),
            _ => None,
        };
        let field = field.map_or("None".into(), |(field, is, wanted)| {
            let of = s.of.as_deref().unwrap_or_default();
            format!("Some(FieldTest {{ field: {field:?}, is: {is:?}, wanted: {wanted}, of: {of:?} }})")
        });
        let categories = self.lists.categories(&s.within, s.function.as_deref(), place);
        format!(
            "Start {{ on: {on}, categories: &{categories:?}, custody: {:?}, flag: {:?}, unless_flag: {:?}, field: {field} }}",
            s.custody, s.flag, s.unless_flag
        )
    }

    fn stop(&self, text: &str, p: &Period) -> String {
        let (act, condition) = text.split_once(':').unwrap_or((text, ""));
        let field = condition.split_once('=');
        let each = p.each_accused.iter().any(|id| id == text);
        format!("Stop {{ act: {act:?}, field: {field:?}, each_accused: {each} }}")
    }

    fn extension(&self, e: &Extension, place: &str) -> String {
        for mark in [&e.flag, &e.unless_flag].into_iter().flatten() {
            self.counting.mark(mark, place);
        }
        let length = e.length.as_ref().map_or("None".into(), |text| format!("Some({})", self.length(text, place)));
        let approver = match (&e.approver_zh, &e.approver_en) {
            (Some(zh), Some(en)) => format!("Some({})", words(zh, en)),
            (None, None) => "None".into(),
            _ => panic!("{place}: an approver in one language"),
        };
        format!(
            "Extension {{ id: {:?}, title: {}, mode: Mode::{:?}, length: {length}, up_to: {}, needs: &{:?}, \
             absorbs: &{:?}, acts: &{:?}, flag: {:?}, unless_flag: {:?}, approver: {approver}, basis: {} }}",
            e.id,
            words(&e.zh, &e.en),
            e.mode,
            e.up_to,
            e.needs,
            e.absorbs,
            e.acts,
            e.flag,
            e.unless_flag,
            self.bases(&e.basis, place),
        )
    }

    fn pause(&self, p: &Pause) -> String {
        let field = p.field.as_ref().map_or("None".into(), |field| format!("Some(({field:?}, &{:?}))", p.is));
        format!(
            "PauseRule {{ from: {:?}, to: {:?}, field: {field}, title: {}, basis: {} }}",
            p.from,
            p.to,
            words(&p.zh, &p.en),
            self.bases(&p.basis, "pause"),
        )
    }

    fn bases(&self, texts: &[String], place: &str) -> String {
        let each = texts.iter().map(|text| {
            let (tag, article) = basis(self.sources, text, place);
            format!("Basis {{ source: {tag:?}, article: {article:?} }}")
        });
        format!("&[{}]", each.collect::<Vec<_>>().join(", "))
    }
}

fn words(zh: &str, en: &str) -> String {
    format!("Words::new({zh:?}, {en:?})")
}
