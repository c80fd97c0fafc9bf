import { perObject } from '../collections/perObject';
import { isContainer, type JsonNode } from '../json/node';
import type { Place } from '../json/place';
import type { FlowModel } from '../model/flowModel';
import type { Check, CheckContext, Finding, NodeOrPlace, Problem, SeverityLevel } from './check';
import { checks } from './checks';
import { quoteMissing } from './document/quoteMissing';
import { listIncomplete } from './listIncomplete';
import { isWithin, listUnread, standsUnread } from './listUnread';
import { listSubjects, noSubjects } from './subjects';
import { suppress } from './suppress/suppress';
import { listSuppressions } from './suppress/suppressions';

export interface CheckSettings {
  /** Severity by code, from the setting `voipbin.checks`. */
  readonly severities?: Readonly<Record<string, SeverityLevel>>;
  /** False leaves out findings that are true for the engine but not for the documentation. */
  readonly engineQuirks?: boolean;
  readonly flowTrigger?: CheckContext['flowTrigger'];
  readonly linked?: CheckContext['linked'];
}

/** All findings of a document, in the order of the text. `capped` is called with each code that has more findings than are listed. */
export function checkFlow(
  model: FlowModel,
  settings: CheckSettings = {},
  capped: (code: string) => void = () => {},
): Finding[] {
  const context: CheckContext = {
    flowTrigger: settings.flowTrigger,
    engineQuirks: settings.engineQuirks,
    linked: settings.linked,
  };
  const findings: Finding[] = [];
  const incomplete = listIncomplete(model);
  const unread = listUnread(model);
  const garbled = quoteMissing(model);
  let said: Map<string, Set<string>> | undefined;
  // One function for all checks: one for each would be made sixty times for each file.
  let running: Check | undefined;
  let severity: SeverityLevel = 'off';
  let count = 0;
  const report = (problem: Problem) => {
    if (!running || count > maxPerCode) return;
    const { code, insteadOf } = running;
    if (incomplete && isAboutTheUnread(problem, incomplete)) return;
    // While a quote is missing in a line, the meaning of the line is unknown.
    if (garbled && code !== syntaxCode && overlaps(garbled.line, placeOf(problem.at, problem.onKey))) return;
    if (unread && !standsUnread(model, code) && isWithin(unread, problem.at)) return;
    if (++count > maxPerCode) {
      if (severity !== 'off') capped(code);
      return;
    }
    const finding = toFinding(running, problem, settings);
    if (severity !== 'off') findings.push(finding);
    for (const code of insteadOf ?? []) {
      said ??= new Map();
      const places = said.get(code);
      if (places) places.add(placeKey(finding));
      else said.set(code, new Set([placeKey(finding)]));
    }
  };
  const subjects = listSubjects(model);
  const severities = severitiesOf(settings);
  for (let at = 0; at < checks.length; at++) {
    const about = subjects[at];
    const check = checks[at];
    const find = finders[at];
    const chosen = severities[at];
    if (!about || !check || !find || !chosen) continue;
    // The server wrote this document, and an edit of it changes nothing on the server.
    if (model.shape === 'response' && check.code !== syntaxCode) continue;
    // A check that is off still keeps more general checks from reporting the same in other words.
    if (chosen === 'off' && !check.insteadOf) continue;
    running = check;
    severity = chosen;
    count = 0;
    find(model, report, context, about);
  }
  const kept = said ? findings.filter((finding) => !said?.get(finding.code)?.has(placeKey(finding))) : findings;
  return silence(model, kept, settings, incomplete !== undefined).sort((a, b) => a.offset - b.offset || a.end - b.end);
}

/** Apart from their checks, which have many forms: nothing else of most checks is asked for in most files. */
const finders = checks.map(({ check }) => check);

/** Removes findings that comments silence, and adds findings about comments that silence nothing, unless a part of the text cannot be read. */
function silence(model: FlowModel, found: Finding[], settings: CheckSettings, incomplete: boolean): Finding[] {
  if (listSuppressions(model).length === 0) return found;
  const { findings, unused } = suppress(model, found);
  const isOff = (code: string) => {
    const check = checks.find((check) => check.code === code);
    return check !== undefined && severityOf(check, settings) === 'off';
  };
  const suppressed = incomplete ? [] : unused.filter(({ silenced }) => !isOff(silenced.code));
  const codes = new Set(checks.map(({ code }) => code));
  const last = checks.filter((check) => check.last && severityOf(check, settings) !== 'off');
  const more = [...findings];
  for (const check of last)
    check.check(model, (problem) => more.push(toFinding(check, problem, settings)), { suppressed, codes }, noSubjects);
  return more;
}

const overlaps = (line: Place, { offset, end }: Place) => offset <= line.end && line.offset <= end;

const syntaxCode = 'json-syntax';

/** Authors do not read more findings of one code, and megabytes of generated JSON must not block an editor. */
export const maxPerCode = 5000;

/** In an object that could not be read to its end, a missing key may be in the unread part. A text without an end may have another value. */
function isAboutTheUnread({ at, missing }: Problem, incomplete: ReadonlySet<JsonNode>): boolean {
  return at.type !== undefined && (missing !== undefined || at.type === 'string') && incomplete.has(at);
}

/** The severity of a check's findings, for problems without their own. */
export function severityOf(check: Check, settings: CheckSettings): SeverityLevel {
  if (check.engineQuirk && settings.engineQuirks === false) return 'off';
  return settings.severities?.[check.code] ?? check.severity;
}

/** The same of every check. Thousands of files are checked by one set of settings, and looking sixty codes up takes as long as a few checks. */
const severitiesOf = perObject((settings: CheckSettings) => checks.map((check) => severityOf(check, settings)));

const noFixes = () => [];
const none: readonly never[] = [];

function toFinding(check: Check, problem: Problem, settings: CheckSettings): Finding {
  const chosen = settings.severities?.[check.code];
  const { offset, end } = placeOf(problem.at, problem.onKey);
  return {
    offset,
    end,
    code: check.code,
    // The user's choice wins, even if it is the default of the check.
    severity: chosen && chosen !== 'off' ? chosen : (problem.severity ?? check.severity),
    message: problem.message,
    related: problem.related?.map(toRelated) ?? none,
    tags: problem.tags ?? check.tags ?? none,
    missing: problem.missing,
    unsure: problem.unsure ?? false,
    fixes: problem.fixes ?? noFixes,
  };
}

function toRelated({ at, message }: { readonly at: NodeOrPlace; readonly message: string }) {
  const { offset, end } = placeOf(at);
  return { offset, end, message };
}

function placeOf(at: NodeOrPlace, onKey = false): Place {
  const { offset, end } = at;
  if (at.type === undefined) return { offset, end };
  if (at.key && (onKey || at.type === 'missing')) return { offset: at.key.offset, end: at.key.end };
  if (!isContainer(at)) return { offset, end };
  // Of a container only the key or the opening bracket is marked: a page of red does not help.
  return at.key ? { offset: at.key.offset, end: at.key.end } : { offset, end: offset + 1 };
}

/** What is missing distinguishes findings of one object. */
const placeKey = ({ offset, end, missing = '' }: Finding) => `${offset}:${end}:${missing}`;
