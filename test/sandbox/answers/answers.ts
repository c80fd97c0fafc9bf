import type * as z from 'zod';

/** What VoIPbin answers about one kind of resource, written from its Go source and not from the sandbox. */
export interface Answers {
  /** Of `GET /calls/{id}`: the body of an answer that did it. The path is without `/v1.0`; ids are `{id}`. */
  readonly rest: Readonly<Record<string, z.ZodType>>;
  /** Requests of `rest` that are answered with 201. */
  readonly made?: readonly string[];
  /** What the event stream brings. */
  readonly events?: readonly z.ZodObject[];
}
