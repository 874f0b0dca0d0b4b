//! Lists the files of the standard theme, so that the program can carry them.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    const THEME: &str = "themes/standard";
    println!("cargo::rerun-if-changed={THEME}");
    println!("cargo::rerun-if-changed=build.rs");
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
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("standard_theme.rs"), code)
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
