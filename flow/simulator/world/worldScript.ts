import * as z from 'zod';
import { referenceTypes } from '../../catalog/referenceTypes';
import { canonicalUuid } from '../../model/uuid';
import { parseUtc } from '../go/parseUtc';
import type { JsonValue } from '../jsonValue';

// zod would compile its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

const ms = z.number().nonnegative();
const keys = z.string().regex(/^[0-9A-D*#]*$/, 'keys are 0-9, A-D, * and #');
const json = z.custom<JsonValue>((value) => value !== undefined);

const callee = z.union([
  z.enum(['answers', 'busy', 'no_answer', 'fails']),
  z.strictObject({
    does: z.enum(['answers', 'busy', 'no_answer', 'fails']),
    /** ms of ringing before it does so. */
    after: ms.optional(),
    /** ms of talking before it hangs up. */
    hangs_up_after: ms.optional(),
  }),
]);

const address = z.strictObject({
  type: z.string().optional(),
  target: z.string().optional(),
  target_name: z.string().optional(),
  name: z.string().optional(),
  detail: z.string().optional(),
});

const storedFlow = z.union([
  z.array(json),
  z.looseObject({ actions: z.array(json).optional(), on_complete_flow_id: z.string().optional() }),
]);

const script = z.strictObject({
  // The inputs of a recorded case.
  variables: z.record(z.string(), z.string()).optional(),
  digits: z.array(keys).optional(),
  call_status: z.string().optional(),
  now: z
    .string()
    .refine((text) => !Number.isNaN(parseUtc(text)), 'write a time such as "2026-11-18T10:30:00Z"')
    .optional(),
  fetch: z.record(z.string(), z.strictObject({ status: z.int(), body: z.string() })).optional(),
  // What a person scripts. Times are in ms since the start.
  reference_type: z.enum(referenceTypes as [string, ...string[]]).optional(),
  direction: z.enum(['incoming', 'outgoing']).optional(),
  source: address.optional(),
  destination: address.optional(),
  keys: z.array(z.strictObject({ at: ms, keys })).optional(),
  hangs_up_at: ms.optional(),
  callees: z.union([z.array(callee), z.record(z.string(), callee)]).optional(),
  flows: z.record(z.string(), storedFlow).optional(),
  audio: z.record(z.string(), ms).optional(),
  amd: z.enum(['human', 'machine']).optional(),
  queues: z
    .record(
      z.string(),
      z.strictObject({
        name: z.string().optional(),
        detail: z.string().optional(),
        wait_flow_id: z.string().optional(),
        agent_after: ms.optional(),
        gives_up_after: ms.optional(),
        talks_for: ms.optional(),
        wait_timeout: ms.optional(),
        service_timeout: ms.optional(),
      }),
    )
    .optional(),
  conferences: z
    .record(z.string(), z.strictObject({ pre_flow_id: z.string().optional(), leaves_after: ms.optional() }))
    .optional(),
  ai_ends_after: ms.optional(),
  reference_data: z.string().optional(),
  refuses: z.record(z.string(), z.string()).optional(),
  /** The worlds of the calls that actions `call` place, in order. */
  get calls() {
    return z.array(script).optional();
  },
});

/** What a person, or a recorded case, says about the outside of a run. Keys as in the JSON file. */
export type WorldScript = z.infer<typeof script>;

export type WorldScriptResult =
  | { readonly ok: true; readonly script: WorldScript }
  /** One sentence for each fault, naming the place in the file. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the JSON value of a world file; ids become canonical. */
export function readWorldScript(value: unknown): WorldScriptResult {
  const result = script.safeParse(value);
  if (!result.success) return { ok: false, faults: result.error.issues.map(faultText) };
  return { ok: true, script: withCanonicalIds(result.data) };
}

function faultText(issue: z.core.$ZodIssue): string {
  const at = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const where = at === '' ? 'the world' : at.replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    return `${where} has the unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
  }
  return `${where}: ${issue.message}.`;
}

function withCanonicalIds(world: WorldScript): WorldScript {
  const canonical = <T>(map: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(map).map(([id, value]) => [canonicalUuid(id) ?? id, value]));
  return {
    ...world,
    ...(world.flows ? { flows: canonical(world.flows) } : {}),
    ...(world.queues ? { queues: canonical(world.queues) } : {}),
    ...(world.conferences ? { conferences: canonical(world.conferences) } : {}),
    ...(world.calls ? { calls: world.calls.map(withCanonicalIds) } : {}),
  };
}
