//! Invented people, and the staff of the invented office.

use std::collections::HashMap;

use anjuan_law::{Day, allocation};

use super::{Chance, script::Scripts};
use crate::{
    DepartmentId, Result, Work,
    accounts::{self, AccountEntry, Post},
    assignments::Pool,
    draws::{Candidate, Excluded},
    refusal,
};

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林",
    "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "韩", "冯", "曹", "彭", "曾", "肖", "田", "董", "袁", "潘", "蒋",
    "蔡", "余", "杜", "叶", "程", "苏", "魏", "吕", "丁", "任", "沈", "姚", "卢", "姜", "崔", "钟", "谭", "陆", "汪",
    "范", "金", "石", "廖", "贾", "夏", "韦", "付", "方", "白", "邹", "孟", "熊", "秦", "邱", "江", "尹", "薛", "闫",
    "段", "雷", "侯", "龙", "史", "陶", "黎", "贺", "顾", "毛", "郝", "龚", "邵", "万", "钱", "严", "覃", "武", "戴",
    "莫", "孔", "向", "汤", "单", "尉迟", "欧阳", "司马", "上官",
];
const GIVEN: &[&str] = &[
    "伟", "强", "军", "磊", "勇", "涛", "超", "明", "刚", "平", "辉", "鹏", "华", "飞", "鑫", "波", "斌", "宇", "浩",
    "凯", "健", "俊", "帆", "帅", "旭", "宁", "龙", "林", "欢", "佳", "娜", "静", "敏", "丽", "艳", "芳", "娟", "霞",
    "玲", "桂", "英", "红", "梅", "燕", "萍", "兰", "洁", "雪", "琴", "云", "倩", "楠", "璐", "瑶", "怡", "婷", "晨",
    "阳", "文", "志", "国", "建", "春", "秋", "冬", "山", "河", "海", "峰", "岩", "松", "柏", "杰", "豪", "翔", "毅",
    "恒", "安", "康", "乐", "诚", "信", "义", "德", "喆", "堃", "镕", "垚",
];
const UNITS: &[&str] =
    &["测县生态环境局", "测县市场监督管理局", "测县自然资源局", "测县水利局", "测县农业农村局", "测县住房和城乡建设局"];

/// An invented person.
pub(super) struct Invented {
    pub name: String,
    pub male: bool,
    pub birth: Day,
    pub id_number: String,
}

/// The people in quota, by the line whose cases they take.
pub(super) struct Staff {
    departments: Vec<(DepartmentId, String)>,
    members: Vec<(Candidate, String, bool)>,
    pools: std::cell::RefCell<HashMap<(String, bool), std::rc::Rc<Pool>>>,
}

impl Staff {
    /// The department that takes cases of a line.
    pub fn department(&self, line: &str) -> Option<DepartmentId> {
        self.departments.iter().find(|(_, kind)| allocation().takes(kind, line)).map(|(id, _)| *id)
    }

    /// Who could take a case of a line, and who could not.
    pub fn pool(&self, line: &str, minor: bool) -> std::rc::Rc<Pool> {
        let key = (line.to_owned(), minor);
        if let Some(pool) = self.pools.borrow().get(&key) {
            return pool.clone();
        }
        let mut pool = Pool { candidates: Vec::new(), excluded: Vec::new() };
        for (candidate, kind, minors) in &self.members {
            let out = if !allocation().takes(kind, line) {
                Some("other_line")
            } else if minor && !minors {
                Some("not_designated_minors")
            } else {
                None
            };
            match out {
                None => pool.candidates.push(candidate.clone()),
                Some(reason) => pool.excluded.push(Excluded {
                    id: candidate.id,
                    name: candidate.name.clone(),
                    reason: reason.to_owned(),
                    detail: String::new(),
                }),
            }
        }
        if pool.candidates.is_empty() {
            // Nobody is named for it: whoever is in quota may take it.
            pool =
                Pool { candidates: self.members.iter().map(|(one, _, _)| one.clone()).collect(), excluded: Vec::new() };
        }
        let pool = std::rc::Rc::new(pool);
        self.pools.borrow_mut().insert(key, pool.clone());
        pool
    }
}

/// Enters the staff of the scripts beside the people who are there.
pub(super) fn hire(work: &Work<'_>, scripts: &Scripts) -> Result<Staff> {
    let departments = accounts::departments(work)?;
    for (at, member) in scripts.staff.iter().enumerate() {
        if accounts::list(work)?.iter().any(|account| account.login == member.login) {
            continue;
        }
        let department = departments.iter().find(|department| department.kind == member.department);
        accounts::save(
            work,
            &AccountEntry {
                id: None,
                login: member.login.clone(),
                name: member.name.clone(),
                staff_no: format!("{:04}", 101 + at),
                post: Post::of(&member.post).ok_or_else(|| refusal!("choice_unknown", value = member.post))?,
                department_id: department.map(|department| department.id),
                in_quota: member.in_quota,
                handles_minors: member.minors,
                on_duty: true,
                case_cap: member.cap,
                ended_on: None,
            },
        )?;
    }
    let departments: Vec<_> = departments.into_iter().map(|department| (department.id, department.kind)).collect();
    let kinds: HashMap<_, _> = departments.iter().cloned().collect();
    let members = accounts::list(work)?
        .into_iter()
        .filter(|account| account.in_quota)
        .map(|account| {
            let kind = account.department_id.and_then(|id| kinds.get(&id).cloned()).unwrap_or_default();
            (Candidate { id: account.id.get(), name: account.name, load: 0, open: 0 }, kind, account.handles_minors)
        })
        .collect();
    Ok(Staff { departments, members, pools: std::cell::RefCell::default() })
}

/// Invents somebody who is of an age on `day`: a minor of 15 to 17, else 19 to 66.
pub(super) fn invent(chance: &mut Chance, day: Day, minor: bool) -> Invented {
    let mut name = (*chance.one_of(SURNAMES).unwrap_or(&"王")).to_owned();
    for _ in 0..chance.between(1, 2) {
        name.push_str(chance.one_of(GIVEN).unwrap_or(&"明"));
    }
    let age_days = if minor { chance.between(15 * 366, 17 * 365) } else { chance.between(19 * 365, 66 * 365) };
    let birth = day.add_days(-age_days);
    let male = chance.percent(76);
    let (year, month, of_month) = birth.ymd();
    let order = chance.between(0, 99) * 10 + chance.between(0, 4) * 2 + i64::from(male);
    let body = format!("341023{year:04}{month:02}{of_month:02}{order:03}");
    let id_number = format!("{body}{}", check_character(&body));
    Invented { name, male, birth, id_number }
}

/// The check character of GB 11643 for the first 17 digits.
fn check_character(body: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.chars().zip(WEIGHTS).map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight).sum();
    "10X98765432".chars().nth((sum % 11) as usize).unwrap_or('0')
}

/// An invented agency.
pub(super) fn agency(chance: &mut Chance) -> String {
    (*chance.one_of(UNITS).unwrap_or(&UNITS[0])).to_owned()
}
