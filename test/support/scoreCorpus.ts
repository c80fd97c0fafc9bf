import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../flow/checks/check';
import { checkFlow } from '../../flow/checks/checkFlow';
import type { JsonNode } from '../../flow/json/node';
import { readFlow } from '../../flow/model/flowModel';

/** Where real flow documents with hand-judged findings lie, beside the repository. */
const corpus = join(__dirname, '../../../shared/corpus');

/** One document and what was judged of it. */
interface Judged {
  readonly file: string;
  /** `R`: written by the server, its actions are not judged. */
  readonly flags?: string;
  readonly scored?: boolean;
  readonly expected: readonly Expected[];
}

interface Expected {
  readonly rule: string;
  /** JSON pointer to the value; "" for the whole document. */
  readonly pointer: string;
  readonly optional?: boolean;
}

export interface CorpusScore {
  readonly documents: number;
  readonly mandatory: number;
  /** Mandatory findings that are not reported. */
  readonly missed: readonly string[];
  /** Findings at warning or error, of codes that were judged. */
  readonly loud: number;
  /** Those of them that nobody expected. */
  readonly unexpected: readonly string[];
  /** Findings at warning or error, of any code, in documents where a person found nothing. */
  readonly falseAlarms: readonly string[];
}

/** What the checks find in the corpus, against what a person found; undefined where there is no corpus. */
export function scoreCorpus(): CorpusScore | undefined {
  const list = join(corpus, 'expected.json');
  if (!existsSync(list)) return undefined;
  const all = JSON.parse(readFileSync(list, 'utf8')) as Judged[];
  const documents = all.filter((judged) => judged.scored !== false && !judged.flags?.includes('R'));
  const codes = new Set(documents.flatMap((document) => document.expected.map((expected) => expected.rule)));
  const missed: string[] = [];
  const unexpected: string[] = [];
  const falseAlarms: string[] = [];
  let mandatory = 0;
  let loud = 0;
  for (const { file, expected } of documents) {
    const model = readFlow(readFileSync(join(corpus, 'files', file), 'utf8'));
    const all = checkFlow(model);
    if (expected.length === 0) falseAlarms.push(...all.filter(isLoud).map(({ code }) => `${file}: ${code}`));
    const findings = all.filter((finding) => codes.has(finding.code));
    const explained = new Set<Finding>();
    for (const item of expected) {
      const place = placeAt(model.root, item.pointer, model.text.length);
      const found = findings.filter((finding) => agrees(finding, item, place));
      for (const finding of found) explained.add(finding);
      if (item.optional) continue;
      mandatory++;
      if (found.length === 0) missed.push(`${file}: ${item.rule} at ${item.pointer || 'the document'}`);
    }
    for (const finding of findings) {
      if (!isLoud(finding)) continue;
      // A document that is not JSON was judged as such once, however many errors that takes to say.
      if (finding.code === 'json-syntax') continue;
      loud++;
      if (!explained.has(finding)) unexpected.push(`${file}: ${finding.code}, ${finding.message}`);
    }
  }
  return { documents: documents.length, mandatory, missed, loud, unexpected, falseAlarms };
}

const isLoud = ({ severity }: Finding) => severity === 'error' || severity === 'warning';

function agrees(finding: Finding, { rule, pointer }: Expected, place: { offset: number; end: number }): boolean {
  // A text that is not a UUID and equals no id was judged as dangling; both codes are true of it.
  const same = finding.code === rule || (rule === 'target-dangling' && finding.code === 'target-not-uuid');
  if (!same) return false;
  return rule === 'json-syntax' || pointer === '' || (finding.offset >= place.offset && finding.end <= place.end);
}

/** The value at a pointer with its key, or the nearest ancestor that is there. */
function placeAt(root: JsonNode | undefined, pointer: string, length: number): { offset: number; end: number } {
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = node?.children.find((child) => (child.key ? child.key.name === name : String(child.index) === name));
    if (!next) break;
    node = next;
  }
  return node ? { offset: node.key?.offset ?? node.offset, end: node.end } : { offset: 0, end: length };
}
