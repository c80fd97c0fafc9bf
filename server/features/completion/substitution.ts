import { type FlowModel, type Template, variablesByName } from '../../../flow';
import type { Draft } from './draft';
import type { Site } from './site';
import type { CursorToken } from './token';
import { describe, existingVariables, narrow } from './variables';

interface Substitution {
  /** The part of the string that a name replaces. */
  readonly token: CursorToken;
  readonly opened: boolean;
  readonly closed: boolean;
}

interface Found {
  readonly site: Site;
  readonly drafts: Draft[];
  readonly capped: boolean;
}

/** Variables for the `${` in which a site lies, and the part of the string that one replaces; undefined where there is none. */
export function listSubstitutions(site: Site, offset: number): Found | undefined {
  const found = findSubstitution(site, offset);
  if (!found) return undefined;
  const { token, opened, closed } = found;
  const typed = site.text.slice(token.start, offset).replace(/^\$/, '');
  const { variables, capped } = narrow(existingVariables(site, 'text'), typed);
  const drafts = variables.map((variable): Draft => {
    const name = JSON.stringify(variable.name).slice(1, -1);
    return {
      ...describe(variable, site, 'text'),
      insert: verbatim(`${opened ? '' : '${'}${name}${closed ? '' : '}'}`),
    };
  });
  return {
    site: { ...site, token, role: 'document', commaAfter: false, commaBefore: false },
    capped,
    // An author who types the brace continues with the same list.
    drafts: opened ? drafts : drafts.map((draft) => ({ ...draft, filter: `\${${draft.label}` })),
  };
}

/** Texts in an action's option are where VoIPbin replaces variables; not so keys, ids and types. */
function findSubstitution(
  { model, text, token, role, action, container }: Site,
  offset: number,
): Substitution | undefined {
  if (token.kind !== 'string' || (role !== 'value' && role !== 'item')) return undefined;
  if (!action || container === action.node) return undefined;
  const content = text.slice(token.start + 1, offset);
  const match = /\$(\{([^$}"\\]*))?$/.exec(content);
  if (!match) return undefined;
  const opened = match[1] !== undefined;
  const start = opened ? offset - (match[2] ?? '').length : offset - 1;
  const end = token.closed ? token.end - 1 : token.end;
  const rest = text.slice(offset, end);
  const toBrace = lengthToBrace(model, text.slice(start, offset), rest);
  const closed = opened && toBrace !== undefined;
  const nameEnd = offset + (closed ? toBrace - 1 : (/^[\w.]*/.exec(opened ? rest : '')?.[0].length ?? 0));
  return { token: { start, end: nameEnd, kind: 'word', closed: false }, opened, closed };
}

/**
 * How far the brace that closes a name lies behind the cursor, itself included; undefined where what lies between is not a name: a quote or a
 * blank belongs to the text around, such as JSON in a text, and so does the brace.
 */
function lengthToBrace(model: FlowModel, typed: string, rest: string): number | undefined {
  const end = rest.indexOf('}');
  if (end < 0) return undefined;
  const behind = rest.slice(0, end);
  return /^[\p{L}\p{N}_.-]*$/u.test(behind) || variablesByName(model).has(typed + behind) ? end + 1 : undefined;
}

const verbatim = (json: string): Template => ({ kind: 'raw', json });
