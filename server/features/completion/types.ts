import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ActionDefinition } from '../../../flow/catalog';
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
  return types.map((one) =>
    withPrefix(site, typeDraft(one, CompletionItemKind.Function, object(actionTemplate(one, ids)))),
  );
}

/** The members of whole actions, for an object that has no type yet. */
export function listActionMembers(site: Site): Draft[] {
  const ids = nearestIds(site);
  const withOption = !hasOption(site);
  return rankTypes(site.model, site.scope, actionBefore(site)).map((one) => {
    const members = actionTemplate(one, ids).filter(([name]) => withOption || name !== 'option');
    return typeDraft(one, CompletionItemKind.Function, membersOnly(members));
  });
}

/** Types as the value of `type`; where the action has no `option` yet, those that need one bring it along. */
export function listTypes(site: Site): Draft[] {
  const ids = nearestIds(site);
  const withOption = !hasOption(site);
  return rankTypes(site.model, site.scope, actionBefore(site)).map((one) => {
    const needed = withOption && one.fields.some((field) => field.required !== undefined);
    const option = needed ? optionTemplate(one, ids) : undefined;
    return typeDraft(
      one,
      CompletionItemKind.EnumMember,
      option ? valueAndMembers(raw(one.type), [['option', option]]) : raw(one.type),
    );
  });
}

function typeDraft(definition: ActionDefinition, kind: CompletionItemKind, insert: Template): Draft {
  const { type, summary, retiredNames = [], alsoCalled = [], deprecated, noop, internal } = definition;
  return {
    label: type,
    kind,
    insert,
    detail: summary,
    filter: [type, ...alsoCalled, ...retiredNames].join(' '),
    documentation: renderAction(definition),
    ...(noop ? { description: 'does nothing' } : internal !== undefined ? { description: "VoIPbin's own" } : {}),
    ...(deprecated !== undefined ? { deprecated: true, description: 'deprecated' } : {}),
  };
}

function hasOption({ container }: Site): boolean {
  return container?.children.some((child) => child.key?.name.toLowerCase() === 'option') ?? false;
}

/** The action in the list that stands before the site. */
function actionBefore({ action, scope, token }: Site): ActionNode | undefined {
  if (action && action.scope === scope) return scope?.actions[action.order - 1];
  let before: ActionNode | undefined;
  for (const one of scope?.actions ?? []) {
    if (one.node.offset >= token.start) break;
    before = one;
  }
  return before;
}
