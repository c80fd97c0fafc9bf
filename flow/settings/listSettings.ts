import type * as z from 'zod/mini';
import { clientSettingsSchema } from './clientSettings';
import { metaOf, type SettingMeta } from './setting';
import { settingsSchema } from './settings';

/** A setting as VS Code shows it. */
export interface ListedSetting extends SettingMeta {
  /** Without `voipbin.` before it. */
  readonly name: string;
  readonly schema: z.ZodMiniType;
  readonly default: unknown;
}

/** Every setting of the extension, in the order of the manifest. */
export function listSettings(): readonly ListedSetting[] {
  return [settingsSchema, clientSettingsSchema].flatMap((all) => {
    const defaults: Readonly<Record<string, unknown>> = all.parse({});
    return Object.entries(all.shape).map(([name, schema]) => ({
      ...metaOf(schema, name),
      name,
      schema,
      default: defaults[name],
    }));
  });
}
