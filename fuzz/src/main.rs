//! Runs one gate, named by `ANJUAN_GATE`, over what libFuzzer makes up from the corpus and from the edges that were taken.
//!
//! Broken is a promise of the gate, a panic, an arithmetic overflow, more than 256 MiB, and more than a second of the processor's
//! time for one input: of its own time, so that a busy machine finds nothing that is not there.

#![no_main]

use std::{sync::LazyLock, time::Duration};

use anjuan_gates::{Bound, GATES, Gate, gate};
use libfuzzer_sys::fuzz_target;

#[global_allocator]
static MEMORY: Bound = Bound::new(256 << 20);

const LONGEST: Duration = Duration::from_secs(1);

/// What is made once, an office with its cases, is made here and is no input's fault.
static CHOSEN: LazyLock<&Gate> = LazyLock::new(|| {
    let name = std::env::var("ANJUAN_GATE").unwrap_or_default();
    let Some(gate) = gate(&name) else {
        eprintln!(
            "no gate is called {name:?}. There are: {}",
            GATES.iter().map(|gate| gate.name).collect::<Vec<_>>().join(" ")
        );
        std::process::exit(2);
    };
    // libFuzzer's hook would end the process at a panic that the program catches on purpose; one that comes out of a gate still
    // ends it.
    std::panic::set_hook(Box::new(|said| eprintln!("{said}")));
    (gate.run)(b"");
    gate
});

fn spent() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `time` lives through the call, which writes nothing else.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}

fuzz_target!(|data: &[u8]| {
    let gate = *CHOSEN;
    let began = spent();
    (gate.run)(data);
    let took = spent().saturating_sub(began);
    assert!(took <= LONGEST, "{} took {took:?} for {} bytes", gate.name, data.len());
});
