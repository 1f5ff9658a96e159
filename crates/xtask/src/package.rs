//! The package that an office's technician installs.

use crate::setup;
use crate::sh::{self, Done};
use std::process::Command;

/// The packager, of the same line as the library that the window is built with.
const PACKAGER: &str = "@tauri-apps/cli@2.12.5";

/// Builds the interface and the window as shipped and makes the Debian package of it.
pub fn make() -> Done {
    setup::packages(setup::BUILD)?;
    setup::ui()?;
    // The package carries the program without a window too: it is what a technician reaches for.
    sh::cargo(&["build", "--release", "--workspace", "--bin", "anjuan"])?;
    let words = ["--yes", "--package", PACKAGER, "tauri", "build", "--bundles", "deb"];
    let mut packager = Command::new("npx");
    sh::wait_for(packager.args(words).current_dir(sh::root().join("src-tauri")))?;
    println!("{}", sh::target().join("release/bundle/deb").display());
    Ok(())
}
