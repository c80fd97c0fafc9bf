import * as z from 'zod';
import { type AddressKey, addressKeys } from '../../catalog/address';
import { referenceTypes } from '../../catalog/referenceTypes';
import { pressable, telephoneKeysDoc } from '../../catalog/telephoneKeys';
import type { JsonValue } from '../../json/jsonValue';
import { canonicalUuid } from '../../model/uuid';
import { joinWithOr } from '../../text/joinWithOr';
import { kindOfValue } from '../../text/kindOfValue';
import { parseUtc } from '../go/parseUtc';
import { calleeConductNames } from './callees';
import { idFault, refusalFault } from './worldKeys';

// zod would compile its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

const ms = z.number().nonnegative();
const keys = z.string().regex(pressable, `keys are ${telephoneKeysDoc}`);
const json = z.custom<JsonValue>((value) => value !== undefined);

/** Keys that a world can never come to are mistakes. */
const keysThat =
  (fault: (key: string) => string | undefined) =>
  (map: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx) => {
    for (const key of Object.keys(map)) {
      const message = fault(key);
      if (message !== undefined) context.addIssue({ code: 'custom', path: [key], message });
    }
  };

const does = z.enum(calleeConductNames);
const callee = z.union([
  does,
  z.strictObject({
    does,
    /** ms of ringing before it does so. */
    after: ms.optional(),
    /** ms of talking before it hangs up. */
    hangs_up_after: ms.optional(),
  }),
]);

const maybe = z.string().optional();
const address = z.strictObject(
  Object.fromEntries(addressKeys.map((key) => [key, maybe])) as Record<AddressKey, typeof maybe>,
);

const storedFlow = z.union([
  z.array(json),
  z.looseObject({ actions: z.array(json).optional(), on_complete_flow_id: z.string().optional() }),
]);

/** The schema of a world file. */
export const worldSchema = z.strictObject({
  // The inputs of a recorded case.
  variables: z
    .record(z.string(), z.string())
    .optional()
    .describe('Variables at the start, by name. They replace those of the document.'),
  digits: z
    .array(keys)
    .optional()
    .describe(
      'The keys pressed in the first, second … `digits_receive` that runs, 400 ms apart. An empty string is silence.',
    ),
  call_status: z
    .string()
    .optional()
    .describe('The status that `condition_call_status` reads. Default: the status of the call.'),
  now: z
    .string()
    .refine((text) => !Number.isNaN(parseUtc(text)), 'write a time such as "2026-11-18T10:30:00Z"')
    .optional()
    .describe('Date and time when the flow starts. Without a zone it is UTC.'),
  fetch: z
    .record(z.string(), z.strictObject({ status: z.int(), body: z.string() }))
    .optional()
    .describe('What a URL answers to the action `fetch`, by URL.'),
  // What a person scripts. Times are in ms since the start.
  reference_type: z
    .enum(referenceTypes as [string, ...string[]])
    .optional()
    .describe('What starts the flow.'),
  direction: z.enum(['incoming', 'outgoing']).optional().describe('Whether the call comes in or VoIPbin places it.'),
  source: address.optional().describe('Who calls, instead of the source in the document.'),
  destination: address.optional().describe('Who is called, instead of the destination in the document.'),
  keys: z
    .array(z.strictObject({ at: ms, keys }))
    .optional()
    .describe('Keys at a time, whatever action runs then: the first at `at` ms, the next 400 ms apart.'),
  hangs_up_at: ms.optional().describe('When the other party hangs up, in ms since the start.'),
  callees: z
    .union([z.array(callee), z.record(z.string(), callee)])
    .optional()
    .describe(
      'What parties of `connect` do, and the party that the call itself dials. A list in the order in which they are dialled, or an object with a key for each dialled number or extension. The party of an action `call` is in `calls`.',
    ),
  flows: z
    .record(z.string(), storedFlow)
    .superRefine(keysThat(idFault))
    .optional()
    .describe('Stored flows by id: a list of actions, or an object with `actions`.'),
  audio: z.record(z.string(), ms).optional().describe('How long a file plays in ms, by URL.'),
  amd: z.enum(['human', 'machine']).optional().describe('Who picked up, for the action `amd`.'),
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
    .superRefine(keysThat(idFault))
    .optional()
    .describe('What happens to a call in a queue, by the id of the queue.'),
  conferences: z
    .record(z.string(), z.strictObject({ pre_flow_id: z.string().optional(), leaves_after: ms.optional() }))
    .superRefine(keysThat(idFault))
    .optional()
    .describe('When the call leaves a conference, by the id of the conference.'),
  ai_ends_after: ms.optional().describe('How long an AI session lasts, in ms.'),
  ai_sets: z.record(z.string(), z.string()).optional().describe('Variables that an AI sets in its session, by name.'),
  reference_data: z.string().optional().describe('The text of `${voipbin.flow.reference_data}`.'),
  refuses: z
    .record(z.string(), z.string())
    .superRefine(keysThat(refusalFault))
    .optional()
    .describe('What VoIPbin refuses: the reason, by the type of the action.'),
  /** The worlds of the calls that actions `call` place, in order. */
  get calls() {
    return z.array(worldSchema).optional().describe('A world for each call that actions `call` place, in their order.');
  },
});

/** What a person, or a recorded case, says about the outside of a run. Keys as in the JSON file. */
export type WorldScript = z.infer<typeof worldSchema>;

export type WorldScriptResult =
  | { readonly ok: true; readonly script: WorldScript }
  /** One sentence for each fault, naming the place in the file. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the JSON value of a world file; ids become canonical. */
export function readWorldScript(value: unknown): WorldScriptResult {
  const result = worldSchema.safeParse(value);
  if (!result.success) return { ok: false, faults: result.error.issues.map(faultText) };
  return { ok: true, script: canonicalWorld(result.data) };
}

function faultText(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'the world' : issue.path.reduce<string>(placeWithin, '');
  if (issue.code === 'custom' && /^is /.test(issue.message)) return `${where} ${issue.message}.`;
  if (issue.code === 'unrecognized_keys') {
    return `${where} has the unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
  }
  if (issue.code === 'invalid_type') return `${where} expects ${kindOfValue(issue.expected)}.`;
  if (issue.code === 'invalid_value')
    return `${where} expects ${joinWithOr(issue.values.map((value) => JSON.stringify(value)))}.`;
  return issue.code === 'invalid_union' ? `${where} has a value that does not fit.` : `${where}: ${issue.message}.`;
}

/** Entries of lists count from 1, as people count: `calls entry 1, digits entry 2`. */
function placeWithin(place: string, part: PropertyKey): string {
  if (typeof part === 'number') return `${place} entry ${part + 1}`;
  if (place === '') return String(part);
  return `${place}${/ entry \d+$/.test(place) ? ', ' : '.'}${String(part)}`;
}

/** A world with its ids as the simulator compares them. */
export function canonicalWorld(world: WorldScript): WorldScript {
  const canonical = <T>(map: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(map).map(([id, value]) => [canonicalUuid(id) ?? id, value]));
  return {
    ...world,
    ...(world.flows ? { flows: canonical(world.flows) } : {}),
    ...(world.queues ? { queues: canonical(world.queues) } : {}),
    ...(world.conferences ? { conferences: canonical(world.conferences) } : {}),
    ...(world.calls ? { calls: world.calls.map(canonicalWorld) } : {}),
  };
}
