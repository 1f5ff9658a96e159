//! How a day stands in the record and in TypeScript; each behind a feature, so that the law itself needs neither.

#[cfg(feature = "sqlite")]
mod sqlite {
    use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

    use crate::Day;

    impl FromSql for Day {
        fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
            value.as_str()?.parse().map_err(|error| FromSqlError::Other(Box::new(error)))
        }
    }

    impl ToSql for Day {
        fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
            let (year, month, day) = self.ymd();
            let mut text = String::with_capacity(10);
            // Digit by digit: a large office writes some ten million days in one go.
            for (number, digits) in [(year.unsigned_abs(), 4), (month, 2), (day, 2)] {
                if !text.is_empty() {
                    text.push('-');
                }
                for place in (0..digits).rev() {
                    text.extend(char::from_digit(number / 10u32.pow(place) % 10, 10));
                }
            }
            Ok(text.into())
        }
    }
}

#[cfg(feature = "ts")]
mod ts {
    use ts_rs::{Config, TS};

    use crate::{Day, Words};

    impl TS for Day {
        type WithoutGenerics = Self;
        type OptionInnerType = Self;
        fn name(_: &Config) -> String {
            "string".to_owned()
        }
        fn inline(_: &Config) -> String {
            "string".to_owned()
        }
    }

    impl TS for Words {
        type WithoutGenerics = Self;
        type OptionInnerType = Self;
        fn name(_: &Config) -> String {
            "{ zh: string, en: string }".to_owned()
        }
        fn inline(config: &Config) -> String {
            Self::name(config)
        }
    }
}

#[cfg(all(test, feature = "sqlite"))]
mod tests {
    use rusqlite::types::{ToSql as _, ToSqlOutput, Value};

    use crate::Day;

    #[test]
    fn a_day_is_stored_as_it_is_written() {
        for day in ["1900-01-01", "2026-03-05", "2030-10-31", "2199-12-31"] {
            let day: Day = day.parse().unwrap();
            assert_eq!(day.to_sql().unwrap(), ToSqlOutput::Owned(Value::Text(day.to_string())));
        }
    }
}
