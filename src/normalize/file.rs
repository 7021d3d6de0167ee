use super::{Attachment, AttachmentKind, Content, Id, Media, Structured, Text};
use crate::wire::Json;

/// The file of a message, if it has one or its type is that of a file.
pub(super) fn file(
    kind: Option<AttachmentKind>,
    id: Option<Id>,
    url: Option<Text>,
    mime_type: Option<Text>,
    file_name: Option<Text>,
) -> Option<Attachment> {
    let is_known = [&url, &mime_type, &file_name].into_iter().any(Option::is_some);
    (kind.is_some() || id.is_some() || is_known).then(|| {
        let kind = kind.unwrap_or_else(|| AttachmentKind::of_mime(mime_type.as_deref()));
        Attachment { id, url, mime_type, file_name, ..Attachment::new(kind) }
    })
}

/// The content of a message together with its file, whatever the type of the message.
pub(super) fn with_file(content: Content, file: Option<Attachment>) -> Content {
    let Some(file) = file else { return content };
    let attachments = vec![file];
    match content {
        Content::Empty => Content::Media(Media { caption: None, attachments }),
        Content::Text(text) => Content::Media(Media { caption: Some(text), attachments }),
        Content::Structured(content) => {
            Content::Structured(Box::new(Structured { attachments, ..*content }))
        }
        Content::Unsupported(content) => Content::Structured(Box::new(Structured {
            kind: content.kind,
            attachments,
            ..Structured::default()
        })),
        other @ (Content::Media(_)
        | Content::Location(_)
        | Content::ContactCards(_)
        | Content::InteractiveReply(_)
        | Content::Reaction(_)
        | Content::Order(_)
        | Content::Template(_)
        | Content::System(_)
        | Content::Call(_)
        | Content::Deleted(_)) => Content::Structured(Box::new(Structured {
            kind: Some(other.name().into()),
            text: other.text().map(Into::into),
            data: Json::of(&other),
            attachments,
            ..Structured::default()
        })),
    }
}
