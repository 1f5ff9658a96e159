//! The window and what a person can do with it.

use crate::keys::chord;
use crate::processes::{Display, Driver, until};
use crate::wire::{ENDED, Session};
use crate::{Target, picture};
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How a window is to be started, where the usual is not wanted.
#[derive(Debug)]
pub struct Plan {
    folder: tempfile::TempDir,
    size: (u32, u32),
    environment: Vec<(String, String)>,
    program: PathBuf,
}

impl Plan {
    /// An empty office, a screen of 1366 by 768.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the office");
        Self { folder, size: (1366, 768), environment: Vec::new(), program: program() }
    }

    /// The office's folder, for what a test wants to lay into it beforehand.
    pub fn office(&self) -> PathBuf {
        self.folder.path().join("office")
    }

    /// The size of the screen in pixels.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// Another program in the window's place.
    pub fn of_program(mut self, program: PathBuf) -> Self {
        self.program = program;
        self
    }

    /// Sets a variable of the window's environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The day of the office, which can turn while the window is open.
    pub fn on_day(self, day: &str) -> Self {
        self.turn_to(day);
        let path = self.day_file().display().to_string();
        self.with("ANJUAN_TODAY", &path)
    }

    fn day_file(&self) -> PathBuf {
        self.folder.path().join("today")
    }

    fn turn_to(&self, day: &str) {
        std::fs::write(self.day_file(), day).expect("the day can be laid down");
    }

    /// The file that takes what the window and its driver say of their troubles.
    fn said(&self) -> PathBuf {
        self.folder.path().join("said")
    }

    fn words(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(self.said()).unwrap_or_default()).into_owned()
    }

    /// Opens the window.
    #[track_caller]
    pub fn start(self) -> App {
        let display = Display::open(self.size.0, self.size.1);
        let (driver, session, asked_for) = open(&self, &display);
        App { driver, session, asked_for, display, plan: self, hands: Cell::default() }
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::new()
    }
}

/// A window on an office of its own. Ends with the test; leaves a picture when the test fails.
#[derive(Debug)]
pub struct App {
    // Ended in this order: the window before the display it stands on, the folder last.
    driver: Driver,
    session: Session,
    asked_for: Instant,
    display: Display,
    plan: Plan,
    hands: Cell<Hands>,
}

/// What a person's hands did so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hands {
    /// Keys and chords pressed.
    pub keys: usize,
    /// Characters typed into fields.
    pub characters: usize,
}

impl App {
    /// A window on an empty office.
    #[track_caller]
    pub fn start() -> Self {
        Plan::new().start()
    }

    /// The office's folder.
    pub fn office(&self) -> PathBuf {
        self.plan.office()
    }

    /// Kills the window without warning and opens it again on the same office.
    #[track_caller]
    pub fn restart_after_power_cut(&mut self) {
        self.driver.kill();
        (self.driver, self.session, self.asked_for) = open(&self.plan, &self.display);
    }

    /// Closes the window as a person would and opens it again on the same office.
    #[track_caller]
    pub fn restart(&mut self) {
        self.session.close();
        self.restart_after_power_cut();
    }

    /// When the window was asked for.
    pub(crate) fn asked_for(&self) -> Instant {
        self.asked_for
    }

    /// The process of the driver, which has started the window.
    pub(crate) fn driver(&self) -> u32 {
        self.driver.id()
    }

    /// Ends the driven window; gives the folder of all that a window may write, the display and the surroundings.
    pub(crate) fn let_go(&mut self) -> (PathBuf, String, Vec<(String, String)>) {
        self.session.close();
        self.driver.kill();
        (self.folder(), self.display.name.clone(), environment(&self.plan, &self.display))
    }

    /// The folder in which all lies that a window may write.
    pub fn folder(&self) -> PathBuf {
        self.plan.folder.path().to_owned()
    }

    /// Closes the window and opens it again on another day.
    #[track_caller]
    pub fn restart_on(&mut self, day: &str) {
        self.plan.environment.retain(|(name, _)| name != "ANJUAN_TODAY");
        self.plan.environment.push(("ANJUAN_TODAY".to_owned(), day.to_owned()));
        self.restart();
    }

    /// Lets midnight come while the window is open. The plan has to name its day by [`Plan::on_day`].
    #[track_caller]
    pub fn turn_to(&self, day: &str) {
        let file = self.plan.day_file().display().to_string();
        let moves = self.plan.environment.iter().any(|(name, value)| name == "ANJUAN_TODAY" && *value == file);
        assert!(moves, "the day of this window stands still");
        self.plan.turn_to(day);
    }

    /// Starts the program a second time on the same office and the same screen and waits until that one ends.
    #[track_caller]
    pub fn start_again(&self) -> std::process::ExitStatus {
        let set = environment(&self.plan, &self.display).into_iter().filter(|(name, _)| !name.starts_with("TAURI_"));
        let mut second = std::process::Command::new(program()).envs(set).spawn().expect("the program starts");
        let ended = until(|| second.try_wait().expect("a process can be asked"));
        if ended.is_none() {
            drop(second.kill());
            drop(second.wait());
        }
        ended.expect("the second start ends by itself")
    }

    /// Gives the path with which the next file dialog is to be answered; several are used in turn.
    pub fn will_pick(&self, path: &Path) {
        let list = self.plan.folder.path().join("picks");
        let mut lines = std::fs::read_to_string(&list).unwrap_or_default();
        lines.push_str(path.to_str().expect("a path of text"));
        lines.push('\n');
        std::fs::write(list, lines).expect("the answer can be laid down");
    }

    /// The sheets that the window printed last, as a PDF.
    pub fn printed(&self) -> PathBuf {
        self.plan.folder.path().join("printed.pdf")
    }

    /// What the window told the desktop so far, note by note.
    pub fn notes(&self) -> Vec<serde_json::Value> {
        let board = std::fs::read_to_string(self.plan.folder.path().join("notes")).unwrap_or_default();
        board.lines().map(|note| serde_json::from_str(note).expect("a note is JSON")).collect()
    }

    /// Presses a key or a chord: `Ctrl+n`, `Shift+Tab`, `F1`, `Enter`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.did(1, 0);
        self.session.post("actions", &chord(keys)).expect("keys can be pressed");
    }

    /// What was pressed and typed in the window so far.
    pub fn hands(&self) -> Hands {
        self.hands.get()
    }

    pub(crate) fn did(&self, keys: usize, characters: usize) {
        let before = self.hands.get();
        self.hands.set(Hands { keys: before.keys + keys, characters: before.characters + characters });
    }

    /// A field by its label.
    pub fn field<'a>(&'a self, label: &'a str) -> Target<'a> {
        Target::new(self, "field", label)
    }

    /// A button by its words.
    pub fn button<'a>(&'a self, words: &'a str) -> Target<'a> {
        Target::new(self, "button", words)
    }

    /// Whatever has this role (`link`, `tab`, `option`, `row`, `dialog`, `heading`, `menuitem` …), by its name.
    pub fn role<'a>(&'a self, role: &'a str, name: &'a str) -> Target<'a> {
        Target::new(self, role, name)
    }

    /// The first visible element a CSS selector names, where nothing a person would say does.
    pub fn css<'a>(&'a self, selector: &'a str) -> Target<'a> {
        Target::new(self, "css", selector)
    }

    /// Waits until the text can be read on the page.
    #[track_caller]
    pub fn expect_text(&self, text: &str) {
        let held = until(|| self.page_text().contains(text).then_some(()));
        assert!(held.is_some(), "“{text}” can't be read on the page:\n{}", self.page_text());
    }

    /// Waits until the text can no longer be read on the page.
    #[track_caller]
    pub fn expect_no_text(&self, text: &str) {
        let held = until(|| (!self.page_text().contains(text)).then_some(()));
        assert!(held.is_some(), "“{text}” can still be read on the page");
    }

    /// Waits until `holds` gives true; `what` says in the failure what did not come to be.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let held = until(|| holds(self).then_some(()));
        assert!(held.is_some(), "{what}: did not come to be\n{}", self.page_text());
    }

    /// Runs the body of a function in the page and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        match self.session.run(script, arguments) {
            Ok(value) => value,
            Err(refused) => panic!("{refused}"),
        }
    }

    /// Draws the page anew, as opening the window does, and waits until the former one is gone.
    #[track_caller]
    pub fn reload(&self) {
        self.run("window.__former = true; setTimeout(() => location.reload());", json!([]));
        let script = "return window.__former === undefined && document.querySelector('main') !== null;";
        // While the one page goes and the other comes, nothing can be asked of either.
        let drawn = until(|| (self.session.run(script, json!([])).ok()? == Value::Bool(true)).then_some(()));
        assert!(drawn.is_some(), "the page is not drawn anew");
        assert_eq!(settled(&self.session), Some(true), "the page drawn anew stays empty");
    }

    /// As [`App::run`], for a body that calls its last argument when it is done.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: Value) -> Value {
        match self.session.run_async(script, arguments) {
            Ok(value) => value,
            Err(refused) => panic!("{refused}"),
        }
    }

    /// Asks a command over the window's own bridge, beside the page: to lay the ground for what a test is about, and to
    /// look behind the page afterwards. A refusal comes back as the bridge gives it.
    ///
    /// # Errors
    /// The refusal.
    #[track_caller]
    pub fn ask(&self, name: &str, request: Value) -> Result<Value, Value> {
        let script = "const [name, request, done] = arguments; \
            window.__TAURI_INTERNALS__.invoke('call', { name, request }) \
            .then((answer) => done({ answer }), (refusal) => done({ refusal }));";
        let mut told = self.run_async(script, json!([name, request]));
        match told["refusal"].take() {
            Value::Null => Ok(told["answer"].take()),
            refusal => Err(refusal),
        }
    }

    /// What can be read on the page.
    pub fn page_text(&self) -> String {
        let text = self.session.run("return document.body?.innerText ?? '';", json!([]));
        text.map(|text| text.as_str().unwrap_or_default().to_owned()).unwrap_or_default()
    }

    /// The window's title in the page's own words.
    #[track_caller]
    pub fn title(&self) -> String {
        let title = self.session.get("title").expect("a window has a title");
        title.as_str().unwrap_or_default().to_owned()
    }

    /// Takes a picture of the window: into `target/e2e/NAME.png`, or into the folder `ANJUAN_PICTURES` names
    /// from the workspace's top.
    pub fn picture(&self, name: &str) {
        let folder = std::env::var_os("ANJUAN_PICTURES").map_or_else(leavings, |folder| root().join(folder));
        self.picture_in(&folder, name);
    }

    /// As [`App::picture`], into a folder.
    ///
    /// The driver takes its picture when the page is next drawn, and a page at rest is not: so a single point, too faint
    /// to be seen, is kept changing meanwhile.
    pub fn picture_in(&self, folder: &Path, name: &str) {
        let stir = "const point = document.createElement('i'); let faint = false; \
            Object.assign(point.style, { position: 'fixed', right: 0, bottom: 0, width: '1px', height: '1px' }); \
            document.documentElement.append(point); \
            const timer = setInterval(() => { faint = !faint; \
                point.style.background = faint ? 'rgb(0 0 0 / 1%)' : 'rgb(0 0 0 / 2%)'; }, 20); \
            window.__still = () => { clearInterval(timer); point.remove(); };";
        drop(self.session.run(stir, json!([])));
        match self.session.get("screenshot") {
            Ok(png) => picture::write(png.as_str().unwrap_or_default(), &folder.join(format!("{name}.png"))),
            Err(refused) => eprintln!("no picture: {refused}"),
        }
        drop(self.session.run("window.__still?.();", json!([])));
    }

    /// Has axe-core look at the page and expects nothing against WCAG 2.2 at level AA.
    #[track_caller]
    pub fn expect_accessible(&self) {
        let source = root().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(source).expect("axe-core is installed with the interface");
        let script = format!("{axe}\nwindow.axe = window.axe ?? axe;\n{}", include_str!("axe.js"));
        let found = match self.session.run_async(&script, json!([])) {
            Ok(found) => found,
            Err(refused) => panic!("axe can't run: {refused}"),
        };
        let list: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(list.is_empty(), "against accessibility:\n{}", list.join("\n"));
    }

    /// Expects that the page broke none of its own rules: no style written into the markup, which the rule of trust
    /// refuses in silence, and no script that failed since the window opened.
    #[track_caller]
    pub fn expect_sound(&self) {
        let script = "const refused = [...document.querySelectorAll('[style]')]\
            .filter((e) => e.getAttribute('style').trim() && e.style.length === 0)\
            .map((e) => 'style refused: ' + e.outerHTML.slice(0, 160)); \
            return [...(window.__faults ?? ['nobody listened for faults']), ...refused];";
        let found = self.run(script, json!([]));
        assert_eq!(found, json!([]), "the page broke its own rules");
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
            self.picture_in(&leavings(), &format!("failed-{test}"));
            eprintln!("the window said:\n{}", self.plan.words());
        }
        self.session.close();
    }
}

/// What the web view says when it ends the program because one of its own processes ended too early.
const ENDED_EARLY: &str = "readPIDFromPeer: Unexpected short read";

/// Opens the window and waits until its page is drawn.
///
/// The process of the web view that draws the page may end by itself, seldom and on busy machines. The program draws the page
/// anew then, which has a test of its own, but the driver can't follow it there; and where that process ends before it has
/// told its number, the web view ends the program. The window is opened a second time for these two, and for nothing else.
#[track_caller]
fn open(plan: &Plan, display: &Display) -> (Driver, Session, Instant) {
    let program = &plan.program;
    assert!(program.is_file(), "{} is not built", program.display());
    for is_last in [false, true] {
        let mut driver = Driver::start(&environment(plan, display), &plan.said());
        let asked_for = Instant::now();
        let session = match Session::open(driver.port, program.to_str().expect("a path of text")) {
            Ok(session) => session,
            Err(refused) => panic!("the window does not open: {refused}\n{}", plan.words()),
        };
        match settled(&session) {
            Some(true) => return (driver, session, asked_for),
            Some(false) if !is_last && (driver.has_started("anjuan-window") || plan.words().contains(ENDED_EARLY)) => {
                eprintln!("the driver lost the page while it opened:\n{}", plan.words());
                driver.kill();
            }
            Some(false) => panic!("the window ended while it opened:\n{}", plan.words()),
            None => panic!("the window stays empty:\n{}", plan.words()),
        }
    }
    unreachable!("the last time returns or fails")
}

/// Waits until the page is drawn, and listens for faults from then on; false where the page or the window ended meanwhile.
fn settled(session: &Session) -> Option<bool> {
    let script = "if (!window.__faults) { window.__faults = []; \
        const note = (text) => window.__faults.push(String(text)); \
        addEventListener('error', (e) => note(e.message)); \
        addEventListener('unhandledrejection', (e) => note(e.reason?.stack ?? JSON.stringify(e.reason))); \
        addEventListener('securitypolicyviolation', (e) => note(e.violatedDirective + ' ' + e.blockedURI)); } \
        return document.readyState === 'complete' && document.body.innerText.trim() !== '';";
    until(|| match session.run(script, json!([])) {
        Ok(Value::Bool(true)) => Some(true),
        Err(refused) if refused.code == ENDED => Some(false),
        _ => None,
    })
}

/// Everything the window might write lies in the test's own folder; nothing of the person's own desk is touched.
pub(crate) fn environment(plan: &Plan, display: &Display) -> Vec<(String, String)> {
    let folder = |name: &str| plan.folder.path().join(name).display().to_string();
    // Programs expect this one to be there.
    std::fs::create_dir_all(plan.folder.path().join("temporary")).expect("the folder can be made");
    let set = [
        ("ANJUAN_OFFICE", folder("office")),
        ("ANJUAN_TEST_ANNOUNCE", folder("notes")),
        ("ANJUAN_TEST_PICK", folder("picks")),
        ("ANJUAN_TEST_PRINT", folder("printed.pdf")),
        ("DISPLAY", display.name.clone()),
        ("GDK_BACKEND", "x11".into()),
        ("HOME", folder("home")),
        ("LANG", "C.UTF-8".into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("TAURI_AUTOMATION", "true".into()),
        ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
        ("TMPDIR", folder("temporary")),
        ("TZ", "Asia/Shanghai".into()),
        ("XDG_CACHE_HOME", folder("cache")),
        ("XDG_CONFIG_HOME", folder("config")),
        ("XDG_DATA_HOME", folder("data")),
        ("XDG_STATE_HOME", folder("state")),
    ];
    let set = set.into_iter().map(|(name, value)| (name.to_owned(), value));
    set.chain(plan.environment.iter().cloned()).collect()
}

pub(crate) fn program() -> PathBuf {
    std::env::var_os("ANJUAN_WINDOW_BIN").map_or_else(|| root().join("target/debug/anjuan-window"), PathBuf::from)
}

fn leavings() -> PathBuf {
    root().join("target/e2e")
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}
