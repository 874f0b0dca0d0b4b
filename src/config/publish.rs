//! Files that are published though nothing leads to them.
//!
//! A pattern names files as seen from the content folder: `*` stands for any part of a name, `?` for one
//! character, `**` for any folders. Names that begin with `.` or `_` are only meant by patterns that
//! write that sign.

/// Patterns of such files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publish(pub(super) Vec<String>);

impl Publish {
    /// Whether the file at `path`, seen from the content folder, is meant.
    pub fn names(&self, path: &str) -> bool {
        let path: Vec<&str> = path.split('/').collect();
        self.0.iter().any(|pattern| {
            let pattern = pattern.trim_start_matches('/');
            let folder = pattern.ends_with('/').then_some("**");
            let parts = pattern.trim_end_matches('/').split('/').chain(folder);
            is_path(&parts.collect::<Vec<_>>(), &path)
        })
    }
}

fn is_path(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**"], [_, ..]) => path.iter().all(|name| !is_hidden(name)),
        (["**", rest @ ..], _) => {
            is_path(rest, path)
                || matches!(path, [name, below @ ..] if !is_hidden(name) && is_path(pattern, below))
        }
        ([part, rest @ ..], [name, below @ ..]) => is_name(part, name) && is_path(rest, below),
        _ => false,
    }
}

fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

fn is_name(pattern: &str, name: &str) -> bool {
    if is_hidden(name) && !name.starts_with(&pattern[..pattern.len().min(1)]) {
        return false;
    }
    // Where the last `*` stood, and how much of the name it has taken.
    let (pattern, name): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), name.chars().collect());
    let (mut at, mut of_name, mut star) = (0, 0, None);
    while of_name < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, of_name));
                at += 1;
            }
            Some(c) if *c == '?' || *c == name[of_name] => {
                at += 1;
                of_name += 1;
            }
            _ => {
                let Some((place, taken)) = star else {
                    return false;
                };
                star = Some((place, taken + 1));
                (at, of_name) = (place + 1, taken + 1);
            }
        }
    }
    pattern[at..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_files() {
        let names = |pattern: &str, path| Publish(vec![pattern.into()]).names(path);
        for (pattern, path) in [
            ("downloads/**", "downloads/a/b.pdf"),
            ("downloads/", "downloads/b.pdf"),
            ("CNAME", "CNAME"),
            (".well-known/**", ".well-known/security.txt"),
            ("**/*.pdf", "a/b/c.pdf"),
            ("**/*.pdf", "c.pdf"),
            ("*.p?f", "plan.pdf"),
            ("/a*b*c.txt", "axxbxbxc.txt"),
            ("_a/*", "_a/b.png"),
        ] {
            assert!(names(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("downloads/**", "downloads"),
            ("*.pdf", "a/b.pdf"),
            ("**", ".well-known/x"),
            ("**", "_a/b.png"),
            ("*", "_b.png"),
            ("CNAME", "CNAME2"),
            ("a*b", "axc"),
        ] {
            assert!(!names(pattern, path), "{pattern} {path}");
        }
    }
}
