import type { CompletionList } from 'vscode-languageserver-types';
import { listAddresses } from './completion/addresses';
import type { Draft } from './completion/draft';
import { listFlows } from './completion/flows';
import { listKeys } from './completion/keys';
import { findSite, type Site } from './completion/site';
import { listSkeletons } from './completion/skeletons';
import { listSubstitutions } from './completion/substitution';
import { completeSuppression } from './completion/suppressions';
import { listTargets } from './completion/targets';
import { type CompletionContext, toItem } from './completion/toItem';
import { listActions, listTypes } from './completion/types';
import { listValues } from './completion/values';
import { listNames } from './completion/variables';
import { mayBecomePrefix, withPrefix } from './completion/withPrefix';

export type { CompletionContext } from './completion/toItem';

/**
 * What can be written at an offset, best first; what is half typed there may break the JSON as it likes.
 *
 * Every item replaces one part of the cursor's line. The list is incomplete where a scope has more targets than an editor can show,
 * and where `voipbin-` is only begun.
 */
export function completion(offset: number, context: CompletionContext): CompletionList {
  const { model } = context.document;
  const nothing = { isIncomplete: false, items: [] };
  const site = findSite(model, offset, context.build);
  if (!site) return { ...nothing, items: completeSuppression(model, offset, context) ?? [] };
  const substitutions = listSubstitutions(site, offset);
  // A brace that does not open a variable opens an object. Enter comes next, and would accept the first entry of a list.
  if (context.trigger === '{' && !substitutions) return nothing;
  const found = substitutions ?? { site, ...listDrafts(site, context) };
  const drafts = offerOthers(found.site, found.drafts).map(withLabel);
  return {
    isIncomplete: found.capped || mayBecomePrefix(found.site, found.drafts),
    items: drafts.map((draft, order) => toItem(found.site, draft, order, context)),
  };
}

/** A complete value will be replaced, not narrowed down: editors that compare the present value find every other value. */
function offerOthers({ text, token, role }: Site, drafts: readonly Draft[]): readonly Draft[] {
  const quotes = token.kind === 'string' ? 1 : 0;
  const whole = text.slice(token.start + quotes, token.end - (token.closed ? 1 : 0));
  // An empty value has nothing to compare: what is offered replaces it.
  if (role === 'key' || whole === '' || !drafts.some((draft) => draft.label === whole)) return drafts;
  return drafts.map((draft) => ({ ...draft, filter: whole, ...(draft.label === whole ? { preselect: true } : {}) }));
}

/** An editor shows an empty label as an empty row, or refuses the list. */
function withLabel(draft: Draft): Draft {
  const { label } = draft;
  return label.trim() === '' ? { ...draft, filter: draft.filter ?? label, label: JSON.stringify(label) } : draft;
}

function listDrafts(site: Site, context: CompletionContext): { drafts: Draft[]; capped: boolean } {
  const { newId } = context;
  const { role, field } = site;
  if (role !== 'key' && field?.format === 'action-id') return listTargets(site, newId);
  if (role !== 'key' && field?.format === 'variable-name') return listNames(site);
  return { drafts: [...flowsFirst(site, context), ...listOthers(site, newId)], capped: false };
}

/** For a place that names a flow: the flows that files of the workspace are registered as. */
function flowsFirst({ role, field }: Site, { workspace, document }: CompletionContext): Draft[] {
  return role !== 'key' && field?.refersTo === 'flow' && workspace ? listFlows(document.uri, workspace) : [];
}

function listOthers(site: Site, newId: () => string): Draft[] {
  const { role, field, container, action, scope } = site;
  if (role === 'document') return listSkeletons().map((draft) => withPrefix(site, draft));
  if (role === 'key') return listKeys(site, newId);
  if (role === 'item' && container && scope?.list === container) return listActions(site);
  if (!field) return [];
  if (role === 'item') return field.holds === 'address' ? listAddresses(site, false) : listValues(site, field, newId);
  if (action && container === action.node && field.name === 'type') return listTypes(site);
  return listValues(site, field, newId);
}
