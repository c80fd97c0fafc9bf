import { findShape } from '../../catalog/documents';
import type { Field } from '../../catalog/field';
import { alwaysFits } from '../../graph/alwaysFits';
import { hasKey, type JsonNode, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { isBroken } from '../../model/isBroken';
import { listOptions } from '../../model/listOptions';
import { nilUuid } from '../../model/uuid';
import { hasVariable } from '../../model/variableUses';
import { putOption } from '../../refactor/setOption';
import type { Check, Fix, Problem } from '../check';
import { isJumpCount } from '../reference/gotoNeverJumps';
import { type NeededField, neededFields } from './neededFields';
import { isMisplaced, type OptionPlace, optionPlace } from './optionPlace';
import { sampleValue } from './sampleValue';

export const optionRequired: Check = {
  code: 'option-required',
  group: 'option',
  severity: 'error',
  title: 'A required option is missing',
  doc: `A required option is missing, empty or \`null\`. The severity depends on what VoIPbin does then:

- **error**: the flow stops, a service crashes, the API refuses the request, or a condition is never true;
- **warning**: the action is skipped or does nothing. The caller hears silence where a \`talk\` has no \`language\`, and VoIPbin does not report it;
- **information**: VoIPbin uses a surprising default.

Add the option. The quick fix adds a first value; for a language it takes the one that the rest of the file uses.

VoIPbin checks none of this when it saves a flow (\`bin-flow-manager/pkg/actionhandler/action.go\` \`ValidateActions\`); point at the option to see what happens without it.`,
  check(model, report) {
    for (const [type, actions] of model.actionsByType) {
      const needed = neededFields(actions[0]?.definition?.fields ?? []);
      if (needed.length === 0) continue;
      for (const action of actions.filter((action) => lacksAny(action, needed))) {
        const place = optionPlace(model, action);
        if (place) for (const problem of listMissing(model, place, needed, ` of \`${type}\``, action)) report(problem);
      }
    }
    for (const { field, node } of listOptions(
      model,
      (field) => field.fields !== undefined && field.holds === undefined,
    )) {
      if (node.type !== 'object' || isBroken(model, node)) continue;
      for (const problem of listMissing(model, { object: node, at: node }, neededFields(field.fields ?? [])))
        report(problem);
    }
    const { body } = model;
    if (body && !isBroken(model, body))
      for (const problem of listMissing(model, { object: body, at: body }, neededFields(findShape(model.shape).fields)))
        report(problem);
  },
  fixes: 'unsure',
  fixAll: 'Add all missing options',
};

/** Whether a closer look is worth while: most actions have all that they need. */
function lacksAny({ option }: ActionNode, needed: readonly NeededField[]): boolean {
  for (const { field } of needed) {
    const node = member(option, field.name);
    if (!node || node.type === 'null' || (node.type === 'array' && node.children.length === 0)) return true;
    if (node.value === '' || node.value === nilUuid) return true;
  }
  return false;
}

const none: readonly Problem[] = [];

function listMissing(
  model: FlowModel,
  place: OptionPlace,
  needed: readonly NeededField[],
  owner = '',
  action?: ActionNode,
): readonly Problem[] {
  const { object, at } = place;
  let problems: Problem[] | undefined;
  for (const { field, severity, unless } of needed) {
    const node = member(object, field.name);
    const lack = node ? lackOf(model, field, node) : hasKey(object, field.name) ? undefined : 'missing';
    if (lack === undefined || (unless !== undefined && member(object, unless))) continue;
    if (isJumpCount(action, field) || (action && !node && isMisplaced(action, field.name))) continue;
    if (field.name === 'default_target_id' && action && alwaysFits(model, action)) continue;
    problems ??= [];
    problems.push({
      at: node ?? at,
      missing: field.name,
      severity,
      message: describe(field, owner, lack),
      fixes: () => giveSample(model, place, field, object ?? action?.node, action),
    });
  }
  return problems ?? none;
}

function describe(field: Field, owner: string, lack: string): string {
  const parts = [`\`${field.name}\`${owner} is ${lack}.`];
  if (field.whenMissing) parts.push(field.whenMissing.doc);
  const verb = lack === 'missing' ? 'Add it' : 'Give it a value';
  parts.push(isTelling(field) ? `${verb}, for example ${JSON.stringify(field.example)}.` : `${verb}.`);
  return parts.join(' ');
}

/** A sample of free text tells nothing; one of a number or of a language does. */
function isTelling({ example, format, values, kind }: Field): boolean {
  if (example === undefined || typeof example === 'object') return false;
  return (
    kind !== 'string' || values !== undefined || (format !== undefined && format !== 'speech' && format !== 'uuid')
  );
}

/** What is the matter with a value that the engine takes for an absent one. */
function lackOf(model: FlowModel, field: Field, node: JsonNode): string | undefined {
  if (node.type === 'null') return '`null`, which counts as missing';
  if (field.required === undefined) return undefined;
  if (node.type === 'array') {
    return field.kind === 'array' && node.children.length === 0 && !isBroken(model, node) ? 'empty' : undefined;
  }
  if (node.type !== 'string' || field.kind !== 'string') return undefined;
  // An empty string that should be an id is no missing id: it cannot be read at all.
  if (field.format === 'uuid') return node.value === nilUuid ? 'the empty id, which counts as missing' : undefined;
  return node.value === '' && field.format !== 'action-id' ? 'empty' : undefined;
}

/** A value to start from, which the options around suggest. */
function giveSample(
  model: FlowModel,
  place: OptionPlace,
  field: Field,
  around: JsonNode | undefined,
  action: ActionNode | undefined,
): Fix[] {
  const { name } = field;
  const value = sampleValue(model, field, around);
  if (value === undefined) return [];
  // The flow around would replace a variable in it before the new call exists.
  if (action?.scope.owner && hasVariable(JSON.stringify(value))) return [];
  const title = member(place.object, name) ? `Put ${JSON.stringify(value)} there` : `Add \`${name}\``;
  return [{ title, edits: putOption(model, place, name, value) }];
}
