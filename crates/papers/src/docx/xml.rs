//! A part of a document as a tree: small, in the order of the file, and the same again when nothing was changed.

use quick_xml::{
    Reader,
    escape::{escape, resolve_predefined_entity},
    events::{BytesStart, Event},
};

use super::{DocxCode, DocxFault};

/// An element with its attributes and what stands in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
    /// A tag of the template that stands outside all text.
    Tag(String),
}

impl Element {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub fn with(mut self, attribute: &str, value: &str) -> Self {
        self.set(attribute, value);
        self
    }

    pub fn holding(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The attribute of a child: `w:pPr/w:pStyle@w:val` step by step.
    pub fn value_of(&self, child: &str, attribute: &str) -> Option<&str> {
        self.child(child)?.attribute(attribute)
    }

    pub fn child_mut(&mut self, name: &str) -> Option<&mut Element> {
        self.children.iter_mut().find_map(|node| match node {
            Node::Element(element) if element.name == name => Some(element),
            _ => None,
        })
    }

    /// All text of the `w:t` in it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.collect_text(&mut text);
        text
    }

    fn collect_text(&self, into: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) if self.name == "w:t" => into.push_str(text),
                Node::Element(element) => element.collect_text(into),
                _ => {}
            }
        }
    }
}

/// More than this no part has that is read.
pub(crate) const MOST_BYTES: usize = 16 << 20;
/// Elements and attributes of a part.
const MOST_NODES: usize = 500_000;
/// Elements within elements. Documents of three tables within each other have some sixty; whoever walks the tree goes down as
/// deep as it is.
const MOST_DEPTH: usize = 250;

/// Reads a part.
pub(crate) fn parse(xml: &str) -> Result<Element, DocxFault> {
    let too_large = || DocxFault::new(DocxCode::TemplateTooLarge);
    if xml.len() > MOST_BYTES {
        return Err(too_large());
    }
    let mut nodes = 0;
    let mut reader = Reader::from_str(xml);
    let broken = |error: &dyn std::fmt::Display| DocxFault::new(DocxCode::TemplateBroken).with("detail", error);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|error| broken(&error))?;
        nodes += 1;
        if nodes > MOST_NODES || open.len() > MOST_DEPTH + 1 {
            return Err(too_large());
        }
        match event {
            Event::Start(start) => open.push(element_of(&start)?),
            Event::Empty(start) => push(&mut open, Node::Element(element_of(&start)?)),
            Event::End(_) => {
                let element = open.pop().filter(|_| !open.is_empty()).ok_or_else(|| broken(&"</>"))?;
                push(&mut open, Node::Element(element));
            }
            Event::Text(text) => {
                push_text(&mut open, &text);
            }
            Event::CData(text) => {
                push_text(&mut open, &text);
            }
            Event::GeneralRef(reference) => {
                let known = match reference.resolve_char_ref().map_err(|error| broken(&error))? {
                    Some(c) => c.to_string(),
                    None => {
                        let name: &str = &reference;
                        resolve_predefined_entity(name).ok_or_else(|| broken(&name))?.to_owned()
                    }
                };
                push_text(&mut open, &known);
            }
            Event::DocType(_) => return Err(broken(&"DOCTYPE")),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    match (open.len(), open.pop()) {
        (1, Some(root)) => root.elements().next().cloned().ok_or_else(|| broken(&"no root element")),
        _ => Err(broken(&"an element is not closed")),
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// One text, however many pieces and entities it was written in.
fn push_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

fn element_of(start: &BytesStart<'_>) -> Result<Element, DocxFault> {
    let broken = |error: &dyn std::fmt::Display| DocxFault::new(DocxCode::TemplateBroken).with("detail", error);
    let mut element = Element::new(start.name().as_ref());
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| broken(&error))?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| broken(&error))?;
        element.attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(element)
}

/// Writes a part. Tags of the template stay as they are; `raw` says which stretches of a text are such tags.
pub(crate) fn write(root: &Element, raw: impl Fn(&str) -> Vec<(bool, String)>) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    write_element(root, &raw, &mut xml);
    xml
}

/// Writes a part in which no tag is left.
pub(crate) fn write_plain(root: &Element) -> String {
    write(root, |text| vec![(false, text.to_owned())])
}

fn write_element(element: &Element, raw: &impl Fn(&str) -> Vec<(bool, String)>, xml: &mut String) {
    xml.push('<');
    xml.push_str(&element.name);
    for (name, value) in &element.attributes {
        xml.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    if element.children.is_empty() {
        xml.push_str("/>");
        return;
    }
    xml.push('>');
    for node in &element.children {
        match node {
            Node::Element(element) => write_element(element, raw, xml),
            Node::Tag(tag) => xml.push_str(tag),
            Node::Text(text) => {
                for (is_tag, piece) in raw(text) {
                    if is_tag {
                        xml.push_str(&piece);
                    } else {
                        xml.push_str(&escape(&piece));
                    }
                }
            }
        }
    }
    xml.push_str(&format!("</{}>", element.name));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let xml = "<w:p a=\"1 &amp; 2\"><w:r><w:t xml:space=\"preserve\"> 甲&lt;乙&#x20;</w:t></w:r><w:br/></w:p>";
        let root = parse(xml).unwrap();
        assert_eq!(root.text(), " 甲<乙 ");
        let again = write_plain(&root);
        assert_eq!(parse(&again).unwrap(), root);
        assert!(again.contains("1 &amp; 2") && again.contains("甲&lt;乙 "), "{again}");
    }

    #[test]
    fn what_nests_without_end_or_has_parts_without_number_is_refused() {
        let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(parse(&nested(MOST_DEPTH)).is_ok());
        let many = format!("<a>{}</a>", "<b/>".repeat(MOST_NODES));
        for xml in [nested(MOST_DEPTH + 1), nested(200_000), many, " ".repeat(MOST_BYTES + 1)] {
            assert_eq!(parse(&xml).unwrap_err().code, DocxCode::TemplateTooLarge);
        }
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for xml in ["", "<a>", "<a></b>", "</a>", "<!DOCTYPE a><a/>", "<a>&unknown;</a>"] {
            assert_eq!(parse(xml).unwrap_err().code, DocxCode::TemplateBroken, "{xml}");
        }
    }
}
