//! The reader alone, for tests: a test's own executable cannot become one.

fn main() {
    anjuan_papers::worker::run_if_asked();
}
