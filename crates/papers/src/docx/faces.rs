//! The face of each character: a face that is not installed gives way to one of the same sort, and a character that its face
//! lacks gets, alone, a face that has it.

use std::collections::{BTreeMap, BTreeSet};

use super::{DocxFault, Element, Node, Package, write_plain, xml::parse};
use crate::fonts::{Fonts, is_heavy};

const STYLES: &str = "word/styles.xml";
const SIDES: [&str; 4] = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"];
const EAST_ASIAN: &str = "w:eastAsia";
/// Up to this stand letters that every face has.
const LAST_COMMON: char = '\u{A0}';
/// What a document without any word on it is shown in.
const USUAL: &str = "宋体";

/// The faces of a document's styles, and what was found wanting.
pub(crate) struct Faces<'f> {
    fonts: &'f Fonts,
    usual: String,
    styles: BTreeMap<String, String>,
    unshown: BTreeSet<char>,
}

impl<'f> Faces<'f> {
    /// Reads the styles, and names installed faces in them.
    pub fn read(package: &mut Package, fonts: &'f Fonts) -> Result<Self, DocxFault> {
        let mut faces = Self { fonts, usual: fonts.settle(USUAL), styles: BTreeMap::new(), unshown: BTreeSet::new() };
        let Some(text) = package.text(STYLES) else { return Ok(faces) };
        let mut root = parse(&text)?;
        rename(&mut root, fonts);
        let run_defaults = root
            .child("w:docDefaults")
            .and_then(|defaults| defaults.child("w:rPrDefault"))
            .and_then(|run| run.child("w:rPr"));
        if let Some(face) = run_defaults.and_then(|look| look.value_of("w:rFonts", EAST_ASIAN)) {
            face.clone_into(&mut faces.usual);
        }
        let known: Vec<&Element> = root.elements().filter(|style| style.name == "w:style").collect();
        for style in &known {
            let Some(id) = style.attribute("w:styleId") else { continue };
            let mut at = Some(*style);
            // Styles stand on one another; a ring of them would be no document.
            for _ in 0..known.len() {
                let Some(here) = at else { break };
                if let Some(face) = here.child("w:rPr").and_then(|look| look.value_of("w:rFonts", EAST_ASIAN)) {
                    faces.styles.insert(id.to_owned(), face.to_owned());
                    break;
                }
                let below = here.value_of("w:basedOn", "w:val");
                at = below.and_then(|id| known.iter().find(|style| style.attribute("w:styleId") == Some(id)).copied());
            }
        }
        package.put(STYLES, write_plain(&root).into_bytes());
        Ok(faces)
    }

    /// Gives each run of a part its face.
    pub fn settle(&mut self, root: &mut Element) {
        if self.fonts.is_empty() {
            return;
        }
        rename(root, self.fonts);
        self.walk(root, &self.usual.clone());
    }

    /// The characters that no installed face has.
    pub fn unshown(&self) -> String {
        self.unshown.iter().collect()
    }

    fn walk(&mut self, element: &mut Element, face: &str) {
        let of_paragraph = element.child("w:pPr").and_then(|look| look.value_of("w:pStyle", "w:val"));
        let face = of_paragraph.and_then(|style| self.styles.get(style)).map_or(face, String::as_str).to_owned();
        let mut children = Vec::with_capacity(element.children.len());
        for node in std::mem::take(&mut element.children) {
            match node {
                Node::Element(run) if run.name == "w:r" => self.run(run, &face, &mut children),
                Node::Element(mut child) => {
                    self.walk(&mut child, &face);
                    children.push(Node::Element(child));
                }
                other => children.push(other),
            }
        }
        element.children = children;
    }

    fn run(&mut self, run: Element, face: &str, into: &mut Vec<Node>) {
        let look = run.child("w:rPr");
        let of_style =
            look.and_then(|look| look.value_of("w:rStyle", "w:val")).and_then(|style| self.styles.get(style));
        let named = look.and_then(|look| look.value_of("w:rFonts", EAST_ASIAN));
        let face = named.or(of_style.map(String::as_str)).unwrap_or(face).to_owned();
        let text = run.text();
        let wanted: BTreeSet<char> = text.chars().filter(|c| *c > LAST_COMMON && !c.is_whitespace()).collect();
        let lacking = self.fonts.lacking(&face, &wanted);
        if lacking.is_empty() {
            into.push(Node::Element(run));
            return;
        }
        let mut instead: BTreeMap<char, String> = BTreeMap::new();
        for c in lacking {
            match self.fonts.instead(&face, c) {
                Some(other) => drop(instead.insert(c, other)),
                None => drop(self.unshown.insert(c)),
            }
        }
        into.extend(split(run, &instead).into_iter().map(Node::Element));
    }
}

/// Names installed faces instead of others, everywhere in a part. A face of titles is heavy by itself; what stands in is set bold.
fn rename(element: &mut Element, fonts: &Fonts) {
    let heavy = |face: &str| !fonts.is_empty() && is_heavy(face) && !is_heavy(&fonts.settle(face));
    if element.name == "w:rPr"
        && element.value_of("w:rFonts", EAST_ASIAN).is_some_and(heavy)
        && element.child("w:b").is_none()
    {
        let at =
            element.children.iter().position(|node| matches!(node, Node::Element(child) if child.name == "w:rFonts"));
        element.children.insert(at.map_or(0, |at| at + 1), Node::Element(Element::new("w:b")));
    }
    if element.name == "w:rFonts" {
        for side in SIDES {
            if let Some(face) = element.attribute(side).map(|face| fonts.settle(face)) {
                element.set(side, &face);
            }
        }
    }
    for node in &mut element.children {
        if let Node::Element(child) = node {
            rename(child, fonts);
        }
    }
}

/// The run in pieces, those of the characters that need it with another face.
fn split(run: Element, instead: &BTreeMap<char, String>) -> Vec<Element> {
    let look = run.child("w:rPr").cloned();
    let mut pieces: Vec<Element> = Vec::new();
    for node in run.children {
        match node {
            Node::Element(text) if text.name == "w:t" => {
                for (face, piece) in stretches(&text.text(), instead) {
                    let look = face.map_or_else(|| look.clone(), |face| Some(with_face(look.clone(), &face)));
                    let text = Element::new("w:t").with("xml:space", "preserve").holding([Node::Text(piece)]);
                    let run = Element::new("w:r").holding(look.map(Node::Element)).holding([Node::Element(text)]);
                    pieces.push(run);
                }
            }
            Node::Element(look) if look.name == "w:rPr" => {}
            other => pieces.push(Element::new("w:r").holding(look.clone().map(Node::Element)).holding([other])),
        }
    }
    pieces
}

fn stretches(text: &str, instead: &BTreeMap<char, String>) -> Vec<(Option<String>, String)> {
    let mut stretches: Vec<(Option<String>, String)> = Vec::new();
    for c in text.chars() {
        let face = instead.get(&c).cloned();
        match stretches.last_mut() {
            Some((last, stretch)) if *last == face => stretch.push(c),
            _ => stretches.push((face, c.to_string())),
        }
    }
    stretches
}

fn with_face(look: Option<Element>, face: &str) -> Element {
    let mut look = look.unwrap_or_else(|| Element::new("w:rPr"));
    if look.child("w:rFonts").is_none() {
        // The order of the properties is fixed: a style first, then the faces.
        let at = usize::from(look.child("w:rStyle").is_some());
        look.children.insert(at.min(look.children.len()), Node::Element(Element::new("w:rFonts")));
    }
    if let Some(fonts) = look.child_mut("w:rFonts") {
        SIDES.iter().for_each(|side| fonts.set(side, face));
        fonts.set("w:hint", "eastAsia");
    }
    look
}
