//! Every row of the ledgers at hand is accounted for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

mod common;

use anjuan_papers::columns::{Bound, Confidence, Mapping, Samples, gather, propose};
use anjuan_papers::layout::{Layout, RowKind, Table};
use anjuan_papers::read::{Piece, ReadOptions};
use anjuan_papers::worker::read_file_by;
use common::{committed, file, read, reader, shared};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

fn table(path: &Path) -> Table {
    let (sheets, _) = read(path).unwrap();
    let table = Table::of(&sheets[0]);
    let rows: u32 = table.account().values().sum();
    assert_eq!(rows, sheets[0].end.last_row, "every row of the sheet has a kind");
    table
}

fn fields(table: &Table) -> BTreeMap<String, (Option<String>, Confidence)> {
    let mut samples = Samples::default();
    table.rows.iter().for_each(|row| samples.look(row));
    let proposals = propose(&table.heads, &samples);
    assert!(proposals.iter().all(|proposal| proposal.samples.len() <= 3));
    proposals.into_iter().map(|p| (p.head, (p.field, p.confidence))).collect()
}

#[test]
fn the_ledger_with_two_rows_of_heads() {
    let table = table(&committed("ledger_two_heads.xlsx"));
    assert_eq!(table.title, ["审查起诉案件台账"]);
    assert_eq!((table.head_rows, table.first_row), (Some((3, 4)), 5));
    assert_eq!(table.heads[0], "序号");
    assert_eq!(table.heads[1], "案件基本情况/案号");
    assert_eq!(table.heads[5], "案件基本情况/起诉日期");
    assert_eq!(table.heads[18], "备注");
    let account = table.account();
    assert_eq!(
        account.into_iter().collect::<Vec<_>>(),
        [("blank", 1), ("data", 64), ("fill_in", 1), ("head", 2), ("note", 1), ("title", 1), ("total", 1)]
    );
    let groups: Vec<_> = table.data().filter_map(|row| row.group.map(|group| (row.number, group))).collect();
    assert_eq!(groups, [(55, 55), (56, 55), (59, 59), (60, 59), (65, 65), (66, 65), (67, 65)]);
    let cases = table.data().filter(|row| row.group.is_none_or(|group| group == row.number)).count();
    assert_eq!(cases, 60, "the total row says 60件");
    let fields = fields(&table);
    assert_eq!(fields["案件基本情况/起诉日期"], (Some("prosecuted_on".to_owned()), Confidence::Likely));
    let court = (Some("number_court".to_owned()), Confidence::Likely);
    assert_eq!(fields["案件基本情况/案号"], court, "these are the court's numbers, not ours");
}

#[test]
fn the_ledger_in_gb18030() {
    let table = table(&committed("ledger_gb18030.csv"));
    assert_eq!(table.account().into_iter().collect::<Vec<_>>(), [("data", 80), ("head", 1)]);
    assert_eq!(table.heads[6], "被告人");
}

#[test]
fn the_ledger_cut_from_judgments() {
    let cut = table(&committed("judgments_cut.csv"));
    assert_eq!(cut.account().into_iter().collect::<Vec<_>>(), [("data", 40), ("head", 1)]);
    let Some(path) = shared("cn_judgments/ledger_from_judgments.csv") else { return };
    let whole = table(&path);
    assert_eq!(whole.account().into_iter().collect::<Vec<_>>(), [("data", 432), ("head", 1)]);
    assert_eq!(fields(&whole)["逮捕日期"].0.as_deref(), Some("arrested_on"));
}

/// Intake, initiation, dispositions, sentencing: the case is the key that all four carry.
const LINKED: &str = r#"
name = "Cook County 2019"
date_order = "mdy"
case_key = ["case_id"]
person_key = ["case_participant_id"]
charge_key = ["charge_id"]

[constants]
line = "criminal"

[[tables]]
name = "intake"
file = "intake.csv"
[[tables.columns]]
head = "received_date"
field = "received_on"
[[tables.columns]]
head = "felony_review_result"
field = "outcome"

[[tables]]
name = "initiation"
file = "initiation.csv"
[[tables.columns]]
head = "charge_offense_title"
field = "charge_referred"

[[tables]]
name = "dispositions"
file = "dispositions.csv"
[[tables.columns]]
head = "charge_disposition"
field = "outcome"
[tables.columns.values]
"Nolle Prosecution" = "withdrawn"
"Plea Of Guilty" = "convicted"

[[tables]]
name = "sentencing"
file = "sentencing.csv"
[[tables.columns]]
head = "sentence_type"
field = "sentence"
"#;

#[test]
fn four_linked_tables_come_together_by_case() {
    let names = [
        ("intake.csv", "us_prosecutor_cases/cook_intake_2019.csv", 18_103),
        ("initiation.csv", "us_prosecutor_cases/cook_initiation_2019.csv.gz", 36_904),
        ("dispositions.csv", "us_prosecutor_cases/cook_dispositions_2019.csv.gz", 10_234),
        ("sentencing.csv", "us_prosecutor_cases/cook_sentencing_2019.csv", 2_167),
    ];
    let mapping = Mapping::parse(LINKED).unwrap();
    let mut records = Vec::new();
    for (name, source, rows) in names {
        let Some(path) = shared(source) else { return };
        let (_guard, path) = file(name, &std::fs::read(&path).unwrap());
        let before = records.len();
        let mut layout = None;
        let mut bound = None;
        let mut kinds: BTreeMap<RowKind, u32> = BTreeMap::new();
        let mut last_row = 0;
        let summary = read_file_by(&reader(), &path, &ReadOptions::default(), |piece| {
            if let Piece::Begin(head) = &piece {
                layout = Some(Layout::new(head));
            }
            if let Piece::End(end) = &piece {
                last_row = end.last_row;
            }
            let layout = layout.as_mut().unwrap();
            let mut out = Vec::new();
            layout.piece(piece, &mut out);
            for row in out {
                *kinds.entry(row.kind).or_default() += row.span;
                let bound = bound.get_or_insert_with(|| {
                    Bound::new(&mapping, mapping.table_for(name, ""), &layout.heads().unwrap().names).unwrap()
                });
                if row.kind == RowKind::Data {
                    records.push(bound.record(&row));
                }
            }
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!((records.len() - before, summary.undecodable), (rows, 0), "{name}");
        assert_eq!(kinds.values().sum::<u32>(), last_row, "{name}");
        assert_eq!(kinds[&RowKind::Data] as usize, rows, "{name}");
    }
    let all = records.len();
    assert_eq!(all, 67_408);
    let gathered = gather(records);
    assert_eq!((gathered.rows(), gathered.without_key.len()), (all, 0));
    let first = gathered.dossiers.iter().find(|dossier| dossier.key == "129568558770").unwrap();
    let results: Vec<_> = first.records.iter().flat_map(|record| record.texts("outcome")).collect();
    assert!(results.contains(&"convicted"), "{results:?}");
    assert!(first.records.iter().all(|record| record.texts("line").eq(["criminal"])));
    let tables: Vec<_> = first.records.iter().map(|record| &*record.table).collect();
    assert!(tables.is_sorted_by_key(|table| names.iter().position(|(name, ..)| name.starts_with(table))));
    assert!(tables.contains(&"sentencing"));
}
