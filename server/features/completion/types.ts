import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  type ActionDefinition,
  actionTemplate,
  hasKey,
  membersOnly,
  objectTemplate,
  optionTemplate,
  rawTemplate,
  renderAction,
  type Template,
  valueAndMembers,
  whereRuns,
} from '../../../flow';
import type { Draft } from './draft';
import { nearestIds, orderAt } from './nearestActions';
import { rankTypes } from './rankTypes';
import type { Site } from './site';
import { withPrefix } from './withPrefix';

/** Whole actions, for a place in a list of them. */
export function listActions(site: Site): Draft[] {
  const ids = nearestIds(site);
  return draftsOf(site, (definition) =>
    withPrefix(
      site,
      typeDraft(definition, CompletionItemKind.Function, objectTemplate(actionTemplate(definition, ids))),
    ),
  );
}

/** The members of whole actions, for an object that has no type yet. */
export function listActionMembers(site: Site): Draft[] {
  const ids = nearestIds(site);
  const withOption = !hasKey(site.container, 'option');
  return draftsOf(site, (definition) => {
    const members = actionTemplate(definition, ids).filter(([name]) => withOption || name !== 'option');
    return typeDraft(definition, CompletionItemKind.Function, membersOnly(members));
  });
}

/** Types as the value of `type`; where the action has no `option` yet, those that need one bring it along. */
export function listTypes(site: Site): Draft[] {
  const ids = nearestIds(site);
  const withOption = !hasKey(site.container, 'option');
  return draftsOf(site, (definition) => {
    const needed = withOption && definition.fields.some((field) => field.required !== undefined);
    const option = needed ? optionTemplate(definition, ids) : undefined;
    return typeDraft(
      definition,
      CompletionItemKind.EnumMember,
      option ? valueAndMembers(rawTemplate(definition.type), [['option', option]]) : rawTemplate(definition.type),
    );
  });
}

function typeDraft(definition: ActionDefinition, kind: CompletionItemKind, insert: Template): Draft {
  const { type, media, retiredNames = [], alsoCalled = [], deprecated, noop, internal } = definition;
  return {
    label: type,
    kind,
    insert,
    // What it does is in the documentation.
    detail: `runs ${whereRuns[media]}`,
    filter: [type, ...alsoCalled, ...retiredNames].join(' '),
    documentation: renderAction(definition),
    ...(noop ? { description: 'does nothing' } : internal !== undefined ? { description: "VoIPbin's own" } : {}),
    ...(deprecated !== undefined ? { deprecated: true, description: 'deprecated' } : {}),
  };
}

/** Every type as a draft, best first for the place behind the action before the site. */
function draftsOf(site: Site, draft: (definition: ActionDefinition) => Draft): Draft[] {
  return rankTypes(site.model, site.scope, site.scope?.actions[orderAt(site) - 1]).map(draft);
}
