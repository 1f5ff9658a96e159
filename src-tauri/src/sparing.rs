//! Keeps what the window holds in memory to what it needs: an office's machine has little of it.

/// Gives memory that is not used any more back to the system. The library that hands memory out keeps what was once asked for: a
/// passphrase alone takes more than the rest of the program, for less than a second.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code)]
pub fn give_back() {
    // SAFETY: it may be called at any time and by any thread.
    unsafe { libc::malloc_trim(0) };
}

/// Elsewhere the system takes it back by itself.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn give_back() {}
