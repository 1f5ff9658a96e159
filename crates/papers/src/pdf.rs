//! PDF of papers, by the LibreOffice that is installed here. None is shipped; where there is none, the papers go out as `.docx`
//! and are printed from there.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};

use crate::docx::{DocxFault, Package};

/// A first start makes a profile; a slow machine needs most of a minute for it.
const LIMIT: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(50);
/// How the names of the folders begin in which papers are converted.
const FOLDER: &str = "anjuan-pdf-";
/// A file in each that its process holds.
const HELD: &str = "held";

/// The closed list of faults; words are `refusal_<code>` and `remedy_<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PdfCode {
    /// No LibreOffice is installed here.
    PdfConverterMissing,
    /// It gave no PDF.
    PdfNotMade,
    /// It took too long.
    PdfTookTooLong,
}

impl PdfCode {
    /// The code in snake_case.
    pub fn as_str(self) -> &'static str {
        match self {
            PdfCode::PdfConverterMissing => "pdf_converter_missing",
            PdfCode::PdfNotMade => "pdf_not_made",
            PdfCode::PdfTookTooLong => "pdf_took_too_long",
        }
    }

    /// All codes.
    pub const ALL: [PdfCode; 3] = [PdfCode::PdfConverterMissing, PdfCode::PdfNotMade, PdfCode::PdfTookTooLong];
}

/// No PDF was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} {values:?}", code.as_str())]
pub struct PdfFault {
    /// Why.
    pub code: PdfCode,
    /// Values for the words.
    pub values: BTreeMap<String, String>,
}

impl PdfFault {
    fn new(code: PdfCode, detail: &dyn std::fmt::Display) -> Self {
        Self { code, values: BTreeMap::from([("detail".to_owned(), detail.to_string())]) }
    }
}

/// Clears away what conversions left that were cut off with their process: there papers stand for all to read.
pub fn clear_left_over() {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(FOLDER));
        let let_go = || File::open(entry.path().join(HELD)).is_ok_and(|held| held.try_lock().is_ok());
        if ours && let_go() {
            // Somebody else's can't be taken away, and is his to clear.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// What makes PDFs on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converter {
    program: PathBuf,
}

impl Converter {
    /// The LibreOffice installed here: on the search path, or where its installers put it.
    pub fn find() -> Option<Self> {
        let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
        let names = ["soffice", "libreoffice", "soffice.exe"];
        let mut places: Vec<PathBuf> =
            on_path.unwrap_or_default().iter().flat_map(|folder| names.map(|name| folder.join(name))).collect();
        places.extend(
            [
                "/usr/bin/soffice",
                "/usr/lib/libreoffice/program/soffice",
                "/opt/libreoffice/program/soffice",
                r"C:\Program Files\LibreOffice\program\soffice.exe",
                r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
            ]
            .map(PathBuf::from),
        );
        if let Ok(installed) = std::fs::read_dir("/opt") {
            let versions = installed.flatten().map(|entry| entry.path());
            let named =
                |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libreoffice"));
            places.extend(versions.filter(named).map(|path| path.join("program/soffice")));
        }
        places.into_iter().find(|place| place.is_file()).map(|program| Self { program })
    }

    /// That program.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into() }
    }

    /// A PDF for each document, in their order. `go_on` is asked now and then; an error of it ends the work.
    ///
    /// The program runs in a folder and with a profile of its own, which are gone afterwards.
    ///
    /// # Errors
    /// Where it gives none in time, or `go_on` refuses.
    pub fn convert<E: From<PdfFault>>(
        &self,
        documents: &[&[u8]],
        mut go_on: impl FnMut() -> Result<(), E>,
    ) -> Result<Vec<Vec<u8>>, E> {
        let io = |error: std::io::Error| E::from(PdfFault::new(PdfCode::PdfNotMade, &error.kind()));
        clear_left_over();
        let folder = tempfile::Builder::new().prefix(FOLDER).tempdir().map_err(io)?;
        // Held for as long as this process lives, however it ends.
        let held = File::create(folder.path().join(HELD)).map_err(io)?;
        held.lock().map_err(io)?;
        let mut sources = Vec::new();
        for (at, document) in documents.iter().enumerate() {
            let source = folder.path().join(format!("{at}.docx"));
            std::fs::write(&source, flush_left(document)).map_err(io)?;
            sources.push(source);
        }
        let mut child = self.start(folder.path(), &sources).map_err(io)?;
        let finished = end_of_output(&mut child);
        let until = Instant::now() + LIMIT;
        while finished.recv_timeout(GLANCE) == Err(RecvTimeoutError::Timeout) {
            let stop = match go_on() {
                Err(stopped) => Some(stopped),
                Ok(()) if Instant::now() > until => {
                    Some(E::from(PdfFault::new(PdfCode::PdfTookTooLong, &LIMIT.as_secs())))
                }
                Ok(()) => None,
            };
            if let Some(why) = stop {
                end(&mut child);
                return Err(why);
            }
        }
        let status = child.wait().map_err(io)?;
        let made = sources.iter().map(|source| std::fs::read(source.with_extension("pdf")));
        made.map(|pdf| pdf.map_err(|_| E::from(PdfFault::new(PdfCode::PdfNotMade, &status)))).collect()
    }

    fn start(&self, folder: &Path, sources: &[PathBuf]) -> std::io::Result<Child> {
        let mut profile = std::ffi::OsString::from("-env:UserInstallation=");
        profile.push(file_url(&folder.join("profile")));
        let mut command = Command::new(&self.program);
        command
            .arg(profile)
            .args(["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"])
            .args(["--convert-to", "pdf:writer_pdf_Export", "--outdir"])
            .arg(folder)
            .args(sources)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn()
    }
}

/// The document with its justified paragraphs flush left: where LibreOffice justifies a line that ends just at the margin, it
/// loses the punctuation mark there. What is no document goes as it is, for the program to refuse.
fn flush_left(document: &[u8]) -> Vec<u8> {
    let parts = || -> Result<Vec<u8>, DocxFault> {
        let mut package = Package::read(document)?;
        for part in package.readable().into_iter().chain(["word/styles.xml".to_owned()]) {
            let Some(text) = package.text(&part) else { continue };
            let text = ["both", "distribute"]
                .iter()
                .fold(text, |text, side| text.replace(&format!("<w:jc w:val=\"{side}\"/>"), "<w:jc w:val=\"left\"/>"));
            package.put(&part, text.into_bytes());
        }
        package.write()
    };
    parts().unwrap_or_else(|_| document.to_vec())
}

/// Tells when the program has closed its output, which it does when it ends.
fn end_of_output(child: &mut Child) -> Receiver<()> {
    let (tell, finished) = mpsc::channel();
    if let Some(mut output) = child.stdout.take() {
        std::thread::spawn(move || {
            drop(std::io::copy(&mut output, &mut std::io::sink()));
            let _ = tell.send(());
        });
    }
    finished
}

/// Ends the program and what it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Ok(group) = i32::try_from(child.id()) {
        // SAFETY: a signal to the group that was made for this child; nothing of ours is in it.
        unsafe {
            libc::kill(-group, libc::SIGKILL);
        }
    }
    drop(child.kill());
    drop(child.wait());
}

/// The address of a file, with everything but plain letters and figures written as bytes.
fn file_url(path: &Path) -> String {
    let path = AsRef::<OsStr>::as_ref(path).to_string_lossy().replace('\\', "/");
    let mut url = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b':' => url.push(char::from(byte)),
            other => url.push_str(&format!("%{other:02X}")),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_folder_with_any_name() {
        assert_eq!(file_url(Path::new("/tmp/a b/张")), "file:///tmp/a%20b/%E5%BC%A0");
        assert_eq!(file_url(Path::new(r"C:\用户\x")), "file:///C:/%E7%94%A8%E6%88%B7/x");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_gives_nothing_is_told() {
        let told = Converter::at("/bin/true").convert::<PdfFault>(&[b"x"], || Ok(())).unwrap_err();
        assert_eq!(told.code, PdfCode::PdfNotMade);
        let told = Converter::at("/no/such/program").convert::<PdfFault>(&[b"x"], || Ok(())).unwrap_err();
        assert_eq!(told.code, PdfCode::PdfNotMade);
    }

    #[cfg(unix)]
    #[test]
    fn it_ends_when_somebody_stops_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let endless = folder.path().join("endless");
        std::fs::write(&endless, "#!/bin/sh\nwhile true; do read x; sleep 1; done\n").unwrap();
        std::fs::set_permissions(&endless, std::fs::Permissions::from_mode(0o755)).unwrap();
        let stop = || Err(PdfFault::new(PdfCode::PdfTookTooLong, &"stopped"));
        let told = Converter::at(endless).convert::<PdfFault>(&[b"x"], stop).unwrap_err();
        assert_eq!(told.values["detail"], "stopped");
    }

    #[test]
    fn what_a_killed_process_left_is_cleared_and_what_is_held_stays() {
        let make = || tempfile::Builder::new().prefix(FOLDER).tempdir().unwrap();
        let (left, held) = (make(), make());
        for folder in [&left, &held] {
            std::fs::write(folder.path().join("0.docx"), "a paper").unwrap();
        }
        drop(File::create(left.path().join(HELD)).unwrap());
        let holding = File::create(held.path().join(HELD)).unwrap();
        holding.lock().unwrap();
        clear_left_over();
        assert!(!left.path().exists() && held.path().join("0.docx").exists());
    }
}
