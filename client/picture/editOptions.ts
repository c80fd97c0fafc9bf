import {
  type ActionNode,
  type Edit,
  type Field,
  idOf,
  inSteps,
  optionAt,
  type Path,
  setOptionAt,
  stepOn,
  textOf,
} from '../../flow';
import { actionOf, type Drawn } from './drawn';
import { valueOfText } from './valueOfText';
import { withLineEnds } from './withLineEnds';

/** The edits that give an option the value of a form's control; undefined where the text is not such a value. */
export function setField(drawn: Drawn, key: string, path: Path, text: string): Edit[] | undefined {
  const action = actionOf(drawn, key);
  const known = action && optionAt(action, path);
  // What the catalog does not know is edited as JSON.
  const field = action && (fieldAt(action, path) ?? (known && json));
  const read = field && valueOfText(field, withLineEnds(text, textOf(known) ?? ''));
  if (!action || !read) return undefined;
  return setOptionAt(drawn.model, action, path, read.value);
}

const json = { kind: 'object' } as const;

/** The edits that let an option name another action, which gets an id if it has none. Undefined if the action is in another list. */
export function setFieldTarget(
  drawn: Drawn,
  key: string,
  path: Path,
  to: string,
  newId: () => string,
): Edit[] | undefined {
  const action = actionOf(drawn, key);
  const target = actionOf(drawn, to);
  if (!action || !target || target.scope !== action.scope) return undefined;
  const { id, edits } = idOf(drawn.model, target, newId);
  const put = stepOn(drawn.model, action, (now, found) => setOptionAt(now, found, path, id));
  return inSteps(drawn.model, () => edits, put);
}

/** The edits that add a part to a list or a map, with the catalog's example. Undefined if the value has no parts, or the name is taken. */
export function addPart(drawn: Drawn, key: string, path: Path, name: string | undefined): Edit[] | undefined {
  const action = actionOf(drawn, key);
  const field = action && fieldAt(action, path);
  if (!action || !field?.item) return undefined;
  const known = optionAt(action, path);
  const part = field.kind === 'array' ? (known?.children.length ?? 0) : name;
  if (part === undefined || (typeof part === 'string' && known?.children.some((node) => node.key?.name === part)))
    return undefined;
  return setOptionAt(drawn.model, action, [...path, part], exampleOf(field.item));
}

/** The edits that remove a part of a list or a map. */
export function removePart(drawn: Drawn, key: string, path: Path): Edit[] | undefined {
  const action = actionOf(drawn, key);
  return action && optionAt(action, path) ? setOptionAt(drawn.model, action, path, undefined) : undefined;
}

/** What the catalog says of the value at a path. */
function fieldAt({ definition }: ActionNode, [first, ...inner]: Path): Field | undefined {
  let field = typeof first === 'string' ? definition?.field(first) : undefined;
  for (const part of inner) field = field?.fields?.find(({ name }) => name === part) ?? field?.item;
  return field;
}

const empty = { string: '', integer: 0, number: 0, boolean: false, object: {}, array: [], map: {} } as const;

/** A first value. An object has its required members, or its first two if none is required. */
function exampleOf({ kind, example, fields, values, holds }: Field): unknown {
  if (example !== undefined) return example;
  if (fields) {
    const wanted = holds === 'address' ? fields.slice(0, 2) : fields.filter(({ required }) => required === true);
    return Object.fromEntries(wanted.map((field) => [field.name, exampleOf(field)]));
  }
  return Object.keys(values ?? {})[0] ?? empty[kind];
}
