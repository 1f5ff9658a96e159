//! Whether the record is in this desk's own hands: from when it opens it until the last thing under way has let go of it, which
//! may be a while after it was locked. So long its lock is our own, and says nothing about another program.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anjuan_office::{Result, refusal};

/// One desk's hands.
#[derive(Default)]
pub(crate) struct Hands(Arc<Taken>);

#[derive(Default)]
struct Taken {
    taken: Mutex<bool>,
    freed: Condvar,
}

impl Taken {
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// While it lives, the record is in the desk's hands. To be dropped after whatever holds the record.
pub(crate) struct InHand(Arc<Taken>);

impl Drop for InHand {
    fn drop(&mut self) {
        *self.0.lock() = false;
        self.0.freed.notify_all();
    }
}

impl Hands {
    /// Takes the record in hand. What was under way when it was locked may take `patience` to let go of it; after that it is
    /// refused.
    pub(crate) fn take(&self, patience: Duration) -> Result<InHand> {
        let waited = self.0.freed.wait_timeout_while(self.0.lock(), patience, |taken| *taken);
        let (mut taken, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *taken {
            return Err(refusal!("record_not_let_go"));
        }
        *taken = true;
        Ok(InHand(Arc::clone(&self.0)))
    }

    /// Asks something for which the record's lock is taken for a moment; none while it is in our hands. Nobody takes it in hand
    /// meanwhile.
    pub(crate) fn while_free<T>(&self, ask: impl FnOnce() -> T) -> Option<T> {
        let taken = self.0.lock();
        (!*taken).then(ask)
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, thread};

    use super::*;

    #[test]
    fn who_takes_it_next_waits_until_it_was_let_go() {
        let hands = Hands::default();
        let held = hands.take(Duration::ZERO).expect("nobody has it");
        assert_eq!(hands.while_free(|| ()), None);
        let refused = hands.take(Duration::ZERO).map(drop).expect_err("it is not let go of");
        assert_eq!(refused.code, "record_not_let_go");
        let (asks, asked) = mpsc::channel();
        let next_hands = &hands;
        thread::scope(|scope| {
            let next = scope.spawn(move || {
                asks.send(()).expect("the other waits for this");
                next_hands.take(Duration::MAX).map(drop)
            });
            asked.recv().expect("it is about to ask");
            drop(held);
            next.join().expect("it ends").expect("it was let go of");
        });
        assert_eq!(hands.while_free(|| 7), Some(7));
    }
}
