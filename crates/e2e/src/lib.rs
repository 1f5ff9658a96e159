//! Drives the real window the way a person does, and looks at what it shows.
//!
//! [`App::start`] gives a window on an empty office of its own, on a display nobody sees. Everything asked of it is
//! asked again until it holds or a deadline passes, so a test says what should come to be and never how long that takes.
//!
//! ```no_run
//! # use anjuan_e2e::App;
//! let app = App::start();
//! app.press("Ctrl+n");
//! app.field("案件名称").fill("张某某盗窃案");
//! app.button("登记").click();
//! app.expect_text("已登记");
//! app.expect_accessible();
//! ```
//!
//! What fails leaves a picture of the window in `target/e2e/`.

// This crate is a test: a failure is told by a panic, at the line of the test that asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod apart;
mod app;
mod figures;
mod hands;
mod keys;
mod picture;
mod processes;
mod sample;
mod target;
mod wire;

pub use apart::Apart;
pub use app::{App, Hands, Plan};
pub use processes::{soon, until};
pub use sample::{PASSPHRASE, crowded_case, sample_desk};
pub use target::Target;
