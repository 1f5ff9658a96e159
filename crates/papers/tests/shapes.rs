//! Ledgers in the shapes in which offices keep them: the heads are found and recognised by themselves,
//! and no row is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

mod common;

use anjuan_papers::columns::{Bound, Confidence, Looks, Mapping, Proposal, Samples, fingerprint, propose};
use anjuan_papers::layout::{RowKind, Table};
use anjuan_papers::read::{FileKind, Sheet, Summary, Value};
use common::{committed, file, read, zip};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

fn understood((sheets, _): &(Vec<Sheet>, Summary)) -> (Table, Vec<Proposal>) {
    let table = Table::of(&sheets[0]);
    assert_eq!(table.account().values().sum::<u32>(), sheets[0].end.last_row, "every row has a kind");
    let mut samples = Samples::default();
    table.rows.iter().for_each(|row| samples.look(row));
    let proposals = propose(&table.heads, &samples);
    (table, proposals)
}

/// The field each column is taken for, blank where it is left to a person.
fn fields(proposals: &[Proposal]) -> Vec<&str> {
    proposals
        .iter()
        .map(|p| p.field.as_deref().filter(|_| p.confidence >= Confidence::Likely && p.instead.is_none()).unwrap_or(""))
        .collect()
}

fn kinds(table: &Table) -> Vec<(u32, RowKind)> {
    table.rows.iter().filter(|row| row.kind != RowKind::Data).map(|row| (row.number, row.kind)).collect()
}

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> (Vec<Sheet>, Summary) {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    let (_guard, path) = file("ledger.xlsx", &book.save_to_buffer().unwrap());
    read(&path).unwrap()
}

fn row(sheet: &mut Worksheet, number: u32, texts: &[&str]) {
    for (text, column) in texts.iter().zip(0u16..) {
        if !text.is_empty() {
            sheet.write_string(number - 1, column, *text).unwrap();
        }
    }
}

fn texts(table: &Table, column: usize) -> Vec<&str> {
    table.data().map(|row| row.cells.get(column).map_or("", |cell| cell.text.as_str())).collect()
}

#[test]
fn a_title_a_fill_in_line_and_one_row_of_heads() {
    let plain = Format::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let file = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 6, "江河县人民检察院2026年受案登记台账", &plain).unwrap();
        row(sheet, 2, &["填报单位：江河县人民检察院", "", "", "填报日期：2026年3月5日"]);
        row(sheet, 4, &["序号", "统一受案号", "部门受案号", "案 件 名 称", "受理\n日期", "承办检察官", "备注"]);
        for n in 0..3u16 {
            let number = u32::from(n) + 5;
            sheet.write_number(number - 1, 0, n + 1).unwrap();
            row(sheet, number, &["", "", &format!("江检刑诉受〔2026〕{}号", n + 1), "赵某盗窃案", "", "孙一"]);
            let date = ExcelDateTime::from_ymd(2026, 1, 5 + n as u8).unwrap();
            sheet.write_datetime_with_format(number - 1, 4, &date, &day).unwrap();
        }
        row(sheet, 8, &["合 计", "", "3件"]);
        row(sheet, 10, &["注：含上年结转。"]);
        row(sheet, 11, &["制表人：钱二", "", "", "审核人：周三"]);
    });
    let (table, proposals) = understood(&file);
    assert_eq!(table.title, ["江河县人民检察院2026年受案登记台账"]);
    assert_eq!(table.heads[3..5], ["案件名称", "受理日期"]);
    assert_eq!(
        fields(&proposals),
        ["sequence", "number_unified", "number_department", "title", "accepted_on", "handler", "note"]
    );
    use RowKind::{Blank, FillIn, Head, Note, Title, Total};
    assert_eq!(
        kinds(&table),
        [(1, Title), (2, FillIn), (3, Blank), (4, Head), (8, Total), (9, Blank), (10, Note), (11, Note)]
    );
    let first = table.data().next().unwrap();
    assert!(matches!(first.cells[4].value, Value::Date(date) if date.shown() == "2026-01-05"));
    assert_eq!(proposals[4].looks, Some(Looks::Day));
    assert_eq!(proposals[2].samples.len(), 3);
}

#[test]
fn two_rows_of_heads_and_several_suspects_in_a_case() {
    let plain = Format::new();
    let file = workbook(|sheet| {
        sheet.merge_range(0, 0, 1, 0, "序号", &plain).unwrap();
        sheet.merge_range(0, 1, 0, 2, "案件情况", &plain).unwrap();
        sheet.merge_range(0, 3, 0, 5, "犯罪嫌疑人情况", &plain).unwrap();
        sheet.merge_range(0, 6, 1, 6, "承办部门", &plain).unwrap();
        row(sheet, 2, &["", "部门受案号", "案由", "姓名", "性别", "身份证号码"]);
        // One department for all cases: merged over everything, and no sign of one case.
        sheet.merge_range(2, 6, 7, 6, "第一检察部", &plain).unwrap();
        let people = [("赵某", "男"), ("钱某", "女"), ("孙某", "男"), ("李某", "男"), ("周某", "女"), ("吴某", "男")];
        for ((name, sex), number) in people.iter().zip(3u32..) {
            row(sheet, number, &["", "", "", name, sex, &format!("11010119900101{number:02}10")]);
        }
        for (first, last, n) in [(3u32, 5u32, 1), (6, 7, 2)] {
            sheet.merge_range(first - 1, 0, last - 1, 0, &n.to_string(), &plain).unwrap();
            sheet.merge_range(first - 1, 1, last - 1, 1, &format!("江检刑捕受〔2026〕{n}号"), &plain).unwrap();
            sheet.merge_range(first - 1, 2, last - 1, 2, "盗窃罪", &plain).unwrap();
        }
        row(sheet, 8, &["3", "江检刑捕受〔2026〕3号", "诈骗罪"]);
    });
    let (table, proposals) = understood(&file);
    assert_eq!(table.head_rows, Some((1, 2)));
    assert_eq!(
        table.heads,
        [
            "序号",
            "案件情况/部门受案号",
            "案件情况/案由",
            "犯罪嫌疑人情况/姓名",
            "犯罪嫌疑人情况/性别",
            "犯罪嫌疑人情况/身份证号码",
            "承办部门"
        ]
    );
    let known = fields(&proposals);
    assert_eq!((known[1], known[2], known[3], known[6]), ("number_department", "cause", "person_name", "department"));
    assert_eq!(proposals[5].looks, Some(Looks::IdNumber));
    let groups: Vec<_> = table.data().map(|row| row.group).collect();
    // Row 8 belongs to no merged case: the department's merge alone holds nothing together.
    assert_eq!(groups, [Some(3), Some(3), Some(3), Some(6), Some(6), None]);
    assert_eq!(texts(&table, 1)[2], "江检刑捕受〔2026〕1号", "the case number reaches its third person");
}

#[test]
fn gb18030_text_with_rare_names_and_a_tab() {
    let text = "部门受案号\t嫌疑人\t移送单位\t收案日期\r\n江检刑诉受〔2026〕1号\t赵𠮷\t江河县公安局\t2026.3.5\r\n江检刑诉受〔2026〕2号\t朱镕喆\t江河县公安局\t2026.3.6\r\n";
    let (bytes, _, faults) = encoding_rs::GB18030.encode(text);
    assert!(!faults);
    let (_guard, path) = file("台账.xls", &bytes);
    let file = read(&path).unwrap();
    assert_eq!((file.1.kind, file.1.delimiter), (Some(FileKind::Text), Some('\t')));
    let (table, proposals) = understood(&file);
    assert_eq!(fields(&proposals), ["number_department", "person_name", "from_unit", "received_on"]);
    assert_eq!(texts(&table, 1), ["赵𠮷", "朱镕喆"]);
}

#[test]
fn tables_exported_from_the_national_system() {
    // Some of the headings of tables 010101 and 020101, which are two hundred columns wide in life.
    let arrest = [
        ("部门受案号", "江检刑捕受〔2026〕1号", "江检刑捕受〔2026〕2号", "number_department"),
        ("嫌疑人编号", "3101202600001", "3101202600002", "person_number"),
        ("受理日期", "20260105", "20260106", "accepted_on"),
        ("全案_审结日期", "20260112", "20260113", "concluded_on"),
        ("审结处理结果", "批准逮捕", "不批准逮捕", "outcome"),
        ("执行日期", "20260112", "20260113", "executed_on"),
        ("审结案由", "盗窃罪", "诈骗罪", "charge_decided"),
        ("掩饰隐瞒犯罪所得、犯罪所得收益罪具体情形", "", "", "concealment_form"),
    ];
    let indict = [
        ("部门受案号", "江检刑诉受〔2026〕1号", "江检刑诉受〔2026〕2号", "number_department"),
        ("移诉案由", "盗窃罪", "诈骗罪", "charge_referred"),
        ("审结日期", "2026/1/12", "2026/1/13", "concluded_on"),
        ("审结处理情况", "起诉", "相对不起诉", "outcome"),
        ("提起公诉日期", "2026/1/12", "", "prosecuted_on"),
        ("审查起诉阶段量刑建议（自）有期徒刑刑期", "一年", "", "suggested_term_from"),
        ("一审判决日期", "2026/3/2", "", "judged_on"),
    ];
    for columns in [&arrest[..], &indict[..]] {
        let file = workbook(|sheet| {
            row(sheet, 1, &columns.iter().map(|column| column.0).collect::<Vec<_>>());
            row(sheet, 2, &columns.iter().map(|column| column.1).collect::<Vec<_>>());
            row(sheet, 3, &columns.iter().map(|column| column.2).collect::<Vec<_>>());
        });
        let (table, proposals) = understood(&file);
        assert_eq!(fields(&proposals), columns.iter().map(|column| column.3).collect::<Vec<_>>());
        assert_eq!((table.data().count(), fingerprint(&table.heads).len()), (2, 16));
    }
}

#[test]
fn of_two_columns_for_one_field_the_first_keeps_it_and_the_other_says_so() {
    let text = "部门受案号,全案_审结日期,审结日期\n江检刑诉受〔2026〕1号,2026-1-5,2026-1-4\n";
    let (_guard, path) = file("twins.csv", text.as_bytes());
    let (_, proposals) = understood(&read(&path).unwrap());
    assert_eq!(fields(&proposals), ["number_department", "concluded_on", ""]);
    assert_eq!((proposals[2].field.as_deref(), proposals[2].instead), (Some("concluded_on"), Some(1)));
}

#[test]
fn an_open_document_with_merged_cells() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let covered = "<table:covered-table-cell/>";
    let over = |down: u32, right: u32, text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string" table:number-rows-spanned="{down}" table:number-columns-spanned="{right}"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let date = |day: &str| {
        format!(
            r#"<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>"#
        )
    };
    let rows = [
        over(1, 4, "听证台账") + r#"<table:covered-table-cell table:number-columns-repeated="3"/>"#,
        ["部门受案号", "案件名称", "嫌疑人", "受理日期"].map(cell).concat(),
        over(2, 1, "江检民监受〔2026〕1号") + &over(2, 1, "赵某申请监督案") + &cell("赵某") + &date("2026-01-05"),
        covered.repeat(2) + &cell("钱某") + &date("2026-01-05"),
        cell("江检民监受〔2026〕2号") + &cell("孙某申请监督案") + &cell("孙某") + &date("2026-02-28"),
    ];
    let rows: String = rows.iter().map(|row| format!("<table:table-row>{row}</table:table-row>")).collect();
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="听证">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let ods = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ]);
    let (_guard, path) = file("ledger.ods", &ods);
    let file = read(&path).unwrap();
    assert_eq!(file.1.kind, Some(FileKind::Ods));
    let (table, proposals) = understood(&file);
    assert_eq!((table.sheet.as_str(), &table.title[..]), ("听证", &["听证台账".to_owned()][..]));
    assert_eq!(fields(&proposals), ["number_department", "title", "person_name", "accepted_on"]);
    assert_eq!(table.data().map(|row| row.group).collect::<Vec<_>>(), [Some(3), Some(3), None]);
    assert_eq!(texts(&table, 0)[1], "江检民监受〔2026〕1号");
    assert!(matches!(table.data().last().unwrap().cells[3].value, Value::Date(date) if date.shown() == "2026-02-28"));
}

#[test]
fn an_old_workbook() {
    let file = read(&committed("arrests.xls")).unwrap();
    assert_eq!(file.1.kind, Some(FileKind::Xls));
    let (table, proposals) = understood(&file);
    assert_eq!(table.title, ["江河县人民检察院审查逮捕案件登记表"]);
    assert_eq!(
        fields(&proposals),
        ["sequence", "number_department", "title", "person_name", "accepted_on", "handler", "note"]
    );
    assert_eq!(texts(&table, 3), ["赵某", "钱某", "李某", "吴某"]);
    assert_eq!(texts(&table, 4), ["2026-01-04", "2026-01-04", "2026-01-06", "2026-02-28"]);
    assert_eq!(table.data().map(|row| row.group).collect::<Vec<_>>(), [Some(3), Some(3), None, None]);
    assert_eq!(kinds(&table).last(), Some(&(7, RowKind::Total)));
}

#[test]
fn headings_in_english_with_dates_month_first() {
    let text = "Case ID,Defendant,Charge,Received,Sex\nA-1,\"Doe, John\",Theft,4/8/2019 12:00:00 AM,M\nA-2,\"Roe, Jane; Poe, Max\",Fraud,11/19/2019 12:00:00 AM,F\nTotal,2,,,\n";
    let (_guard, path) = file("english.csv", text.as_bytes());
    let (table, proposals) = understood(&read(&path).unwrap());
    assert_eq!(table.heads, ["Case ID", "Defendant", "Charge", "Received", "Sex"]);
    assert_eq!(kinds(&table), [(1, RowKind::Head), (4, RowKind::Total)]);
    assert_eq!(proposals[3].looks, Some(Looks::Day));
    let mapping = Mapping::parse(
        "date_order = \"mdy\"\n[[columns]]\nhead = \"Case ID\"\nfield = \"number_department\"\n[[columns]]\nhead = \"defendant\"\nfield = \"person_name\"\nseparators = [\"; \"]\n[[columns]]\ncolumn = \"E\"\nfield = \"sex\"\nvalues = { M = \"male\", F = \"female\" }\n",
    )
    .unwrap();
    let bound = Bound::new(&mapping, None, &table.heads).unwrap();
    assert_eq!(bound.unmapped(), [2, 3], "what is not mapped is named");
    let narrow = Bound::new(&mapping, None, &table.heads[..5]).unwrap();
    let mut wide = table.data().next().unwrap().clone();
    assert_eq!(narrow.stray(&wide).count(), 0);
    wide.cells.resize(8, anjuan_papers::read::Cell::text("x"));
    assert_eq!(narrow.stray(&wide).collect::<Vec<_>>(), [5, 6, 7]);
    let records: Vec<_> = table.data().map(|row| bound.record(row)).collect();
    assert_eq!(records[1].texts("person_name").collect::<Vec<_>>(), ["Roe, Jane", "Poe, Max"]);
    assert_eq!(records[0].texts("sex").collect::<Vec<_>>(), ["male"]);
    assert_eq!((records[1].row, records[1].values[0].column), (3, Some(0)));
    let missing = Mapping::parse("[[columns]]\nhead = \"Judge\"\nfield = \"x\"\n").unwrap();
    let fault = Bound::new(&missing, None, &table.heads).unwrap_err();
    assert_eq!((fault.code.as_str(), fault.at.as_str()), ("mapping_column_missing", "Judge"));
}

#[test]
fn heads_again_on_each_page_subtotals_and_full_width_figures() {
    let text = "部门受案号,嫌疑人,受理日期,审结日期\n江检刑诉受〔２０２６〕１号,赵某,２０２６年１月５日,2026/2/1\n江检刑诉受〔2026〕2号,钱某、孙某,2026-1-6,二〇二六年二月二日\n小计,2件,,\n部门受案号,嫌疑人,受理日期,审结日期\n江检刑诉受〔2026〕3号,李某,20260107,2026.2.3\n小计,1件,,\n合计：3件,,,\n,,,\n备注：受理日期以案卡为准。,,,\n";
    let (_guard, path) = file("pages.csv", text.as_bytes());
    let (table, proposals) = understood(&read(&path).unwrap());
    assert_eq!(fields(&proposals), ["number_department", "person_name", "accepted_on", "concluded_on"]);
    use RowKind::{Blank, Head, Note, RepeatedHead, Total};
    assert_eq!(
        kinds(&table),
        [(1, Head), (4, Total), (5, RepeatedHead), (7, Total), (8, Total), (9, Blank), (10, Note)]
    );
    assert_eq!(proposals[2].looks, Some(Looks::Day), "all four forms are days");
    assert_eq!(proposals[0].looks, Some(Looks::DepartmentNumber));
    let mut mapping = Mapping::from_proposals(&table.heads, &proposals);
    mapping.columns[1].separators = vec!["、".to_owned()];
    let bound = Bound::new(&mapping, None, &table.heads).unwrap();
    let people: Vec<String> = table
        .data()
        .flat_map(|row| bound.record(row).texts("person_name").map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(people, ["赵某", "钱某", "孙某", "李某"]);
}

#[test]
fn two_rows_of_heads_in_a_text_file_and_none_at_all() {
    let text = "案件情况,,嫌疑人情况,,备注\n部门受案号,案由,姓名,性别,\n江检刑诉受〔2026〕1号,盗窃罪,赵某,男,\n江检刑诉受〔2026〕2号,诈骗罪,钱某,女,急\n";
    let (_guard, path) = file("two.csv", text.as_bytes());
    let (table, _) = understood(&read(&path).unwrap());
    assert_eq!(table.heads, ["案件情况/部门受案号", "案件情况/案由", "嫌疑人情况/姓名", "嫌疑人情况/性别", "备注"]);
    let text =
        "江检刑诉受〔2026〕1号,110101199001010010,2026-01-05\n江检刑诉受〔2026〕2号,110101199001010029,2026-01-06\n";
    let (_guard, path) = file("none.csv", text.as_bytes());
    let (table, proposals) = understood(&read(&path).unwrap());
    assert_eq!((table.head_rows, table.data().count()), (None, 2));
    let looks: Vec<_> = proposals.iter().map(|p| (p.looks, p.confidence)).collect();
    use Confidence::{Doubtful, None as Unsure};
    assert_eq!(
        looks,
        [(Some(Looks::DepartmentNumber), Doubtful), (Some(Looks::IdNumber), Doubtful), (Some(Looks::Day), Unsure)]
    );
}

#[test]
fn a_table_packed_with_gzip_is_read_as_it_stands() {
    let text = "部门受案号,嫌疑人,受理日期\n江检刑诉受〔2026〕1号,赵某,2026-1-5\n江检刑诉受〔2026〕2号,钱某,2026-1-6\n";
    for (bytes, encoding) in
        [(text.as_bytes().to_vec(), "UTF-8"), (encoding_rs::GB18030.encode(text).0.into_owned(), "gb18030")]
    {
        let (_guard, path) = file("台账.csv.gz", &packed(&bytes));
        let read = read(&path).unwrap();
        assert_eq!((read.1.kind, read.1.encoding.map(|e| e.name())), (Some(FileKind::Text), Some(encoding)));
        assert_eq!(texts(&understood(&read).0, 1), ["赵某", "钱某"]);
    }
}

#[test]
fn a_packed_file_that_is_broken_swells_or_holds_no_table_is_refused() {
    let code = |bytes: &[u8]| {
        let (_guard, path) = file("x.csv.gz", bytes);
        read(&path).unwrap_err().code.as_str()
    };
    let whole = packed("甲,乙\n".repeat(4000).as_bytes());
    assert_eq!(code(&whole[..whole.len() / 2]), "file_broken");
    assert_eq!(code(&packed(&vec![b','; 40 << 20])), "file_unpacks_too_large");
    assert_eq!(code(&packed(b"%PDF-1.7 \x00")), "file_not_a_sheet");
    assert_eq!(code(&packed(&packed(b"a,b\n1,2\n"))), "file_not_a_sheet", "once, not again and again");
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    to.write_all(bytes).unwrap();
    to.finish().unwrap()
}
