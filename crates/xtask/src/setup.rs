//! Makes a machine that has only Rust and Node ready, and does nothing where it is already.

use crate::sh::{self, Done};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::process::Command;

/// What the window needs to be built: the web view, the cipher's library, and the library that reads C headers.
pub const BUILD: &[&str] = &["gcc", "make", "pkg-config", "libwebkit2gtk-4.1-dev", "libssl-dev", "libclang-dev"];

/// What driving the window in tests needs besides: a display nobody sees, the web view's driver, Chinese type.
pub const TEST: &[&str] =
    &["xvfb", "xauth", "webkit2gtk-driver", "dbus", "fonts-noto-cjk", "procps", "strace", "xdotool", "poppler-utils"];

/// Installs the Debian packages that are missing.
///
/// Where we are not allowed to, says which command would, and stops. On a system without `apt-get` the libraries are
/// the person's own affair: their names are printed and the build will tell what it misses.
pub fn packages(wanted: &[&str]) -> Done {
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !sh::succeeds(Command::new("apt-get").arg("--version")) {
        println!("No apt-get here. Please see to these yourself, by your system's names: {list}");
        return Ok(());
    }
    let prefix: &[&str] = if is_root() {
        &[]
    } else if sh::succeeds(Command::new("sudo").args(["-n", "true"])) {
        &["sudo", "-n"]
    } else {
        return Err(format!(
            "these Debian packages are missing, and installing them needs a right you have not given me. \
             Please run this, then start again:\n\n    \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}\n"
        ));
    };
    apt(prefix, &["update", "-q"])?;
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    apt(prefix, &[&install[..], &missing].concat())
}

fn apt(prefix: &[&str], words: &[&str]) -> Done {
    let mut line = prefix.to_vec();
    line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    line.extend(words);
    sh::wait_for(Command::new(line[0]).args(&line[1..]))
}

fn installed(name: &str) -> bool {
    let asked = ["-W", "-f=${db:Status-Status}", name];
    Command::new("dpkg-query").args(asked).output().is_ok_and(|answer| answer.stdout == b"installed")
}

fn is_root() -> bool {
    sh::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs the interface's libraries when their lock has changed and builds it when its sources have.
pub fn ui() -> Done {
    ui_libraries()?;
    let stamp = sh::target().join("xtask/ui-build");
    let now = ui_sources()?;
    let built = sh::root().join("ui/dist/index.html").is_file();
    if built && std::fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    sh::npm(&["run", "build"])?;
    keep(&stamp, &now)
}

/// Installs the interface's libraries when their lock has changed.
pub fn ui_libraries() -> Done {
    node()?;
    let lock = sh::read("ui/package-lock.json")?;
    let stamp = sh::root().join("ui/node_modules/.installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|then| then == lock) {
        return Ok(());
    }
    sh::npm(&["ci", "--no-audit", "--no-fund"])?;
    keep(&stamp, &lock)
}

fn node() -> Done {
    let told = sh::output(Command::new("node").arg("--version"))
        .map_err(|why| format!("{why}\nPlease install Node 20 or newer with npm."))?;
    let major = told.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|number| number.parse::<u32>().ok()) {
        Some(20..) => Ok(()),
        _ => Err(format!("Node 20 or newer is needed; this is {}", told.trim())),
    }
}

/// A print of everything the built interface is made from.
fn ui_sources() -> Result<String, String> {
    let mut print = DefaultHasher::new();
    for name in sh::files()?.iter().filter(|name| name.starts_with("ui/")) {
        let bytes = std::fs::read(sh::root().join(name)).map_err(|e| format!("{name}: {e}"))?;
        (name, bytes).hash(&mut print);
    }
    Ok(format!("{:016x}", print.finish()))
}

fn keep(stamp: &Path, text: &str) -> Done {
    let folder = stamp.parent().unwrap_or(stamp);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(stamp, text))
        .map_err(|error| format!("{}: {error}", stamp.display()))
}
