//! Under which addresses a server can be reached that is open to others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// Addresses in the ranges for documentation: the system says by which of its own it would go there, and
/// nothing is sent.
const ELSEWHERE: [IpAddr; 2] = [
    IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
];

/// The names of this machine, the shortest first; in networks with a domain of their own also the full ones.
pub(super) fn names() -> Vec<String> {
    #[cfg(unix)]
    let (name, known) = (
        rustix::system::uname()
            .nodename()
            .to_str()
            .ok()
            .map(str::to_owned),
        std::fs::read_to_string("/etc/hosts").unwrap_or_default(),
    );
    #[cfg(not(unix))]
    let (name, known) = {
        let name = std::env::var("COMPUTERNAME").ok();
        let domain = std::env::var("USERDNSDOMAIN").ok();
        let full = name
            .as_ref()
            .zip(domain)
            .map(|(name, domain)| format!("- {name} {name}.{domain}"));
        (name, full.unwrap_or_default())
    };
    name.map_or_else(Vec::new, |name| names_beside(&name, &known))
}

/// A machine's name, short and in full, and what is beside it in a list of addresses with their names.
fn names_beside(name: &str, known: &str) -> Vec<String> {
    let name = name.trim_end_matches(".local").to_ascii_lowercase();
    let short = name.split('.').next().unwrap_or_default().to_owned();
    if short.is_empty() || short == "localhost" {
        return Vec::new();
    }
    let mut names = vec![short, name];
    for line in known.lines() {
        let line = line
            .split('#')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let beside = line.split_whitespace().skip(1);
        if beside
            .clone()
            .any(|other| names.iter().any(|name| name == other))
        {
            names.extend(
                beside
                    .filter(|name| *name != "localhost")
                    .map(str::to_owned),
            );
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// The address by which the author's own browser reaches the server at `bound`.
pub(super) fn own(bound: SocketAddr) -> SocketAddr {
    let ip = match bound.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, bound.port())
}

/// The URLs by which others reach the server at `bound`.
pub(super) fn others(bound: SocketAddr) -> Vec<String> {
    if bound.ip().is_loopback() {
        return Vec::new();
    }
    let url = |host: &str| format!("http://{host}:{}/", bound.port());
    let url_of = |ip: IpAddr| format!("http://{}/", SocketAddr::new(ip, bound.port()));
    if !bound.ip().is_unspecified() {
        return vec![url_of(bound.ip())];
    }
    let families = ELSEWHERE
        .iter()
        .filter(|ip| ip.is_ipv4() || bound.is_ipv6());
    let ips = families.filter_map(|elsewhere| {
        let any: IpAddr = match elsewhere {
            IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
            IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
        };
        let socket = UdpSocket::bind((any, 0)).ok()?;
        socket.connect((*elsewhere, 9)).ok()?;
        let ip = socket.local_addr().ok()?.ip();
        (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
    });
    let name = names().into_iter().next().map(|name| url(&name));
    ips.map(url_of).chain(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_has_its_name_its_full_one_and_those_beside_it() {
        let hosts = "127.0.0.1 localhost\n127.0.1.1 Amt-17.stadt.example amt-17 # eigener\n10.0.0.3 amt-18\n";
        assert_eq!(
            names_beside("AMT-17", hosts),
            ["amt-17", "amt-17.stadt.example"]
        );
        assert_eq!(
            names_beside("amt-17.land.example", ""),
            ["amt-17", "amt-17.land.example"]
        );
        assert_eq!(names_beside("amt-17.local", ""), ["amt-17"]);
        assert_eq!(
            names_beside("localhost", "127.0.0.1 localhost amt-17\n"),
            [""; 0]
        );
    }
}
