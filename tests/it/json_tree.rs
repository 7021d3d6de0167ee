//! JSON as a tree that keeps order, duplicates and literals, for tests that rewrite bodies.

use serde_json::value::RawValue;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    Object(Vec<(String, Tree)>),
    List(Vec<Tree>),
    Text(String),
    /// A number, `true`, `false` or `null`, as it stands.
    Literal(String),
}

/// One step into a tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// The n-th member of an object.
    Member(usize),
    /// The n-th element of a list.
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
                Self::List(list.into_iter().map(|raw| Self::read(raw.get())).collect())
            }
            b'"' => Self::Text(serde_json::from_str(text).unwrap()),
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
            Self::List(list) => {
                format!("[{}]", list.iter().map(Self::write).collect::<Vec<_>>().join(","))
            }
            Self::Text(text) => quote(text),
            Self::Literal(literal) => literal.clone(),
        }
    }

    /// The same JSON value with its members in another order, other white space and other escapes.
    pub(crate) fn respelt(&self, seed: &mut u64) -> String {
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
                    format!("{space}{}:{space}{}", escaped(key, order), value.respelt(seed))
                };
                format!(
                    "{{{}{space}}}",
                    members.into_iter().map(member).collect::<Vec<_>>().join(",")
                )
            }
            Self::List(list) => {
                format!(
                    "[{}]",
                    list.iter().map(|value| value.respelt(seed)).collect::<Vec<_>>().join(",")
                )
            }
            Self::Text(text) => escaped(text, next()),
            Self::Literal(literal) => literal.clone(),
        }
    }

    /// The ways to every value but the whole, parents before children.
    pub(crate) fn ways(&self) -> Vec<Vec<Step>> {
        let children: Vec<(Step, &Self)> = match self {
            Self::Object(members) => members
                .iter()
                .enumerate()
                .map(|(at, (_, value))| (Step::Member(at), value))
                .collect(),
            Self::List(list) => {
                list.iter().enumerate().map(|(at, value)| (Step::Element(at), value)).collect()
            }
            _ => Vec::new(),
        };
        let below = |(step, value): (Step, &Self)| {
            let deeper = value.ways().into_iter().map({
                let step = step.clone();
                move |way| [vec![step.clone()], way].concat()
            });
            [vec![vec![step]], deeper.collect()].concat()
        };
        children.into_iter().flat_map(below).collect()
    }

    pub(crate) fn get(&self, way: &[Step]) -> &Self {
        way.iter().fold(self, |tree, step| match (tree, step) {
            (Self::Object(members), Step::Member(at)) => &members[*at].1,
            (Self::List(list), Step::Element(at)) => &list[*at],
            _ => panic!("{step:?} in {tree:?}"),
        })
    }

    pub(crate) fn get_mut(&mut self, way: &[Step]) -> &mut Self {
        way.iter().fold(self, |tree, step| match (tree, step) {
            (Self::Object(members), Step::Member(at)) => &mut members[*at].1,
            (Self::List(list), Step::Element(at)) => &mut list[*at],
            (tree, step) => panic!("{step:?} in {tree:?}"),
        })
    }

    /// The JSON pointer of a way.
    pub(crate) fn pointer(&self, way: &[Step]) -> String {
        let mut pointer = String::new();
        let mut tree = self;
        for step in way {
            pointer.push('/');
            match (tree, step) {
                (Self::Object(members), Step::Member(at)) => {
                    pointer.push_str(&members[*at].0.replace('~', "~0").replace('/', "~1"));
                }
                (_, Step::Element(at)) => pointer.push_str(&at.to_string()),
                _ => panic!("{step:?} in {tree:?}"),
            }
            tree = tree.get(std::slice::from_ref(step));
        }
        pointer
    }
}

fn quote(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// The members of an object in their order, with every duplicate.
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
