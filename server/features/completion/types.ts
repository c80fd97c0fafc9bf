import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ActionDefinition, Media } from '../../../flow/catalog';
import type { ActionNode } from '../../../flow/model/flowModel';
import { actionTemplate, optionTemplate } from '../../../flow/template/fieldTemplate';
import { membersOnly, object, raw, type Template, valueAndMembers } from '../../../flow/template/template';
import { renderAction } from '../../../flow/text/actionDoc';
import type { Draft } from './draft';
import { nearestIds } from './nearestActions';
import { rankTypes } from './rankTypes';
import type { Site } from './site';
import { withPrefix } from './withPrefix';

/** Whole actions, for a place in a list of them. */
export function listActions(site: Site): Draft[] {
  const ids = nearestIds(site);
  const types = rankTypes(site.model, site.scope, actionBefore(site));
  return types.map((definition) =>
    withPrefix(site, typeDraft(definition, CompletionItemKind.Function, object(actionTemplate(definition, ids)))),
  );
}

/** The members of whole actions, for an object that has no type yet. */
export function listActionMembers(site: Site): Draft[] {
  const ids = nearestIds(site);
  const withOption = !hasOption(site);
  return rankTypes(site.model, site.scope, actionBefore(site)).map((definition) => {
    const members = actionTemplate(definition, ids).filter(([name]) => withOption || name !== 'option');
    return typeDraft(definition, CompletionItemKind.Function, membersOnly(members));
  });
}

/** Types as the value of `type`; where the action has no `option` yet, those that need one bring it along. */
export function listTypes(site: Site): Draft[] {
  const ids = nearestIds(site);
  const withOption = !hasOption(site);
  return rankTypes(site.model, site.scope, actionBefore(site)).map((definition) => {
    const needed = withOption && definition.fields.some((field) => field.required !== undefined);
    const option = needed ? optionTemplate(definition, ids) : undefined;
    return typeDraft(
      definition,
      CompletionItemKind.EnumMember,
      option ? valueAndMembers(raw(definition.type), [['option', option]]) : raw(definition.type),
    );
  });
}

/** Where an action runs; what it does is in the documentation. */
const runsOn: Readonly<Record<Media, string>> = {
  rtc: 'runs on calls',
  non_rtc: 'runs without a call',
  none: 'runs everywhere',
};

function typeDraft(definition: ActionDefinition, kind: CompletionItemKind, insert: Template): Draft {
  const { type, media, retiredNames = [], alsoCalled = [], deprecated, noop, internal } = definition;
  return {
    label: type,
    kind,
    insert,
    detail: runsOn[media],
    filter: [type, ...alsoCalled, ...retiredNames].join(' '),
    documentation: renderAction(definition),
    ...(noop ? { description: 'does nothing' } : internal !== undefined ? { description: "VoIPbin's own" } : {}),
    ...(deprecated !== undefined ? { deprecated: true, description: 'deprecated' } : {}),
  };
}

function hasOption({ container }: Site): boolean {
  return container?.children.some((child) => child.key?.name.toLowerCase() === 'option') ?? false;
}

/** The action before the site in the list. */
function actionBefore({ action, scope, token }: Site): ActionNode | undefined {
  if (action && action.scope === scope) return scope?.actions[action.order - 1];
  let before: ActionNode | undefined;
  for (const actionNode of scope?.actions ?? []) {
    if (actionNode.node.offset >= token.start) break;
    before = actionNode;
  }
  return before;
}
