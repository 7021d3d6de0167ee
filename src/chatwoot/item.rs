use super::Flag;
use crate::wire::{Json, Text, object, open_enum};

object! {
    /// One choice, card, field of a form, or article, in the content attributes of a message.
    ///
    /// Observed. The content type says which it is:
    ///
    /// | content type | members |
    /// | --- | --- |
    /// | `input_select` | `title`, `value` |
    /// | cards | `media_url`, `title`, `description`, `actions` |
    /// | form | `name` and `kind`; if given `label`, `placeholder`, `default`, `required`, `pattern`, `pattern_error`, `title`, `options` |
    /// | article | `title`, `description`, `link` |
    pub struct Item {
        /// Text for people.
        title: Option<Text>,
        /// What is sent when the choice is made, mostly a text.
        value: Option<Json>,
        /// Longer text for people.
        description: Option<Text>,
        /// Where the picture of a card lies.
        media_url: Option<Text>,
        /// Buttons of a card.
        actions: Option<Vec<Action>>,
        /// Address of an article.
        link: Option<Text>,
        /// Name of a field, which comes back with the answer.
        name: Option<Text>,
        /// Type of a field, such as `email` or `select`.
        "type" as kind: Option<Text>,
        /// Text before a field.
        label: Option<Text>,
        /// Text in an empty field.
        placeholder: Option<Text>,
        /// What a field holds at first.
        default: Option<Json>,
        /// Whether a field must be filled in: a boolean, or the text `required`.
        required: Option<Flag>,
        /// Regular expression that the answer must match.
        pattern: Option<Text>,
        /// What is shown if it does not.
        pattern_error: Option<Text>,
        /// Choices of a field.
        options: Option<Vec<ItemOption>>,
    }
}

object! {
    /// One choice of a field. Observed.
    pub struct ItemOption {
        /// Text for people.
        label: Option<Text>,
        /// What is sent when the choice is made, mostly a text.
        value: Option<Json>,
    }
}

object! {
    /// A button of a card. Observed.
    pub struct Action {
        /// What the button does.
        "type" as kind: Option<ActionType>,
        /// Text on the button.
        text: Option<Text>,
        /// Where it leads; absent for a postback.
        uri: Option<Text>,
        /// What is sent; absent for a link.
        payload: Option<Text>,
    }
}

open_enum! {
    /// What a button does.
    pub enum ActionType {
        /// It opens an address.
        "link" as Link,
        /// It sends its payload.
        "postback" as Postback,
    }
}
