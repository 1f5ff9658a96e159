//! Every check keeps its examples; the engine keeps its promises.

mod examples;
pub(crate) mod office;
mod plans;
mod promises;
