import type { Edit } from '../../edit/edit';
import { lineStart, skipSpacesBack } from '../../json/lineAround';
import { disableFile, disableNextLine } from '../../model/disableComment';
import type { FlowModel } from '../../model/flowModel';
import { closest } from '../../text/closest';
import { quote } from '../../text/quote';
import type { Check, Fix, Problem } from '../check';
import type { SilencedCode, Suppression } from './suppression';
import { listSuppressions } from './suppressions';

export const suppressUnused: Check = {
  code: 'suppress-unused',
  group: 'document',
  severity: 'information',
  title: 'A comment that turns off nothing',
  doc: `In \`*.flow.jsonc\` a comment can turn off a check, with the reason after two dashes:

\`\`\`jsonc
// ${disableNextLine} unknown-variable -- the CRM sets it
{ "type": "talk", "option": { "text": "Hello \${crm.first_name}.", "language": "en-US" } }
\`\`\`

\`// ${disableNextLine} CODE\` is for findings that begin in the next line, \`// ${disableFile} CODE\` anywhere for the whole file. Separate several codes with commas or spaces. A comment for the next line goes with the action or option there when a fix or refactoring removes or moves it. \`json-syntax\` cannot be turned off.

This check reports a comment without effect: its code is misspelled or missing, or there is no such finding. The comment would hide a later mistake. Codes that \`voipbin.checks\` turns off are not reported. The quick fix removes the code or the comment.`,
  tags: ['unnecessary'],
  last: true,
  check(model, report, { suppressed, codes }) {
    for (const suppression of listSuppressions(model)) {
      if (suppression.codes.length > 0) continue;
      report({
        at: suppression,
        message: `This comment names no check, so it has no effect. Write the code of the check after \`${suppression.keyword}\`.`,
        fixes: () => [removal(model, suppression)],
      });
    }
    for (const { suppression, silenced } of suppressed ?? []) {
      const { code } = silenced;
      if (!codes?.has(code)) report(unknown(model, suppression, silenced, codes));
      else if (code === 'json-syntax')
        report(
          problem(
            model,
            suppression,
            silenced,
            '`json-syntax` cannot be turned off: VoIPbin refuses such a text. Remove the code.',
          ),
        );
      else
        report(
          problem(
            model,
            suppression,
            silenced,
            `\`${code}\` is not found ${suppression.keyword === disableFile ? 'in this file' : 'in the next line'}, so this has no effect. Remove it.`,
          ),
        );
    }
  },
  fixes: 'sure',
  fixAll: 'Remove all comments that turn off nothing',
};

function problem(model: FlowModel, suppression: Suppression, silenced: SilencedCode, message: string): Problem {
  const { offset, end } = silenced;
  return {
    at: { offset, end },
    message,
    fixes: () => [{ ...removal(model, suppression, silenced), preferred: true }],
  };
}

function unknown(
  model: FlowModel,
  suppression: Suppression,
  silenced: SilencedCode,
  codes: ReadonlySet<string> = new Set(),
): Problem {
  const { code, offset, end } = silenced;
  const near = closest(code, codes);
  const meant: Fix[] =
    near === undefined
      ? []
      : [{ title: `Change to \`${near}\``, edits: [{ offset, end, text: near }], preferred: true }];
  return {
    at: { offset, end },
    message: `${quote(code)} is not the code of a check, so this has no effect. ${near === undefined ? 'Remove it.' : `Did you mean \`${near}\`?`}`,
    fixes: () => [...meant, removal(model, suppression, silenced)],
  };
}

/** Takes a code out, and the comment with it where it has no other. */
function removal({ text }: FlowModel, { offset, end, codes }: Suppression, silenced?: SilencedCode): Fix {
  const index = silenced ? codes.indexOf(silenced) : -1;
  if (silenced && codes.length > 1) {
    const before = codes[index - 1];
    const after = codes[index + 1];
    const edit: Edit = before
      ? { offset: before.end, end: silenced.end, text: '' }
      : { offset: silenced.offset, end: after?.offset ?? silenced.end, text: '' };
    return { title: `Remove \`${silenced.code}\``, edits: [edit] };
  }
  return { title: 'Remove the comment', edits: [removeComment(text, offset, end)] };
}

/** A comment goes with the blanks before it, and with its line where it has its own set. */
function removeComment(text: string, offset: number, end: number): Edit {
  const start = skipSpacesBack(text, offset);
  const alone = start === lineStart(text, start);
  const rest = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(end))?.[0];
  if (rest === undefined) return { offset, end, text: '' };
  return alone ? { offset: start, end: end + rest.length, text: '' } : { offset: start, end, text: '' };
}
