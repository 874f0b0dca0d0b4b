//! What this process has cost so far. Zero where the system doesn't say.

#[cfg(unix)]
use std::time::Duration;

#[cfg(unix)]
use nix::sys::resource::{Usage, UsageWho, getrusage};
#[cfg(unix)]
use nix::sys::time::TimeVal;

#[cfg(unix)]
fn usage() -> Option<Usage> {
    getrusage(UsageWho::RUSAGE_SELF).ok()
}

/// The most memory that it has had at a time, in KB (of Linux; others count bytes).
#[cfg(unix)]
pub fn peak_memory() -> u64 {
    let peak = usage().map(|usage| usage.max_rss());
    peak.and_then(|peak| u64::try_from(peak).ok())
        .unwrap_or_default()
}

/// Seconds of the processor that it has had, over all threads. Says more than the clock where a machine is
/// shared.
#[cfg(unix)]
pub fn processor() -> f64 {
    let number = |number: i64| u64::try_from(number).unwrap_or_default();
    let time = |time: TimeVal| {
        Duration::from_secs(number(time.tv_sec())) + Duration::from_micros(number(time.tv_usec()))
    };
    let both = usage().map(|usage| time(usage.user_time()) + time(usage.system_time()));
    both.unwrap_or_default().as_secs_f64()
}

#[cfg(not(unix))]
pub fn peak_memory() -> u64 {
    0
}

#[cfg(not(unix))]
pub fn processor() -> f64 {
    0.0
}
