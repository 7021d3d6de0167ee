use super::Flag;
use crate::wire::{Json, object, open_enum};

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
        title: Option<String>,
        /// What is sent when the choice is made, mostly a text.
        value: Option<Json>,
        /// Longer text for people.
        description: Option<String>,
        /// Where the picture of a card lies.
        media_url: Option<String>,
        /// Buttons of a card.
        actions: Option<Vec<Action>>,
        /// Address of an article.
        link: Option<String>,
        /// Name of a field, which comes back with the answer.
        name: Option<String>,
        /// Type of a field, such as `email` or `select`.
        kind "type": Option<String>,
        /// Text before a field.
        label: Option<String>,
        /// Text in an empty field.
        placeholder: Option<String>,
        /// What a field holds at first.
        default: Option<Json>,
        /// Whether a field must be filled in: a boolean, or the text `required`.
        required: Option<Flag>,
        /// Regular expression that the answer must match.
        pattern: Option<String>,
        /// What is shown if it does not.
        pattern_error: Option<String>,
        /// Choices of a field.
        options: Option<Vec<ItemOption>>,
    }
}

object! {
    /// One choice of a field. Observed.
    pub struct ItemOption {
        /// Text for people.
        label: Option<String>,
        /// What is sent when the choice is made, mostly a text.
        value: Option<Json>,
    }
}

object! {
    /// A button of a card. Observed.
    pub struct Action {
        /// What the button does.
        kind "type": Option<ActionType>,
        /// Text on the button.
        text: Option<String>,
        /// Where it leads; absent for a postback.
        uri: Option<String>,
        /// What is sent; absent for a link.
        payload: Option<String>,
    }
}

open_enum! {
    /// What a button does.
    pub enum ActionType {
        /// It opens an address.
        Link = "link",
        /// It sends its payload.
        Postback = "postback",
    }
}
