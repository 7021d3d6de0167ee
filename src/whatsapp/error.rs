use super::ErrorCode;
use crate::wire::{Text, object};

object! {
    /// An error of a message, of a status or of the account.
    ///
    /// Only the [code](ErrorCode) is suitable for comparison: the title and the message are often
    /// identical, and their wording changes.
    pub struct Error {
        /// The code of the error: an integer, observed as a string as well.
        code: Option<ErrorCode>,
        /// The title of the error, a few words.
        title: Option<Text>,
        /// The description of the error; since 2022 or 2023. Often the same as the title.
        message: Option<Text>,
        /// The details of the error, the most informative sentence about it.
        error_data: Option<ErrorData>,
        /// The details of the error at the former position. Legacy.
        details: Option<Text>,
        /// The URL of the list of error codes; since 2023.
        href: Option<Text>,
    }
}

impl Error {
    /// Returns the details of the error, the most informative sentence about it, from either
    /// position.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        let data = self.error_data.as_ref().and_then(|data| data.details.as_ref());
        data.or(self.details.as_ref()).map(Text::as_str)
    }
}

object! {
    /// Additional data of an error.
    pub struct ErrorData {
        /// The details of the error, the most informative sentence about it.
        details: Option<Text>,
    }
}

/// Compares the code with an integer, whether it was sent as a number or as a string.
impl PartialEq<i64> for ErrorCode {
    fn eq(&self, code: &i64) -> bool {
        self.0.as_i64() == Some(*code)
    }
}
