import type { Context, Hono } from 'hono';
import type { Core, Identity } from '../core';
import type { Engine } from '../engine/engine';

/** What middleware finds out for the handlers. */
export interface Environment {
  Variables: { requestId: string; identity: Identity };
  Bindings: {
    readonly ip?: string;
    /** Takes a connection to the event stream, for clients that may have one. */
    readonly accept?: (identity: Identity) => void;
  };
}

export type App = Hono<Environment>;
export type ApiContext = Context<Environment>;

/** What the handlers of every resource work with. */
export interface Backend {
  readonly core: Core;
  readonly engine: Engine;
}
