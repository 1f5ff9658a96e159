//! The display and the driver that a window needs. Each ends with the value that stands for it.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take to come to be. Long, for it costs only where something is wrong.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// How long something may take that is tried again when it does not come.
const SOON: Duration = Duration::from_secs(10);

/// Asks `holds` again until it gives something or patience ends.
pub fn until<T>(holds: impl FnMut() -> Option<T>) -> Option<T> {
    until_within(PATIENCE, holds)
}

/// As [`until`], for what is tried again when it does not come soon.
pub fn soon<T>(holds: impl FnMut() -> Option<T>) -> Option<T> {
    until_within(SOON, holds)
}

fn until_within<T>(patience: Duration, mut holds: impl FnMut() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    loop {
        if let Some(answer) = holds() {
            return Some(answer);
        }
        if began.elapsed() > patience {
            return None;
        }
        std::thread::sleep(Duration::from_millis(40));
    }
}

/// A display of 1366 by 768 that nobody sees: the screen the program is made for.
#[derive(Debug)]
pub struct Display {
    process: Child,
    /// What `DISPLAY` is to be set to.
    pub name: String,
}

impl Display {
    pub fn open(width: u32, height: u32) -> Self {
        let screen = format!("{width}x{height}x24");
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts; `cargo xtask test e2e` installs it");
        let mut number = String::new();
        let told = process.stdout.take().expect("a pipe was asked for");
        BufReader::new(told).read_line(&mut number).expect("Xvfb tells its number");
        let name = format!(":{}", number.trim());
        Self { process, name }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The web view's driver. It starts the window and ends it.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    pub port: u16,
}

impl Driver {
    /// Starts the driver; the window will inherit `environment`. What either of them says of its troubles is added to `said`.
    pub fn start(environment: &[(String, String)], said: &Path) -> Self {
        let port = free_port();
        let said = OpenOptions::new().create(true).append(true).open(said).expect("what is said can be written down");
        let mut process = Command::new("WebKitWebDriver")
            .args([&format!("--port={port}"), "--host=127.0.0.1"])
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .process_group(0)
            .stdin(Stdio::null())
            .stderr(said)
            .spawn()
            .expect("WebKitWebDriver starts; `cargo xtask test e2e` installs it");
        let ready = until(|| {
            let ended = process.try_wait().expect("the driver can be asked");
            assert!(ended.is_none(), "WebKitWebDriver ended at once: {ended:?}");
            crate::wire::is_ready(port).then_some(())
        });
        assert!(ready.is_some(), "WebKitWebDriver does not answer on port {port}");
        Self { process, port }
    }
}

impl Driver {
    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Whether a program of this name lives that the driver started.
    pub fn has_started(&self, name: &str) -> bool {
        let family = family(self.process.id());
        family.values().any(|one| one == name)
    }

    /// Ends the driver and the window with it, giving neither time to put anything in order: as a power cut would.
    pub fn kill(&mut self) {
        let group = format!("-{}", self.process.id());
        let mut kill = Command::new("kill");
        drop(kill.args(["-KILL", "--", &group]).stderr(Stdio::null()).status());
        drop(self.process.wait());
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A process and all that it has started, with their names as the system keeps them, which are cut short.
pub fn family(first: u32) -> BTreeMap<u32, String> {
    let mut family = BTreeMap::new();
    let mut next = vec![first];
    while let Some(id) = next.pop() {
        let name = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        family.insert(id, name.trim().to_owned());
        for thread in fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten() {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            next.extend(children.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
        }
    }
    family
}

/// A port nobody listens on. Another program could take it before the driver does; the driver then ends at once, which
/// [`Driver::start`] tells.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}
