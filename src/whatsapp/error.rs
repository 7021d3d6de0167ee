use super::ErrorCode;
use crate::wire::{Text, object};

object! {
    /// What went wrong, with a message, with a status or with the account.
    ///
    /// Only the [code](ErrorCode) is worth a comparison: title and message are often the same, and
    /// their wording changes.
    pub struct Error {
        /// What it is; an integer, observed in quotes.
        code: Option<ErrorCode>,
        /// What it is, in a few words.
        title: Option<Text>,
        /// What it is, in words; since 2022 or 2023.
        message: Option<Text>,
        /// The useful sentence.
        error_data: Option<ErrorData>,
        /// The useful sentence, where it stood once. Older.
        details: Option<Text>,
        /// Link to the list of codes; since 2023.
        href: Option<Text>,
    }
}

impl Error {
    /// The useful sentence, from whichever place it stands in.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        let data = self.error_data.as_ref().and_then(|data| data.details.as_ref());
        data.or(self.details.as_ref()).map(Text::as_str)
    }
}

object! {
    /// More about an error.
    pub struct ErrorData {
        /// The useful sentence.
        details: Option<Text>,
    }
}

/// `error.code == 131047`, in quotes or not.
impl PartialEq<i64> for ErrorCode {
    fn eq(&self, code: &i64) -> bool {
        self.0.as_i64() == Some(*code)
    }
}
