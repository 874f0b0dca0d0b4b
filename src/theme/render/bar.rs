//! Which sections the bar at the top of a page has room for, at three widths of the window.
//!
//! Pages are laid out by style alone, and a list that wraps would push the text down. So it is
//! reckoned here, from the numbers of letters, what fits beside the title and the tools; what doesn't
//! stands in a list of its own behind the last one.

use super::View;
use crate::theme::context::NavItem;

/// Widths of windows, in `em` of 16 pixels.
const WIDTHS: [u32; 3] = [64, 80, 96];

/// The room that the bar has at these widths, in tenths of an `em`.
const ROOM: [usize; 3] = [585, 745, 795];

/// In tenths of an `em`: a letter of a section's title, the gap beside it, a letter of the handbook's
/// title with its logo, the most that this may take, a button, the search box, and the way to the rest.
const LETTER: usize = 6;
const GAP: usize = 15;
const BRAND_LETTER: usize = 7;
const LOGO: usize = 29;
const BRAND_MAX: usize = 210;
const BUTTON: usize = 28;
const LANGUAGES: usize = 56;
const SEARCH: [usize; 3] = [28, 80, 100];
const REST: usize = 56;

impl View<'_> {
    /// Says of each item from which width on it stands in the bar.
    pub(super) fn place(&self, items: &mut [NavItem]) {
        let title = self.site.title(self.language).chars().count();
        let brand = (LOGO + title * BRAND_LETTER).min(BRAND_MAX);
        let languages = if self.site.editions.len() > 1 {
            LANGUAGES
        } else {
            0
        };
        let width = |item: &NavItem| GAP + LETTER * item.title.chars().count();
        for (at, window) in WIDTHS.iter().enumerate().rev() {
            let taken = brand + languages + BUTTON + SEARCH[at] + 3 * GAP;
            let room = ROOM[at].saturating_sub(taken);
            let all: usize = items.iter().map(width).sum();
            let room = if all <= room {
                room
            } else {
                room.saturating_sub(REST)
            };
            let mut used = 0;
            for item in items.iter_mut() {
                used += width(item);
                if used > room {
                    break;
                }
                item.from = *window;
            }
        }
    }
}
