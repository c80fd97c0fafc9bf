/** JSON with places at which a person stops and types, as editors know them from snippets. */
export type Template =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  /** `value` stands there already; `undefined` leaves an empty text. With `choices` the editor offers them, `value` among them. */
  | {
      readonly kind: 'stop';
      readonly value: string | number | boolean | undefined;
      readonly choices?: readonly (string | boolean)[];
    }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string | Template, value: Template])[] };

/** The text of a snippet, in the syntax of the Language Server Protocol: indented with tabs, stops numbered in order of the text. */
export function snippetText(template: Template): string {
  let stops = 0;
  const write = (part: Template, indent: string): string => {
    const inner = `${indent}\t`;
    switch (part.kind) {
      case 'value':
        return escapeText(JSON.stringify(part.value));
      case 'stop':
        return writeStop(part, ++stops);
      case 'list':
        return block(
          '[',
          part.items.map((item) => inner + write(item, inner)),
          `${indent}]`,
        );
      case 'object':
        return block(
          '{',
          part.members.map(([key, value]) => {
            const name = typeof key === 'string' ? escapeText(JSON.stringify(key)) : write(key, inner);
            return `${inner}${name}: ${write(value, inner)}`;
          }),
          `${indent}}`,
        );
    }
  };
  return write(template, '');
}

function block(open: string, lines: readonly string[], close: string): string {
  return lines.length === 0 ? open + close.trimStart() : `${open}\n${lines.join(',\n')}\n${close}`;
}

function writeStop({ value, choices }: Extract<Template, { kind: 'stop' }>, number: number): string {
  const quote = typeof value === 'string' || value === undefined ? '"' : '';
  if (value === undefined) return `"$${number}"`;
  if (choices && choices.length > 1) {
    // The first one is what stands there until another is chosen.
    const sorted = [value, ...choices.filter((choice) => choice !== value)];
    return `${quote}\${${number}|${sorted.map((choice) => bare(choice).replace(/[\\,|]/g, '\\$&')).join(',')}|}${quote}`;
  }
  return `${quote}\${${number}:${escapeText(bare(value))}}${quote}`;
}

/** A value as it stands in JSON, without the quotation marks of a text. */
function bare(value: string | number | boolean | undefined): string {
  const json = JSON.stringify(value);
  return typeof value === 'string' ? json.slice(1, -1) : json;
}

const escapeText = (text: string) => text.replace(/[\\$}]/g, '\\$&');
