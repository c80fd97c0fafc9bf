import {
  type ActionNode,
  actionLabel,
  type JsonNode,
  keyOffset,
  listVariables,
  locate,
  member,
  type PictureFinding,
  refactorings,
  shorten,
} from '../../flow';
import { type Drawn, wayOf } from './drawn';
import { type FormSite, formField, unknownFields } from './formField';
import { type Chosen, offerOf, selectionOf } from './offers';
import type { Form, FormFinding } from './pictureProtocol';

export interface FormContext {
  /** The findings about the action. */
  readonly findings: readonly PictureFinding[];
  /** The titles of the quick fixes of a finding, where they are known already. */
  readonly fixesOf?: (finding: PictureFinding) => readonly string[] | undefined;
}

/** Changes for which the picture has its own buttons. */
const ownButtons = new Set([
  'insert-before',
  'insert-after',
  'run-earlier',
  'run-later',
  'move-up',
  'move-down',
  'duplicate',
  'delete',
]);

/** More names than a person reads in a list. */
const maxVariables = 100;

/** What can be said and changed of an action, from the catalog. */
export function formOf(drawn: Drawn, chosen: Chosen, action: ActionNode, context: FormContext): Form {
  const { model, picture } = drawn;
  const { key, until } = chosen;
  const { definition } = action;
  const { findings } = context;
  const variables = [...listVariables(model)]
    .sort((a, b) => Number(b.setters.length > 0) - Number(a.setters.length > 0))
    .slice(0, maxVariables)
    .map(({ name }) => name);
  const badges = findings.map(({ offset, end, severity, message }) => ({ offset, end, badge: { severity, message } }));
  const site: FormSite = {
    action,
    variables,
    written: (node) => model.text.slice(node.offset, node.end),
    findingsIn: (node: JsonNode) =>
      badges.flatMap(({ offset, end, badge }) => (offset >= keyOffset(node) && end <= node.end ? [badge] : [])),
  };
  const titles = new Map(picture.nodes.map((node) => [node.key, node.label]));
  const selection = selectionOf(drawn, chosen);
  const { run = [] } = picture.nodes.find((node) => node.key === key) ?? {};
  return {
    key,
    until,
    run,
    title: run.length > 0 ? `${run.length} actions` : actionLabel(action, 60),
    summary:
      run.length > 0
        ? 'One box for actions of which each leads only to the next one.'
        : (definition?.summary ?? 'VoIPbin has no such action type.'),
    isAlone: action.scope.fragment,
    canAddCase: action.type === 'branch' && !action.scope.fragment,
    fields:
      run.length > 0
        ? []
        : [
            ...(definition?.fields ?? []).flatMap((field) =>
              field.holds === 'actions' || isWays(field.name, action)
                ? []
                : [formField(site, field, member(action.option, field.name), [field.name])],
            ),
            ...unknownFields(site, action.option, (name) => definition?.field(name) !== undefined),
          ],
    ways: picture.edges.flatMap(({ key: edge, from, to, text }) => {
      const behind = from === key ? picture.graphEdges.get(edge) : undefined;
      if (!behind || wayOf(behind) === undefined) return [];
      const canRemove = behind.reference !== undefined;
      return [{ edge, text: text || 'next', to: shorten(titles.get(to) ?? '', 44), target: to, canRemove }];
    }),
    findings: findings.map((finding): FormFinding => {
      const fixes = context.fixesOf?.(finding) ?? [];
      return { severity: finding.severity, message: finding.message, fixes };
    }),
    offers: refactorings.flatMap((refactoring) => {
      const offer = ownButtons.has(refactoring.name) ? undefined : offerOf(refactoring, selection);
      return offer && isOfActions(refactoring.name) ? [{ name: refactoring.name, title: offer.title }] : [];
    }),
    variables,
  };
}

/** Changes of the whole document are not about an action. */
const isOfActions = (name: string) => !name.startsWith('convert-') && !name.endsWith('-ids');

/** The cases of a branch are its ways. */
const isWays = (name: string, { type }: ActionNode) => type === 'branch' && name === 'target_ids';

/** Whether a finding is about one of some actions, and not about one that is nested in it. */
export function isAbout({ model }: Drawn, actions: readonly ActionNode[], { offset, end }: PictureFinding): boolean {
  // The bracket of an action itself is not within the action.
  const { action } = locate(model, Math.min(offset + 1, end));
  return action !== undefined && actions.includes(action);
}
