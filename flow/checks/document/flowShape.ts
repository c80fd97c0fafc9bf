import { type Edit, renameKey } from '../../edit/edit';
import { type JsonNode, member } from '../../json/node';
import { firstFault } from '../../json/parse';
import { closest } from '../../text/closest';
import type { Check, Problem } from '../check';

/** Of a list of a million numbers the first few say enough. */
const maxStrays = 20;

export const flowShape: Check = {
  code: 'flow-shape',
  group: 'document',
  severity: 'error',
  title: 'A document that is not a flow',
  doc: `A flow is one of these:

- a list of actions: \`[ { "type": "answer" }, … ]\`
- an object with \`actions\`, alone or with \`name\`, \`detail\` and \`on_complete_flow_id\`: the body of \`POST /flows\`
- the body of \`POST /calls\`, \`/groupcalls\`, \`/providercalls\`, \`/campaigns\` or \`/activeflows\`
- a single action

The check reports any other document, \`actions\` that is not an array, and an entry of the array that is not an object. The API refuses the whole request for each of these. Documents that VoIPbin wrote, such as a stored flow with \`tm_create\`, are recognised and not reported.

Source: \`bin-api-manager/server/flows.go\`, \`calls.go\`, \`activeflows.go\`.`,
  check(model, report) {
    const { root, shape, body, scopes } = model;
    if (shape === 'unknown') {
      // While the JSON is broken its keys are anybody's guess.
      if (root && !firstFault(model.issues)) report(judgeUnknown(root));
      return;
    }
    const actions = member(body, 'actions');
    if (actions && actions.type !== 'array' && actions.type !== 'null') {
      report({
        at: actions,
        message: `\`actions\` is an array of actions, not ${describeType(actions)}. The API refuses the request. ${isAction(actions) ? 'Put `[` and `]` around the action.' : 'Write `[ … ]` there.'}`,
        fixes: () =>
          isAction(actions) ? [{ title: 'Put `[ ]` around the action', edits: wrap(actions), preferred: true }] : [],
      });
    }
    for (const scope of scopes) {
      for (const stray of scope.strays.slice(0, maxStrays)) {
        report({
          at: stray,
          message: `An action is an object with a \`type\`, not ${describeType(stray)}. The API refuses the request. Write \`{ "type": … }\` there, or remove it.`,
        });
      }
    }
  },
  fixes: 'sure',
};

function judgeUnknown(root: JsonNode): Problem {
  if (root.type !== 'object')
    return {
      at: root,
      message: `A flow is an array of actions or an object with \`actions\`, not ${describeType(root)}.`,
    };
  const meant = findActions(root);
  const advice = meant
    ? `Did you mean \`actions\` instead of \`${meant.key?.name}\`?`
    : 'Write an array of actions, an object with `actions`, or the body of a request such as `POST /calls`.';
  return {
    at: root,
    message: `This is not a flow: it has no \`actions\`. ${advice}`,
    fixes: () => (meant ? [{ title: 'Rename to `actions`', edits: renameKey(meant, 'actions') }] : []),
  };
}

/** What has another name and looks like the list of actions. */
function findActions(root: JsonNode): JsonNode | undefined {
  const lists = root.children.filter((child) => child.type === 'array');
  return (
    lists.find((list) => list.key && closest(list.key.name, ['actions']) !== undefined) ??
    lists.find((list) => list.children.length > 0 && list.children.every(isAction))
  );
}

const isAction = (node: JsonNode) => member(node, 'type')?.type === 'string';

const wrap = (node: JsonNode): Edit[] => [
  { offset: node.offset, end: node.offset, text: '[' },
  { offset: node.end, end: node.end, text: ']' },
];

function describeType({ type }: JsonNode): string {
  return names[type];
}

const names: Readonly<Record<JsonNode['type'], string>> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: '`true` or `false`',
  null: '`null`',
  missing: 'nothing',
};
