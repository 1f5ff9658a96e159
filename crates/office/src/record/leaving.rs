//! A case leaves the record: its rows are gathered, given to who keeps them, and removed with all that the journal says of
//! them. The entry of it carries that something left, never what.
//!
//! What is removed depends on the case and the record alone, so that it can be done again from the second copy.

use std::{collections::BTreeSet, sync::PoisonError};

use rusqlite::{params_from_iter, types::Value};

use super::{
    Committed, Entry, EntryDraft, Reading, Record, Work,
    tables::{DERIVED_TABLES, LEAVING_TABLES, RECORD_TABLES},
};
use crate::{CaseId, Result, refusal};

/// Tables of the sealed file's own: no part of a case.
const OF_THE_SEALED_FILE: [&str; 2] = ["sealed_case", "sealed_row"];
/// Tables whose rows say something of cases without belonging to one, or of one that may lie elsewhere.
const OF_SEVERAL: [&str; 3] = ["case_link", "intake_refusal", "declared_conflict"];

/// Rows of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// The table.
    pub table: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// The rows, in the order of the key.
    pub rows: Vec<Vec<Value>>,
}

/// A case as it stands, with all that is said of it.
#[derive(Debug, Clone)]
pub struct Leaving {
    /// The case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// What names it wherever it stands: its register number and the numbers that no other case has.
    pub names: Vec<String>,
    /// Its rows.
    pub own: Vec<Rows>,
    /// Rows elsewhere that are about it.
    pub about: Vec<Rows>,
    /// The journal's entries that say something of it, as they stand.
    pub entries: Vec<Entry>,
    /// What stays of each.
    pub(super) kept: Vec<(Entry, bool)>,
}

impl Rows {
    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

impl Reading<'_> {
    /// The rows of a case, table by table, those of its head first.
    pub fn rows_of_case(&self, case: CaseId) -> Result<Vec<Rows>> {
        let mut found = vec![self.rows_where("case_file", "id = ?1", case.get())?];
        for table in RECORD_TABLES.iter().filter(|table| !OF_SEVERAL.contains(table)) {
            if !OF_THE_SEALED_FILE.contains(table) && self.has_column(table, "case_id")? {
                found.push(self.rows_where(table, "case_id = ?1", case.get())?);
            }
        }
        found.retain(|rows| !rows.rows.is_empty());
        Ok(found)
    }

    /// Rows that are about a case and do not belong to it alone: links, the intake that came before it, declared conflicts.
    pub fn rows_about_case(&self, case: CaseId, names: &[String]) -> Result<Vec<Rows>> {
        let names = serde_json::to_string(names)?;
        let mut found = vec![
            self.rows_where("case_link", "case_id = ?1 OR other_case_id = ?1", case.get())?,
            self.rows_where("intake_refusal", "accepted_case_id = ?1", case.get())?,
            self.rows_where(
                "declared_conflict",
                "kind = 'case' AND comparable(value) IN (SELECT comparable(value) FROM json_each(?1))",
                names,
            )?,
        ];
        found.retain(|rows| !rows.rows.is_empty());
        Ok(found)
    }

    /// The rows of the tables that are the office's and no case's, which rows of cases refer to.
    pub fn rows_of_office(&self) -> Result<Vec<Rows>> {
        const OWN: [&str; 2] = ["account_request", "paper_template"];
        let mut found = Vec::new();
        for table in RECORD_TABLES {
            let left_out = OF_SEVERAL.contains(table) || LEAVING_TABLES.contains(table) || OWN.contains(table);
            if !left_out && *table != "case_file" && !self.has_column(table, "case_id")? {
                found.push(self.rows_where(table, "?1 = 1", 1)?);
            }
        }
        Ok(found)
    }

    /// The row of a table with an id.
    pub fn row_of(&self, table: &str, id: &Value) -> Result<Rows> {
        self.rows_where(table, "id = ?1", id)
    }

    /// To which tables a table refers, and by which columns.
    pub fn parents_of(&self, table: &str) -> Result<Vec<(String, String)>> {
        self.all("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) ORDER BY id", [table], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// Whether the rows of a table belong to cases.
    pub fn belongs_to_case(&self, table: &str) -> Result<bool> {
        self.has_column(table, "case_id")
    }

    fn has_column(&self, table: &str, column: &str) -> Result<bool> {
        self.value("SELECT EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2)", [table, column])
    }

    /// What names a case: numbers so short that they might stand for anything name nothing.
    fn names_of(&self, case: CaseId, register_no: &str) -> Result<Vec<String>> {
        const SHORT: usize = 6;
        let mut names: Vec<String> = self.all(include_str!("names_of_case.sql"), [case], |row| row.get(0))?;
        names.retain(|name| name.chars().count() >= SHORT);
        names.push(register_no.to_owned());
        Ok(names)
    }

    fn rows_where(&self, table: &str, condition: &str, value: impl rusqlite::ToSql) -> Result<Rows> {
        let columns: Vec<String> =
            self.all("SELECT name FROM pragma_table_info(?1) ORDER BY cid", [table], |row| row.get(0))?;
        let keys: Vec<String> =
            self.all("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", [table], |row| row.get(0))?;
        let sql = format!("SELECT * FROM {table} WHERE {condition} ORDER BY {}", keys.join(", "));
        let rows =
            self.all(&sql, [value], |row| (0..columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>())?;
        Ok(Rows { table: table.to_owned(), columns, rows })
    }

    /// A case with all that is said of it.
    pub fn leaving(&self, case: CaseId) -> Result<Leaving> {
        let register_no: String = self
            .maybe("SELECT register_no FROM case_file WHERE id = ?1", [case], |row| row.get(0))?
            .ok_or_else(|| refusal!("case_unknown", case = case))?;
        let own = self.rows_of_case(case)?;
        let names = self.names_of(case, &register_no)?;
        let about = self.rows_about_case(case, &names)?;
        let mut leaving = Leaving { case, register_no, names, own, about, entries: Vec::new(), kept: Vec::new() };
        for (entry, kept, hidden) in self.entries_without(&leaving)? {
            leaving.entries.push(entry);
            leaving.kept.push((kept, hidden));
        }
        Ok(leaving)
    }
}

impl Work<'_> {
    /// Puts a row in, or the same row in its place; a row that stands there just so is left alone.
    pub fn put_row(&self, rows: &Rows, row: &[Value]) -> Result<()> {
        let places: Vec<String> = (1..=row.len()).map(|at| format!("?{at}")).collect();
        let same: Vec<String> =
            rows.columns.iter().zip(&places).map(|(column, place)| format!("{column} IS {place}")).collect();
        let set: Vec<String> = rows.columns.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) SELECT {} WHERE NOT EXISTS (SELECT 1 FROM {} WHERE {}) ON CONFLICT DO UPDATE SET {}",
            rows.table,
            rows.columns.join(", "),
            places.join(", "),
            rows.table,
            same.join(" AND "),
            set.join(", ")
        );
        self.write(&sql, params_from_iter(row)).map(drop)
    }

    /// Puts a row in where none with its key stands.
    pub fn add_row(&self, rows: &Rows, row: &[Value]) -> Result<()> {
        let places: Vec<String> = (1..=row.len()).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", rows.table, rows.columns.join(", "), places.join(", "));
        self.write(&sql, params_from_iter(row)).map(drop)
    }

    /// References are looked at when all of it is done.
    pub fn refer_later(&self) -> Result<()> {
        self.connection().execute_batch("PRAGMA defer_foreign_keys = ON;")?;
        Ok(())
    }

    /// Removes the rows of a case and what is derived from them.
    pub fn remove_rows(&self, leaving: &Leaving) -> Result<()> {
        self.refer_later()?;
        for rows in leaving.own.iter().filter(|rows| rows.table != "case_file") {
            self.write(&format!("DELETE FROM {} WHERE case_id = ?1", rows.table), [leaving.case])?;
        }
        for rows in &leaving.about {
            for id in rows.rows.iter().filter_map(|row| row.get(rows.column("id")?)) {
                self.write(&format!("DELETE FROM {} WHERE id = ?1", rows.table), [id])?;
            }
        }
        for table in DERIVED_TABLES {
            self.write(&format!("DELETE FROM {table} WHERE case_id = ?1"), [leaving.case])?;
        }
        self.write("DELETE FROM case_file WHERE id = ?1", [leaving.case])?;
        Ok(())
    }

    /// Removes a case and all that is said of it, and leaves behind what vouches for the rest.
    pub(super) fn let_leave(&self, leaving: &Leaving) -> Result<()> {
        self.raise_floor(&leaving.register_no)?;
        self.write("INSERT INTO sealed_mark (id) VALUES (?1) ON CONFLICT DO NOTHING", [leaving.case])?;
        self.write("DELETE FROM journal_case WHERE case_id = ?1", [leaving.case])?;
        for ((kept, hidden), entry) in leaving.kept.iter().zip(&leaving.entries) {
            self.keep_of(entry, kept, *hidden)?;
        }
        self.forget_on_desks(leaving)?;
        self.remove_rows(leaving)
    }

    /// A sealing is done again from the second copy: the case that it marked leaves, where that is lying safe elsewhere. Says
    /// whether none stayed.
    pub(super) fn leave_again(&self, sealing: &Entry, safe: bool) -> Result<bool> {
        if sealing.action != crate::Action::CaseSeal.name() {
            return Ok(true);
        }
        for row in super::changes_of(self, &sealing.changeset)?.into_iter().filter(|row| row.table == "sealed_mark") {
            let Some(case) = row.key.parse().ok().map(CaseId::known) else { continue };
            let there = self.maybe("SELECT 1 FROM case_file WHERE id = ?1", [case], |_| Ok(()))?.is_some();
            if there && !safe {
                return Ok(false);
            }
            if there {
                self.let_leave(&self.leaving(case)?)?;
            }
        }
        Ok(true)
    }

    /// Puts down what stays of an entry. What its hash was as it was made stays for good.
    fn keep_of(&self, entry: &Entry, kept: &Entry, hidden: bool) -> Result<()> {
        self.write(
            include_str!("redaction_put.sql"),
            rusqlite::named_params! {
                ":entry": entry.entry, ":hash": entry.hash, ":kept": kept.computed_hash(), ":hidden": hidden,
            },
        )?;
        self.write(
            "UPDATE journal SET reason = ?2, detail = ?3, changeset = ?4 WHERE entry = ?1",
            (entry.entry, &kept.reason, &kept.detail, &kept.changeset),
        )?;
        Ok(())
    }

    /// The numbers of this year and line go on behind the last that was given, whether or not its case is the one that leaves.
    fn raise_floor(&self, register_no: &str) -> Result<()> {
        let prefix = register_no.get(..8).unwrap_or(register_no);
        self.write(include_str!("floor_raise.sql"), [prefix])?;
        Ok(())
    }

    /// Half-typed forms and arrangements of desks that name the case.
    fn forget_on_desks(&self, leaving: &Leaving) -> Result<()> {
        let hearings = leaving.own.iter().filter(|rows| rows.table == "hearing").flat_map(|rows| &rows.rows);
        let hearings: Vec<i64> = hearings
            .filter_map(|row| match row.first() {
                Some(Value::Integer(id)) => Some(*id),
                _ => None,
            })
            .collect();
        let places = serde_json::json!({ "case": [leaving.case.get()], "hearing": hearings });
        for sql in [include_str!("drafts_forget.sql"), include_str!("desks_forget.sql")] {
            let texts = serde_json::to_string(&leaving.names)?;
            self.write(sql, rusqlite::named_params! { ":places": places.to_string(), ":texts": texts })?;
        }
        Ok(())
    }
}

impl Record {
    /// Lets a case leave: `keep` is given all of it and must have it safe when it returns; then it is removed here, in one
    /// transaction. What the engine frees is written over.
    pub fn let_leave<T>(
        &self,
        draft: &EntryDraft<'_>,
        case: CaseId,
        keep: impl FnOnce(&Work<'_>, &Leaving) -> Result<T>,
        derive: impl FnOnce(&Work<'_>, &BTreeSet<CaseId>) -> Result<()>,
    ) -> Result<(T, Committed)> {
        self.refuse_when_halted()?;
        let _moving = self.moving.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer();
        writer.execute_batch("PRAGMA secure_delete = ON;")?;
        let act = |work: &Work<'_>| {
            let leaving = work.leaving(case)?;
            let kept = keep(work, &leaving)?;
            work.let_leave(&leaving)?;
            work.touch(case);
            Ok(kept)
        };
        let done = self.in_one(&mut writer, draft, LEAVING_TABLES, act, derive, true);
        writer.execute_batch("PRAGMA secure_delete = OFF;")?;
        let done = done.map_err(|refusal| self.note(refusal))?;
        // The log still holds the pages as they were. Where somebody reads, it is written back later.
        let _ = writer.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
        self.turn_second();
        self.copy_second(&Reading::new(&writer));
        Ok(done)
    }

    /// Brings all that was written into the file itself, so that the file alone is whole.
    pub fn settle(&self) -> Result<()> {
        Ok(self.writer().execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?)
    }

    /// Keeps both files as they are while `held` runs.
    pub fn while_nothing_moves<T>(&self, held: impl FnOnce() -> T) -> T {
        let _moving = self.moving.lock().unwrap_or_else(PoisonError::into_inner);
        held()
    }
}
