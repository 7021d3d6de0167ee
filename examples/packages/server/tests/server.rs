//! The command `server`, sent real requests.
#![cfg(unix)]

#[path = "../../common.rs"]
mod common;

use std::{
    collections::{BTreeSet, HashSet},
    fs,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::{Child, ChildStdout, Command},
    thread::{self, JoinHandle},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use chathooks::{
    Provider,
    normalize::{Event, EventKey},
};
use common::{all, command, folder};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

struct Server {
    process: Child,
    out: Option<BufReader<ChildStdout>>,
    url: String,
    kept: PathBuf,
    client: ureq::Agent,
}

impl Server {
    fn start(name: &str) -> Self {
        Self::with_keys(name, &[])
    }

    fn with_keys(name: &str, keys: &[(&str, &str)]) -> Self {
        let kept = folder(name);
        let arguments = ["--listen", "127.0.0.1:0", kept.to_str().unwrap()];
        let mut server = command(env!("CARGO_BIN_EXE_server"), &arguments);
        let mut process = server.envs(keys.iter().copied()).spawn().unwrap();
        let mut out = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("listening on ").unwrap().to_owned();
        let client = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        Self { process, out: Some(out), url, kept, client }
    }

    fn post(&self, path: &str, body: &[u8]) -> u16 {
        self.client.post(format!("{}{path}", self.url)).send(body).unwrap().status().as_u16()
    }

    fn signed(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> u16 {
        let request = self.client.post(format!("{}{path}", self.url));
        let request =
            headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        request.send(body).unwrap().status().as_u16()
    }

    fn get(&self, path: &str) -> (u16, String) {
        let mut answer = self.client.get(format!("{}{path}", self.url)).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    /// Sends a body as a provider does: again while the queue is full.
    fn deliver(&self, provider: Provider, body: &[u8]) {
        loop {
            match self.post(&format!("/webhooks/{provider}"), body) {
                503 => thread::sleep(Duration::from_millis(5)),
                status => return assert_eq!(status, 200),
            }
        }
    }

    /// Reads the lines on stdout, and the log. The worker has to wait until this is called.
    fn read(&mut self) -> JoinHandle<(Vec<String>, String)> {
        let (out, mut log) = (self.out.take().unwrap(), self.process.stderr.take().unwrap());
        thread::spawn(move || {
            let lines = thread::spawn(|| out.lines().map(Result::unwrap).collect());
            let mut text = String::new();
            log.read_to_string(&mut text).unwrap();
            (lines.join().unwrap(), text)
        })
    }

    /// Presses Ctrl-C.
    fn interrupt(&self) {
        // It is built into every shell, but not always installed as a program.
        let kill = format!("kill -INT {}", self.process.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn redelivered_fixtures_are_processed_once() {
    let mut server = Server::start("server-fixtures");
    let output = server.read();
    for fixture in all().chain(all()) {
        server.deliver(fixture.provider, &fixture.body);
    }
    server.interrupt();
    let (lines, log) = output.join().unwrap();
    assert!(server.process.wait().unwrap().success(), "{log}");

    let fitting = all().filter_map(|fixture| fixture.provider.parse_lenient(&fixture.body).ok());
    let events: Vec<_> = fitting.flat_map(|lenient| lenient.webhook.normalize()).collect();
    let mut seen = HashSet::new();
    let is_new = |event: &&Event| {
        let key = event.key();
        key == EventKey::None || seen.insert(key)
    };
    let expected: Vec<_> = events
        .iter()
        .chain(&events)
        .filter(is_new)
        .map(|event| serde_json::to_string(event).unwrap())
        .collect();
    assert_eq!(lines.len(), expected.len());
    lines.iter().zip(&expected).for_each(|(line, expected)| assert_eq!(line, expected));
    assert_eq!(log.matches("new: ").count(), expected.len());
    assert_eq!(log.matches("repeated: ").count(), 2 * events.len() - expected.len());

    let misfitting = all().filter(|fixture| fixture.provider.parse(&fixture.body).is_err());
    let misfitting: BTreeSet<_> =
        misfitting.map(|fixture| (fixture.provider.to_string(), fixture.body)).collect();
    let kept = fs::read_dir(&server.kept).unwrap().map(|file| {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        (name.split_once('-').unwrap().0.to_owned(), fs::read(&path).unwrap())
    });
    let kept: Vec<_> = kept.collect();
    assert_eq!(kept.len(), misfitting.len());
    assert!(BTreeSet::from_iter(kept) == misfitting);
}

#[test]
fn status_codes_say_what_is_wrong() {
    const LARGEST: usize = 1 << 20;
    let mut server = Server::start("server-answers");
    let output = server.read();
    // A body that is not read may close the connection, which the client reuses.
    assert_eq!(server.post("/webhooks/unknown", b""), 404);
    assert_eq!(server.post("/", b""), 404);
    for provider in Provider::ALL {
        // Without a token, there is no handshake.
        let refused = if *provider == Provider::Meta { 403 } else { 405 };
        assert_eq!(server.get(&format!("/webhooks/{provider}")).0, refused);
    }
    let mut body = br#"{"id":1,"event":"message_created"}"#.to_vec();
    body.resize(LARGEST, b' ');
    assert_eq!(server.post("/webhooks/chatwoot", &body), 200);
    body.push(b' ');
    assert_eq!(server.post("/webhooks/chatwoot", &body), 413);
    server.interrupt();
    let (lines, log) = output.join().unwrap();
    assert_eq!(lines.len(), 1, "{log}");
}

fn sign(key: &str, text: &str) -> String {
    let mut hmac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    hmac.update(text.as_bytes());
    let mac = hmac.finalize().into_bytes();
    mac.iter().fold("sha256=".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}

/// With keys, only verified bodies are accepted, and the log names providers without keys.
#[test]
fn requests_are_verified_if_there_are_keys() {
    let keys = [
        ("CHATWOOT_KEYS", "new-key, old-key"),
        ("META_KEYS", "app-secret"),
        ("META_VERIFY_TOKENS", "token"),
        ("AZEER_KEYS", "url-key"),
    ];
    let mut server = Server::with_keys("server-keys", &keys);
    let output = server.read();
    let chatwoot = |id: u32, key: &str, age: i64| {
        let body = format!(r#"{{"id":{id},"event":"message_created"}}"#);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().cast_signed();
        let time = (now - age).to_string();
        let signature = sign(key, &format!("{time}.{body}"));
        let headers = [("X-Chatwoot-Timestamp", &*time), ("X-Chatwoot-Signature", &signature)];
        server.signed("/webhooks/chatwoot", &body, &headers)
    };
    assert_eq!(chatwoot(1, "new-key", 0), 200);
    assert_eq!(chatwoot(2, "old-key", 60), 200);
    assert_eq!(chatwoot(3, "no-key", 0), 401);
    assert_eq!(chatwoot(4, "new-key", 3_600), 401);
    assert_eq!(server.post("/webhooks/chatwoot", br#"{"id":5,"event":"message_created"}"#), 401);

    let meta = r#"{"object":"whatsapp_business_account","entry":[]}"#;
    for (key, status) in [("app-secret", 200), ("new-key", 401)] {
        let signature = sign(key, meta);
        let headers = [("X-Hub-Signature-256", &*signature)];
        assert_eq!(server.signed("/webhooks/meta", meta, &headers), status);
    }
    let handshake = |token: &str| {
        let query = format!("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={token}");
        server.get(&format!("/webhooks/meta?{query}"))
    };
    assert_eq!(handshake("token"), (200, "1158201444".to_owned()));
    assert_eq!(handshake("another").0, 403);

    let azeer = br#"{"from":"919876543210","message_id":7,"webhook_event_type":"incoming_msg"}"#;
    assert_eq!(server.post("/webhooks/azeer/url-key", azeer), 200);
    assert_eq!(server.post("/webhooks/azeer/no-key", azeer), 401);
    assert_eq!(server.post("/webhooks/azeer", azeer), 404);
    assert_eq!(server.post("/webhooks/saleschat", b"{}"), 200);

    server.interrupt();
    let (lines, log) = output.join().unwrap();
    // Two of Chatwoot, one of Azeer, and Meta's empty envelope.
    assert_eq!(lines.len(), 4, "{log}");
    for line in [
        "verified: chatwoot, by its signature\n",
        "verified: azeer, by a key in the URL: /webhooks/azeer/KEY\n",
        "not verified: saleschat, which has no keys: anyone may send\n",
        "refused: chatwoot: no key matches\n",
        "refused: chatwoot: missing X-Chatwoot-Signature\n",
        "refused: handshake of meta: no key matches\n",
    ] {
        assert!(log.contains(line), "{line}{log}");
    }
    for (_, key) in keys {
        key.split(", ").for_each(|key| assert!(!log.contains(key) || key == "token", "{key}"));
    }
}

#[test]
fn an_empty_key_is_an_error_at_startup() {
    let folder = folder("server-empty-key");
    let mut server = command(env!("CARGO_BIN_EXE_server"), &[folder.to_str().unwrap()]);
    let output = server.env("META_KEYS", "").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("META_KEYS: empty secret"));
}

/// A body is processed if and only if it was answered with 200; and the log shows no content.
#[test]
fn a_full_queue_refuses_bodies_and_loses_none() {
    let mut server = Server::start("server-queue");
    let content = "canary ".repeat(10_000);
    let accepted = (1..=1_000)
        .take_while(|id| {
            let body = format!(r#"{{"id":{id},"content":"{content}","event":"message_created"}}"#);
            match server.post("/webhooks/chatwoot", body.as_bytes()) {
                200 => true,
                status => {
                    assert_eq!(status, 503);
                    false
                }
            }
        })
        .count();
    assert!((256..300).contains(&accepted), "{accepted}");
    let output = server.read();
    server.interrupt();
    let (lines, log) = output.join().unwrap();
    assert!(server.process.wait().unwrap().success(), "{log}");
    let ids = lines.iter().map(|line| {
        let event: Value = serde_json::from_str(line).unwrap();
        assert_eq!(event["message"]["content"]["text"], content);
        event["message"]["id"].as_str().unwrap().parse::<usize>().unwrap()
    });
    assert!(ids.eq(1..=accepted));
    assert_eq!(log.matches("new: ").count(), accepted);
    assert!(!log.contains("canary"), "{log}");
}

#[test]
fn the_server_exits_if_its_worker_ends() {
    let mut server = Server::start("server-worker");
    drop(server.out.take());
    server.deliver(Provider::Chatwoot, br#"{"id":1,"event":"message_created"}"#);
    assert_eq!(server.process.wait().unwrap().code(), Some(1));
}
