import type { Edit } from '../edit/edit';
import type { JsonNode } from '../json/node';
import type { SyntaxIssue } from '../json/parse';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { isBroken } from '../model/isBroken';

/** A part of a flow that an author has chosen. */
export interface Selection {
  readonly model: FlowModel;
  /** The actions of one list that it lies in or goes over, in order; none where it is elsewhere. */
  readonly actions: readonly ActionNode[];
  /** It holds these actions from end to end. */
  readonly isWhole: boolean;
  /** The actions that test files name by their ids, as far as those are known. */
  readonly tested?: ReadonlySet<ActionNode>;
}

/** What can be done with a selection. */
export interface Offer {
  /** An order, as editors show it. */
  readonly title: string;
  /** Worked out when it is chosen. */
  readonly edits: (newId: () => string) => readonly Edit[];
  /** Actions that the flow does not have afterwards, also not under another id. */
  readonly removes?: readonly ActionNode[];
  /** A flow file that is made beside the document, in one with the edits. */
  readonly file?: () => NewFlowFile;
}

export interface NewFlowFile {
  /** What it is about: letters and digits, for its name. */
  readonly words: readonly string[];
  readonly text: string;
}

/** A change that an author can choose. */
export interface Refactoring {
  /** Tells it from the others; permanent. */
  readonly name: string;
  readonly kind: 'extract' | 'inline' | 'move' | 'rewrite';
  /** Undefined where it cannot be made. */
  offer(selection: Selection): Offer | undefined;
  /** Why it cannot be made of a selection for which an author would look for it. */
  refuse?(selection: Selection): Refused | undefined;
}

/** What cannot be done with a selection, as a menu shows it. */
export interface Refused {
  readonly title: string;
  /** One or two sentences, the last of which says what helps. */
  readonly reason: string;
}

/** The selection between two offsets of a text. In a list that cannot be read without doubt there are no actions: what is moved there could be torn apart. */
export function selectionAt(model: FlowModel, start: number, end: number): Selection {
  const selection = anySelectionAt(model, start, end);
  const [first] = selection.actions;
  return first && (isBroken(model, first.scope.list) || hasOpenPart(model, first.scope.list))
    ? { model, actions: [], isWhole: false }
    : selection;
}

/** Whether something in a list has no end, or the end of something else: then nothing says where its actions end. */
function hasOpenPart({ issues, text }: FlowModel, { offset, end }: JsonNode): boolean {
  return issues.some((issue) => {
    if (issue.offset <= offset || issue.offset > end) return false;
    return open.has(issue.code) || (issue.code === 'CommaExpected' && /[}\]]/.test(text[issue.offset] ?? ''));
  });
}

const open: ReadonlySet<SyntaxIssue['code']> = new Set([
  'UnexpectedEndOfString',
  'UnexpectedEndOfComment',
  'CloseBraceExpected',
  'CloseBracketExpected',
]);

function anySelectionAt(model: FlowModel, start: number, end: number): Selection {
  const holds = ({ offset, end: stop }: JsonNode) => offset <= start && end <= stop;
  const around = model.actions.filter(({ node }) => holds(node));
  const inner = around[around.length - 1];
  if (inner) return { model, actions: [inner], isWhole: start === inner.node.offset && end === inner.node.end };
  const lists = model.scopes.filter(({ list }) => holds(list));
  const touched = lists[lists.length - 1]?.actions.filter(({ node }) => node.offset <= end && start <= node.end) ?? [];
  const isWhole = touched.length > 0 && touched.every(({ node }) => start <= node.offset && node.end <= end);
  return { model, actions: touched, isWhole };
}

/** A change of the one action that is selected. */
export function ofAction(
  name: string,
  kind: Refactoring['kind'],
  offer: (model: FlowModel, action: ActionNode) => Offer | undefined,
): Refactoring {
  return {
    name,
    kind,
    offer(selection) {
      const action = onlyAction(selection);
      return action && offer(selection.model, action);
    },
  };
}

/** The one action of a selection. */
export function onlyAction({ actions: [action, ...others] }: Selection): ActionNode | undefined {
  return others.length === 0 && action && !action.scope.fragment ? action : undefined;
}
