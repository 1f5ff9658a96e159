//! The window itself: that it opens, that there is one of it, that it talks to nobody.

use anjuan_e2e::App;

#[test]
fn opens_with_a_page_that_keeps_the_rules() {
    let app = App::start();
    app.expect_text("案卷");
    app.expect_sound();
    app.expect_accessible();
    app.picture("first-start");
}
