//! The test: starts everything, sends everything twice, kills every part, and counts.

mod engines;
mod figures;
mod hostile;
mod killer;
mod memory;
mod outage;
mod process;
mod report;
mod servers;

mod system;
mod twice;
mod weak;
mod wrong;

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use chathooks::Provider;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use self::{report::Report, servers::Servers, system::Folder};
use crate::{
    Result,
    corpus::{self, Body},
    sender::{Load, SECRET},
    stop,
};

#[derive(Args)]
pub struct Trial {
    /// The program `nats-server`
    #[arg(long, env = "NATS_SERVER", value_name = "FILE")]
    nats_server: PathBuf,

    /// Folder of the programs `initdb` and `postgres`
    #[arg(long, env = "POSTGRES", value_name = "FOLDER")]
    postgres: PathBuf,

    /// What a change has to pass: some 2,000 bodies, 4 kills
    #[arg(long)]
    short: bool,

    /// Nodes of NATS, each of which keeps every body: 1 or 3. With 3 it is the leader that is killed
    #[arg(long, default_value_t = 1, value_name = "N")]
    replicas: usize,

    /// Only these parts of the test
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    only: Vec<Part>,

    /// Only start everything, show where it listens, and wait for Ctrl-C
    #[arg(long)]
    up: bool,

    /// Seconds for which the database is away, and then the broker
    #[arg(long, value_name = "N")]
    away: Option<u64>,

    /// What the shuffling depends on
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// Everything is sent twice, while one process after the other is killed
    Twice,
    /// Bodies that do not parse, or that the database refuses
    Hostile,
    /// Keys that count for ten minutes only
    Weak,
    /// A stream that is full, and then has room again
    Full,
    /// A database that is away for a while, and then a broker
    Away,
    /// Wrong settings, which have to lose
    Wrong,
    /// How fast it is
    Figures,
}

/// What all parts of the test share.
struct Stage {
    folder: PathBuf,
    servers: Servers,
    bodies: Vec<Body>,
    random: fastrand::Rng,
    bar: ProgressBar,
    report: Report,
}

impl Trial {
    pub async fn run(self) -> Result {
        let folder = Folder::new()?;
        let run = self.run_in(&folder);
        let result = tokio::select! {
            result = run => result,
            () = stop() => Err("stopped".into()),
        };
        match &result {
            Ok(()) => fs::remove_dir_all(&folder.0)?,
            Err(_) => eprintln!("logs are kept in {}", folder.0.display()),
        }
        result
    }

    async fn run_in(&self, folder: &Folder) -> Result {
        let Self { replicas, short, .. } = *self;
        let folder = folder.0.clone();
        let endpoints: Vec<_> = Provider::ALL
            .iter()
            .map(|provider| json!({ "name": provider, "provider": provider, "secrets": [SECRET] }))
            .collect();
        fs::write(folder.join("endpoints.json"), serde_json::to_vec(&endpoints)?)?;
        let servers = Servers::start(&folder, &self.nats_server, &self.postgres, replicas).await?;
        let bodies = corpus::first(if short { 2_000 } else { 24_000 });
        let bar = ProgressBar::new(0)
            .with_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {elapsed} {wide_msg}")?);
        bar.enable_steady_tick(Duration::from_millis(200));
        let random = fastrand::Rng::with_seed(self.seed);
        let mut stage = Stage { folder, servers, bodies, random, bar, report: Report::default() };
        let away = Duration::from_secs(self.away.unwrap_or(if short { 3 } else { 60 }));
        if self.up {
            return stage.up().await;
        }
        let parts: &[Part] = match &*self.only {
            [] if short => &[Part::Twice, Part::Hostile, Part::Weak, Part::Wrong],
            [] if replicas > 1 => &[Part::Twice],
            [] => Part::value_variants(),
            only => only,
        };
        let (kills, kill, pause) = match (replicas, short) {
            (1, false) => (32, killer::ALL, Duration::from_millis(2_500)),
            (1, true) => (4, killer::ALL, Duration::from_millis(1_500)),
            (_, false) => (8, killer::LEADER, Duration::from_secs(6)),
            (_, true) => (2, killer::LEADER, Duration::from_secs(6)),
        };
        for part in parts {
            match part {
                Part::Twice => stage.twice(kill, kills, pause).await?,
                Part::Hostile => stage.hostile().await?,
                Part::Weak => stage.weak().await?,
                Part::Full => stage.full().await?,
                Part::Away => {
                    stage.away(killer::Part::Postgres, away).await?;
                    stage.away(killer::Part::Nats, away).await?;
                }
                Part::Wrong => stage.wrong(short).await?,
                Part::Figures => stage.figures(short).await?,
            }
        }
        stage.bar.finish_and_clear();
        stage.report.end()
    }
}

impl Stage {
    /// Shows the progress of a load until it ends.
    fn watch(&self, load: &Arc<Load>, what: &str) -> tokio::task::JoinHandle<()> {
        let (bar, load, what) = (self.bar.clone(), Arc::clone(load), what.to_owned());
        bar.set_length(u64::try_from(load.bodies.len()).unwrap_or(0));
        tokio::spawn(async move {
            loop {
                let taken = load.counts.taken.load(std::sync::atomic::Ordering::Relaxed);
                bar.set_position(taken);
                bar.set_message(what.clone());
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        })
    }

    /// Everything runs, for whoever wants to try it by hand.
    async fn up(&mut self) -> Result {
        let name = "hooks";
        let mut system = self.system(name, 2, system::Changes::default()).await?;
        system.start_workers()?;
        self.bar.suspend(|| {
            println!("receiver  http://{}/hooks/<provider>[/{SECRET}]", system.address);
            println!(
                "secrets   {SECRET}, of the endpoints in {}/endpoints.json",
                self.folder.display()
            );
            println!("NATS      {} stream {name}", self.servers.nats_url);
            println!("database  {}", system.database);
            println!("logs      {}", self.folder.display());
            for process in system
                .workers
                .iter()
                .chain([&system.receiver, &self.servers.postgres])
                .chain(&self.servers.nats)
            {
                println!("process   {} {}", process.id().unwrap_or_default(), process.name);
            }
        });
        stop().await;
        Ok(())
    }

    async fn system(
        &self,
        name: &str,
        workers: usize,
        changes: system::Changes,
    ) -> Result<system::System> {
        system::System::new(&self.servers, &self.folder, name, workers, changes).await
    }
}
