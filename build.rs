//! What the program carries: the files of the standard theme, as a list, and the licences of all packages, packed.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::DeflateEncoder;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    list_theme(&out)?;
    pack_licences(&out)
}

/// Half a megabyte of licences is an eighth of that when it is packed, and they are rarely asked for.
fn pack_licences(out: &Path) -> io::Result<()> {
    const LICENCES: &str = "LICENCES.txt";
    println!("cargo::rerun-if-changed={LICENCES}");
    let file = fs::File::create(out.join("licences.deflate"))?;
    let mut packed = DeflateEncoder::new(file, Compression::best());
    packed.write_all(&fs::read(LICENCES)?)?;
    packed.finish()?;
    Ok(())
}

fn list_theme(out: &Path) -> io::Result<()> {
    const THEME: &str = "themes/standard";
    println!("cargo::rerun-if-changed={THEME}");
    let mut files = Vec::new();
    list(Path::new(THEME), &mut files)?;
    files.sort();
    let mut code = String::from("&[\n");
    for file in files {
        let name = file
            .strip_prefix(THEME)
            .expect("the list is of this folder");
        code += &format!(
            "    ({:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{file}\"))),\n",
            name.trim_start_matches('/')
        );
    }
    code += "]\n";
    fs::write(out.join("standard_theme.rs"), code)
}

fn list(folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if let Some(path) = path.to_str() {
            files.push(path.replace('\\', "/"));
        }
    }
    Ok(())
}
