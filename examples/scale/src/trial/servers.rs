//! NATS and PostgreSQL, in a folder of their own and on free ports of loopback.

use std::{
    fmt::Write,
    fs,
    net::TcpListener,
    os::unix::fs::{MetadataExt, chown},
    path::{Path, PathBuf},
    time::Duration,
};

use tokio::{net::TcpStream, process::Command, time::sleep};

use super::process::Process;
use crate::{Result, store};

pub struct Servers {
    pub nats: Vec<Process>,
    pub nats_url: String,
    pub postgres: Process,
    postgres_port: u16,
}

/// Returns a free port.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

impl Servers {
    pub async fn start(
        folder: &Path,
        nats: &Path,
        postgres: &Path,
        nodes: usize,
        sync_always: bool,
    ) -> Result<Self> {
        let ports =
            (0..nodes).map(|_| Ok((free_port()?, free_port()?))).collect::<Result<Vec<_>>>()?;
        let (postgres, postgres_port) = database(folder, postgres).await?;
        let mut servers = Self {
            nats: brokers(folder, nats, &ports, sync_always)?,
            nats_url: ports
                .iter()
                .map(|(port, _)| format!("nats://127.0.0.1:{port}"))
                .collect::<Vec<_>>()
                .join(","),
            postgres,
            postgres_port,
        };
        servers.postgres.start()?;
        for node in &mut servers.nats {
            node.start()?;
        }
        for port in ports.iter().map(|(port, _)| *port).chain([postgres_port]) {
            reachable(port).await?;
        }
        Ok(servers)
    }

    /// Makes a database, and returns its URL.
    pub async fn database(&self, name: &str) -> Result<String> {
        let url = |name| format!("postgres://hooks@127.0.0.1:{}/{name}", self.postgres_port);
        let client = store::connect(&url("postgres")).await?;
        client.batch_execute(&format!("CREATE DATABASE {name}")).await?;
        Ok(url(name))
    }
}

pub async fn reachable(port: u16) -> Result {
    for _ in 0..600 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return Ok(());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Err(format!("nothing listens on port {port} after 30 s").into())
}

fn brokers(
    folder: &Path,
    program: &Path,
    ports: &[(u16, u16)],
    sync_always: bool,
) -> Result<Vec<Process>> {
    let sync = if sync_always { ", sync_interval: always" } else { "" };
    let routes: Vec<_> = ports.iter().map(|(_, port)| format!("nats://127.0.0.1:{port}")).collect();
    let broker = |(index, (port, cluster)): (usize, &(u16, u16))| {
        let name = format!("nats{index}");
        let store = folder.join(&name);
        let mut config = format!(
            "server_name: {name}\nlisten: 127.0.0.1:{port}\nmax_payload: 4MB\njetstream {{ store_dir: \"{}\"{sync} }}\n",
            store.display(),
        );
        if ports.len() > 1 {
            writeln!(
                config,
                "cluster {{ name: hooks, listen: 127.0.0.1:{cluster}, routes: {routes:?} }}"
            )?;
        }
        let path = store.with_extension("conf");
        fs::write(&path, config)?;
        Ok(Process::new(name, folder, program, ["-c".into(), path]))
    };
    ports.iter().enumerate().map(broker).collect()
}

async fn database(folder: &Path, programs: &Path) -> Result<(Process, u16)> {
    let (data, port) = (folder.join("postgres"), free_port()?);
    fs::create_dir(&data)?;
    // It refuses to run as root.
    let user = (fs::metadata("/proc/self")?.uid() == 0).then_some("postgres");
    if user.is_some() {
        let id = |flag| Command::new("id").args([flag, "postgres"]).output();
        let number =
            |output: std::process::Output| String::from_utf8_lossy(&output.stdout).trim().parse();
        chown(&data, Some(number(id("-u").await?)?), Some(number(id("-g").await?)?))?;
    }
    let data = data.to_str().ok_or("the temporary folder has a strange name")?.to_owned();
    let mut make = Process::new(
        "initdb",
        folder,
        programs.join("initdb"),
        ["-D", &data, "-U", "hooks", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    )
    .with_user(user);
    make.run().await?;
    let port_setting = format!("port={port}");
    let settings = [
        &*port_setting,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_wal_size=2GB",
        "log_checkpoints=off",
    ];
    let settings = settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting.to_owned()]);
    let arguments = ["-D".to_owned(), data].into_iter().chain(settings);
    let program: PathBuf = programs.join("postgres");
    Ok((Process::new("postgresql", folder, program, arguments).with_user(user), port))
}
