use sha2::{Digest, Sha256};

use super::EventKey;

impl EventKey {
    /// Returns the SHA-256 digest of the key; `None` if there is no key.
    ///
    /// It has 32 bytes however long the IDs in the key are, for primary keys, message IDs and
    /// headers. Equal keys have equal digests, and different keys have different ones.
    ///
    /// The digest is stable: it is that of `chathooks-event-key`, a zero byte, the
    /// [strength](Self::strength), a zero byte, and the [text](Self::as_str), all in UTF-8. So it
    /// changes only if the text does; see [`VERSION`](Self::VERSION). It is not a secret: anyone
    /// who knows the IDs can compute it.
    ///
    /// Needs the feature `digest`.
    ///
    /// ```
    /// use chathooks::normalize::EventKey;
    ///
    /// let key = EventKey::Unique("azeer|message.received||=wamid.A".into());
    /// let digest = key.scoped("azeer-in").digest().unwrap();
    /// assert_eq!(digest[..4], [0xd2, 0x6d, 0xc8, 0x62]);
    /// ```
    #[must_use]
    pub fn digest(&self) -> Option<[u8; 32]> {
        let text = self.as_str()?;
        let mut hash = Sha256::new_with_prefix(b"chathooks-event-key\0");
        hash.update(self.strength());
        hash.update([0]);
        hash.update(text);
        Some(hash.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::EventKey;

    /// The output of `printf 'chathooks-event-key\0unique\0…' | sha256sum`.
    #[test]
    fn known_answers() {
        let text = "azeer|message.received||=é\\x00".to_owned();
        for (key, expected) in [
            (
                EventKey::Unique(text.clone()),
                "e4efc507f1b074a6ced21df594ae24daa0ae653184cc06622f017fc074f5d2bc",
            ),
            (
                EventKey::Composite(text.clone()),
                "4b96cfe023b74eda3918da708bcb764cffb04794e4ebd72c8437da9392070244",
            ),
            (
                EventKey::Weak(text),
                "23bbb7908c99d2c7124bcf27b43cdee4ffa61cfea82ab12a69648982dd83c3bc",
            ),
            (
                EventKey::Unique(String::new()),
                "719ad85ef21c96b0cd889148a5adc7b5a35d3aef091850fa54e28b28bc1e0b42",
            ),
        ] {
            let digest = key.digest().unwrap();
            let hex = digest.map(|byte| format!("{byte:02x}")).concat();
            assert_eq!(hex, expected, "{key:?}");
        }
        assert_eq!(EventKey::None.digest(), None);
    }
}
