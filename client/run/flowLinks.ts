import * as z from 'zod';
import type { AnswerMemory } from './answers';

/** The registered flow that a file stands for. */
export interface FlowLink {
  readonly flowId: string;
  /** Its name when it was last read or written. */
  readonly name: string;
  /** Its `tm_update` then; undefined for a flow that was never changed. */
  readonly tmUpdate?: string | undefined;
}

const linkSchema = z.object({ flowId: z.string(), name: z.string(), tmUpdate: z.string().optional() });
const allLinks = z.record(z.string(), linkSchema).catch({});
const linksKey = 'voipbin.flowLinks';

/** Which file stands for which registered flow, per profile; kept for the workspace. */
export function createFlowLinks(memory: AnswerMemory) {
  const all = () => allLinks.parse(memory.get(linksKey) ?? {}) as Readonly<Record<string, FlowLink>>;
  const keyOf = (profile: string, uri: string) => JSON.stringify([profile, uri]);
  return {
    find: (profile: string, uri: string): FlowLink | undefined => all()[keyOf(profile, uri)],
    async set(profile: string, uri: string, link: FlowLink): Promise<void> {
      await memory.set(linksKey, { ...all(), [keyOf(profile, uri)]: link });
    },
    async remove(profile: string, uri: string): Promise<void> {
      const { [keyOf(profile, uri)]: _, ...others } = all();
      await memory.set(linksKey, others);
    },
    /** Gives the links of one document to another: an untitled one was saved to a file. */
    async move(from: string, to: string): Promise<void> {
      const moved = Object.entries(all()).map(([key, link]) => {
        const [profile, uri] = JSON.parse(key) as [string, string];
        return [uri === from ? keyOf(profile, to) : key, link] as const;
      });
      await memory.set(linksKey, Object.fromEntries(moved));
    },
    /** The documents that have a link, on whatever profile. */
    uris: (): readonly string[] => Object.keys(all()).map((key) => String(JSON.parse(key)[1])),
  };
}

export type FlowLinks = ReturnType<typeof createFlowLinks>;
