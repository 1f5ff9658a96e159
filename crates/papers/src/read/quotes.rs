//! Whether the quotation marks of a text table are in pairs. Where one is not, the reader of the table takes all that follows, to
//! the next mark or to the end of the file, for one cell: rows would be gone without a trace.

/// Follows a text byte by byte as a reader of tables does.
#[derive(Debug)]
pub(super) struct Quotes {
    delimiter: u8,
    state: State,
    /// The line on which this byte stands, from 1.
    line: u32,
    /// The line on which the cell's mark was opened, and whether the cell goes over lines.
    opened: u32,
    over_lines: bool,
    fault: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a mark within a quoted cell: its end, or the first of two that stand for one.
    Mark,
}

impl Quotes {
    pub(super) fn new(delimiter: u8) -> Quotes {
        Quotes { delimiter, state: State::CellStart, line: 1, opened: 0, over_lines: false, fault: None }
    }

    pub(super) fn pass(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.state = self.after(byte);
            self.line = self.line.saturating_add(u32::from(byte == b'\n'));
        }
    }

    /// The text has ended.
    pub(super) fn end(&mut self) {
        if self.state == State::Quoted {
            self.fault.get_or_insert(self.opened);
        }
    }

    /// The line of the first mark that has no other.
    pub(super) fn fault(&self) -> Option<u32> {
        self.fault
    }

    fn after(&mut self, byte: u8) -> State {
        let ends = byte == self.delimiter || byte == b'\n' || byte == b'\r';
        match (self.state, byte) {
            (State::CellStart, b'"') => {
                (self.opened, self.over_lines) = (self.line, false);
                State::Quoted
            }
            (State::Quoted, b'"') => State::Mark,
            (State::Quoted, _) => {
                self.over_lines |= byte == b'\n';
                State::Quoted
            }
            (State::Mark, b'"') => State::Quoted,
            (State::CellStart | State::Plain | State::Mark, _) if ends => State::CellStart,
            (State::Mark, _) => {
                // What goes over lines and ends in the middle of a cell was ended by the mark of another cell.
                if self.over_lines {
                    self.fault.get_or_insert(self.opened);
                }
                State::Plain
            }
            (State::CellStart | State::Plain, _) => State::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Quotes;

    fn fault(text: &str) -> Option<u32> {
        let mut quotes = Quotes::new(b',');
        // However the text is handed over.
        text.as_bytes().chunks(3).for_each(|piece| quotes.pass(piece));
        quotes.end();
        quotes.fault()
    }

    #[test]
    fn a_mark_without_another_is_found_on_its_line() {
        assert_eq!(fault("a,b\n1,\"张三\n2,李四\n"), Some(2), "open to the end");
        assert_eq!(fault("a,b\n1,\"张三\n2,\"李四\"\n3,王五\n"), Some(2), "ended by the mark of another cell");
        assert_eq!(fault("\"a"), Some(1));
    }

    #[test]
    fn marks_in_pairs_and_marks_within_a_cell_are_none() {
        for text in [
            "a,\"第一行\n第二行\",c\n",
            "\"他说\"\"好\"\"\n就走\",b\r\n",
            "5\" 管,b\n",
            "\"甲\"乙,b\n",
            "=\"000123\",b\n",
            "\"\",\"\"",
            "",
        ] {
            assert_eq!(fault(text), None, "{text:?}");
        }
    }
}
