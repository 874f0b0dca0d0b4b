//! What a browser can show of a file, by the ending of its name.

/// Endings of pictures.
const PICTURES: [&str; 12] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "apng", "bmp", "ico", "jfif", "jxl",
];

/// Endings of films.
const FILMS: [&str; 5] = ["mp4", "m4v", "webm", "ogv", "mov"];

/// Endings of recordings of sound.
const SOUNDS: [&str; 8] = ["mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"];

/// What a browser shows of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// A picture.
    Picture,
    /// A film, in a player.
    Film,
    /// Sound, in a player.
    Sound,
}

impl Media {
    /// What `path`, without anchor and query, names; `None` for what stands on no page.
    pub fn of(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        let one_of = |endings: &[&str]| {
            endings
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        };
        if one_of(&PICTURES) {
            Some(Self::Picture)
        } else if one_of(&FILMS) {
            Some(Self::Film)
        } else {
            one_of(&SOUNDS).then_some(Self::Sound)
        }
    }
}
