import type { WorldScript } from '../simulator';
import type { Exploration } from './exploration';
import type { Fact } from './facts';
import type { TimeSample } from './times';

export type CalleePlan = NonNullable<Extract<WorldScript['callees'], readonly unknown[]>>[number];

export type LeftOut = NonNullable<Exploration['leftOut']>;

/** What the outside does while one action runs, beyond the facts. Times are virtual ms of the run. */
export interface Happening {
  /** Typed into the `digits_receive` that waits. */
  readonly typed?: string;
  /** Pressed while something else is waited for. */
  readonly pressed?: { readonly at: number; readonly key: string };
  /** No key is pressed: that was tried elsewhere. */
  readonly pressesNothing?: boolean;
  readonly hangsUpAt?: number;
  /** When the caller was last asked what to do. */
  readonly askedAt?: number | undefined;
  /** What the party of a leg does, by its number; undefined where nothing has to be said. */
  readonly callees?: (leg: number) => CalleePlan | undefined;
  /** For so many legs. */
  readonly asked?: number;
}

/** One of the things that can happen at a question. */
export interface Choice {
  readonly fact?: Fact;
  readonly happening?: Happening;
  /** The date and time at this moment, and the span in which it has to be. */
  readonly time?: TimeSample;
  /** What is taken for granted with it, beyond what the run itself tells. One sentence. */
  readonly assumes?: string;
  /** It is tried in the place of others, which are left out. */
  readonly leavesOut?: LeftOut;
}

/** Nothing happens that makes a difference. */
export const nothing: readonly Choice[] = [{}];
