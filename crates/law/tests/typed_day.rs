//! Days as typed and written, one line a form.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use anjuan_law::Day;
use anjuan_law::typed_day::{DateSystem, Setting, YearLast, from_number, read, read_all, read_in};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-03-05")
}

#[track_caller]
fn check(typed: &str, expected: &str) {
    assert_eq!(read(typed, today(), None), Ok(day(expected)), "{typed:?}");
}

#[track_caller]
fn check_after(context: &str, typed: &str, expected: &str) {
    assert_eq!(read(typed, today(), Some(day(context))), Ok(day(expected)), "{typed:?} after {context}");
}

#[track_caller]
fn check_refused(typed: &str, code: &str) {
    match read(typed, today(), None) {
        Ok(day) => panic!("{typed:?} was read as {day}"),
        Err(error) => assert_eq!(error.code(), code, "{typed:?}"),
    }
}

#[test]
fn figures_in_any_form() {
    for typed in [
        "20260305",
        "2026-3-5",
        "2026-03-05",
        "2026.3.5",
        "2026/3/5",
        "2026年3月5日",
        "2026年03月05日",
        "2026年3月5号",
        "2026年3月5",
        "3-5",
        "3.5",
        "3/5",
        "03-05",
        "3月5日",
        "3月5",
        "２０２６－０３－０５",
        "２０２６年３月５日",
        "2026 年 3 月 5 日",
        " 2026-3-5 ",
        "\u{feff}2026-3-5\u{200b}",
        "2026–3–5",
        "2026．3．5",
        "2026。3。5",
    ] {
        check(typed, "2026-03-05");
    }
    check("2018.07.16", "2018-07-16");
    check("20000229", "2000-02-29");
}

#[test]
fn chinese_numerals() {
    check("二〇一八年七月十六日", "2018-07-16");
    check("二○一八年七月十六日", "2018-07-16");
    check("二零一八年七月十六日", "2018-07-16");
    check("二O一八年十二月三十一日", "2018-12-31");
    check("二〇二六年三月五日", "2026-03-05");
    check("二〇二〇年元月廿一日", "2020-01-21");
    check("一九九九年十月卅一日", "1999-10-31");
    check("二〇一八年十一月二十日", "2018-11-20");
    check("三月五日", "2026-03-05");
    check_refused("二〇一八年十三月一日", "day_no_such_day");
    check_refused("二十一八年七月十六日", "day_form");
    check_refused("一一月五日", "day_form");
    check_refused("正月初五", "day_form");
}

#[test]
fn words_counted_from_today() {
    for (typed, expected) in [
        ("今天", "2026-03-05"),
        ("今日", "2026-03-05"),
        ("昨天", "2026-03-04"),
        ("明天", "2026-03-06"),
        ("前天", "2026-03-03"),
        ("后天", "2026-03-07"),
        ("Today", "2026-03-05"),
        ("+15", "2026-03-20"),
        ("＋15", "2026-03-20"),
        ("-3", "2026-03-02"),
        ("－3", "2026-03-02"),
        ("+0", "2026-03-05"),
        ("+30天", "2026-04-04"),
        ("15天后", "2026-03-20"),
        ("3日前", "2026-03-02"),
        ("去年12月28日", "2025-12-28"),
        ("今年8月22日", "2026-08-22"),
        ("明年1月1日", "2027-01-01"),
        ("本月9日", "2026-03-09"),
        ("上月28日", "2026-02-28"),
        ("下个月1号", "2026-04-01"),
    ] {
        check(typed, expected);
    }
    assert_eq!(read("上月5日", day("2026-01-31"), None), Ok(day("2025-12-05")));
    assert_eq!(read("下月5日", day("2025-12-31"), None), Ok(day("2026-01-05")));
}

#[test]
fn words_counted_from_the_day_before_them() {
    check_after("2018-07-16", "同年8月22日", "2018-08-22");
    check_after("2018-07-16", "同月25日", "2018-07-25");
    check_after("2018-07-16", "当日", "2018-07-16");
    check_after("2018-07-16", "次日", "2018-07-17");
    check_after("2018-12-31", "翌日", "2019-01-01");
    check_after("2018-12-31", "次年2月3日", "2019-02-03");
    check_after("2018-12-31", "次月3日", "2019-01-03");
    check_after("2018-07-16", "8月22日", "2018-08-22");
    check_after("2018-07-16", "同年八月二十二日", "2018-08-22");
    check_after("2018-07-16", "今天", "2026-03-05");
    for typed in ["同年8月22日", "同月5日", "当日", "次日", "次年1月1日"] {
        check_refused(typed, "day_without_context");
    }
}

#[test]
fn a_time_is_left_out_and_a_weekday_must_fit() {
    for typed in [
        "2026-03-05 14:30",
        "2026-03-05 00:00:00",
        "2026-03-05T14:30:00",
        "2026-03-05T14:30:00.000Z",
        "2026/3/5 9:05",
        "2026年3月5日14时30分",
        "2026年3月5日 上午9时",
        "2026年3月5日9点",
        "2026年3月5日（星期四）",
        "2026-03-05 周四",
        "2026年3月5日星期四",
    ] {
        check(typed, "2026-03-05");
    }
    check("3月8日星期日", "2026-03-08");
    check_refused("2026年3月5日（星期五）", "day_weekday");
    check_refused("2026-03-05 25:00", "day_form");
    check_refused("2026-03-05 12:75", "day_form");
    check_refused("14:30", "day_form");
}

#[test]
fn what_could_mean_two_days_is_refused() {
    for typed in [
        "16/7/2018",
        "7/16/2018",
        "4/8/2019",
        "4/8/2019 12:00:00 AM",
        "16.7.2018",
        "16-7-2018",
        "26-3-5",
        "26.3.5",
        "260305",
    ] {
        check_refused(typed, "day_ambiguous");
    }
    let told = |order| Setting { year_last: Some(order), ..Setting::today(today()) };
    assert_eq!(read_in("4/8/2019 12:00:00 AM", &told(YearLast::MonthFirst)), Ok(day("2019-04-08")));
    assert_eq!(read_in("4/8/2019", &told(YearLast::DayFirst)), Ok(day("2019-08-04")));
    let impossible = read_in("16/7/2018", &told(YearLast::MonthFirst)).unwrap_err();
    assert_eq!(impossible.code(), "day_no_such_day", "told the order, it is not turned round");
    assert_eq!(read_in("2019-04-08", &told(YearLast::DayFirst)), Ok(day("2019-04-08")));
}

#[test]
fn days_that_are_none() {
    for typed in [
        "2026-02-29",
        "2026-2-30",
        "20260431",
        "2026年13月1日",
        "13-1",
        "2026-00-10",
        "2026-1-0",
        "1900-02-29",
        "0月5日",
    ] {
        check_refused(typed, "day_no_such_day");
    }
    for typed in ["1899-12-31", "2200-01-01", "99991231"] {
        check_refused(typed, "day_range");
    }
    assert_eq!(read("+9999", day("2199-12-31"), None).unwrap_err().code(), "day_range");
}

#[test]
fn what_is_no_day() {
    for typed in ["", "  ", "\u{3000}", "\u{feff}"] {
        check_refused(typed, "day_empty");
    }
    for typed in ["无", "/", "—", "不详", "待定", "N/A"] {
        check_refused(typed, "day_absent");
    }
    for typed in ["2026", "2026年", "2026年3月", "2026-3", "3月", "二〇一八年七月"] {
        check_refused(typed, "day_incomplete");
    }
    for typed in [
        "张某",
        "5",
        "45000",
        "2026-3-",
        "2026--3-5",
        "2026-3.5",
        "2026-3-5-6",
        "2026年3-5",
        "3月5日左右",
        "+",
        "-",
        "+1e3",
        "+-3",
        "++3",
        "2026-003-05",
        "123456789",
        "3日",
        "2026年3月5日6日",
        "2026-3-5号",
        "星期四",
        "第3天",
    ] {
        match typed {
            "-" => check_refused(typed, "day_absent"),
            _ => check_refused(typed, "day_form"),
        }
    }
}

#[test]
fn several_days_are_refused_or_listed() {
    for typed in [
        "2018年7月16日、同年8月22日",
        "2018-07-16,2018-08-22",
        "2018.7.16；2018.8.22",
        "2018.7.16-2018.8.22",
        "2018年7月16日至2018年8月22日",
        "20180716\n20180822",
    ] {
        check_refused(typed, "day_several");
        let days = read_all(typed, &Setting::today(today())).unwrap();
        assert_eq!(days, [day("2018-07-16"), day("2018-08-22")], "{typed:?}");
    }
    let setting = Setting::today(today());
    assert_eq!(read_all("2026-3-5", &setting), Ok(vec![today()]));
    assert_eq!(read_all("2018-07-16、不知道", &setting).unwrap_err().code(), "day_form");
    assert_eq!(read_all("2018-07-16、2018-02-30", &setting).unwrap_err().code(), "day_no_such_day");
    assert_eq!(read_all("、", &setting).unwrap_err().code(), "day_empty");
}

#[test]
fn numbers_in_cells() {
    let check =
        |number: f64, system, expected: &str| assert_eq!(from_number(number, system), Ok(day(expected)), "{number}");
    check(1.0, DateSystem::From1900, "1900-01-01");
    check(59.0, DateSystem::From1900, "1900-02-28");
    check(61.0, DateSystem::From1900, "1900-03-01");
    check(45000.0, DateSystem::From1900, "2023-03-15");
    check(45000.99, DateSystem::From1900, "2023-03-15");
    check(109_574.0, DateSystem::From1900, "2199-12-31");
    check(0.0, DateSystem::From1904, "1904-01-01");
    check(43538.0, DateSystem::From1904, "2023-03-15");
    check(20260305.0, DateSystem::From1900, "2026-03-05");
    for (number, code) in [
        (0.0, "day_form"),
        (60.0, "day_no_such_day"),
        (-1.0, "day_form"),
        (f64::NAN, "day_form"),
        (f64::INFINITY, "day_form"),
        (109_575.0, "day_range"),
        (1e12, "day_range"),
        (20260230.0, "day_no_such_day"),
    ] {
        assert_eq!(from_number(number, DateSystem::From1900).unwrap_err().code(), code, "{number}");
    }
}

/// A day in every form in which the year is told.
fn forms(day: Day) -> Vec<String> {
    let (y, m, d) = day.ymd();
    let wide = |text: &str| text.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect::<String>();
    let figure = |n: i32| ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"][n as usize];
    let two = |n: u32| match (n / 10, n % 10) {
        (0, unit) => figure(unit as i32).to_owned(),
        (tens, unit) => {
            let tens = if tens == 1 { String::new() } else { figure(tens as i32).to_owned() };
            format!("{tens}十{}", if unit == 0 { "" } else { figure(unit as i32) })
        }
    };
    let year: String = y.to_string().bytes().map(|b| figure(i32::from(b - b'0'))).collect();
    let mut forms = vec![
        day.to_string(),
        day.on_paper(),
        format!("{y}{m:02}{d:02}"),
        format!("{y}-{m}-{d}"),
        format!("{y}.{m}.{d}"),
        format!("{y}.{m:02}.{d:02}"),
        format!("{y}/{m}/{d}"),
        format!("{y}年{m}月{d}日"),
        format!("{y}年{m:02}月{d:02}日"),
        format!("{y} 年 {m} 月 {d} 日"),
        format!("{year}年{}月{}日", two(m), two(d)),
        format!("{y}-{m:02}-{d:02} 08:30:00"),
    ];
    forms.push(wide(&format!("{y}-{m}-{d}")));
    forms
}

proptest! {
    #[test]
    fn every_day_in_every_form_reads_back(days in 0i64..109_572, today in 0i64..109_572, context in proptest::option::of(0i64..109_572)) {
        let (day, today) = (Day::MIN.add_days(days), Day::MIN.add_days(today));
        let context = context.map(|days| Day::MIN.add_days(days));
        for form in forms(day) {
            prop_assert_eq!(read(&form, today, context), Ok(day), "{}", form);
        }
        let (_, m, d) = day.ymd();
        for form in [format!("{m}-{d}"), format!("{m}.{d}"), format!("{m}/{d}"), format!("{m}月{d}日"), format!("同年{m}月{d}日"), format!("同月{d}日")] {
            prop_assert_eq!(read(&form, today, Some(day)), Ok(day), "{}", form);
        }
        let off = today.days_until(day);
        if off.abs() <= 99_999 {
            prop_assert_eq!(read(&format!("{off:+}"), today, context), Ok(day));
        }
        prop_assert_eq!(read_all(&format!("{day}、同月{d}日"), &Setting::today(today)), Ok(vec![day, day]));
    }

    #[test]
    fn serials_count_days(serial in 61i64..109_575) {
        let day = from_number(serial as f64, DateSystem::From1900).unwrap();
        prop_assert_eq!(Day::MIN.days_until(day), serial - 2);
    }

    #[test]
    fn no_text_stops_the_program(text in "[0-9０-９年月日号时分同次当去+.:/, TAMPamp至、〇一二十廿元今天周星期-]{0,14}") {
        let _ = read(&text, today(), Some(today()));
        let _ = read_all(&text, &Setting::today(today()));
    }

    #[test]
    fn no_number_stops_the_program(number in proptest::num::f64::ANY) {
        let _ = from_number(number, DateSystem::From1900);
        let _ = from_number(number, DateSystem::From1904);
    }
}
