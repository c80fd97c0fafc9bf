import type * as z from 'zod';
import { explainSyntax } from '../checks/document/explainSyntax';
import type { JsonNode, Path } from '../json/node';
import { firstFault, parseJson } from '../json/parse';
import type { Place } from '../json/place';
import { readFlow } from '../model/flowModel';
import { parseGoJson, valueOfNode } from '../simulator';
import { closest } from '../text/closest';
import { describeFault } from './describeFault';
import { knownKeys } from './knownKeys';
import { nodeAt } from './nodeAt';
import { begunTestFileSchema, type TestFile, testFileSchema } from './testFile';

/** What keeps a file from being run. */
export interface TestFileFault extends Place {
  /** One or two sentences. */
  readonly message: string;
  /** Of a misspelt key, the one that is most likely meant. */
  readonly meant?: string | undefined;
}

export interface ReadTestFile {
  readonly root: JsonNode | undefined;
  /** Undefined where there are faults. */
  readonly file: TestFile | undefined;
  readonly faults: readonly TestFileFault[];
}

/** A text as a test file, whatever the text. Comments and trailing commas are passed over. */
export const readTestFile = (text: string): ReadTestFile => readAs(testFileSchema, text);

/** The same of a file that gets more cases: it may have none, and be empty. */
export const readBegunTestFile = (text: string): ReadTestFile =>
  readAs(begunTestFileSchema, text.trim() === '' ? '{ "cases": [] }' : text);

function readAs(schema: typeof begunTestFileSchema, text: string): ReadTestFile {
  const { root, issues } = parseJson(text, { allowTrailingComma: true });
  const fault = firstFault(issues);
  if (fault && text.replace(comments, '').trim() !== '') {
    const { at, message: why } = explainSyntax(readFlow(text, { jsonc: true }), fault);
    const message = `This is not valid JSON, and no case of the file runs. ${why}`;
    return { root, file: undefined, faults: [{ ...at, message }] };
  }
  if (!root) {
    const message = 'The file is empty. Write { "cases": [{ "name": "…", "expect": {} }] }.';
    return { root, file: undefined, faults: [{ offset: 0, end: text.length, message }] };
  }
  const read = schema.safeParse(parseGoJson(text) ?? valueOfNode(root), { reportInput: true });
  if (read.success) return { root, file: read.data, faults: [] };
  const faults = read.error.issues.flatMap((issue) => faultsOf(root, issue));
  return { root, file: undefined, faults: faults.sort((a, b) => a.offset - b.offset) };
}

/** What of a text stands in no value; a string with such signs in it leaves some of itself. */
const comments = /\/\*[\s\S]*?\*\/|\/\/.*/g;

function faultsOf(root: JsonNode, issue: z.core.$ZodIssue): TestFileFault[] {
  const node = nodeAt(root, issue.path as Path) ?? root;
  const all = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
  return all.map((entry) => {
    const key =
      entry.code === 'unrecognized_keys'
        ? node.children.find((child) => child.key?.name === entry.keys[0])?.key
        : undefined;
    const { offset, end } = key ?? shownPart(node);
    const meant = key && closest(key.name, knownKeys(issue.path));
    return { offset, end, message: describeFault(entry, knownKeys), ...(meant === undefined ? {} : { meant }) };
  });
}

/** Of what is missing in an object, the key of the object says enough. */
function shownPart(node: JsonNode): Place {
  if (node.type !== 'object') return node;
  return node.key ?? { offset: node.offset, end: node.offset + 1 };
}
