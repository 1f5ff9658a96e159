//! The window as a person starts it, with a session bus and a network that has nothing in it; watched for every socket that it
//! or one of its helpers makes.
//!
//! Nobody drives it: the web view's own driver would talk to the window through a socket of its own.

use crate::app::{App, program};
use crate::processes::{family, until};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Calls of the kernel that make, name or reach a socket.
const CALLS: &str = "trace=socket,connect,bind,listen,accept,accept4";

/// What draws the page, by the name the system keeps.
const DRAWS: &str = "WebKitWebProces";

/// The program in a network of its own.
#[derive(Debug)]
pub struct Apart {
    watched: Child,
    bus: Bus,
    display: String,
    trace: PathBuf,
    /// Whether it has a network of its own; where the system allows none, what each process holds is looked at instead.
    pub walled: bool,
}

impl Apart {
    /// Starts the program with what `set` says of its surroundings; what it leaves lies in `folder`.
    #[track_caller]
    pub(crate) fn start(folder: &Path, display: &str, set: Vec<(String, String)>) -> Self {
        let bus = Bus::open(folder);
        let trace = folder.join("calls");
        let (walled, mut command) = walled();
        command.args(["strace", "-f", "-qq", "--seccomp-bpf", "-e", CALLS, "-o"]).arg(&trace).arg(program());
        // Nothing of the tests' own stands between the program and the desktop: notes go where they always go.
        let set = set.into_iter().filter(|(name, _)| !name.starts_with("TAURI_") && name != "ANJUAN_TEST_ANNOUNCE");
        command.envs(set).env("DBUS_SESSION_BUS_ADDRESS", &bus.address).stdin(Stdio::null());
        let watched = command.spawn().expect("strace starts; `cargo xtask test e2e` installs it");
        let apart = Self { watched, bus, display: display.to_owned(), trace, walled };
        let drawn = until(|| {
            let names: BTreeSet<String> = apart.processes().into_values().collect();
            let helpers = ["WebKitNetworkPr", DRAWS].iter().all(|helper| names.contains(*helper));
            (helpers && apart.window().is_some()).then_some(())
        });
        assert!(drawn.is_some(), "the window does not open: {:?}", apart.processes());
        apart
    }

    /// The program and all it has started, with their names; not what watches it.
    pub fn processes(&self) -> BTreeMap<u32, String> {
        let mut family = family(self.watched.id());
        family.retain(|_, name| !["strace", "unshare"].contains(&name.as_str()));
        family
    }

    /// The processes that draw the page, once they have nothing more to draw. The web view ends the whole program where one of
    /// them ends before it has told its number, which is the first thing it does.
    fn drawing(&self) -> Vec<u32> {
        let family = self.processes().into_iter();
        let drawing: Vec<u32> = family.filter(|(_, name)| name == DRAWS).map(|(id, _)| id).collect();
        let times = || drawing.iter().map(|id| time_on_a_processor(*id)).collect::<Vec<_>>();
        let before = times();
        std::thread::sleep(Duration::from_millis(500));
        if before == times() { drawing } else { Vec::new() }
    }

    /// Waits until the page is drawn.
    #[track_caller]
    pub fn rest(&self) {
        let rests = until(|| (!self.drawing().is_empty()).then_some(()));
        assert!(rests.is_some(), "the page goes on being drawn: {:?}", self.processes());
    }

    /// Waits until another process than those `ended` has drawn the page, and ends it as a fault of it would.
    #[track_caller]
    pub fn end_drawing(&self, ended: &mut Vec<u32>) {
        let drawing = until(|| self.drawing().into_iter().find(|id| !ended.contains(id)));
        let Some(id) = drawing else { panic!("nobody draws the page: {:?}", self.processes()) };
        drop(Command::new("kill").args(["-KILL", &id.to_string()]).status());
        ended.push(id);
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub fn expect_ended(&self) {
        let ended = until(|| self.processes().is_empty().then_some(()));
        assert!(ended.is_some(), "the program goes on: {:?}", self.processes());
    }

    /// The window on the display, once it is there.
    fn window(&self) -> Option<String> {
        let found = self.tool(&["search", "--onlyvisible", "--name", "案卷"])?;
        found.lines().last().map(str::to_owned)
    }

    /// Types into the window, as its keyboard would.
    #[track_caller]
    pub fn type_(&self, text: &str) {
        self.focus();
        assert!(self.tool(&["type", "--delay", "15", text]).is_some(), "nothing can be typed");
    }

    /// Presses a key or a chord: `ctrl+n`, `Tab`, `Return`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.focus();
        assert!(self.tool(&["key", keys]).is_some(), "{keys} can't be pressed");
    }

    /// There is nobody on the display who gives windows their turn.
    #[track_caller]
    fn focus(&self) {
        let window = self.window();
        let focused = window.and_then(|window| self.tool(&["windowfocus", &window]));
        assert!(focused.is_some(), "the window is gone: {:?}", self.processes());
    }

    fn tool(&self, words: &[&str]) -> Option<String> {
        let mut command = Command::new("xdotool");
        let output = command.args(words).env("DISPLAY", &self.display).stderr(Stdio::null()).output();
        let output = output.expect("xdotool is there; `cargo xtask test e2e` installs it");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Sockets that reach beyond this machine, as the system lists them: in a network of its own all that are in it, else those
    /// that one of the processes holds.
    pub fn connections(&self) -> Vec<String> {
        let family = self.processes().into_iter();
        family.flat_map(|(id, name)| connections(id, self.walled).map(move |line| format!("{name} {line}"))).collect()
    }

    /// Every call so far that makes, names or reaches a socket and is none of the display's, the session bus' or of the sort that
    /// two processes of the program share.
    pub fn calls(&self) -> Vec<String> {
        let calls = fs::read_to_string(&self.trace).expect("the calls are written down");
        let other = |line: &&str| !is_let_be(line, self.bus.path());
        calls.lines().filter(other).map(str::to_owned).collect()
    }

    /// How many calls were written down.
    pub fn watched_calls(&self) -> usize {
        fs::read_to_string(&self.trace).map_or(0, |calls| calls.lines().count())
    }

    /// Ends the program as a power cut would, with all that it has started.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        for id in self.processes().into_keys() {
            drop(Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status());
        }
        drop(self.watched.wait());
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        self.end();
    }
}

impl App {
    /// Ends the driven window and starts the program undriven on the same office, apart from any network.
    #[track_caller]
    pub fn apart(&mut self) -> Apart {
        let (folder, display, set) = self.let_go();
        Apart::start(&folder, &display, set)
    }
}

/// What gives a process a network of its own, where the system allows it; whoever starts the tests.
fn walled() -> (bool, Command) {
    for words in [&["-n"][..], &["-r", "-n"]] {
        let mut tried = Command::new("unshare");
        if tried.args(words).arg("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
            let mut command = Command::new("unshare");
            command.args(words).arg("--");
            return (true, command);
        }
    }
    eprintln!("this system lets nobody make an empty network: what each process holds is looked at instead");
    (false, Command::new("env"))
}

/// In the system's ticks, of all its threads.
fn time_on_a_processor(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

/// What the system lists of the network that a process is in: all of it, or what the process itself holds.
fn connections(process: u32, all: bool) -> impl Iterator<Item = String> {
    let open = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
    let held: BTreeSet<String> = open
        .filter_map(|file| fs::read_link(file.path()).ok())
        .filter_map(|to| Some(to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    let tables = ["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6", "packet"];
    tables.into_iter().flat_map(move |table| {
        let lines = fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        let ours = |line: &&str| all || line.split_whitespace().any(|word| held.contains(word));
        lines.lines().skip(1).filter(ours).map(|line| format!("{table} {}", line.trim())).collect::<Vec<_>>()
    })
}

/// Whether a call is one of those that are let be: sockets of this machine, to the display and to the session bus.
fn is_let_be(line: &str, bus: &str) -> bool {
    // Calls that were interrupted are told in two lines; the second names no address.
    let call = line.split_once(' ').map_or(line, |(_, call)| call).trim_start();
    if call.starts_with("+++") || call.starts_with("---") || call.starts_with("<...") {
        return true;
    }
    // The display, the session bus, and the bus of the machine, which the toolkit asks how it is set.
    let places = ["/tmp/.X11-unix/X", "/run/dbus/system_bus_socket\"", &format!("\"{bus}\"")];
    match call.split_once('(') {
        Some(("socket", rest)) => rest.starts_with("AF_UNIX,"),
        Some(("connect", rest)) => places.iter().any(|place| rest.contains(place)),
        // Nobody is let in.
        _ => false,
    }
}

/// A session bus that has nobody on it.
#[derive(Debug)]
struct Bus {
    process: Child,
    address: String,
}

impl Bus {
    fn open(folder: &Path) -> Self {
        let (path, rules) = (folder.join("bus"), folder.join("bus.conf"));
        // It starts nobody: what the desktop would add is none of the program's.
        let text = format!(
            "<busconfig><type>session</type><listen>unix:path={}</listen><policy context=\"default\">\
             <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\
             </policy></busconfig>",
            path.display()
        );
        fs::write(&rules, text).expect("the rules of the bus can be laid down");
        let mut process = Command::new("dbus-daemon")
            .args(["--nofork", "--nopidfile", "--print-address"])
            .arg(format!("--config-file={}", rules.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon starts; `cargo xtask test e2e` installs it");
        let mut address = String::new();
        let told = process.stdout.take().expect("a pipe was asked for");
        BufReader::new(told).read_line(&mut address).expect("the bus tells its address");
        Self { process, address: address.trim().to_owned() }
    }

    fn path(&self) -> &str {
        let path = self.address.strip_prefix("unix:path=").unwrap_or(&self.address);
        path.split(',').next().unwrap_or(path)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::{connections, is_let_be};

    #[test]
    fn a_listener_is_seen() {
        let before = connections(std::process::id(), false).count();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
        assert_eq!(connections(std::process::id(), false).count(), before + 1);
        drop(listener);
    }

    #[test]
    fn sockets_of_the_machine_are_let_be_and_no_others() {
        for (line, let_be) in [
            ("12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 5", true),
            ("12 connect(5, {sa_family=AF_UNIX, sun_path=@\"/tmp/.X11-unix/X99\"}, 20) = 0", true),
            ("12 connect(5, {sa_family=AF_UNIX, sun_path=\"/home/bus\"}, 20) = 0", true),
            ("12 connect(5, {sa_family=AF_UNIX, sun_path=\"/run/other\"}, 20) = 0", false),
            ("12 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5", false),
            ("12 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 5", false),
            ("12 bind(5, {sa_family=AF_UNIX, sun_path=\"/home/own\"}, 20) = 0", false),
            ("12 listen(5, 1) = 0", false),
            ("12 <... connect resumed>) = 0", true),
            ("12 +++ exited with 0 +++", true),
        ] {
            assert_eq!(is_let_be(line, "/home/bus"), let_be, "{line}");
        }
    }
}
