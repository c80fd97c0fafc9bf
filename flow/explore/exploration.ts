import type { Semantics } from '../catalog/semantics';
import type { ActionPlace, RunEnd, WorldScript } from '../simulator';

/** Everything that calls of a flow can come to, as far as it was explored. */
export interface Exploration {
  readonly semantics: Semantics;
  /** States that were looked at: an action to come, and all on which the rest can depend. */
  readonly states: number;
  /** Nothing was left out. */
  readonly complete: boolean;
  /** Why something was left out: a bound was reached, or there are too many times of day, values of variables, or times of an agent, to look at each. */
  readonly leftOut?: 'states' | 'time' | 'times' | 'values' | 'agents';
  /** How calls end, the way that most calls take first. */
  readonly ends: readonly End[];
  /** The ways from action to action that some call takes. */
  readonly edges: readonly ExploredEdge[];
  /** When each action that some call executes can begin. */
  readonly visits: readonly Visit[];
  /** The calls with flows of their own that some call places. */
  readonly placed: readonly PlacedCall[];
  /** The most executions of the counted action in one call, where one was to be counted. */
  readonly most?: number;
  /** What the world did not say and the runs assumed, one sentence each. */
  readonly assumed: readonly string[];
}

/** A call: what happens outside, and how it goes then. */
export interface ExploredCall {
  /** Virtual ms from the first action to the end. */
  readonly duration: number;
  /** Executed actions. */
  readonly used: number;
  readonly world: WorldScript;
  /** The caller was asked for digits. */
  readonly asked: boolean;
  /** A service refuses something that no given world says. */
  readonly refused: boolean;
}

/** One way in which calls end, at one place. */
export interface End extends Pick<RunEnd, 'outcome' | 'error' | 'detail' | 'hangup'> {
  /** The same in every exploration of the same flow, such as `hangup@4` or `stopped-budget@1`. */
  readonly id: string;
  /** The action at which it happens; undefined where it can happen anywhere (the caller hangs up) or nowhere. */
  readonly at: ActionPlace | undefined;
  /** How many different ways lead there. */
  readonly ways: number;
  /** As people call: a key that is pressed into a text counts as some seconds more. Nothing is refused in it if the end has such a call. */
  readonly shortest: ExploredCall;
  /** Virtual ms of the call that takes least, whatever is pressed. */
  readonly earliest: number;
  /** Virtual ms of the call that takes longest. */
  readonly longest: number;
  /** Executed actions of the way that takes most. */
  readonly maxUsed: number;
}

/** A way from one action to the next; `to` is undefined where the flow ends. */
export interface ExploredEdge {
  readonly from: ActionPlace;
  readonly to: ActionPlace | undefined;
  /** `next`, `next_id`, `goto`, `default`, `false`, `restart`, `end`, or the key of a case in quotation marks. */
  readonly name: string;
  /** The shortest call that takes it. */
  readonly call: ExploredCall;
}

/** A call that an action places, with a flow that stands in the action itself. */
export interface PlacedCall {
  readonly at: ActionPlace;
  /** One action can place calls whose flows go different ways, because variables are replaced in their texts: this tells them apart. See `placedKey`. */
  readonly key: string;
  /** The shortest call that places it. */
  readonly call: ExploredCall;
}

/** When an action runs. */
export interface Visit {
  readonly at: ActionPlace;
  /** Virtual ms since the first action of the call. */
  readonly earliest: number;
  readonly latest: number;
}
