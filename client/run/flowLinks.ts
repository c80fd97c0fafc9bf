import * as z from 'zod';
import type { Memory } from '../memory';
import { linksKey } from '../memory';

const linkSchema = z.object({
  flowId: z.string(),
  /** Its name when it was last read or written. */
  name: z.string(),
  /** Its `tm_update` then; undefined for a flow that was never changed. */
  tmUpdate: z.string().optional(),
  /** Tells whether the file still has the flow as it was then; a link of an earlier version of the extension has none. */
  digest: z.string().optional(),
});

/** The registered flow that a file stands for. */
export type FlowLink = Readonly<z.output<typeof linkSchema>>;

const allLinks = z.record(z.string(), linkSchema).catch({});

/** Which file stands for which registered flow, per profile; kept for the workspace. */
export function createFlowLinks(memory: Memory) {
  const all = () => allLinks.parse(memory.get(linksKey) ?? {});
  /** Each link goes to the document that `place` gives for its own; undefined: it is forgotten. A later one takes the place of an earlier. */
  const change = async (place: (uri: string) => string | undefined): Promise<void> => {
    const before = all();
    const placed = Object.entries(before).map(([key, link]) => {
      const { profile, uri } = readKey(key);
      const to = place(uri);
      return { link, isMoved: to !== uri, key: to === undefined ? undefined : keyOf(profile, to) };
    });
    if (!placed.some(({ isMoved }) => isMoved)) return;
    // What is moved comes last: it replaces the link of a file that was there before.
    const ordered = [...placed.filter(({ isMoved }) => !isMoved), ...placed.filter(({ isMoved }) => isMoved)];
    const kept = ordered.flatMap(({ key, link }) => (key === undefined ? [] : [[key, link] as const]));
    await memory.set(linksKey, Object.fromEntries(kept));
  };
  return {
    find: (profile: string, uri: string): FlowLink | undefined => all()[keyOf(profile, uri)],
    /** The document that stands for a flow: of several the one that was linked last. */
    documentOf: (profile: string, flowId: string): string | undefined =>
      Object.entries(all())
        .filter(([key, link]) => link.flowId === flowId && readKey(key).profile === profile)
        .map(([key]) => readKey(key).uri)
        .at(-1),
    async set(profile: string, uri: string, link: FlowLink): Promise<void> {
      await memory.set(linksKey, { ...all(), [keyOf(profile, uri)]: link });
    },
    async remove(profile: string, uri: string): Promise<void> {
      const { [keyOf(profile, uri)]: _, ...others } = all();
      await memory.set(linksKey, others);
    },
    change,
    /** Every link, of whatever profile, the last one last. */
    list: () => Object.entries(all()).map(([key, { flowId, name }]) => ({ id: flowId, uri: readKey(key).uri, name })),
    /** The documents that have a link, on whatever profile. */
    uris: (): readonly string[] => Object.keys(all()).map((key) => readKey(key).uri),
  };
}

export type FlowLinks = ReturnType<typeof createFlowLinks>;

const keyOf = (profile: string, uri: string) => JSON.stringify([profile, uri]);
const keySchema = z.tuple([z.string(), z.string()]);

/** A key from elsewhere belongs to no document. */
function readKey(key: string): { readonly profile: string; readonly uri: string } {
  try {
    const [profile, uri] = keySchema.parse(JSON.parse(key));
    return { profile, uri };
  } catch {
    return { profile: '', uri: '' };
  }
}
