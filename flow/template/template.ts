/** A piece of JSON to insert, with places that its author fills in. */
export type Template = Raw | Stop | Members | Items | Behind;

/** JSON as it stands. */
interface Raw {
  readonly kind: 'raw';
  readonly json: string;
}

/** A place to fill in. `text` stands there until then; where there are `choices`, one of them is picked. */
interface Stop {
  readonly kind: 'stop';
  readonly quoted: boolean;
  readonly text: string;
  readonly choices: readonly string[];
  /** Suggestions are worth more here than any text. */
  readonly suggests: boolean;
}

interface Members {
  readonly kind: 'members';
  readonly members: readonly (readonly [name: string, value: Template])[];
  /** Without braces around: the members join those of an object that is there already. */
  readonly bare: boolean;
}

interface Items {
  readonly kind: 'items';
  readonly items: readonly Template[];
  /** Where it is empty, the brackets stand apart and the author goes on between them. */
  readonly open: boolean;
}

/** A value, and members that follow in the object around it. */
interface Behind {
  readonly kind: 'behind';
  readonly value: Template;
  readonly members: Members['members'];
}

export const rawTemplate = (value: unknown): Template => ({ kind: 'raw', json: JSON.stringify(value) });
/** A text to fill in. */
export const textStop = (text = '', choices: readonly string[] = []): Template => ({
  kind: 'stop',
  quoted: true,
  text,
  choices,
  suggests: false,
});
/** A text that is best picked from the suggestions for it. */
export const suggestedStop = (text = ''): Template => ({
  kind: 'stop',
  quoted: true,
  text,
  choices: [],
  suggests: true,
});
/** A number or boolean to fill in. */
export const bareStop = (value: unknown, choices: readonly string[] = []): Template => ({
  kind: 'stop',
  quoted: false,
  text: String(value),
  choices,
  suggests: false,
});
export const objectTemplate = (members: Members['members']): Template => ({ kind: 'members', members, bare: false });
export const membersOnly = (members: Members['members']): Template => ({ kind: 'members', members, bare: true });
export const valueAndMembers = (value: Template, members: Members['members']): Template => ({
  kind: 'behind',
  value,
  members,
});
export const listTemplate = (items: readonly Template[]): Template => ({ kind: 'items', items, open: false });
/** An empty list with the cursor in it. */
export const openListTemplate: Template = { kind: 'items', items: [], open: true };

/** Whether there is a place to fill in. */
export function hasStops(template: Template): boolean {
  return firstStop(template) !== undefined;
}

/** Whether the author continues with suggestions at the first place to fill in. */
export function beginsWithSuggestions(template: Template): boolean {
  const first = firstStop(template);
  return first !== undefined && (first.kind === 'items' || first.suggests);
}

function firstStop(template: Template): Stop | Items | undefined {
  if (template.kind === 'raw') return undefined;
  if (template.kind === 'stop') return template;
  if (template.kind === 'items' && template.items.length === 0) return template.open ? template : undefined;
  const parts =
    template.kind === 'items'
      ? template.items
      : [...(template.kind === 'behind' ? [template.value] : []), ...template.members.map(([, value]) => value)];
  for (const part of parts) {
    const stop = firstStop(part);
    if (stop) return stop;
  }
  return undefined;
}

export interface TemplateLayout {
  /** One level of indentation. */
  readonly unit: string;
  /** Everything on one line. */
  readonly inline: boolean;
  /** Tab stops in the notation of snippets; without, plain JSON. */
  readonly snippets: boolean;
}

/** The text of a template. Lines after the first are indented relative to the line where it is inserted and end in `\n`. */
export function renderTemplate(template: Template, layout: TemplateLayout): string {
  let stops = 0;
  const literal = (text: string) => (layout.snippets ? escapeSnippet(text) : text);
  const stop = (text: string, choices: readonly string[]) => {
    if (!layout.snippets) return choices[0] ?? text;
    stops++;
    if (choices.length > 1) return `\${${stops}|${choices.map(escapeChoice).join(',')}|}`;
    const shown = choices[0] ?? text;
    return shown === '' ? `$${stops}` : `\${${stops}:${escapeSnippet(shown)}}`;
  };
  const render = (part: Template, indent: string): string => {
    if (part.kind === 'raw') return literal(part.json);
    if (part.kind === 'stop') {
      if (!part.quoted) return stop(part.text, part.choices);
      return `"${stop(textContentOf(part.text), part.choices.map(textContentOf))}"`;
    }
    if (part.kind === 'items' && part.items.length === 0 && part.open) {
      const inner = stop('', []);
      return layout.inline ? `[${inner}]` : `[\n${indent}${layout.unit}${inner}\n${indent}]`;
    }
    if (part.kind === 'behind') {
      const members = render(membersOnly(part.members), indent);
      return `${render(part.value, indent)},${layout.inline ? ' ' : `\n${indent}`}${members}`;
    }
    const bare = part.kind === 'members' && part.bare;
    const inner = bare ? indent : indent + layout.unit;
    const parts =
      part.kind === 'items'
        ? part.items.map((item) => render(item, inner))
        : part.members.map(([name, value]) => `${literal(JSON.stringify(name))}: ${render(value, inner)}`);
    if (bare) return parts.join(layout.inline ? ', ' : `,\n${inner}`);
    const [open, close] = part.kind === 'items' ? '[]' : '{}';
    if (parts.length === 0) return `${open}${close}`;
    if (!layout.inline) return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
    return part.kind === 'items' ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  };
  return render(template, '');
}

/** A text as it stands between the quotes of a JSON string. */
export function textContentOf(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** A text in which nothing is taken for the notation of snippets. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|$}]/g, '\\$&');
}
