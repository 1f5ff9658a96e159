//! Gives the window's own commands a permission each: a page may call what
//! `capabilities/window.json` lists and nothing else.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["announce", "call", "pick", "print"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
