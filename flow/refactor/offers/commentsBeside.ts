import { disablesOf } from '../../edit/disables';
import { cut } from '../../edit/moveInto';
import { hasLines } from '../../edit/textFormat';
import { hasLineBreak, lineEnd } from '../../json/lineAround';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';

/** The comments of a document that are in none of some values, by the value that each stands beside. */
interface Beside {
  /** Those before a value, also those of members between it and the value before that are not among them. */
  readonly above: ReadonlyMap<JsonNode, readonly string[]>;
  /** Those that follow a value in its line. */
  readonly behind: ReadonlyMap<JsonNode, readonly string[]>;
  /** Those behind the last value. */
  readonly rest: readonly string[];
}

/** The comments of the value of a document beside some values within it, with their further lines indented for another place. */
export function commentsBeside(model: FlowModel, values: readonly JsonNode[], indent: string): Beside {
  const { text, root, issues } = model;
  const above = new Map<JsonNode, string[]>();
  const behind = new Map<JsonNode, string[]>();
  const rest: string[] = [];
  const sorted = [...values].sort((a, b) => a.offset - b.offset);
  const lost = (model.body?.children ?? []).filter((member) => !values.includes(member));
  const disables = new Set(lost.flatMap((member) => disablesOf(text, member).map(({ offset }) => offset)));
  for (const { code, offset, end } of issues) {
    if (code !== 'Comment' || !root || offset < root.offset || end > root.end) continue;
    if (disables.has(offset) || values.some((value) => value.offset < offset && end < value.end)) continue;
    const before = sorted.filter((value) => value.end <= offset).at(-1);
    const next = sorted.find((value) => end <= value.offset);
    const follows = before && /^,?$/.test(withoutComments(text, before.end, offset));
    const [map, value] = follows ? [behind, before] : [above, next];
    const list = value ? (map.get(value) ?? []) : rest;
    if (value) map.set(value, list);
    list.push(cut(text, offset, end, indent));
  }
  return { above, behind, rest };
}

/** What stands between two places of a line beside blanks and comments; a line break counts as something. */
function withoutComments(text: string, from: number, to: number): string {
  const between = text.slice(from, to);
  return hasLineBreak(between) ? between : between.replace(/\/\*.*?\*\/|[ \t]/g, '');
}

/** The list of a document without what is around it but comments. */
export function commentedList(
  model: FlowModel,
  list: JsonNode,
  { indent, eol }: { readonly indent: string; readonly eol: string },
): string {
  const { text, root } = model;
  const { above, behind, rest } = commentsBeside(model, [list], indent);
  const gap = hasLines(text) ? eol + indent : ' ';
  const before = (above.get(list) ?? []).map((comment) => comment + gap).join('');
  const beside = (behind.get(list) ?? []).map((comment) => ` ${comment}`).join('');
  const after = rest.map((comment) => gap + comment).join('');
  const whole = before + cut(text, list.offset, list.end, indent) + beside + after;
  // The line may go on, and a comment must not take the rest of it in.
  const end = root?.end ?? text.length;
  const goesOn = text.slice(end, lineEnd(text, end)).trim() !== '';
  return goesOn && (behind.get(list) ?? rest).concat(rest).at(-1)?.startsWith('//') ? whole + gap : whole;
}
