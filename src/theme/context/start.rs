//! What the start page gets.

use serde::Serialize;

use super::{Card, FinderContext, KindContext, Link, Picture, TextLanguage};

#[derive(Debug, Clone, Serialize)]
pub struct StartContext {
    /// One below the other.
    pub blocks: Vec<BlockContext>,
}

/// A block. Which of its parts are filled depends on the type.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BlockContext {
    #[serde(rename = "type")]
    pub ty: &'static str,
    pub links: Vec<Link>,
    /// Ways to the handbook in easy and in sign language.
    pub access: Vec<Link>,
    pub tiles: Vec<TileContext>,
    pub items: Vec<Card>,
    pub finder: Option<FinderContext>,
    pub logos: Vec<LogoContext>,
}

/// The logo of a partner or funder.
#[derive(Debug, Clone, Serialize)]
pub struct LogoContext {
    pub image: Picture,
    /// Where it leads.
    pub url: Option<String>,
}

/// A kind with the number of its chapters.
#[derive(Debug, Clone, Serialize)]
pub struct TileContext {
    pub title: String,
    /// What one of them is called.
    pub one: String,
    pub url: String,
    pub count: usize,
    pub summary: Option<String>,
    pub language: Option<TextLanguage>,
    pub kind: KindContext,
}
