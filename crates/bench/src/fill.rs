//! An office of many cases, written straight into the record tables before the program opens it: the same for the same
//! number of cases.

use anjuan_law::Day;
use rusqlite::{Connection, Statement, Transaction};

/// Surnames as often as people have them, more or less: the first are drawn more often.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈\
                        姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
const GIVEN: &str = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰文辉玲红建国华志海波浩宇轩梓涵欣怡雨晨子豪思琪俊嘉佳丹\
                     春梅玉珍凤云飞龙小燕永福荣贵德林成光荣庆祥和昌盛生金银宝财富旺鑫淼森焱垚楠柏松柳青山川河江湖泊田野";
const CAUSES: &[(&str, &str)] = &[
    ("264", "盗窃罪"),
    ("266", "诈骗罪"),
    ("234", "故意伤害罪"),
    ("133之一", "危险驾驶罪"),
    ("303", "开设赌场罪"),
    ("347", "贩卖毒品罪"),
    ("287之二", "帮助信息网络犯罪活动罪"),
    ("293", "寻衅滋事罪"),
    ("133", "交通肇事罪"),
    ("312", "掩饰、隐瞒犯罪所得罪"),
];
const TABLES: &[(&str, &str)] = &[
    (
        "case_file",
        "register_no, line, category, title, cause_code, cause, source, from_unit, received_on, accepted_on, department_id, registered_by",
    ),
    ("case_number", "case_id, kind, number, normalised"),
    ("person", "case_id, position, role, name, sex, birth, act_on, minor_at_act, prior_record"),
    ("person_charge", "case_id, person_id, phase, charge_id, charge"),
    ("measure", "case_id, person_id, kind, decided_on, executed_on, ended_on"),
    ("act", "case_id, kind, on_day, person_id, fields"),
    ("assignment", "case_id, account_id, role, mode, started_on"),
    ("note", "case_id, on_day, account_id, text"),
];
/// Accounts that handle cases; the clerk is 1.
const HANDLERS: u64 = 40;

/// Writes `cases` cases, each with three people, through a connection of its own.
pub fn fill(path: &std::path::Path, key: &str, cases: usize, today: Day) -> rusqlite::Result<()> {
    let mut connection = Connection::open(path)?;
    connection.pragma_update(None, "key", key)?;
    connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -262144;")?;
    // Each step is one transaction, so that the log does not outgrow the file.
    const STEP: usize = 50_000;
    accounts(&connection, today)?;
    for from in (0..cases).step_by(STEP) {
        let transaction = connection.transaction()?;
        let mut writer = Writer::new(&transaction, cases)?;
        for case in from..cases.min(from + STEP) {
            writer.case(case as u64, today)?;
        }
        drop(writer);
        transaction.commit()?;
    }
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")
}

fn accounts(connection: &Connection, today: Day) -> rusqlite::Result<()> {
    let mut insert = connection.prepare(
        "INSERT INTO account (login, name, post, department_id, in_quota, started_on) VALUES (?1, ?2, 'prosecutor', 2, 1, ?3)",
    )?;
    for n in 0..HANDLERS {
        insert.execute((format!("p{n}"), name(n * 7919), today.add_days(-9000)))?;
    }
    Ok(())
}

struct Writer<'t> {
    inserts: Vec<Statement<'t>>,
    /// How many cases the office gets.
    cases: i64,
}

/// A number that looks thrown, the same for the same seed.
fn thrown(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn pick(text: &str, seed: u64) -> char {
    let count = text.chars().count() as u64;
    text.chars().nth((seed % count.max(1)) as usize).unwrap_or('某')
}

/// A person's name.
pub fn name(seed: u64) -> String {
    let surname = thrown(seed) % 100;
    // The lesser of two throws: the first surnames are the common ones.
    let surname = surname.min(thrown(seed + 1) % 100);
    let mut name = String::from(pick(SURNAMES, surname));
    name.push(pick(GIVEN, thrown(seed + 2)));
    if thrown(seed + 3) % 10 < 8 {
        name.push(pick(GIVEN, thrown(seed + 4)));
    }
    name
}

impl<'t> Writer<'t> {
    fn new(transaction: &'t Transaction<'_>, cases: usize) -> rusqlite::Result<Self> {
        let prepare = |(table, columns): &(&str, &str)| {
            let places = vec!["?"; columns.split(',').count()].join(", ");
            transaction.prepare(&format!("INSERT INTO {table} ({columns}) VALUES ({places})"))
        };
        let inserts = TABLES.iter().map(prepare).collect::<rusqlite::Result<_>>()?;
        Ok(Self { inserts, cases: i64::try_from(cases).unwrap_or(i64::MAX).max(1) })
    }

    fn put(&mut self, table: &str, values: impl rusqlite::Params) -> rusqlite::Result<i64> {
        let at = TABLES.iter().position(|(name, _)| *name == table).unwrap_or(0);
        self.inserts.get_mut(at).ok_or(rusqlite::Error::InvalidQuery)?.insert(values)
    }

    fn case(&mut self, n: u64, today: Day) -> rusqlite::Result<()> {
        let roll = thrown(n * 31);
        let prosecution = roll % 10 < 6;
        let category = if prosecution { "first_instance_prosecution" } else { "arrest_review" };
        // Ten years, the newest last, as cases come in.
        let accepted = today.add_days(-3650 + n as i64 * 3650 / self.cases - (roll % 30) as i64);
        let first = name(n * 64);
        let cause = CAUSES[(thrown(n * 31 + 1) % CAUSES.len() as u64) as usize];
        let title = format!("{first}涉嫌{}案", cause.1.trim_end_matches('罪'));
        let year = accepted.ymd().0;
        let from = format!("测县公安局{}派出所", pick(GIVEN, thrown(n * 31 + 2)));
        let register = format!("{year}-GC-{:07}", n + 1);
        let case = self.put(
            "case_file",
            (register, "GC", category, &title, cause.0, cause.1, "police", from, accepted, accepted, 2, 1),
        )?;
        let kind = if prosecution { "诉" } else { "捕" };
        let number = |left: &str, right: &str| format!("测检刑{kind}受{left}{year}{right}341023{:06}号", n % 1_000_000);
        self.put("case_number", (case, "department", number("〔", "〕"), number("", "")))?;
        let mut people = Vec::new();
        for position in 1..=3u64 {
            let role = if position < 3 { "suspect" } else { "victim" };
            let whose = if position == 1 { first.clone() } else { name(n * 64 + position * 8) };
            let birth = today.add_days(-7300 - (thrown(n * 64 + position) % 14_000) as i64);
            let id = self.put(
                "person",
                (case, position as i64, role, whose, "male", birth, accepted.add_days(-60), 0, "none"),
            )?;
            if role == "suspect" {
                self.put("person_charge", (case, id, "transferred", cause.0, cause.1))?;
                people.push(id);
            }
        }
        self.put("assignment", (case, 2 + (roll / 64 % HANDLERS) as i64, "handler", "random", accepted))?;
        if roll.is_multiple_of(7) {
            self.put("note", (case, accepted, 1, "电话询问鉴定进度，答复下周出具"))?;
        }
        self.timeline(case, &people, prosecution, accepted, today, roll)
    }

    /// What happened to the case, as far as it happened by today.
    fn timeline(
        &mut self,
        case: i64,
        people: &[i64],
        prosecution: bool,
        accepted: Day,
        today: Day,
        roll: u64,
    ) -> rusqlite::Result<()> {
        let number = format!(r#"{{"number":"测检刑诉{case}号"}}"#);
        let mut acts: Vec<(&str, i64, bool, &str)> = vec![("accepted", 0, false, "{}"), ("rights_told", 2, true, "{}")];
        if prosecution {
            let returned = roll.is_multiple_of(5);
            let after = if returned { 60 } else { 0 };
            if returned {
                acts.push(("returned_for_investigation", 25, false, "{}"));
                acts.push(("retransferred", 50, false, "{}"));
            }
            acts.push(("review_report_done", 20 + after, false, "{}"));
            acts.push(("prosecuted", 24 + after, true, &number));
            acts.push(("judgment_received", 110 + after, true, r#"{"kind":"judgment","outcome":"guilty"}"#));
            acts.push(("closed", 130 + after, false, r#"{"outcome":"有罪判决"}"#));
        } else {
            acts.push(("review_report_done", 5, false, "{}"));
            acts.push(("arrest_approved", 6, true, "{}"));
            acts.push(("execution_receipt", 8, true, "{}"));
            acts.push(("closed", 9, false, r#"{"outcome":"批准逮捕"}"#));
        }
        let last = acts.last().map_or(0, |(_, days, ..)| *days);
        // A few are late, and their last act has not come.
        let slow = if roll.is_multiple_of(50) { 400 } else { 0 };
        for (kind, days, each, fields) in acts {
            let on = accepted.add_days(days + slow * i64::from(days > 10));
            if on > today {
                continue;
            }
            match each {
                true => people.iter().try_for_each(|id| self.put("act", (case, kind, on, id, fields)).map(drop))?,
                false => drop(self.put("act", (case, kind, on, None::<i64>, fields))?),
            }
        }
        let over = accepted.add_days(last + slow);
        let ended = (over <= today).then_some(over);
        let held = if prosecution { "arrest" } else { "detention" };
        if let Some(id) = people.first() {
            self.put("measure", (case, id, held, accepted.add_days(-3), accepted.add_days(-3), ended))?;
        }
        Ok(())
    }
}
