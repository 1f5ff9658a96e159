//! Lists of cases and what is due.

use anjuan_office::{
    Reading, Refusal,
    accounts::Told,
    deadlines,
    lists::{CaseQuery, Column, Sort, built_in_views},
};

use crate::{
    measure::{Times, goal, tell, time},
    seat::Seat,
};

/// Of the pages of a list, the one whose cost is compared with the first.
const FAR_PAGE: usize = 20_000;
const PAGE: usize = 50;

/// Pages of every order and every view, and the list of what is due.
pub fn measure(seat: &Seat, cases: usize) -> Result<(), Refusal> {
    let (office, day) = (&seat.office, seat.day);
    println!();
    let mut queries: Vec<CaseQuery> = Vec::new();
    for column in Column::ALL {
        for descending in [false, true] {
            queries.push(CaseQuery { sort: Some(Sort { column: *column, descending }), ..CaseQuery::default() });
        }
    }
    queries.extend(built_in_views(&seat.by).into_iter().map(|view| view.query));
    let mut opens = Times::default();
    for query in &queries {
        let (took, open) = time(|| office.read(|r| office.lists().open(r, query, &Told::whole(), PAGE, day)));
        open?;
        opens.add(took);
    }
    tell("opening a list, in every order and view", &opens);

    let list = office.read(|r| office.lists().open(r, &CaseQuery::default(), &Told::whole(), PAGE, day))?.list;
    let last = (cases / PAGE).saturating_sub(1);
    let far_page = FAR_PAGE.min(last);
    let (mut first, mut far, mut bare) = (Times::default(), Times::default(), Times::default());
    for at in 0..400 {
        let (took, page) = time(|| office.read(|r| office.lists().page(r, list, at % 3 * PAGE, PAGE, day)));
        page?;
        first.add(took);
        let from = far_page.saturating_sub(at % 3) * PAGE;
        let (took, page) = time(|| office.read(|r| office.lists().page(r, list, from, PAGE, day)));
        page?;
        far.add(took);
        let (took, rows) = time(|| office.read(|r| bare_rows(r, from as i64)));
        rows?;
        bare.add(took);
    }
    tell("page 1", &first);
    tell(&format!("page {far_page}"), &far);
    tell("bare reading of as many rows by their key", &bare);
    goal("any list page at p99", 8.0, first.p99_ms().max(far.p99_ms()), "ms");
    goal("far page to page 1, medians", 1.2, far.median_ms() / first.median_ms(), "x");
    println!("   a page to a bare reading of its rows, medians: {:.1} x", far.median_ms() / bare.median_ms());

    measure_due(seat)
}

/// The list of what is due, which needs no findings.
pub fn measure_due(seat: &Seat) -> Result<(), Refusal> {
    let (office, day) = (&seat.office, seat.day);
    let mut due = Times::default();
    for _ in 0..100 {
        let filter = deadlines::DueFilter::default();
        let (took, page) = time(|| office.read(|r| deadlines::list(r, &filter, day, None, PAGE as u32)));
        page?;
        due.add(took);
    }
    tell("first page of what is due", &due);
    goal("first page of what is due at p99", 8.0, due.p99_ms(), "ms");
    let (counted, counts) = time(|| office.read(|r| deadlines::counts(r, &deadlines::DueFilter::default(), day)));
    counts?;
    tell("how many due dates stand how", &counted);
    Ok(())
}

fn bare_rows(reading: &Reading<'_>, after: i64) -> Result<usize, Refusal> {
    let rows =
        reading.all("SELECT * FROM case_state WHERE case_id > ?1 ORDER BY case_id LIMIT 50", [after], |row| {
            row.get::<_, String>(3)
        })?;
    Ok(rows.len())
}
