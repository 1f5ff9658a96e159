//! TypeScript of everything that crosses to the window, made from the list.

use std::{any::TypeId, collections::BTreeMap, collections::HashSet, fmt::Write as _};

use ts_rs::{Config, TS, TypeVisitor};

use crate::list::COMMANDS;

/// Collects the declarations of types and of all they mention.
pub struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    fn new() -> Self {
        // Ids and amounts stay far below 2^53.
        Self { config: Config::new().with_large_int("number"), seen: HashSet::new(), declarations: BTreeMap::new() }
    }

    /// The name of a type, whose declaration is collected.
    pub fn name_of<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(&self.config));
            self.declarations.insert(T::ident(&self.config), declaration);
        }
    }
}

/// The whole generated module.
pub fn module() -> String {
    let mut types = Types::new();
    let mut commands =
        String::from("/** Every command: what is asked, what is answered. */\nexport interface Commands {\n");
    let mut reads =
        String::from("/** The record tables whose change makes a command's answer stale. */\nexport const reads = {\n");
    for command in COMMANDS {
        let (request, answer) = (command.types)(&mut types);
        let _ = writeln!(commands, "  {}: {{ request: {request}; answer: {answer} }};", command.name);
        let tables: Vec<String> = command.reads.iter().map(|table| format!("\"{table}\"")).collect();
        let _ = writeln!(reads, "  {}: [{}],", command.name, tables.join(", "));
    }
    commands.push_str("}\n\nexport type CommandName = keyof Commands;\n");
    reads.push_str("} as const satisfies Record<CommandName, readonly string[]>;\n");
    for name in [
        types.name_of::<anjuan_office::Refusal>(),
        types.name_of::<anjuan_office::Changed>(),
        types.name_of::<crate::Progress>(),
    ] {
        debug_assert!(!name.is_empty());
    }
    let declarations: Vec<String> = types.declarations.into_values().collect();
    format!(
        "// Generated from the list of commands by `cargo xtask bindings`. Do not edit.\n\n{}\n\n{commands}\n{reads}",
        declarations.join("\n\n")
    )
}
