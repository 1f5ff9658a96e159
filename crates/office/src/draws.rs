//! The draw: who is chosen follows from the candidates and a seed, so that anybody can repeat it.
//!
//! Candidates are put in the order of their ids first: the order in which the database returned them must not
//! matter. The seed is 32 bytes from the system, kept with the draw. A method is a name with a version; a draw of
//! an old version is repeated by that version for ever.

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha20Rng;
use serde::{Deserialize, Serialize};

use crate::{Result, refusal};

/// Somebody who may be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Candidate {
    /// Account or hearing officer.
    pub id: i64,
    /// The name at the time.
    pub name: String,
    /// What the person carries, in sixths of a case (0 where load does not matter).
    pub load: u32,
    /// Open cases, or hearings of the year: shown beside the name.
    pub open: u32,
}

/// Somebody who may not be drawn, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Excluded {
    /// Account or hearing officer.
    pub id: i64,
    /// The name at the time.
    pub name: String,
    /// Why (vocabulary of the capability).
    pub reason: String,
    /// What the reason rests on: the day, the case, the name.
    pub detail: String,
}

/// How one is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub enum Method {
    /// Every candidate is as likely as the other.
    #[serde(rename = "uniform/1")]
    Uniform1,
    /// Among those who carry least, every one as likely as the other.
    #[serde(rename = "least_load/1")]
    LeastLoad1,
}

impl Method {
    /// Those that an office can draw by.
    pub const ALL: &[Self] = &[Method::Uniform1, Method::LeastLoad1];

    /// Name and version, as kept with the draw.
    pub fn code(self) -> &'static str {
        match self {
            Method::Uniform1 => "uniform/1",
            Method::LeastLoad1 => "least_load/1",
        }
    }

    /// The method of a name and version.
    pub fn of(code: &str) -> Result<Self> {
        match code {
            "uniform/1" => Ok(Method::Uniform1),
            "least_load/1" => Ok(Method::LeastLoad1),
            _ => Err(refusal!("draw_method_unknown", method = code)),
        }
    }
}

/// What makes a draw repeatable: 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A new seed from the system.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| refusal!("fault", detail = error))?;
        Ok(Self(bytes))
    }

    /// A seed made from a number, for invented histories.
    pub fn of_number(number: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_le_bytes());
        Self(bytes)
    }

    /// 64 hexadecimal digits.
    pub fn text(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The seed of 64 hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self> {
        let malformed = || refusal!("draw_seed_malformed", seed = text);
        if text.len() != 64 || !text.is_ascii() {
            return Err(malformed());
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).map_err(|_| malformed())?;
        }
        Ok(Self(bytes))
    }
}

/// Draws `count` different candidates, in the order drawn. Refused where there are fewer.
pub fn draw(method: Method, candidates: &[Candidate], seed: Seed, count: usize) -> Result<Vec<i64>> {
    if candidates.len() < count {
        return Err(refusal!("draw_too_few", candidates = candidates.len(), needed = count));
    }
    let mut left: Vec<&Candidate> = candidates.iter().collect();
    left.sort_by_key(|candidate| candidate.id);
    let mut source = ChaCha20Rng::from_seed(seed.0);
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count {
        let eligible: Vec<usize> = match method {
            Method::Uniform1 => (0..left.len()).collect(),
            Method::LeastLoad1 => {
                let least = left.iter().map(|candidate| candidate.load).min().unwrap_or(0);
                (0..left.len()).filter(|&at| left[at].load == least).collect()
            }
        };
        let at = eligible[below(eligible.len(), &mut source)];
        drawn.push(left.remove(at).id);
    }
    Ok(drawn)
}

/// A number below `bound`, all as likely: 64 bits of the stream, those beyond the last whole multiple thrown away. Ours,
/// because a library's way of doing it may change and every draw ever made must repeat.
fn below(bound: usize, source: &mut ChaCha20Rng) -> usize {
    let bound = bound as u64;
    let end = u64::MAX - u64::MAX % bound;
    loop {
        let bits = source.next_u64();
        if bits < end {
            return usize::try_from(bits % bound).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: i64, load: u32) -> Candidate {
        Candidate { id, name: format!("检察官{id}"), load, open: 0 }
    }

    #[test]
    fn the_same_seed_draws_the_same_whatever_the_order() {
        let mut candidates: Vec<_> = (1..=9).map(|id| candidate(id, 0)).collect();
        let seed = Seed::random().unwrap();
        let drawn = draw(Method::Uniform1, &candidates, seed, 3).unwrap();
        candidates.reverse();
        assert_eq!(draw(Method::Uniform1, &candidates, seed, 3).unwrap(), drawn);
        assert_eq!(Seed::parse(&seed.text()).unwrap(), seed);
    }

    #[test]
    fn draws_of_this_version_never_change() {
        let candidates: Vec<_> = (1..=7).map(|id| candidate(id, (id % 3) as u32)).collect();
        let of = |method| -> Vec<i64> {
            (0..8).map(|number| draw(method, &candidates, Seed::of_number(number), 1).unwrap()[0]).collect()
        };
        assert_eq!(of(Method::Uniform1), [1, 6, 7, 5, 6, 3, 2, 2]);
        assert_eq!(of(Method::LeastLoad1), [3, 6, 3, 3, 3, 6, 3, 6]);
    }

    #[test]
    fn everybody_is_drawn_about_equally_often() {
        let candidates: Vec<_> = (1..=5).map(|id| candidate(id, 0)).collect();
        let mut times = [0; 6];
        for number in 0..5000 {
            times[draw(Method::Uniform1, &candidates, Seed::of_number(number), 1).unwrap()[0] as usize] += 1;
        }
        assert!(times[1..].iter().all(|&times| (850..1150).contains(&times)), "{times:?}");
    }

    #[test]
    fn only_those_who_carry_least_are_drawn_by_load() {
        let candidates = [candidate(1, 12), candidate(2, 6), candidate(3, 6)];
        for number in 0..50 {
            assert_ne!(draw(Method::LeastLoad1, &candidates, Seed::of_number(number), 1).unwrap(), [1]);
        }
    }

    #[test]
    fn too_few_candidates_are_refused() {
        let refusal = draw(Method::Uniform1, &[candidate(1, 0)], Seed::of_number(1), 3).unwrap_err();
        assert_eq!(refusal.code, "draw_too_few");
    }
}
