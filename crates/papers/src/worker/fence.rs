//! The limits a reader puts on itself.

use crate::read::Limits;

/// Puts the limits on this process, for good. Where the system refuses one, the error says which.
#[cfg(target_os = "linux")]
pub(super) fn close(limits: &Limits) -> std::io::Result<()> {
    // The window's libraries take address space before any file is read; that is not the file's doing.
    let allowed = occupied()?.saturating_add(limits.memory_bytes);
    limit(libc::RLIMIT_AS, allowed, allowed)?;
    // The softer limit ends the process by a signal of its own, which tells the asking side the cause.
    limit(libc::RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds.saturating_add(1))?;
    limit(libc::RLIMIT_FSIZE, 0, 0)?;
    limit(libc::RLIMIT_CORE, 0, 0)?;
    limit(libc::RLIMIT_NOFILE, 16, 16)?;
    // SAFETY: both calls take integers only and change nothing but this process's attributes.
    unsafe {
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn occupied() -> std::io::Result<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm")?;
    let first = pages.split_ascii_whitespace().next().and_then(|n| n.parse::<u64>().ok());
    // SAFETY: asks for a constant of the system.
    let page = u64::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).unwrap_or(4096);
    Ok(first.unwrap_or(0).saturating_mul(page))
}

#[cfg(target_os = "linux")]
fn limit(what: libc::__rlimit_resource_t, soft: u64, hard: u64) -> std::io::Result<()> {
    let both = libc::rlimit { rlim_cur: soft, rlim_max: hard };
    // SAFETY: `both` lives through the call, which only reads it.
    match unsafe { libc::setrlimit(what, &both) } {
        0 => Ok(()),
        _ => Err(std::io::Error::last_os_error()),
    }
}

/// Elsewhere only the watch of the asking process (silence) holds the reader.
#[cfg(not(target_os = "linux"))]
pub(super) fn close(_limits: &Limits) -> std::io::Result<()> {
    Ok(())
}
