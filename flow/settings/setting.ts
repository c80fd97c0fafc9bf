// Half of the code of zod, which every bundle would have to load.
import * as z from 'zod/mini';

// zod would compile its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

/** Text and manifest details of a setting that zod has no place for. */
export interface SettingMeta {
  /** Markdown; what it does, then what the values mean. */
  readonly doc: string;
  readonly values?: Readonly<Record<string, string>>;
  /** VS Code takes a `machine` setting from the user alone, never from the folder that is open. */
  readonly scope: 'window' | 'resource' | 'machine';
}

const registry = z.registry<SettingMeta>();

/** A schema that carries what the manifest says of the setting. */
export function setting<S extends z.ZodMiniType>(schema: S, meta: SettingMeta): S {
  registry.add(schema, meta);
  return schema;
}

/** What the manifest says of a setting; `name` is for the error if the text is missing. */
export function metaOf(schema: z.ZodMiniType, name: string): SettingMeta {
  const meta = registry.get(schema);
  if (!meta) throw new Error(`the setting ${name} has no text`);
  return meta;
}

/** A schema with a text for those who set it; VS Code shows it with the setting. */
export function described<S extends z.ZodMiniType>(schema: S, description: string): S {
  return schema.check(z.describe(description)) as S;
}
