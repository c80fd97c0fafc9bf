import type { SyntaxIssue } from '../../json/parse';
import type { FlowModel } from '../../model/flowModel';
import type { Check } from '../check';
import { explainSyntax, type SyntaxMistake } from './explainSyntax';

export const jsonSyntax: Check = {
  code: 'json-syntax',
  severity: 'error',
  title: 'Text that is not JSON',
  doc: `The API reads strict JSON and refuses everything else with 400 \`INVALID_JSON_BODY\`: a missing comma, a comma before a closing bracket, single quotes, a comment, a byte order mark at the start of the file, a \`...\` left from an example, an empty file.

Comments and commas before a closing bracket are fine in files named \`*.flow.jsonc\`: VoIPbin Flow takes them out before a flow is sent. In \`*.flow.json\` they are errors, because such a file may be sent as it is.

Bytes that are not UTF-8 are errors too: the API does not refuse them. It puts \`\ufffd\` in their place, and the caller hears it.

What can be read around the mistake is still checked. Of a mistake and its consequences only the mistake is reported, so mend it and look again. The quick fixes remove, add or replace what is wrong where there is one way to do it.

Source: \`bin-api-manager/server\` binds request bodies with Go's \`encoding/json\`.`,
  *check(model) {
    for (const issue of model.issues) {
      if (!isMistake(model, issue)) continue;
      const { at, message, related } = explain(model, issue);
      yield { at, message, ...(related ? { related } : {}) };
    }
  },
  fixes(model, problem) {
    const { offset, end } = problem.at;
    for (const issue of model.issues) {
      if (!isMistake(model, issue)) continue;
      const { at, message, fixes } = explain(model, issue);
      if (at.offset === offset && at.end === end && message === problem.message) return fixes ?? [];
    }
    return [];
  },
  fixAll: 'Make the whole file strict JSON',
};

function isMistake(model: FlowModel, { code }: SyntaxIssue): boolean {
  return code !== 'Comment' || !model.jsonc;
}

function explain(model: FlowModel, issue: SyntaxIssue): SyntaxMistake {
  const { code, offset, end } = issue;
  if (code === 'NotUtf8') {
    const message =
      'This byte is not UTF-8. VoIPbin puts a `\ufffd` in its place, and the caller hears it. Save the file as UTF-8.';
    return { at: { offset, end }, message };
  }
  // Nothing is written yet, or comments only.
  if (code === 'ValueExpected' && !model.root && offset >= model.text.length) {
    const message = 'The file is empty. The API refuses it. Write a flow, for example `{ "actions": [] }`.';
    return { at: { offset, end }, message };
  }
  return explainSyntax(model, issue);
}
