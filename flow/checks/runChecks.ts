import type { JsonNode } from '../json/node';
import type { FlowModel } from '../model/flowModel';
import type { Check, CheckContext, Finding, Place, Problem, Severity } from './check';
import { checks } from './checks';
import { listIncomplete } from './listIncomplete';
import { isWithin, listUnread, standsUnread } from './listUnread';

export interface CheckSettings {
  /** Severity by code, from the setting `voipbin.checks`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** False leaves out what only the engine, not the documentation, calls wrong. */
  readonly engineQuirks?: boolean;
  readonly flowTrigger?: CheckContext['flowTrigger'];
}

/** Everything that is to be said about a document, in order of the text; `capped` is told each code of which there is more. */
export function runChecks(
  model: FlowModel,
  settings: CheckSettings = {},
  capped: (code: string) => void = () => {},
): Finding[] {
  const context: CheckContext = {
    flowTrigger: settings.flowTrigger,
    engineQuirks: settings.engineQuirks,
  };
  const findings: Finding[] = [];
  const incomplete = listIncomplete(model);
  const unread = listUnread(model);
  let said: Map<string, Set<string>> | undefined;
  for (const check of checks) {
    // What the server wrote is there to be read: nobody can mend it in the file.
    if (model.shape === 'response' && check.code !== syntaxCode) continue;
    const severity = severityOf(check, settings);
    // A check that is off still keeps more general ones from saying the same in other words.
    if (severity === 'off' && !check.insteadOf) continue;
    let count = 0;
    for (const problem of check.check(model, context)) {
      if (incomplete && isAboutTheUnread(problem, incomplete)) continue;
      if (unread && !standsUnread(model, check.code) && isWithin(unread, problem.at)) continue;
      if (++count > maxPerCode) {
        if (severity !== 'off') capped(check.code);
        break;
      }
      const finding = toFinding(check, problem, settings);
      if (severity !== 'off') findings.push(finding);
      for (const code of check.insteadOf ?? []) {
        said ??= new Map();
        const places = said.get(code);
        if (places) places.add(placeKey(finding));
        else said.set(code, new Set([placeKey(finding)]));
      }
    }
  }
  const kept = said ? findings.filter((finding) => !said?.get(finding.code)?.has(placeKey(finding))) : findings;
  return kept.sort((a, b) => a.offset - b.offset || a.end - b.end);
}

const syntaxCode = 'json-syntax';

/** Nobody reads more of one kind, and megabytes of machine-made JSON must not choke an editor. */
export const maxPerCode = 5000;

/** What is missing in an object that could not be read to its end may well be there, and a text without an end may be another. */
function isAboutTheUnread({ at, about }: Problem, incomplete: ReadonlySet<JsonNode>): boolean {
  return isNode(at) && (about !== undefined || at.type === 'string') && incomplete.has(at);
}

/** The severity of a check's findings, where a problem does not bring its own. */
export function severityOf(check: Check, settings: CheckSettings): Severity | 'off' {
  if (check.engineQuirk && settings.engineQuirks === false) return 'off';
  return settings.severities?.[check.code] ?? check.severity;
}

const isNode = (at: JsonNode | Place): at is JsonNode => 'type' in at;

const noFixes = () => [];
const none: readonly never[] = [];

function toFinding(check: Check, problem: Problem, settings: CheckSettings): Finding {
  const chosen = settings.severities?.[check.code];
  const { offset, end } = placeOf(problem.at, problem.onKey);
  return {
    offset,
    end,
    code: check.code,
    // What a user chose goes before everything, also where it is the default of the check.
    severity: chosen && chosen !== 'off' ? chosen : (problem.severity ?? check.severity),
    message: problem.message,
    related: problem.related?.map((one) => ({ ...placeOf(one.at), message: one.message })) ?? none,
    tags: problem.tags ?? check.tags ?? none,
    about: problem.about,
    fixes: problem.fixes ?? noFixes,
  };
}

function placeOf(at: JsonNode | Place, onKey = false): Place {
  const { offset, end } = at;
  if (!isNode(at)) return { offset, end };
  if (at.key && (onKey || at.type === 'missing')) return { offset: at.key.offset, end: at.key.end };
  if (at.type !== 'object' && at.type !== 'array') return { offset, end };
  // Of a container the key or the opening bracket is marked: a page of red helps nobody.
  return at.key ? { offset: at.key.offset, end: at.key.end } : { offset, end: offset + 1 };
}

const placeKey = (finding: Finding) => `${finding.offset}:${finding.end}:${finding.about ?? ''}`;
