//! What a document would fetch from elsewhere when it is opened or turned into a PDF: linked pictures, a template kept on a
//! server, other documents. A paper made from it would tell that place when and by whom it is read.

use super::{
    DocxCode, DocxFault, Package,
    xml::{self, Element, Node},
};

/// What a person follows by a click, and nothing by itself.
const CLICKED: &str = "/hyperlink";

/// Parts in other formats that are taken in when the document is opened.
const TAKEN_IN: &str = "/afchunk";

/// Field codes that take something in from elsewhere.
const FETCHING: [&str; 9] =
    ["INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD"];

/// Refuses a document that fetches something.
pub(super) fn refuse(package: &Package) -> Result<(), DocxFault> {
    for (name, bytes) in &package.parts {
        let lower = name.to_ascii_lowercase();
        let is_relations = lower.ends_with(".rels");
        let is_part = lower.starts_with("word/") && lower.ends_with(".xml");
        if !is_relations && !is_part {
            continue;
        }
        // In another encoding a part would say to the word processor what nobody reads here.
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        let text = text.ok_or_else(|| DocxFault::new(DocxCode::TemplateBroken).with("detail", name))?;
        if is_relations {
            relations(name, &xml::parse(text)?)?;
        } else if has_fields(text) {
            fields(name, &xml::parse(text)?)?;
        }
    }
    Ok(())
}

fn found(part: &str, target: &str) -> DocxFault {
    DocxFault::new(DocxCode::TemplateHasLinks).with("part", part).with("target", target)
}

fn relations(part: &str, root: &Element) -> Result<(), DocxFault> {
    for relation in root.elements() {
        let attribute = |name| relation.attribute(name).unwrap_or_default();
        let kind = attribute("Type").to_ascii_lowercase();
        let leaves = attribute("TargetMode").eq_ignore_ascii_case("external") && !kind.ends_with(CLICKED);
        if leaves || kind.ends_with(TAKEN_IN) {
            return Err(found(part, attribute("Target")));
        }
    }
    Ok(())
}

fn has_fields(text: &str) -> bool {
    text.contains("instrText") || text.contains("fldSimple")
}

/// The codes of the fields of a part; Word may cut one into runs.
fn fields(part: &str, root: &Element) -> Result<(), DocxFault> {
    let mut codes = vec![String::new()];
    collect(root, &mut codes);
    for code in codes {
        let verb = code.trim_start().split([' ', '\u{A0}', '"', '\\']).next().unwrap_or_default();
        if FETCHING.iter().any(|known| verb.eq_ignore_ascii_case(known)) {
            return Err(found(part, code.trim()));
        }
    }
    Ok(())
}

/// The name without its prefix, which a document may choose.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// The last code is the one that is still being read.
fn collect(element: &Element, codes: &mut Vec<String>) {
    match local(&element.name) {
        "fldSimple" => {
            let said = element.attributes.iter().filter(|(name, _)| local(name) == "instr");
            said.for_each(|(_, code)| codes.insert(0, code.clone()));
        }
        "fldChar" => codes.push(String::new()),
        "instrText" => {
            for node in &element.children {
                if let (Node::Text(text), Some(open)) = (node, codes.last_mut()) {
                    open.push_str(text);
                }
            }
        }
        _ => {}
    }
    for child in element.elements() {
        collect(child, codes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, text: &str) -> Package {
        Package { parts: vec![(name.to_owned(), text.as_bytes().to_vec())] }
    }

    fn relation(kind: &str, mode: &str) -> Package {
        let text = format!(
            "<Relationships><Relationship Id=\"a\" Type=\"http://x/relationships/{kind}\" Target=\"http://far.example/a\" {mode}/></Relationships>"
        );
        package("word/_rels/document.xml.rels", &text)
    }

    #[test]
    fn what_leaves_the_document_is_refused_but_for_links_to_click() {
        for kind in ["image", "attachedTemplate", "oleObject", "subDocument", "frame", "video"] {
            let fault = refuse(&relation(kind, "TargetMode=\"External\"")).unwrap_err();
            assert_eq!(
                (fault.code, fault.values["target"].as_str()),
                (DocxCode::TemplateHasLinks, "http://far.example/a")
            );
            assert!(refuse(&relation(kind, "TargetMode=\"external\"")).is_err(), "{kind}: whatever the letters");
            assert!(refuse(&relation(kind, "")).is_ok(), "{kind} within the document");
        }
        assert!(refuse(&relation("hyperlink", "TargetMode=\"External\"")).is_ok());
        assert!(refuse(&relation("aFChunk", "")).is_err(), "a page of the web inside");
    }

    #[test]
    fn fields_that_fetch_are_refused_even_cut_into_runs() {
        let field = |runs: &str| {
            package(
                "word/document.xml",
                &format!("<w:document><w:p><w:r><w:fldChar/></w:r>{runs}<w:r><w:fldChar/></w:r></w:p></w:document>"),
            )
        };
        let run = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
        assert!(refuse(&field(&run(" PAGE "))).is_ok());
        assert!(refuse(&field(&run(" HYPERLINK &quot;http://a&quot; "))).is_ok());
        assert!(refuse(&field(&run(" INCLUDEPICTURE &quot;http://a&quot; "))).is_err());
        assert!(refuse(&field(&(run(" include") + &run("text &quot;c:/a&quot;")))).is_err());
        assert!(refuse(&field(&run("DDEAUTO excel"))).is_err());
        let other = field(&run("DDEAUTO excel")).parts.remove(0).1;
        let other = String::from_utf8(other).unwrap().replace("w:", "other:");
        assert!(refuse(&package("word/document.xml", &other)).is_err(), "a prefix of its own");
        let utf16: Vec<u8> = other.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let hidden = Package { parts: vec![("word/footnotes.xml".to_owned(), utf16)] };
        assert_eq!(refuse(&hidden).unwrap_err().code, DocxCode::TemplateBroken, "an encoding of its own");
        let simple = "<w:document><w:p><w:fldSimple w:instr=\"INCLUDEPICTURE a\"/></w:p></w:document>";
        assert!(refuse(&package("word/header1.xml", simple)).is_err());
    }
}
