/** What the extension and the page of the phone say to each other. Both check what they receive. */
// The page gets a copy of what is imported here, and needs little of it.
import * as z from 'zod/mini';
import { legActions, phoneKeys } from './phoneModel';

// A page with a strict content policy refuses generated code.
z.config({ jitless: true });

/**
 * Something that takes time, as far as it has come, in real milliseconds; `id` tells it from the one before. Undefined where it does not
 * go on by itself.
 */
const course = z.optional(z.object({ id: z.number(), elapsed: z.number(), duration: z.number() }));

const line = z.object({
  id: z.number(),
  kind: z.enum(['said', 'played', 'keys', 'note']),
  /** Of the call, as a person reads it. */
  time: z.string(),
  text: z.string(),
  /** What is behind a text that is cut short: a URL. */
  detail: z.optional(z.string()),
  language: z.optional(z.string()),
  isCut: z.optional(z.boolean()),
});

const legView = z.object({
  id: z.string(),
  /** 0, or one more than the leg that dialled it. */
  depth: z.number(),
  /** Whose phone it is. */
  title: z.string(),
  /** What tells legs with the same title apart; `""` when it would repeat the title. */
  address: z.string(),
  /** Who calls it, or whom it calls. */
  route: z.string(),
  /** The name of the file whose flow runs on it; `""` where none is known. */
  file: z.string(),
  state: z.enum(['calling', 'ringing', 'talking', 'over']),
  stateText: z.string(),
  /** Real milliseconds since it was answered, or rings; `runs`: they go on. */
  clock: z.object({ elapsed: z.number(), runs: z.boolean() }),
  lines: z.array(line),
  /** Earlier lines that are left out. */
  omitted: z.number(),
  /** The line that is being said. */
  speaking: z.optional(z.object({ line: z.number(), course })),
  /** What the flow does or waits for; `""` when there is nothing to say. */
  now: z.string(),
  nowCourse: course,
  wantsKeys: z.boolean(),
  canPress: z.boolean(),
  /** What comes of keys, or what moves the call on; `""` when there is no need to say. */
  keypadNote: z.string(),
  /** Nothing goes on, so that a new call may be run. */
  canRunCall: z.boolean(),
  actions: z.array(z.object({ action: z.enum(legActions), label: z.string(), effect: z.string() })),
});

const dialView = z.object({
  /** No call goes on, so that one can be begun from here. */
  isShown: z.boolean(),
  /** `answers`: which flows answer it, as a person reads it. */
  numbers: z.array(z.object({ number: z.string(), name: z.string(), answers: z.string() })),
});

const phoneView = z.object({
  dial: dialView,
  legs: z.array(legView),
  selected: z.optional(z.string()),
  speed: z.enum(['real', 'fast']),
});

const toPage = z.object({
  type: z.literal('show'),
  phone: phoneView,
  /** Sentences for those who do not see the page; each is told once. */
  announce: z.array(z.string()),
});

const fromPage = z.discriminatedUnion('type', [
  /** The page listens and wants to be drawn. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('act'), leg: z.string(), action: z.enum(legActions) }),
  z.object({ type: z.literal('press'), leg: z.string(), key: z.enum(phoneKeys) }),
  z.object({ type: z.literal('select'), leg: z.string() }),
  z.object({ type: z.literal('speed'), speed: z.enum(['real', 'fast']) }),
  z.object({ type: z.literal('runCall') }),
  z.object({ type: z.literal('callFlow') }),
  z.object({ type: z.literal('dial'), number: z.string(), from: z.string() }),
  z.object({ type: z.literal('text'), number: z.string(), from: z.string(), text: z.string() }),
]);

export type LineView = z.infer<typeof line>;
export type LegView = z.infer<typeof legView>;
export type DialView = z.infer<typeof dialView>;
export type PhoneView = z.infer<typeof phoneView>;
export type ToPage = z.infer<typeof toPage>;
export type FromPage = z.infer<typeof fromPage>;
export type Course = z.infer<typeof course>;

/** What the extension told the page; undefined when it is nothing of ours. */
export const readToPage = (message: unknown): ToPage | undefined => toPage.safeParse(message).data;

/** What the page told the extension; undefined when it is nothing of ours. */
export const readFromPage = (message: unknown): FromPage | undefined => fromPage.safeParse(message).data;
