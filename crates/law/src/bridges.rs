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
            Ok(self.to_string().into())
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
