import { nameOf } from '../../flow';
import type { Activeflow } from '../resources/activeflow';
import type { Call } from '../resources/call';

/** Enough of an id to tell it from others on a screen. */
const shortId = (id: string) => id.slice(0, 8);

export const nameCall = ({ id }: Call) => `call ${shortId(id)}`;

/** A run is named by its call, if it has one. */
export const nameRun = (run: { readonly call: { readonly row: Call } | undefined; readonly activeflow: Activeflow }) =>
  run.call ? nameCall(run.call.row) : `flow ${shortId(run.activeflow.id)}`;

export const nameParties = ({ source, destination }: Call) =>
  `${nameOf({ ...source }) || 'unknown'} → ${nameOf({ ...destination })}`;
