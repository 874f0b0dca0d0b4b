//! The real program on a handbook in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use transferbuch::release::{MANIFEST, Manifest};

use super::{Files, Handbook, compact};

/// A handbook on disk.
#[derive(Debug)]
pub struct OnDisk {
    folder: TempDir,
}

/// What a run of the program gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Output {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// The program, with nothing of this environment that it would heed.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_transferbuch"));
    command.stdin(Stdio::null());
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "RAYON_NUM_THREADS",
        "VISUAL",
    ] {
        command.env_remove(name);
    }
    command.env("LANG", "en_US.UTF-8");
    command
}

impl Handbook {
    /// Writes the handbook to a folder of its own.
    pub fn on_disk(&self) -> OnDisk {
        let folder = TempDir::new().unwrap();
        let on_disk = OnDisk { folder };
        for (path, bytes) in &self.files {
            on_disk.write(path, bytes);
        }
        on_disk
    }
}

impl OnDisk {
    pub fn empty() -> Self {
        Handbook::default().on_disk()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// The program with its working folder here.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = program();
        command.current_dir(self.folder.path()).args(args);
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        output(&mut self.command(args))
    }

    /// What the program says on a terminal to somebody who types `answer`.
    #[cfg(unix)]
    pub fn on_a_terminal(&self, args: &[&str], answer: &str) -> String {
        use std::io::{Read, Write};

        let nix::pty::OpenptyResult { master, slave } = nix::pty::openpty(None, None).unwrap();
        let mut terminal = fs::File::from(master);
        terminal.write_all(answer.as_bytes()).unwrap();
        let mut command = self.command(args);
        command
            .stdin(Stdio::from(slave.try_clone().unwrap()))
            .stderr(Stdio::from(slave));
        command.output().unwrap();
        drop(command);
        // A terminal that nobody else holds open ends with an error.
        let mut shown = Vec::new();
        let _ = terminal.read_to_end(&mut shown);
        String::from_utf8(shown).unwrap()
    }

    /// Builds, and fails unless that went well.
    pub fn build(&self) -> Files {
        let output = self.run(&["build", "--quiet"]);
        let good = (Some(0), String::new(), String::new());
        assert_eq!((output.code, output.stdout, output.stderr), good);
        files(&self.path("public"))
    }
}

/// Runs `command` to its end.
pub fn output(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    Output {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Output {
    /// The findings on stderr, without margins, and without the line that counts them.
    pub fn findings(&self) -> String {
        compact(&self.stderr)
    }
}

/// All files below `folder`.
pub fn files(folder: &Path) -> Files {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                files.insert(name.to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Fails unless `site` holds exactly what its manifest says.
pub fn assert_whole(site: &Files) {
    let json = site.get(MANIFEST).expect("a published site has a manifest");
    let manifest = Manifest::from_json(json).expect("the manifest is ours");
    let hex = |bytes: &[u8]| -> String {
        let hash = Sha256::digest(bytes);
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let found: BTreeMap<String, String> = site
        .iter()
        .filter(|(path, _)| *path != MANIFEST)
        .map(|(path, bytes)| (path.clone(), hex(bytes)))
        .collect();
    assert_eq!(found, manifest.files);
}
