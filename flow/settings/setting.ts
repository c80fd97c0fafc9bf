import * as z from 'zod';

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
export function setting<S extends z.ZodType>(schema: S, meta: SettingMeta): S {
  registry.add(schema, meta);
  return schema;
}

/** What the manifest says of a setting; `name` is for the error when nobody has said it. */
export function metaOf(schema: z.ZodType, name: string): SettingMeta {
  const meta = registry.get(schema);
  if (!meta) throw new Error(`the setting ${name} has no text`);
  return meta;
}
