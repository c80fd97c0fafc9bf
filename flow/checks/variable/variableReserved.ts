import { remove, renameKey } from '../../edit/edit';
import { type JsonKey, type JsonNode, member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { injectedName } from '../../model/variables';
import type { Check, Fix } from '../check';

export const variableReserved: Check = {
  code: 'variable-reserved',
  group: 'variable',
  severity: 'warning',
  title: 'A variable of the request that VoIPbin drops',
  doc: `\`variables\` in the body of a request give the flow your own variables. VoIPbin drops an empty name and a name that begins with \`voipbin.\` in upper or lower case. The request succeeds, but the flow never sees the value.

Choose another name and use it in the flow. The quick fixes remove the prefix or the variable. Inside the flow \`variable_set\` can set VoIPbin's names.

Source: \`bin-flow-manager/pkg/activeflowhandler/variable.go:89-147\`.`,
  fields: ({ holds }) => holds === 'variables',
  check(model, report, _context, { options }) {
    for (const { node, action } of options) {
      if (action || node.type !== 'object') continue;
      for (const child of node.children) {
        const { key } = child;
        if (!key || child.type === 'missing' || injectedName(child) !== undefined) continue;
        report({
          at: child,
          onKey: true,
          message: describeReserved(key.name),
          fixes: () => listFixes(model, child, key),
        });
      }
    }
  },
  fixes: 'unsure',
};

function listFixes(model: FlowModel, node: JsonNode, { name }: JsonKey): Fix[] {
  const removal = { title: name.trim() === '' ? 'Remove it' : `Remove \`${name}\``, edits: remove(model, node) };
  const bare = bareName(node);
  return bare === undefined ? [removal] : [{ title: `Rename to \`${bare}\``, edits: renameKey(node, bare) }, removal];
}

function describeReserved(name: string): string {
  return name.trim() === ''
    ? 'A variable needs a name. VoIPbin drops this one. Give it a name, or remove it.'
    : `VoIPbin drops \`${name}\`: names that begin with \`voipbin.\` are its own. Choose another name.`;
}

/** The name without the prefix, where it is still one and not taken. */
function bareName({ key, parent }: JsonNode): string | undefined {
  const bare = key?.name.trim().replace(/^(?:voipbin\.)+/i, '') ?? '';
  return bare === '' || member(parent, bare) ? undefined : bare;
}
