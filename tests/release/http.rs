//! Every address of every release, over HTTP from a real nginx that has the generated map.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use transferbuch::release::{MANIFEST, Manifest};

use crate::{OnDisk, handbook, release};

/// A server of a folder below `/unten/`, until it is dropped.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// `None` where nginx isn't installed.
    fn start(site: &Path, run: &Path) -> Option<Self> {
        let nginx = ["/usr/sbin/nginx", "/usr/bin/nginx"];
        let nginx = nginx.into_iter().find(|path| Path::new(path).exists())?;
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        fs::create_dir_all(run.join("root")).unwrap();
        std::os::unix::fs::symlink(site, run.join("root/unten")).unwrap();
        let folder = run.display();
        let map = site.join("redirects.nginx.map");
        let config = format!(
            "daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n\
             events {{}}\n\
             http {{\n\
               access_log off; map_hash_bucket_size 512;\n\
               client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;\n\
               fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n\
               map $uri $handbook_redirect {{ include {}; }}\n\
               server {{\n\
                 listen 127.0.0.1:{port}; root {folder}/root; absolute_redirect off;\n\
                 if ($handbook_redirect) {{ return 301 $handbook_redirect; }}\n\
               }}\n\
             }}\n",
            map.display()
        );
        let file = run.join("nginx.conf");
        fs::write(&file, config).unwrap();
        // Its workers leave the rights of root, and have to reach the folder.
        open_to_all(run);
        let process = Command::new(nginx)
            .args([
                "-c",
                file.to_str().unwrap(),
                "-e",
                &format!("{folder}/error.log"),
            ])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { process, port };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = || fs::read_to_string(run.join("error.log")).unwrap_or_default();
            assert!(begun.elapsed() < Duration::from_secs(30), "{}", log());
            sleep(Duration::from_millis(20));
        }
        Some(server)
    }

    /// Status and, for a redirect, where it leads.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request = format!("GET {path} HTTP/1.0\r\nHost: x\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let head = String::from_utf8_lossy(&answer).into_owned();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let location = head
            .lines()
            .find_map(|line| line.strip_prefix("Location: "));
        (status, location.unwrap_or_default().trim().to_owned())
    }

    /// Fails unless `path` is served in the end.
    fn reach(&self, path: &str) -> String {
        let mut at = path.to_owned();
        for _ in 0..4 {
            match self.get(&at) {
                (200, _) => return at,
                (301, to) => at = to,
                (status, _) => panic!("{path}: {at} answers {status}"),
            }
        }
        panic!("{path} leads round in a circle");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let pid = self.process.id().to_string();
        // Its workers end with it only if it is asked.
        let _ = Command::new("kill").args(["-TERM", &pid]).status();
        let _ = self.process.wait();
    }
}

fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = |mode| fs::Permissions::from_mode(mode);
    fs::set_permissions(folder, mode(0o755)).unwrap();
}

#[test]
fn every_address_of_every_release_is_served_or_redirected() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);

    // A section moves with its translation, one of its headings is renamed.
    fs::create_dir(handbook.path("content/wege")).unwrap();
    for name in ["tisch.md", "tisch.en.md", "vorlage.pdf"] {
        let from = handbook.path(&format!("content/formate/{name}"));
        fs::rename(from, handbook.path(&format!("content/wege/{name}"))).unwrap();
    }
    let text = fs::read_to_string(handbook.path("content/wege/tisch.md")).unwrap();
    handbook.write(
        "content/wege/tisch.md",
        text.replace("## Ablauf", "## Verlauf"),
    );
    handbook.write("content/index.md", "# Start\n");
    handbook.write("content/neu.md", "# Neu\n\n## Stelle\n\nText\n");
    release(&handbook, &["1.1", "--fix"]);

    // A chapter goes, and another takes its place; a translation and a file go.
    fs::remove_file(handbook.path("content/formate/markt.md")).unwrap();
    fs::remove_file(handbook.path("content/wege/tisch.en.md")).unwrap();
    fs::remove_file(handbook.path("content/wege/vorlage.pdf")).unwrap();
    let text = fs::read_to_string(handbook.path("content/wege/tisch.md")).unwrap();
    handbook.write(
        "content/wege/tisch.md",
        text.replace("[Vorlage](vorlage.pdf)", "Keine."),
    );
    handbook.write(
        "content/neu.md",
        "---\naliases: [formate/markt]\nanchors: {stelle: ort}\n---\n# Neu\n\n## Ort\n\nText\n",
    );
    release(&handbook, &["2.0"]);

    let site = handbook.path("site").canonicalize().unwrap();
    open_to_all(handbook.path("").as_path());
    let run = OnDisk::empty();
    let Some(server) = Server::start(&site, &run.path("")) else {
        eprintln!("nginx isn't installed");
        return;
    };
    let mut addresses = BTreeSet::new();
    for version in ["1.0", "1.1", "2.0"] {
        let folder = format!("v/{version}/");
        let json = fs::read(site.join(&folder).join(MANIFEST)).unwrap();
        let manifest = Manifest::from_json(&json).unwrap();
        assert!(manifest.pages.contains_key("") && manifest.pages.len() > 5);
        let lists = ["assets/", "search/", MANIFEST];
        let own = |file: &&String| !lists.iter().any(|list| file.starts_with(list));
        let published = manifest.pages.keys().chain(manifest.redirects.keys());
        for address in published.chain(&manifest.attachments) {
            addresses.insert(address.clone());
            addresses.insert(format!("{folder}{address}"));
        }
        addresses.extend(
            manifest
                .files
                .keys()
                .filter(own)
                .map(|file| format!("{folder}{file}")),
        );
        addresses.extend(manifest.files.keys().map(|file| format!("{folder}{file}")));
    }
    for address in &addresses {
        server.reach(&format!("/unten/{address}"));
    }
    for (from, to) in [
        ("formate/tisch/", "wege/tisch/"),
        ("formate/tisch/index.html", "wege/tisch/"),
        ("formate/markt/", "neu/"),
        ("en/formate/tisch/", "en/wege/tisch/"),
        ("formate/vorlage.pdf", "formate/vorlage.pdf"),
        ("wege/vorlage.pdf", "wege/vorlage.pdf"),
    ] {
        assert_eq!(
            server.reach(&format!("/unten/{from}")),
            format!("/unten/{to}")
        );
    }
    assert_eq!(server.get("/unten/nie/gewesen/").0, 404);
    let page = fs::read_to_string(site.join("wege/tisch/index.html")).unwrap();
    assert!(page.contains("<span id=\"ablauf\"></span>"));
}
