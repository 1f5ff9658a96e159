//! How much memory may be taken.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering},
};

/// An allocator that gives no more than so many bytes at a time; then it says that there are none, as a machine does.
pub struct Bound {
    most: usize,
    taken: AtomicUsize,
}

impl Bound {
    /// At most `most` bytes.
    pub const fn new(most: usize) -> Self {
        Self { most, taken: AtomicUsize::new(0) }
    }

    fn take(&self, bytes: usize) -> bool {
        let before = self.taken.fetch_add(bytes, Ordering::Relaxed);
        let fits = before.checked_add(bytes).is_some_and(|after| after <= self.most);
        if !fits {
            self.taken.fetch_sub(bytes, Ordering::Relaxed);
        }
        fits
    }
}

// SAFETY: every call is handed on to the system's allocator as it came, or answered with null, which says that there is no
// memory; what is counted has no part in what is given.
unsafe impl GlobalAlloc for Bound {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !self.take(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are those that the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !self.take(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, given: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !self.take(size) {
            return std::ptr::null_mut();
        }
        // SAFETY: `given` came from the system's allocator with this layout, as the caller promises.
        let moved = unsafe { System.realloc(given, layout, size) };
        let back = if moved.is_null() { size } else { layout.size() };
        self.taken.fetch_sub(back, Ordering::Relaxed);
        moved
    }

    unsafe fn dealloc(&self, given: *mut u8, layout: Layout) {
        // SAFETY: as for `realloc`.
        unsafe { System.dealloc(given, layout) };
        self.taken.fetch_sub(layout.size(), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_the_bound_is_not_given_and_what_was_given_back_counts_no_more() {
        let bound = Bound::new(1000);
        let layout = |size| Layout::from_size_align(size, 8).unwrap_or(Layout::new::<u64>());
        // SAFETY: each block is given back once, with the layout with which it was taken.
        unsafe {
            let first = bound.alloc(layout(600));
            assert!(!first.is_null());
            assert!(bound.alloc(layout(600)).is_null());
            assert!(bound.realloc(first, layout(600), 5000).is_null());
            bound.dealloc(first, layout(600));
            let second = bound.alloc_zeroed(layout(600));
            assert!(!second.is_null());
            bound.dealloc(second, layout(600));
        }
    }
}
