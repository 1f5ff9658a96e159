//! The window without a driver, as a person starts it: for what the driver itself would blur.

use crate::app::{Plan, environment, program};
use crate::processes::{Display, until};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Child, Command, Stdio};

/// A window that nobody drives.
#[derive(Debug)]
pub struct Alone {
    process: Child,
    _display: Display,
    _plan: Plan,
}

impl Alone {
    /// Starts the program and waits until its page is being drawn.
    #[track_caller]
    pub fn start() -> Self {
        let (plan, display) = (Plan::new(), Display::open(1366, 768));
        let set = environment(&plan, &display).into_iter().filter(|(name, _)| !name.starts_with("TAURI_"));
        let process = Command::new(program()).envs(set).stdin(Stdio::null()).spawn().expect("the program starts");
        let alone = Self { process, _display: display, _plan: plan };
        // The web view's two helpers, by the names the system keeps, which are cut short.
        let helpers = ["WebKitNetworkPr", "WebKitWebProces"];
        let drawn = until(|| {
            let names: BTreeSet<String> = alone.processes().into_values().collect();
            helpers.iter().all(|helper| names.contains(*helper)).then_some(())
        });
        assert!(drawn.is_some(), "the window does not open: {:?}", alone.processes());
        alone
    }

    /// The connections to any network that the program and its helpers have open or wait for, as the system lists them.
    pub fn connections(&self) -> Vec<String> {
        self.processes()
            .into_iter()
            .flat_map(|(id, name)| connections(id).map(move |c| format!("{name}: {c}")))
            .collect()
    }

    /// The program and all it has started, with their names.
    fn processes(&self) -> BTreeMap<u32, String> {
        let mut family = BTreeMap::new();
        let mut next = vec![self.process.id()];
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
}

impl Drop for Alone {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The numbers of the sockets that a process holds.
pub(crate) fn sockets_of(process: u32) -> BTreeSet<String> {
    let open = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
    open.filter_map(|file| fs::read_link(file.path()).ok())
        .filter_map(|to| Some(to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect()
}

fn connections(process: u32) -> impl Iterator<Item = String> {
    let open = sockets_of(process);
    let tables = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];
    tables.into_iter().flat_map(move |table| {
        let lines = fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        let ours = |line: &&str| line.split_whitespace().nth(9).is_some_and(|number| open.contains(number));
        lines.lines().skip(1).filter(ours).map(|line| format!("{table} {}", line.trim())).collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::connections;

    #[test]
    fn a_listener_is_seen() {
        let before = connections(std::process::id()).count();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
        assert_eq!(connections(std::process::id()).count(), before + 1);
        drop(listener);
    }
}
