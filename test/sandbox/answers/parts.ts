import * as z from 'zod';

/**
 * The pieces of which VoIPbin's answers are made, as Go writes them. Nothing here knows the sandbox: these schemas judge it.
 *
 * `omitempty` of Go leaves a member out when it is empty, so it is never there and empty: that is `.optional()` on a piece that refuses what is
 * empty. A UUID is an array in Go and never empty, so `omitempty` does nothing to it.
 */
export const uuid = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
export const nilUuid = z.literal('00000000-0000-0000-0000-000000000000');

/** Any text, the empty one too. */
export const text = z.string();
/** A text that `omitempty` leaves out when it is empty. */
export const someText = z.string().min(1).optional();

/** `*time.Time`: no zeros at the end of the fraction, at most microseconds. Source: Go's time.Time.MarshalJSON (RFC3339Nano). */
export const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,5}[1-9])?Z$/);
/** A time without `omitempty`: null as long as it is not set. */
export const timeOrNull = time.nullable();
/** A time with `omitempty`. */
export const someTime = time.optional();

export const count = z.int().min(0);
/** A count that `omitempty` leaves out at 0. */
export const someCount = z.int().min(1).optional();

/** A list that `omitempty` leaves out when it is empty. */
export const someOf = <S extends z.ZodType>(item: S) => z.array(item).min(1).optional();

/** Has exactly these members. */
export const exactly = z.strictObject;

/** Source: bin-common-handler/models/identity/identity.go, Identity. */
export const identity = { id: uuid, customer_id: uuid };

/** Source: bin-common-handler/models/identity/owner.go, Owner. */
export const owner = { owner_type: z.enum(['', 'agent']), owner_id: uuid };

/** Source: bin-common-handler/models/address/main.go, Address. */
export const address = exactly({
  type: someText,
  target: someText,
  target_name: someText,
  name: someText,
  detail: someText,
});

/** Source: bin-flow-manager/models/action/action.go, Action: `tm_execute` has no `omitempty`. */
export const action = exactly({
  id: uuid,
  next_id: uuid,
  type: someText,
  option: z
    .record(z.string(), z.unknown())
    .refine((option) => Object.keys(option).length > 0, 'empty')
    .optional(),
  tm_execute: timeOrNull,
});

/** Answers of a list. Source: bin-api-manager/openapi/server, `result` and `next_page_token`; server/calls.go GetCalls. */
export const page = <S extends z.ZodType>(item: S) => exactly({ result: z.array(item), next_page_token: text });

/** Source: bin-api-manager/lib/apierror/envelope.go. */
export const failure = exactly({
  error: exactly({
    status: z.string().min(1),
    reason: z.string().regex(/^[A-Z][A-Z_]+$/),
    message: z.string().min(1),
    request_id: z.string().min(1),
    details: someOf(z.record(z.string(), z.unknown())),
  }),
});
