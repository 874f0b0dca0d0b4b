//! Colours as all screens understand them. A camera or a program may count them in its own way, and says
//! how in a profile; without it they would look dull or loud.

use qcms::{DataType, Intent, Profile, Transform};

use super::decode::Pixels;

/// Where a profile says which colours it is for.
const COLOURS: std::ops::Range<usize> = 16..20;

/// Brings the colours to sRGB. Says whether there was anything to do.
pub(super) fn to_srgb(pixels: &mut Pixels, profile: &[u8]) -> bool {
    if profile.get(COLOURS) != Some(b"RGB ") {
        return false;
    }
    let Some(from) = Profile::new_from_slice(profile, false) else {
        return false;
    };
    if from.is_sRGB() {
        return false;
    }
    let mut to = Profile::new_sRGB();
    to.precache_output_transform();
    let ty = if pixels.has_alpha {
        DataType::RGBA8
    } else {
        DataType::RGB8
    };
    let Some(transform) = Transform::new(&from, &to, ty, Intent::Perceptual) else {
        return false;
    };
    transform.apply(&mut pixels.data);
    true
}
