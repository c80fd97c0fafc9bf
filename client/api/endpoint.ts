import type * as z from 'zod';
import type { Attempt } from './answerError';
import type { Outgoing } from './send';

/** One thing that VoIPbin's API can be asked for. */
export interface Endpoint<T> extends Attempt {
  readonly method: Outgoing['method'];
  /** Below the base address; parts in braces are filled in. */
  readonly path: string;
  readonly answer: z.ZodType<T>;
  /** Milliseconds to wait for an answer; 15 s where nothing is said. */
  readonly timeoutMs?: number;
}

/** How one request is made. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait for the answer, each time it is asked. */
  readonly timeoutMs?: number | undefined;
  /** How often a read that failed is asked again; 2 where nothing is said. What is no read is never repeated. */
  readonly repeats?: number | undefined;
}

export interface RequestInput extends RequestOptions {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Page<T> {
  /** Newest first. */
  readonly result: readonly T[];
  readonly next_page_token: string | undefined;
}

export interface PageOptions extends RequestOptions {
  /** At most 100, which is also what counts when nothing is said. */
  readonly pageSize?: number;
  /** `next_page_token` of the page before. */
  readonly pageToken?: string | undefined;
}

export type ListPage<T> = (options?: PageOptions) => Promise<Page<T>>;
