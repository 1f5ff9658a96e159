//! Tags of a template inside the runs of a document.
//!
//! Somebody types `{{ hearing.place }}` in Word, and Word keeps it as three runs because the spelling checker
//! looked at one of them. [`join`] puts each tag into the run in which it begins. A paragraph or a table row that holds
//! nothing but block tags (`{% for … %}`) stands for the tags alone: [`lift`] takes the paragraph or row away.

use super::xml::{Element, Node};

/// Cuts a text into stretches; true marks a tag, made ready for the template engine.
pub(crate) fn cut(text: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((from, to)) = first_tag(rest) {
        let (before, tag, after) = (rest.get(..from), rest.get(from..to), rest.get(to..));
        pieces.extend(before.filter(|before| !before.is_empty()).map(|before| (false, before.to_owned())));
        pieces.extend(tag.map(|tag| (true, straight(tag))));
        rest = after.unwrap_or_default();
    }
    if !rest.is_empty() {
        pieces.push((false, rest.to_owned()));
    }
    pieces
}

/// Where the first whole tag begins and ends.
fn first_tag(text: &str) -> Option<(usize, usize)> {
    let from = ["{{", "{%", "{#"].iter().filter_map(|opening| text.find(opening)).min()?;
    let closing = match text.get(from..from + 2)? {
        "{{" => "}}",
        "{%" => "%}",
        _ => "#}",
    };
    let length = text.get(from + 2..)?.find(closing)?;
    Some((from, from + 2 + length + 2))
}

/// Quotation marks as the engine reads them, whatever the word processor made of them.
fn straight(tag: &str) -> String {
    tag.chars()
        .map(|c| match c {
            '\u{201C}' | '\u{201D}' => '"',
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{A0}' => ' ',
            other => other,
        })
        .collect()
}

/// Puts each tag of each paragraph into the run in which it begins.
pub(crate) fn join(element: &mut Element) {
    if element.name == "w:p" {
        join_paragraph(element);
    }
    for node in &mut element.children {
        if let Node::Element(element) = node {
            join(element);
        }
    }
}

fn join_paragraph(paragraph: &mut Element) {
    let mut texts = Vec::new();
    texts_of(paragraph, &mut texts);
    let whole: String = texts.iter().map(|text| text.as_str()).collect();
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((from, to)) = whole.get(at..).and_then(first_tag) {
        tags.push((at + from, at + to));
        at += to;
    }
    if tags.is_empty() {
        return;
    }
    let mut start = 0;
    for text in texts {
        let end = start + text.len();
        // Of this stretch: what lies in no tag, and the whole of each tag that begins here.
        let mut new = String::new();
        let mut at = start;
        for &(from, to) in &tags {
            if to <= at || from >= end {
                continue;
            }
            new.push_str(whole.get(at..from.max(at)).unwrap_or_default());
            if from >= start {
                new.push_str(whole.get(from..to).unwrap_or_default());
            }
            at = to.min(end).max(at);
        }
        new.push_str(whole.get(at..end).unwrap_or_default());
        *text = new;
        start = end;
    }
}

/// The texts of a paragraph in their order; those of paragraphs inside it (a text box) are not its own.
fn texts_of<'e>(element: &'e mut Element, into: &mut Vec<&'e mut String>) {
    let is_text = element.name == "w:t";
    for node in &mut element.children {
        match node {
            Node::Text(text) if is_text => into.push(text),
            Node::Element(element) if element.name != "w:p" => texts_of(element, into),
            _ => {}
        }
    }
}

/// Replaces paragraphs and rows that hold block tags and nothing else by the tags.
pub(crate) fn lift(element: &mut Element) {
    for node in &mut element.children {
        if let Node::Element(child) = node {
            match block_tags(child) {
                Some(tags) => *node = Node::Tag(tags),
                None => lift(child),
            }
        }
    }
}

fn block_tags(element: &Element) -> Option<String> {
    if element.name != "w:p" && element.name != "w:tr" {
        return None;
    }
    let pieces = cut(&element.text());
    let has_block = pieces.iter().any(|(is_tag, piece)| *is_tag && piece.starts_with("{%"));
    let alone = pieces.iter().all(|(is_tag, piece)| match is_tag {
        true => !piece.starts_with("{{"),
        false => piece.trim().is_empty(),
    });
    let tags = pieces.into_iter().filter(|(is_tag, _)| *is_tag).map(|(_, piece)| piece).collect();
    (has_block && alone).then_some(tags)
}

#[cfg(test)]
mod tests {
    use super::super::xml::parse;
    use super::*;

    fn joined(runs: &[&str]) -> Vec<String> {
        let runs: String = runs.iter().map(|run| format!("<w:r><w:t>{run}</w:t></w:r>")).collect();
        let mut root = parse(&format!("<w:body><w:p>{runs}</w:p></w:body>")).unwrap();
        join(&mut root);
        root.elements().flat_map(|paragraph| paragraph.elements().map(Element::text).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn a_tag_stands_in_the_run_in_which_it_begins() {
        assert_eq!(joined(&["在{{ a", ".b", " }}举行"]), ["在{{ a.b }}", "", "举行"]);
        assert_eq!(joined(&["{", "{ a }", "}{{ b }}"]), ["{{ a }}", "", "{{ b }}"]);
        assert_eq!(joined(&["{{ a }}和{", "{ b }}"]), ["{{ a }}和{{ b }}", ""]);
        assert_eq!(joined(&["没有", "{标签}"]), ["没有", "{标签}"]);
        assert_eq!(joined(&["{{ 没有完"]), ["{{ 没有完"]);
    }

    #[test]
    fn quotation_marks_of_the_word_processor_are_made_straight_in_tags_only() {
        assert_eq!(
            cut("“甲”{{ a|join(“、”) }}"),
            [(false, "“甲”".to_owned()), (true, "{{ a|join(\"、\") }}".to_owned())]
        );
    }

    #[test]
    fn a_paragraph_or_row_of_block_tags_alone_is_lifted() {
        let mut root = parse(
            "<w:body><w:p><w:r><w:t>{% for a in b %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>",
        )
        .unwrap();
        lift(&mut root);
        assert_eq!(root.children[0], Node::Tag("{% for a in b %}".to_owned()));
        assert!(matches!(&root.children[1], Node::Element(kept) if kept.text() == "{{ a }}"));
        let Node::Element(table) = &root.children[2] else { panic!() };
        assert_eq!(table.children, [Node::Tag("{% endfor %}".to_owned())]);
    }
}
