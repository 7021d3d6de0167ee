//! JSON as a tree that keeps order, duplicates and literals, for tests that rewrite bodies.

use serde_json::value::RawValue;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    Object(Vec<(String, Tree)>),
    Array(Vec<Tree>),
    String(String),
    /// A number, `true`, `false` or `null`, exactly as written.
    Literal(String),
}

/// One segment of a path into a tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Segment {
    /// The n-th member of an object.
    Member(usize),
    /// The n-th element of an array.
    Element(usize),
}

impl Tree {
    pub(crate) fn parse(body: &[u8]) -> Self {
        Self::read(std::str::from_utf8(body).unwrap().trim())
    }

    fn read(text: &str) -> Self {
        match text.as_bytes()[0] {
            b'{' => {
                let Members(members) = serde_json::from_str(text).unwrap();
                let read = |(key, raw): (String, Box<RawValue>)| (key, Self::read(raw.get()));
                Self::Object(members.into_iter().map(read).collect())
            }
            b'[' => {
                let list: Vec<&RawValue> = serde_json::from_str(text).unwrap();
                Self::Array(list.into_iter().map(|raw| Self::read(raw.get())).collect())
            }
            b'"' => Self::String(serde_json::from_str(text).unwrap()),
            _ => Self::Literal(text.to_owned()),
        }
    }

    pub(crate) fn write(&self) -> String {
        match self {
            Self::Object(members) => {
                let member =
                    |(key, value): &(String, Self)| format!("{}:{}", quote(key), value.write());
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
            Self::Array(list) => {
                format!("[{}]", list.iter().map(Self::write).collect::<Vec<_>>().join(","))
            }
            Self::String(text) => quote(text),
            Self::Literal(literal) => literal.clone(),
        }
    }

    /// Writes the same JSON value with members in another order, other white space and other
    /// escapes.
    pub(crate) fn respelled(&self, seed: &mut u64) -> String {
        let mut next = || {
            *seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *seed >> 40
        };
        let space = ["", " ", "\n", "\t "][usize::try_from(next() % 4).unwrap()];
        let escaped = |text: &str, some: u64| {
            let char = |(at, c): (usize, char)| match c {
                '"' | '\\' => format!("\\{c}"),
                c if c.is_control() || (at as u64 + some).is_multiple_of(5) => c
                    .encode_utf16(&mut [0; 2])
                    .iter()
                    .fold(String::new(), |escaped, unit| format!("{escaped}\\u{unit:04x}")),
                c => c.to_string(),
            };
            format!("\"{}\"", text.chars().enumerate().map(char).collect::<String>())
        };
        match self {
            Self::Object(members) => {
                let mut members: Vec<_> = members.iter().map(|member| (next(), member)).collect();
                members.sort_by_key(|(order, _)| *order);
                let member = |(order, (key, value)): (u64, &(String, Self))| {
                    format!("{space}{}:{space}{}", escaped(key, order), value.respelled(seed))
                };
                format!(
                    "{{{}{space}}}",
                    members.into_iter().map(member).collect::<Vec<_>>().join(",")
                )
            }
            Self::Array(list) => {
                format!(
                    "[{}]",
                    list.iter().map(|value| value.respelled(seed)).collect::<Vec<_>>().join(",")
                )
            }
            Self::String(text) => escaped(text, next()),
            Self::Literal(literal) => literal.clone(),
        }
    }

    /// Returns the paths to every value except the root, parents before children.
    pub(crate) fn paths(&self) -> Vec<Vec<Segment>> {
        let children: Vec<(Segment, &Self)> = match self {
            Self::Object(members) => members
                .iter()
                .enumerate()
                .map(|(at, (_, value))| (Segment::Member(at), value))
                .collect(),
            Self::Array(list) => {
                list.iter().enumerate().map(|(at, value)| (Segment::Element(at), value)).collect()
            }
            _ => Vec::new(),
        };
        let below = |(segment, value): (Segment, &Self)| {
            let deeper = value.paths().into_iter().map({
                let segment = segment.clone();
                move |path| [vec![segment.clone()], path].concat()
            });
            [vec![vec![segment]], deeper.collect()].concat()
        };
        children.into_iter().flat_map(below).collect()
    }

    /// Returns the value at a path.
    pub(crate) fn get(&self, path: &[Segment]) -> &Self {
        path.iter().fold(self, |tree, segment| match (tree, segment) {
            (Self::Object(members), Segment::Member(at)) => &members[*at].1,
            (Self::Array(list), Segment::Element(at)) => &list[*at],
            _ => panic!("{segment:?} in {tree:?}"),
        })
    }

    pub(crate) fn get_mut(&mut self, path: &[Segment]) -> &mut Self {
        path.iter().fold(self, |tree, segment| match (tree, segment) {
            (Self::Object(members), Segment::Member(at)) => &mut members[*at].1,
            (Self::Array(list), Segment::Element(at)) => &mut list[*at],
            (tree, segment) => panic!("{segment:?} in {tree:?}"),
        })
    }

    /// Returns the JSON pointer of a path.
    pub(crate) fn pointer(&self, path: &[Segment]) -> String {
        let mut pointer = String::new();
        let mut tree = self;
        for segment in path {
            pointer.push('/');
            match (tree, segment) {
                (Self::Object(members), Segment::Member(at)) => {
                    pointer.push_str(&members[*at].0.replace('~', "~0").replace('/', "~1"));
                }
                (_, Segment::Element(at)) => pointer.push_str(&at.to_string()),
                _ => panic!("{segment:?} in {tree:?}"),
            }
            tree = tree.get(std::slice::from_ref(segment));
        }
        pointer
    }
}

fn quote(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// The members of an object in order, with duplicates.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> serde::Deserialize<'de> for Members {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Members;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(Visitor)
    }
}
