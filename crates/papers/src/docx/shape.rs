//! What a filled document still needs: lines of a value become paragraphs, and no cell stays without one.

use super::{Element, Node};

/// Settles a part after filling.
pub(crate) fn settle(element: &mut Element) {
    let mut children = Vec::with_capacity(element.children.len());
    for node in std::mem::take(&mut element.children) {
        match node {
            Node::Element(paragraph) if paragraph.name == "w:p" => {
                children.extend(lines(paragraph).into_iter().map(Node::Element));
            }
            Node::Element(mut child) => {
                settle(&mut child);
                children.push(Node::Element(child));
            }
            other => children.push(other),
        }
    }
    element.children = children;
    let last_is_paragraph = element.elements().last().is_some_and(|last| last.name == "w:p");
    if element.name == "w:tc" && !last_is_paragraph {
        element.children.push(Node::Element(Element::new("w:p")));
    }
    // Between elements the tags of the template left their line ends; inside a text everything counts.
    if element.name != "w:t" && element.name != "w:instrText" {
        element.children.retain(|node| !matches!(node, Node::Text(text) if text.trim().is_empty()));
    }
}

/// One paragraph for each line of what was filled in, all with the same look.
fn lines(mut paragraph: Element) -> Vec<Element> {
    if paragraph.text().contains('\n') {
        let mut done = vec![blank(&paragraph)];
        for node in std::mem::take(&mut paragraph.children) {
            match node {
                Node::Element(run) if run.name == "w:r" && run.text().contains('\n') => break_run(&run, &mut done),
                Node::Element(look) if look.name == "w:pPr" => {}
                other => {
                    if let Some(last) = done.last_mut() {
                        last.children.push(other);
                    }
                }
            }
        }
        done.into_iter().map(spaced).collect()
    } else {
        vec![spaced(paragraph)]
    }
}

/// A paragraph with the look of another and nothing in it.
fn blank(paragraph: &Element) -> Element {
    let look = paragraph.child("w:pPr").cloned().map(Node::Element);
    Element {
        name: paragraph.name.clone(),
        attributes: paragraph.attributes.clone(),
        children: look.into_iter().collect(),
    }
}

fn break_run(run: &Element, done: &mut Vec<Element>) {
    let look = run.child("w:rPr").cloned().map(Node::Element);
    let text = run.text();
    for (at, line) in text.lines().enumerate() {
        if at > 0
            && let Some(next) = done.last().map(blank)
        {
            done.push(next);
        }
        let text = Element::new("w:t").holding([Node::Text(line.trim_end_matches('\r').to_owned())]);
        let run = Element::new("w:r").holding(look.clone()).holding([Node::Element(text)]);
        if let Some(last) = done.last_mut() {
            last.children.push(Node::Element(run));
        }
    }
}

/// Keeps the spaces at the ends of texts.
fn spaced(mut element: Element) -> Element {
    if element.name == "w:t" {
        element.set("xml:space", "preserve");
    }
    for node in &mut element.children {
        if let Node::Element(child) = node {
            *child = spaced(std::mem::take(child));
        }
    }
    element
}

#[cfg(test)]
mod tests {
    use super::super::xml::{parse, write_plain};
    use super::*;

    #[test]
    fn each_line_of_a_value_is_a_paragraph_of_the_same_look() {
        let mut root = parse(
            "<w:body><w:p><w:pPr><w:jc/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>一、甲\n二、乙</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p></w:body>",
        )
        .unwrap();
        settle(&mut root);
        let texts: Vec<String> = root.elements().map(Element::text).collect();
        assert_eq!(texts, ["一、甲", "二、乙。"]);
        assert_eq!(write_plain(&root).matches("<w:jc/>").count(), 2);
        assert_eq!(write_plain(&root).matches("<w:b/>").count(), 2);
    }

    #[test]
    fn a_cell_always_holds_a_paragraph() {
        let mut root = parse("<w:tr><w:tc><w:tcPr/></w:tc></w:tr>").unwrap();
        settle(&mut root);
        assert!(write_plain(&root).contains("<w:tc><w:tcPr/><w:p/></w:tc>"));
    }
}
