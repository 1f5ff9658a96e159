//! The number of a document (文号): `黟检刑诉〔2026〕12号`.

use std::fmt;
use std::str::FromStr;

use super::{NumberError, scan};

/// The number of a document issued by an authority, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocumentNumber {
    /// Issuer and kind as written before the year, for example `黟检刑诉`, `黟公(刑)提捕字`.
    pub prefix: String,
    /// The year.
    pub year: u16,
    /// The running number, without leading zeros.
    pub sequence: u32,
}

impl DocumentNumber {
    /// Short name of the procuratorate and kind of document, split at `检`; `None` for other issuers.
    pub fn procuratorate_and_kind(&self) -> Option<(&str, &str)> {
        self.prefix.split_once('检').filter(|(name, _)| !name.is_empty())
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕{}号", self.prefix, self.year, self.sequence)
    }
}

impl FromStr for DocumentNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<DocumentNumber, NumberError> {
        let parts = scan::prefix_year_sequence(text)?;
        if !scan::is_chinese(&parts.prefix) {
            return Err(NumberError::Form);
        }
        scan::sequence(&parts.sequence, 1, 6)?;
        let sequence = parts.sequence.parse().map_err(|_| NumberError::Form)?;
        Ok(DocumentNumber { prefix: parts.prefix, year: parts.year, sequence })
    }
}
