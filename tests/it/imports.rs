//! Modules import only from modules below them: `normalize` → providers → `wire` → `json`, without
//! cycles.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use walkdir::WalkDir;

/// The path of a module within the crate, such as `["wire", "text"]`.
type Module = Vec<String>;

/// Returns all modules that have a file, with their code.
fn modules() -> BTreeMap<Module, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "rs"));
    let module = |path: &Path| {
        let path = path.strip_prefix(&root).unwrap().with_extension("");
        path.iter().map(|name| name.to_str().unwrap().to_owned()).collect()
    };
    files.map(|file| (module(file.path()), code(file.path()))).collect()
}

/// Returns the code of a file without its comments and tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns the paths in some code that begin with a root such as `super::`, with groups expanded.
fn paths(code: &str, root: &str) -> Vec<Module> {
    let starts = code.match_indices(root).filter(|(at, _)| {
        !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    });
    let mut paths = Vec::new();
    for (at, _) in starts {
        tree(&code[at + root.len()..], &Vec::new(), &mut paths);
    }
    paths
}

/// Expands `a::{b, c::D}` to `a::b` and `a::c::D`, and returns the rest of the text.
fn tree<'t>(text: &'t str, above: &Module, paths: &mut Vec<Module>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = tree(rest, above, paths).trim_start();
            let Some(more) = rest.strip_prefix(',') else { break };
            rest = more;
        }
        return rest.trim_start_matches('}');
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let mut path = above.clone();
    path.push(text[..end].to_owned());
    if let Some(rest) = text[end..].strip_prefix("::") {
        return tree(rest, &path, paths);
    }
    paths.push(path);
    &text[end..]
}

/// Returns the modules that each module uses. A re-exported name counts as a use of the module that
/// defines it.
fn uses() -> BTreeMap<Module, BTreeSet<Module>> {
    let modules = modules();
    let resolve = |mut path: Module| loop {
        if modules.contains_key(&path) {
            break path;
        }
        let Some(name) = path.pop() else { break path };
        let root = ["lib".to_owned()];
        let parent = if path.is_empty() { &root } else { &*path };
        let Some(code) = modules.get(parent) else { continue };
        let child = paths(code, "use ").into_iter().find(|used| used.last() == Some(&name));
        let child = child.map(|child| [&*path, &child[..1]].concat());
        break child.filter(|child| modules.contains_key(child)).unwrap_or(path);
    };
    let used = |(module, code): (&Module, &String)| {
        let parent = &module[..module.len() - 1];
        let inner = ["super::", "crate::", "$crate::", "self::"].into_iter().zip([
            parent,
            &[],
            &[],
            module,
        ]);
        let paths = inner.flat_map(|(root, above)| {
            paths(code, root).into_iter().map(move |path| [above, &path].concat())
        });
        let used = paths.map(resolve).filter(|used| !used.is_empty() && used != module);
        (module.clone(), used.collect())
    };
    modules.iter().map(used).collect()
}

#[test]
fn point_down() {
    const PROVIDERS: [&str; 6] = ["saleschat", "smartflow", "meta", "aisoule", "azeer", "chatwoot"];
    for (module, used) in uses() {
        for used in used {
            let is_allowed = match (&*module[0], &*used[0]) {
                (own, used) if own == used => true,
                ("json", _) => false,
                // Attributes for the JSON Schema refer to `schema`.
                ("wire", used) => ["json", "schema"].contains(&used),
                ("whatsapp", used) => ["json", "wire", "schema"].contains(&used),
                (own, used) if PROVIDERS.contains(&own) => {
                    !PROVIDERS.contains(&used) && !["normalize", "detect"].contains(&used)
                }
                _ => true,
            };
            assert!(is_allowed, "{} uses {}", module.join("::"), used.join("::"));
        }
    }
}

#[test]
fn form_no_cycle() {
    let uses = uses();
    for start in uses.keys().filter(|module| ["json", "wire"].contains(&&*module[0])) {
        // A module and its children count as one.
        let is_family = |a: &Module, b: &Module| a.starts_with(b) || b.starts_with(a);
        let mut seen = BTreeSet::new();
        let mut next = vec![start];
        while let Some(module) = next.pop() {
            for used in uses[module].iter().filter(|used| !is_family(used, module)) {
                assert_ne!(
                    used,
                    start,
                    "a cycle: {} through {}",
                    start.join("::"),
                    module.join("::")
                );
                if seen.insert(used) {
                    next.push(used);
                }
            }
        }
    }
}

/// The search finds imports that are known to exist.
#[test]
fn are_found() {
    let uses = uses();
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Module>();
    for (own, used) in [
        ("wire::leaves", "wire::text"),
        ("wire::object", "wire::part"),
        ("wire::body", "json::reader"),
        ("azeer::message", "wire::object"),
        ("normalize::azeer", "azeer::message"),
    ] {
        assert!(
            uses[&module(own)].contains(&module(used)),
            "{own} {used} {:?}",
            uses[&module(own)]
        );
    }
}
