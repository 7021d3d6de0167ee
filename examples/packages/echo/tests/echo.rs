//! The command `echo`.

#[path = "../../common.rs"]
mod common;

use common::run;

#[test]
fn answers() {
    let output = run(env!("CARGO_BIN_EXE_echo"), &[], "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
}
