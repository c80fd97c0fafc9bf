/** What the extension and the page of the phone say to each other. Both check what they receive. */
// The page bundles what is imported here, so it is kept small.
import * as z from 'zod/mini';
import { legActions, phoneKeys } from './phoneModel';

// A page with a strict content policy refuses generated code.
z.config({ jitless: true });

/**
 * The progress of something that takes time, in real milliseconds; `id` tells it from the one before. Undefined if it does not progress by
 * itself.
 */
const course = z.optional(z.object({ id: z.number(), elapsed: z.number(), duration: z.number() }));

const line = z.object({
  id: z.number(),
  kind: z.enum(['said', 'played', 'keys', 'note']),
  /** Of the call, as a person reads it. */
  time: z.string(),
  text: z.string(),
  /** The full text of one that is shortened, for example a URL. */
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
  /** Tells legs with the same title apart; `""` if it would repeat the title. */
  address: z.string(),
  /** Who calls it, or whom it calls. */
  route: z.string(),
  /** The name of the file whose flow runs on it; `""` if unknown. */
  file: z.string(),
  state: z.enum(['calling', 'ringing', 'talking', 'over']),
  stateText: z.string(),
  /** Real milliseconds since it was answered or began to ring; `runs`: the clock is running. */
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
  /** What keys do now, or what decides how the call continues; `""` if that is clear. */
  keypadNote: z.string(),
  /** No call is in progress, so a new one can begin. */
  canRunCall: z.boolean(),
  actions: z.array(z.object({ action: z.enum(legActions), label: z.string(), effect: z.string() })),
});

const dialView = z.object({
  /** No call is in progress, so the dial pad can begin one. */
  isShown: z.boolean(),
  /** `answers`: which flows answer it, as a person reads it. */
  numbers: z.array(z.object({ number: z.string(), name: z.string(), answers: z.string() })),
  /** Why the call or the message just now did not go; `lacksFlow`: until a flow is attached to the number. */
  refusal: z.optional(z.object({ of: z.enum(['call', 'message']), text: z.string(), lacksFlow: z.boolean() })),
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
  /** Sentences for screen readers; each is announced once. */
  announce: z.array(z.string()),
});

const fromPage = z.discriminatedUnion('type', [
  /** The page is ready and asks for the state. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('act'), leg: z.string(), action: z.enum(legActions) }),
  z.object({ type: z.literal('press'), leg: z.string(), key: z.enum(phoneKeys) }),
  z.object({ type: z.literal('select'), leg: z.string() }),
  z.object({ type: z.literal('speed'), speed: z.enum(['real', 'fast']) }),
  z.object({ type: z.literal('runCall') }),
  z.object({ type: z.literal('callFlow') }),
  z.object({ type: z.literal('attachFlow') }),
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

/** Tells the extension what the person does. */
export type Tell = (message: FromPage) => void;

/** A message from the extension; undefined if it is not one of ours. */
export const readToPage = (message: unknown): ToPage | undefined => toPage.safeParse(message).data;

/** A message from the page; undefined if it is not one of ours. */
export const readFromPage = (message: unknown): FromPage | undefined => fromPage.safeParse(message).data;
