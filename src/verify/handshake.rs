use super::{Error, Key, token};

/// Verifies the `GET` with which Meta checks a URL, and returns the challenge to answer with.
///
/// The challenge has to be the whole body of the response, as `text/plain` with status 200.
///
/// `query` is the decoded pairs of the query, as web frameworks provide them. The keys are the
/// verify tokens that you entered in the settings of the app.
///
/// ```
/// use chathooks::verify::{self, Key};
///
/// let tokens = [Key::new("my-verify-token")?];
/// let query = [
///     ("hub.mode", "subscribe"),
///     ("hub.verify_token", "my-verify-token"),
///     ("hub.challenge", "1158201444"),
/// ];
/// assert_eq!(verify::meta_handshake(&tokens, query)?, "1158201444");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Returns an error if a parameter is missing, duplicated or malformed, and [`Error::NoMatch`] if
/// the token is none of the keys. Answer with 403. The mode must be `subscribe`, and the challenge
/// may have letters and digits only, so that no one can make your server return a page of theirs.
pub fn meta_handshake(
    keys: &[Key],
    query: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> Result<String, Error> {
    const MODE: &str = "hub.mode";
    const TOKEN: &str = "hub.verify_token";
    const CHALLENGE: &str = "hub.challenge";

    let mut found = [(MODE, None), (TOKEN, None), (CHALLENGE, None)];
    for (name, value) in query {
        if let Some((name, slot)) = found.iter_mut().find(|(own, _)| *own == name.as_ref())
            && slot.replace(value).is_some()
        {
            return Err(Error::Duplicated(name));
        }
    }
    let [mode, sent, challenge] = found.map(|(name, value)| value.ok_or(Error::Missing(name)));
    if mode?.as_ref() != "subscribe" {
        return Err(Error::Malformed(MODE));
    }
    token(keys, sent?.as_ref())?;
    let challenge = challenge?;
    let challenge = challenge.as_ref();
    if challenge.is_empty() || !challenge.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Error::Malformed(CHALLENGE));
    }
    Ok(challenge.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Error, Key, meta_handshake};

    fn answer(query: &[(&str, &str)]) -> Result<String, Error> {
        let keys = [Key::new("token").unwrap()];
        meta_handshake(&keys, query.iter().copied())
    }

    #[test]
    fn only_a_whole_query_with_the_token_is_answered() {
        let [mode, token, challenge] =
            [("hub.mode", "subscribe"), ("hub.verify_token", "token"), ("hub.challenge", "a1")];
        assert_eq!(answer(&[mode, challenge, token, ("more", "")]), Ok("a1".to_owned()));
        assert_eq!(answer(&[mode, challenge]), Err(Error::Missing("hub.verify_token")));
        assert_eq!(answer(&[mode, token]), Err(Error::Missing("hub.challenge")));
        assert_eq!(answer(&[token, challenge]), Err(Error::Missing("hub.mode")));
        let other = ("hub.verify_token", "tokem");
        assert_eq!(answer(&[mode, other, challenge]), Err(Error::NoMatch));
        assert_eq!(
            answer(&[mode, token, token, challenge]),
            Err(Error::Duplicated("hub.verify_token"))
        );
        let other = ("hub.mode", "unsubscribe");
        assert_eq!(answer(&[other, token, challenge]), Err(Error::Malformed("hub.mode")));
        for odd in ["", "<b>", "1 2"] {
            let odd = ("hub.challenge", odd);
            assert_eq!(answer(&[mode, token, odd]), Err(Error::Malformed("hub.challenge")));
        }
    }
}
