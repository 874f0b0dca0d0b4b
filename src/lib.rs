//! Transferbuch: a static site generator for digital transfer handbooks.
