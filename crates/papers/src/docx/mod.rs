//! Papers from templates: an ordinary `.docx` with placeholders is filled with values.
//!
//! A placeholder is `{{ hearing.place }}`; `{% if … %}` and `{% for … %}` choose and repeat. What may stand there is the
//! tree of values: an unknown name is refused by name when the template is taken in, and a known one that holds nothing
//! (JSON `null`) is never printed empty: it is told as a gap. Text goes in as text: nothing in a value becomes markup.
//!
//! [`Fonts`](crate::fonts::Fonts) then sees to it that each character has a face that can show it.

mod faces;
mod fault;
mod fill;
mod filters;
mod links;
mod package;
mod shape;
mod speech;
mod tags;
mod values;
mod xml;

pub use fault::{DocxCode, DocxFault};
pub use fill::{Filled, Template};
pub use package::text_of;
pub use values::names;

pub(crate) use package::Package;
pub(crate) use xml::{Element, Node, write_plain};
