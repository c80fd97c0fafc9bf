import type { Check } from '../check';
import { listMistakes } from './listMistakes';

export const jsonSyntax: Check = {
  code: 'json-syntax',
  group: 'document',
  severity: 'error',
  title: 'Text that is not JSON',
  doc: `The API reads strict JSON and refuses everything else with 400 \`INVALID_JSON_BODY\`, for example:

- a missing comma, or a comma before a closing bracket;
- single quotes or a comment;
- a byte order mark at the start of the file;
- a \`...\` left from an example;
- an empty file.

Comments and commas before a closing bracket are fine in \`*.flow.jsonc\`: the extension removes them before it sends a flow. In \`*.flow.json\` they are errors, because such a file may be sent as it is.

Bytes that are not UTF-8 are errors too: the API does not refuse them. It puts \`\ufffd\` in their place, and the caller hears it.

The readable rest of the file is still checked. Only the mistake itself is reported, not its consequences: correct it and look again. A quick fix is offered where there is only one correction.

Source: \`bin-api-manager/server\` binds request bodies with Go's \`encoding/json\`.`,
  check(model, report) {
    for (const mistake of listMistakes(model)) report(mistake);
  },
  fixes: 'sure',
  fixAll: 'Make the whole file strict JSON',
};
