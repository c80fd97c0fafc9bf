import type { DebugProtocol } from '@vscode/debugprotocol';
import { perObject } from '../../collections/perObject';
import type { LinePlace } from '../../json/linesOf';
import { nameOf } from '../../simulator';
import { actionLabel } from '../../text/actionLabel';
import { shorten } from '../../text/shorten';
import type { DebuggedDocument } from '../document';
import { type Frame, framesOf } from '../frames';
import { type Listing, madeListing } from '../listing';
import type { Shown } from '../scopes';
import type { Thread } from '../thread';

/** The texts of sessions by the numbers that an editor asks for them: lists that stand in no document. A list of a restarted session has the number that it had, unless it is another one now. */
export interface Listings {
  of(frame: Frame): { readonly listing: Listing; readonly reference: number };
  byReference(reference: number): Listing | undefined;
}

export function createListings(): Listings {
  const made: Listing[] = [];
  const listingOf = perObject(madeListing);
  return {
    of({ list }) {
      const read = listingOf(list);
      const known = made.findIndex(({ key, model }) => key === read.key && model.text === read.model.text);
      const listing = made[known] ?? read;
      if (known < 0) made.push(listing);
      return { listing, reference: made.indexOf(listing) + 1 };
    },
    byReference: (reference) => made[reference - 1],
  };
}

/** Where a frame stands, as an editor shows it. */
export interface FramePlace {
  readonly name: string;
  readonly source: DebugProtocol.Source;
  readonly range: { readonly start: LinePlace; readonly end: LinePlace } | undefined;
}

export function placeOfFrame(
  frame: Frame,
  document: DebuggedDocument,
  { listings, documentSource }: { readonly listings: Listings; documentSource(): DebugProtocol.Source },
): FramePlace {
  const own = document.started.actionAt(frame.place);
  if (own) {
    const shown = document.shown(own);
    return {
      name: actionLabel(own, 60),
      source: documentSource(),
      range: shown?.listing.rangeOf(shown.action),
    };
  }
  const { listing, reference } = listings.of(frame);
  const action = listing.model.actions[frame.position];
  return {
    name: action ? actionLabel(action, 60) : frame.place.type,
    source: { name: listing.name, sourceReference: reference, presentationHint: 'deemphasize' },
    range: action && listing.rangeOf(action),
  };
}

/** A run as it is called in the list of threads. */
export function threadName({ id, child, run }: Thread): string {
  const party = (side: string) => run.variables.get(`voipbin.call.${side}.target`) ?? '';
  if (child?.cause === 'call') return `call to ${shorten(nameOf(child.destination ?? {}), 40)}`;
  if (child)
    return child.cause === 'on_complete' ? 'flow that follows (on_complete_flow_id)' : `flow that follows ${id}`;
  if (run.input.referenceType !== 'call') return run.input.referenceType || 'run';
  return run.input.direction === 'outgoing' ? `call to ${party('destination')}` : `call from ${party('source')}`;
}

/** What stands in a thread before its first action, or behind its last. */
export function labelOf(thread: Thread): string {
  if (framesOf(thread).length > 0) return '';
  return thread.asked?.question.kind === 'wait' ? 'The called party rings' : 'Before the first action';
}

/** The longest text that a list of variables shows; evaluated, it is whole. */
const longest = 2000;

export function variableOf({ name, value, isVariable, expression }: Shown, reference: number): DebugProtocol.Variable {
  return {
    name,
    value: value.length > longest ? shorten(value, longest) : value,
    variablesReference: reference,
    ...(expression === undefined ? {} : { evaluateName: expression }),
    ...(isVariable ? { type: 'string' } : { presentationHint: { attributes: ['readOnly'] } }),
  };
}
