//! Under which addresses a server can be reached that is open to others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// Addresses in the ranges for documentation: the system says by which of its own it would go there, and
/// nothing is sent.
const ELSEWHERE: [IpAddr; 2] = [
    IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
];

/// The name of this machine, if it has one.
pub(super) fn machine() -> Option<String> {
    #[cfg(unix)]
    let name = rustix::system::uname()
        .nodename()
        .to_str()
        .ok()
        .map(str::to_owned);
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").ok();
    let name = name?.trim_end_matches(".local").to_ascii_lowercase();
    (!name.is_empty() && name != "localhost").then_some(name)
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
    let name = machine().map(|name| url(&name));
    ips.map(url_of).chain(name).collect()
}
