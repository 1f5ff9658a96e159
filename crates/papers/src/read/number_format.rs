//! Numbers as a person sees them: only the formats that change what the value *is* for a ledger.
//!
//! Leading zeros (`000012`) are part of a number on paper, and a percentage is read with its sign.
//! Thousands separators, currency and colours are dress and stay out of the text.

/// A number without a format of its own: no `.0`, at most 15 significant digits.
pub fn general(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    if number == number.trunc() {
        return format!("{number:.0}");
    }
    match format!("{number:.14e}").parse::<f64>() {
        Ok(rounded) => rounded.to_string(),
        Err(_) => number.to_string(),
    }
}

/// The number in the workbook's format `code`.
pub fn shown(number: f64, code: Option<&str>) -> String {
    let Some(code) = code else { return general(number) };
    if code.len() > 1 && code.len() <= 32 && code.bytes().all(|b| b == b'0') && number == number.trunc() {
        let digits = general(number.abs());
        let sign = if number < 0.0 { "-" } else { "" };
        return format!("{sign}{digits:0>width$}", width = code.len());
    }
    if let Some(decimals) = percent_decimals(code) {
        return format!("{:.decimals$}%", number * 100.0);
    }
    general(number)
}

fn percent_decimals(code: &str) -> Option<usize> {
    let body = code.strip_suffix('%')?;
    if body == "0" {
        return Some(0);
    }
    let zeros = body.strip_prefix("0.")?;
    (zeros.len() <= 10 && zeros.bytes().all(|b| b == b'0')).then_some(zeros.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_on_paper() {
        for (number, code, text) in [
            (12.0, None, "12"),
            (0.1 + 0.2, None, "0.3"),
            (-3.5, None, "-3.5"),
            (12.0, Some("000000"), "000012"),
            (-7.0, Some("000"), "-007"),
            (0.125, Some("0.0%"), "12.5%"),
            (1234.5, Some("#,##0.00"), "1234.5"),
            (110_101_199_001_010_000.0, None, "110101199001010000"),
        ] {
            assert_eq!(shown(number, code), text);
        }
    }
}
