//! Finds headers, and reads their values.

use super::Error;

/// Finds the value of each header that is present, ignoring the case of names.
pub(super) fn pick<V, const COUNT: usize>(
    headers: impl IntoIterator<Item = (impl AsRef<str>, V)>,
    names: [&'static str; COUNT],
) -> Result<[Option<V>; COUNT], Error> {
    let mut found = [const { None }; COUNT];
    for (name, value) in headers {
        let mut slots = names.iter().zip(&mut found);
        if let Some((expected, slot)) =
            slots.find(|(expected, _)| expected.eq_ignore_ascii_case(name.as_ref()))
            && slot.replace(value).is_some()
        {
            return Err(Error::Duplicated(expected));
        }
    }
    Ok(found)
}

/// Reads `sha256=` and a MAC in hex.
pub(super) fn prefixed(signature: &[u8]) -> Option<[u8; 32]> {
    hex(signature.strip_prefix(b"sha256=")?)
}

/// Reads a MAC in hex of either case: exactly 64 digits, so that a shortened one never passes.
pub(super) fn hex(digits: &[u8]) -> Option<[u8; 32]> {
    let digits: &[u8; 64] = digits.try_into().ok()?;
    let (pairs, _) = digits.as_chunks();
    let mut mac = [0; 32];
    for (byte, [high, low]) in mac.iter_mut().zip(pairs) {
        let digit = |digit: &u8| char::from(*digit).to_digit(16);
        *byte = u8::try_from(digit(high)? << 4 | digit(low)?).ok()?;
    }
    Some(mac)
}

/// Reads epoch seconds: digits only, so that a dot in the time is never mistaken for the one before
/// the body.
pub(super) fn seconds(digits: &[u8]) -> Option<i64> {
    // `parse` would accept a sign.
    let digits = str::from_utf8(digits).ok().filter(|_| digits.iter().all(u8::is_ascii_digit))?;
    digits.parse().ok()
}
