//! What measurements ask of a window: when it first showed something, and what it and its helpers hold in memory.

use crate::App;
use crate::processes::family;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

impl App {
    /// How long it took from asking for the window to its page showing the first text.
    #[track_caller]
    pub fn first_shown_after(&self) -> Duration {
        let script = "const done = arguments[0]; const look = () => { \
            const [shown] = performance.getEntriesByName('first-contentful-paint'); \
            shown ? done(performance.now() - shown.startTime) : setTimeout(look, 5); }; look();";
        let since = self.run_async(script, json!([])).as_f64().expect("the page tells when it was drawn");
        self.asked_for().elapsed().saturating_sub(Duration::from_secs_f64(since / 1000.0))
    }

    /// How long it took from the key until the first element of this kind is laid out for the next picture of the page, which is
    /// where the first text of a page is taken too.
    #[track_caller]
    pub fn shown_after(&self, key: &str, selector: &str) -> Duration {
        self.run("addEventListener('keydown', () => { window.__pressed = performance.now(); }, true);", json!([]));
        self.press(key);
        let script = "const [selector, done] = arguments; const seen = new MutationObserver(() => look()); \
            const look = () => { if (!document.querySelector(selector)) return; seen.disconnect(); \
            requestAnimationFrame(() => { document.body.getBoundingClientRect(); done(performance.now() - window.__pressed); }); }; \
            seen.observe(document, { childList: true, subtree: true, attributes: true }); look();";
        let took = self.run_async(script, json!([selector])).as_f64().expect("a time");
        Duration::from_secs_f64(took / 1000.0)
    }

    /// The memory of the window and of each of its helpers in megabytes, by their names; what several share is divided between
    /// them. Nothing where the system does not tell.
    pub fn memory_mb(&self) -> BTreeMap<String, u64> {
        let mut memory = BTreeMap::new();
        for (process, name) in family(self.driver()) {
            if process != self.driver() {
                *memory.entry(name).or_default() += proportional_kb(process) / 1024;
            }
        }
        memory
    }
}

fn proportional_kb(process: u32) -> u64 {
    let told = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let pss = told.lines().find_map(|line| line.strip_prefix("Pss:"));
    pss.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
