import type { Edit } from '../../edit/edit';
import { formatOf, indentAt } from '../../edit/textFormat';
import { lineStart } from '../../json/lineAround';
import { listComments } from '../../json/listComments';
import { disableFile, disableNextLine } from '../../model/disableComment';
import type { FlowModel } from '../../model/flowModel';
import type { Finding, Fix } from '../check';
import type { Suppression } from './suppression';
import { listSuppressions } from './suppressions';

/** The comments that would silence a finding: in its line, and in the file. None where the document cannot have comments. */
export function silenceFixes(model: FlowModel, { code, offset }: Finding): Fix[] {
  if (!model.jsonc || code === 'json-syntax' || code === 'suppress-unused') return [];
  const top = model.text.startsWith(byteOrderMark) ? 1 : 0;
  const start = Math.max(top, lineStart(model.text, offset));
  const line = commentAt(
    model,
    start,
    disableNextLine,
    code,
    ({ silences }) => silences.offset >= start && silences.offset <= offset,
  );
  const file = commentAt(model, top, disableFile, code, () => true);
  return [
    ...(line ? [{ title: `Turn off \`${code}\` for this line`, edits: line }] : []),
    ...(file ? [{ title: `Turn off \`${code}\` for this file`, edits: file }] : []),
  ];
}

/** Some editors begin a file with it, and nothing can stand before it. */
const byteOrderMark = '\uFEFF';

/** Adds the code to a comment that is there, or a comment before the line. */
function commentAt(
  model: FlowModel,
  start: number,
  keyword: Suppression['keyword'],
  code: string,
  fits: (suppression: Suppression) => boolean,
): Edit[] | undefined {
  const { text } = model;
  const known = listSuppressions(model).find(
    (suppression) => suppression.keyword === keyword && suppression.codes.length > 0 && fits(suppression),
  );
  const last = known?.codes.at(-1);
  if (last) return [{ offset: last.end, end: last.end, text: `, ${code}` }];
  // Within a comment of several lines it would be read as part of it.
  if (listComments(text).some(({ offset, end }) => offset < start && start < end)) return undefined;
  const indent = indentAt(text, start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0));
  return [{ offset: start, end: start, text: `${indent}// ${keyword} ${code}${formatOf(text).eol}` }];
}
