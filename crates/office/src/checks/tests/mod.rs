//! Every check keeps its examples; the engine keeps its promises.

mod examples;
mod office;
mod promises;
