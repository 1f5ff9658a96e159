//! A WebDriver client of the few words we need, over loopback.

use crate::processes::PATIENCE;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The name under which WebDriver hands over an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The driver's code for a window that is no longer there.
pub const ENDED: &str = "invalid session id";

/// What the driver refused, in its words.
#[derive(Debug)]
pub struct Refused {
    /// The driver's code, such as `stale element reference`.
    pub code: String,
    /// What it says about it.
    pub message: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// A session of the driver with one window.
#[derive(Debug)]
pub struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Has the driver start `program`.
    pub fn open(port: u16, program: &str) -> Result<Self, Refused> {
        let options = json!({ "binary": program, "args": [] });
        let wanted = json!({ "webkitgtk:browserOptions": options });
        let body = json!({ "capabilities": { "alwaysMatch": wanted } });
        let answer = ask(port, "POST", "/session", Some(&body))?;
        let id = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        let session = Self { port, id };
        // A script that looks at a whole page may take long on a busy machine; the driver's own patience is half a minute.
        session.post("timeouts", &json!({ "script": PATIENCE.as_secs() * 1000 }))?;
        Ok(session)
    }

    pub fn get(&self, what: &str) -> Result<Value, Refused> {
        ask(self.port, "GET", &format!("/session/{}/{what}", self.id), None)
    }

    pub fn post(&self, what: &str, body: &Value) -> Result<Value, Refused> {
        ask(self.port, "POST", &format!("/session/{}/{what}", self.id), Some(body))
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value, Refused> {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// As [`Session::run`], for a body that calls its last argument when it is done.
    pub fn run_async(&self, script: &str, arguments: Value) -> Result<Value, Refused> {
        self.post("execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Closes the window. The driver ends by itself when that fails.
    pub fn close(&self) {
        drop(ask(self.port, "DELETE", &format!("/session/{}", self.id), None));
    }
}

/// Whether the driver listens yet.
pub fn is_ready(port: u16) -> bool {
    ask(port, "GET", "/status", None).is_ok()
}

fn ask(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
    let broken =
        |error: std::io::Error| Refused { code: "no answer".into(), message: format!("{method} {path}: {error}") };
    let answer = exchange(port, method, path, body).map_err(broken)?;
    let text = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    let unreadable = || Refused { code: "unreadable answer".into(), message: format!("{method} {path}: {answer}") };
    let mut told: Value = serde_json::from_str(text).map_err(|_| unreadable())?;
    let value = told["value"].take();
    match value["error"].as_str() {
        Some(code) => {
            Err(Refused { code: code.to_owned(), message: value["message"].as_str().unwrap_or_default().to_owned() })
        }
        None => Ok(value),
    }
}

fn exchange(port: u16, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(180)))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    String::from_utf8(answer).map_err(|_| std::io::ErrorKind::InvalidData.into())
}
