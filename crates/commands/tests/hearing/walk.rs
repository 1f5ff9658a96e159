//! A hearing on its path: what the page says is missing, beside what the checks find.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{super::common::TestDesk, HANDLER, case, held, ids, office, plan_with, planned, pool, prepared, sheet};

/// A hearing on its path.
pub struct Walk {
    pub desk: TestDesk,
    pub case: i64,
    pub hearing: i64,
}

impl Walk {
    /// A case of the handler with the hearing that this plan makes of it.
    pub fn planned(changes: Value) -> Self {
        let desk = office();
        pool(&desk, 5);
        let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
        let hearing = planned(&desk, plan_with(case, changes));
        Self { desk, case, hearing }
    }

    /// All done that is to be done before the day.
    pub fn prepared() -> Self {
        let desk = office();
        let hearing = prepared(&desk);
        let case = sheet(&desk, hearing)["line"]["case_id"].as_i64().unwrap();
        Self { desk, case, hearing }
    }

    /// Held on its day, with these opinions.
    pub fn held(opinions: [&str; 3]) -> Self {
        let walk = Self::prepared().on("2026-03-10");
        held(&walk.desk, walk.hearing, opinions);
        walk
    }

    /// A hearing of 2026-03-04 out of an older record with these columns beside what every row has.
    pub fn past(heads: &str, cells: &str) -> Self {
        let desk = office();
        pool(&desk, 1);
        let case = case(&desk, "GC", "first_instance_prosecution", HANDLER);
        let cases = desk.ask("case_list", json!({}));
        let number = cases["cases"][0]["register_no"].as_str().unwrap();
        let text = format!("案号,听证日期,听证类型,听证员,{heads}\n{number},2026-03-04,一般听证,听证员1,{cells}\n");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("听证台账.csv");
        std::fs::write(&path, text).unwrap();
        let done = desk.ask("import_apply", json!({ "path": path, "source": "听证台账" }));
        assert_eq!(done["new"], 1, "{}", done["refused"]);
        let hearing = desk.ask("hearings_of_case", json!({ "case": case }))[0]["id"].as_i64().unwrap();
        Self { desk, case, hearing }
    }

    pub fn on(self, day: &str) -> Self {
        Self { desk: self.desk.on(day), ..self }
    }

    pub fn ask(&self, command: &str, mut request: Value) -> Value {
        request["hearing"] = json!(self.hearing);
        self.desk.ask(command, request)
    }

    /// Changes the plan.
    pub fn plan(&self, changes: Value) {
        let mut plan = plan_with(self.case, changes);
        plan["id"] = json!(self.hearing);
        planned(&self.desk, plan);
    }

    pub fn seats(&self) -> Vec<i64> {
        let seats = sheet(&self.desk, self.hearing)["seats"].clone();
        let held = seats.as_array().unwrap().iter().filter(|seat| seat["dropped_on"].is_null());
        held.map(|seat| seat["id"].as_i64().unwrap()).collect()
    }

    pub fn participants(&self) -> Vec<i64> {
        ids(&sheet(&self.desk, self.hearing)["participants"])
    }

    pub fn seat_save(&self, seat: i64, notes: Value) {
        self.desk.ask("hearing_seat_save", json!({ "seat": seat, "notes": notes }));
    }

    pub fn act(&self, kind: &str, on: &str, fields: Value) -> Value {
        let person = self.desk.ask("case_sheet", json!({ "case": self.case }))["persons"][0]["id"].clone();
        let act = json!({ "kind": kind, "on": on, "person": person, "fields": fields });
        self.desk.ask("act_record", json!({ "case": self.case, "act": act }))
    }

    /// What the page of the path says, by check and state.
    pub fn live(&self) -> BTreeSet<(String, String)> {
        let page = sheet(&self.desk, self.hearing)["missing"].clone();
        assert_eq!(page, self.desk.ask("hearing_missing", json!({ "hearing": self.hearing })));
        let text = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
        page.as_array().unwrap().iter().map(|line| (text(line, "check"), text(line, "state"))).collect()
    }

    /// The findings on this hearing; each of them has to stand on the path too.
    #[track_caller]
    pub fn found(&self) -> BTreeSet<String> {
        let findings = self.desk.ask("case_findings", json!({ "case": self.case }));
        let subject = format!("hearing:{}", self.hearing);
        let of_it = findings.as_array().unwrap().iter().filter(|one| one["subject"] == *subject);
        let found: BTreeSet<String> = of_it.map(|one| one["code"].as_str().unwrap().to_owned()).collect();
        let live: BTreeSet<String> = self.live().into_iter().map(|(check, _)| check).collect();
        assert!(found.is_subset(&live), "found and not said on the path: {:?}", found.difference(&live));
        found
    }

    #[track_caller]
    pub fn stands(&self, check: &str, state: &str) {
        self.found();
        let live = self.live();
        assert!(live.contains(&(check.to_owned(), state.to_owned())), "{check} is not {state}: {live:?}");
    }

    #[track_caller]
    pub fn gone(&self, check: &str) {
        assert!(!self.found().contains(check), "{check} is still found");
        let live = self.live();
        assert!(!live.iter().any(|(known, _)| known == check), "{check} still stands: {live:?}");
    }
}
