//! The one box.

use anjuan_office::{
    Post, Refusal,
    accounts::{self, Told, Whole},
    search::Looker,
};

use crate::{
    fault, fill,
    measure::{Times, goal, tell, time},
    seat::Seat,
};

/// Searches for what is everywhere, for what is once, and for what is nowhere.
pub fn measure(seat: &Seat, cases: usize) -> Result<(), Refusal> {
    let office = &seat.office;
    println!();
    let (built, warmed) = time(|| office.search().warm(office.record()));
    warmed?;
    tell("putting in memory what can be found", &built);
    println!("   it takes {} MB", office.search().bytes() / 1_000_000);
    let middle = fill::name((cases / 2) as u64 * 64);
    let number = format!("341023{:06}", cases / 3 % 1_000_000);
    let kinds: [(&str, Vec<&str>); 6] = [
        ("one character", vec!["张", "龘", "汤", "z"]),
        ("two characters", vec!["王伟", "盗窃", "龘龘", "zs", "dq"]),
        ("three and more", vec![&middle, "危险驾驶", "电话询问", "涉嫌赌", "龘龘龘"]),
        ("numbers", vec![&number, "〔2025〕", "99999999", "诉受2024", "1990", "199001"]),
        ("pinyin", vec!["zhangsan", "zs dq", "qqqq", "chengongcaiqqq", "ouyangxiuqqq", "wxzsdq"]),
        ("two words", vec!["2025 盗窃", "张 诈骗", "盗窃 龘", "zs wxjs"]),
    ];
    let mut all = Times::default();
    for (kind, queries) in &kinds {
        let mut times = Times::default();
        for _ in 0..30 {
            for query in queries {
                let (took, found) = time(|| office.search().find(office.record(), query, 30, None));
                found?;
                times.add(took);
            }
        }
        tell(&format!("search, {kind}"), &times);
        all.add(times);
    }
    goal("search at p99", 30.0, all.p99_ms(), "ms");
    masked(seat, &kinds)
}

/// The same for a prosecutor, who sees whole only what he works on; and what is told to him of all cases, which a list that asks
/// about titles is put to.
fn masked(seat: &Seat, kinds: &[(&str, Vec<&str>)]) -> Result<(), Refusal> {
    let office = &seat.office;
    let people = office.read(accounts::list)?;
    let prosecutor = people.iter().map(accounts::Account::actor).find(|actor| actor.post == Post::Prosecutor);
    let prosecutor = prosecutor.ok_or_else(|| fault("no prosecutor"))?;
    let known = office.read(|reading| Whole::of(reading, &prosecutor))?;
    let whole = |case| known.has(case, false);
    let looker = Looker { whole: &whole, day: seat.day };
    println!();
    for (kind, queries) in kinds {
        let mut times = Times::default();
        for query in queries.iter().flat_map(|query| [query; 5]) {
            let (took, found) = time(|| office.search().find(office.record(), query, 30, Some(&looker)));
            found?;
            times.add(took);
        }
        tell(&format!("masked search, {kind}"), &times);
    }
    let mut times = Times::default();
    for _ in 0..5 {
        let (took, told) = time(|| office.read(|reading| Told::to(reading, whole)));
        told?;
        times.add(took);
    }
    tell("what is told of all cases", &times);
    Ok(())
}
