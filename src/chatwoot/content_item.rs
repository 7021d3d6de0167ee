use super::Flag;
use crate::wire::{Json, Text, object, open_enum};

object! {
    /// A choice, a card, a field of a form, or an article, in the content attributes of a message.
    ///
    /// Observed. The content type determines which of them it is:
    ///
    /// | content type | members |
    /// | --- | --- |
    /// | `input_select` | `title`, `value` |
    /// | cards | `media_url`, `title`, `description`, `actions` |
    /// | form | `name` and `kind`; if given `label`, `placeholder`, `default`, `required`, `pattern`, `pattern_error`, `title`, `options` |
    /// | article | `title`, `description`, `link` |
    pub struct ContentItem {
        /// The title of the choice, card or article, as shown to the customer.
        title: Option<Text>,
        /// The value that is sent if the customer picks this choice, mostly a string.
        value: Option<Json>,
        /// The text below the title, as shown to the customer.
        description: Option<Text>,
        /// The URL of a card's image.
        media_url: Option<Text>,
        /// The buttons of a card.
        actions: Option<Vec<Action>>,
        /// The URL of an article.
        link: Option<Text>,
        /// The name of a form field, which is sent back with the answer.
        name: Option<Text>,
        /// The type of a form field, such as `email` or `select`.
        "type" as kind: Option<Text>,
        /// The text in front of a form field.
        label: Option<Text>,
        /// The text shown in an empty form field.
        placeholder: Option<Text>,
        /// The initial value of a form field.
        default: Option<Json>,
        /// Whether a form field must be filled in: a boolean, or the string `required`.
        required: Option<Flag>,
        /// The regular expression that the answer to a form field must match.
        pattern: Option<Text>,
        /// The text shown if the answer does not match `pattern`.
        pattern_error: Option<Text>,
        /// The choices of a form field.
        options: Option<Vec<ItemOption>>,
    }
}

object! {
    /// One choice of a form field. Observed, not documented.
    pub struct ItemOption {
        /// The text of the choice, as shown to the customer.
        label: Option<Text>,
        /// The value that is sent if the customer picks this choice, mostly a string.
        value: Option<Json>,
    }
}

object! {
    /// A button of a card. Observed, not documented.
    pub struct Action {
        /// What the button does when it is pressed.
        "type" as kind: Option<ActionType>,
        /// The text on the button.
        text: Option<Text>,
        /// The URL that the button opens; absent for a postback.
        uri: Option<Text>,
        /// The value that the button sends; absent for a link.
        payload: Option<Text>,
    }
}

open_enum! {
    /// What a button does when it is pressed.
    pub enum ActionType {
        /// The button opens a URL.
        "link" as Link,
        /// The button sends its payload.
        "postback" as Postback,
    }
}
