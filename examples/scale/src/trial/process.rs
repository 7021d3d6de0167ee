//! A process of the test: started, killed and started again, by its id.

use std::{
    ffi::OsString,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::process::{Child, Command};

use crate::Result;

pub struct Process {
    pub name: String,
    program: OsString,
    arguments: Vec<OsString>,
    log: PathBuf,
    /// Whose rights it has, if not our own.
    user: Option<&'static str>,
    child: Option<Child>,
}

impl Process {
    /// A process that does not run yet; what it writes goes to a file in the folder.
    pub fn new<A: Into<OsString>>(
        name: impl Into<String>,
        folder: &Path,
        program: impl Into<OsString>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let name = name.into();
        Self {
            log: folder.join(&name).with_extension("log"),
            name,
            program: program.into(),
            arguments: arguments.into_iter().map(Into::into).collect(),
            user: None,
            child: None,
        }
    }

    pub fn with_user(mut self, user: Option<&'static str>) -> Self {
        self.user = user;
        self
    }

    pub fn start(&mut self) -> Result {
        let log = File::options().create(true).append(true).open(&self.log)?;
        // Ends with the test, even if that is killed.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]);
        if let Some(user) = self.user {
            command.args(["--reuid", user, "--regid", user, "--init-groups"]);
        }
        command.arg("--").arg(&self.program).args(&self.arguments).current_dir("/");
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).kill_on_drop(true);
        self.child = Some(command.spawn()?);
        Ok(())
    }

    /// Runs it to its end.
    pub async fn run(&mut self) -> Result {
        self.start()?;
        let Some(child) = &mut self.child else { return Ok(()) };
        if child.wait().await?.success() {
            return Ok(());
        }
        Err(format!("{} failed: {}", self.name, fs::read_to_string(&self.log)?).into())
    }

    pub fn id(&self) -> Option<u32> {
        self.child.as_ref()?.id()
    }

    /// Kills it, as -9 does.
    pub async fn kill(&mut self) -> Result {
        if let Some(mut child) = self.child.take() {
            child.kill().await?;
        }
        Ok(())
    }

    /// Asks it to end, and returns what it wrote last.
    pub async fn stop(&mut self) -> Result<String> {
        if let (Some(id), Some(mut child)) = (self.id(), self.child.take()) {
            Command::new("kill").arg(id.to_string()).status().await?;
            child.wait().await?;
        }
        let log = tokio::fs::read_to_string(&self.log).await?;
        Ok(log.lines().last().unwrap_or_default().to_owned())
    }
}
