//! A generated handbook in three languages.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The handbook at `folder` in German, English and Ukrainian, made beside it where it is missing.
/// The translations are copies: what a build does with them doesn't depend on what they say.
pub fn in_three_languages(folder: &Path) -> Result<PathBuf, Box<dyn Error + Send + Sync>> {
    let translated = folder.with_extension("languages");
    if translated.is_dir() {
        return Ok(translated);
    }
    let partial = folder.with_extension("partial");
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        let to = partial.join(entry.path().strip_prefix(folder)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to)?;
            continue;
        }
        fs::copy(entry.path(), &to)?;
        if to.extension().is_some_and(|extension| extension == "md") {
            for language in ["en", "uk"] {
                fs::copy(entry.path(), to.with_extension(format!("{language}.md")))?;
            }
        }
    }
    let settings = fs::read_to_string(folder.join("handbook.yml"))?;
    let settings = settings.replace("languages: [de]", "languages: [de, en, uk]");
    fs::write(partial.join("handbook.yml"), settings)?;
    fs::rename(&partial, &translated)?;
    Ok(translated)
}
