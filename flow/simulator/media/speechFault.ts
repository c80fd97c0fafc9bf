/**
 * Why a text cannot be spoken, as a clause, or undefined when it can: within `<speak>` it has to be well-formed XML.
 *
 * Source: bin-tts-manager/pkg/ttshandler/tts.go.
 */
export function speechFault(text: string): string | undefined {
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '&') {
      const entity = /^&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/i.exec(text.slice(at, at + 12));
      if (!entity) return '`text` holds a bare "&", which has to be written "&amp;"';
      at += entity[0].length;
    } else if (character === '<') {
      const end = text.indexOf('>', at);
      const tag = end < 0 ? undefined : readTag(text.slice(at, end + 1));
      if (!tag) return '`text` holds a bare "<", which has to be written "&lt;"';
      if (tag.kind === 'open') open.push(tag.name);
      else if (tag.kind === 'close' && open.pop() !== tag.name)
        return `\`text\` closes <${tag.name}>, which is not open`;
      at = end + 1;
    } else at++;
  }
  const last = open.pop();
  return last === undefined ? undefined : `\`text\` does not close <${last}>`;
}

const tagForm = /^<(\/?)([A-Za-z_:][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>$/;

function readTag(text: string): { kind: 'open' | 'close' | 'empty'; name: string } | undefined {
  if (/^<!--|^<\?/.test(text)) return { kind: 'empty', name: '' };
  const [, slash, name, attributes, self] = tagForm.exec(text) ?? [];
  if (name === undefined || (slash && (attributes || self))) return undefined;
  return { kind: slash ? 'close' : self ? 'empty' : 'open', name };
}
