//! Time and peak memory of a command.
//!
//! The system tells the peak memory of finished children only as the highest of them all, so each
//! command is run by a small process of its own, the meter, which has no other child:
//!
//! 1. [`command`] starts this program again as a meter, in the command's folder.
//! 2. [`meter`] runs the command, takes the time from its start to its end, asks the system for
//!    the peak, and prints both as JSON.

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::{Deserialize, Serialize};

/// What one run of a command took.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Sample {
    /// Wall-clock time from start to end of the process, in seconds.
    pub seconds: f64,
    /// Highest resident memory of the process, in bytes; absent where the system doesn't tell.
    pub peak: Option<u64>,
}

/// Runs a command in a folder under a meter. Fails, with the command's output, if the command
/// fails or has anything to say: what is measured should be quiet and without findings.
pub fn command(
    folder: &Path,
    command: &[impl AsRef<OsStr>],
) -> Result<Sample, Box<dyn Error + Send + Sync>> {
    metered(folder, false, command)
}

/// Runs a command like that; one of others may say what it likes.
pub fn metered(
    folder: &Path,
    may_talk: bool,
    command: &[impl AsRef<OsStr>],
) -> Result<Sample, Box<dyn Error + Send + Sync>> {
    let output = Command::new(std::env::current_exe()?)
        .arg("meter")
        .args(may_talk.then_some("--may-talk"))
        .arg("--")
        .args(command)
        .current_dir(folder)
        .output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("in {}:\n{}", folder.display(), said.trim_end()).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Runs the command and prints its measures, for the process that asked for them.
pub fn print(command: &[OsString], may_talk: bool) -> Result<(), Box<dyn Error + Send + Sync>> {
    println!("{}", serde_json::to_string(&meter(command, may_talk)?)?);
    Ok(())
}

fn meter(command: &[OsString], may_talk: bool) -> Result<Sample, Box<dyn Error + Send + Sync>> {
    let [program, arguments @ ..] = command else {
        return Err("the meter needs a command".into());
    };
    let start = Instant::now();
    let output = Command::new(program).args(arguments).output()?;
    let seconds = start.elapsed().as_secs_f64();
    let silent = output.stdout.is_empty() && output.stderr.is_empty();
    if !output.status.success() || !(silent || may_talk) {
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        return Err(format!("{command:?} ended with {} and said:\n{said}", output.status).into());
    }
    Ok(Sample {
        seconds,
        peak: peak_of_children(),
    })
}

#[cfg(unix)]
fn peak_of_children() -> Option<u64> {
    use nix::sys::resource::{UsageWho, getrusage};
    // Apple's systems count in bytes, all others in KiB.
    let unit = if cfg!(target_vendor = "apple") {
        1
    } else {
        1024
    };
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?.max_rss();
    u64::try_from(peak).ok().map(|peak| peak * unit)
}

#[cfg(not(unix))]
fn peak_of_children() -> Option<u64> {
    None
}
