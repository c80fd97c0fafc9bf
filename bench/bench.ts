/** Compares reading and checking flows with what a user would have without us. Prints medians in ms and the ratios that are our goals. */

import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { parseTree } from 'jsonc-parser';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { checkFlow } from '../flow/checks/checkFlow';
import { deriveJsonSchema } from '../flow/derive/jsonSchema';
import { readFlow } from '../flow/model/flowModel';
import { completion } from '../server/features/completion';
import { hover } from '../server/features/hover';
import { benchCli } from './cliBench';
import { benchDebug } from './debugBench';
import { benchExplore, exploreManyStates } from './exploreBench';
import { benchFixes } from './fixBench';
import { flowOfSize } from './flowOfSize';
import { benchGrowth } from './growthBench';
import { benchPicture } from './pictureBench';
import { benchRequests, read } from './requestsBench';
import { benchSandbox } from './sandboxBench';
import { sideBySide } from './sideBySide';
import { benchSimulator } from './simulatorBench';
import { benchTestCommand, benchTests } from './testsBench';

/** The bundle of the command line. */
const [cli] = process.argv.slice(2).filter((arg) => arg.endsWith('.js'));
const quick = process.argv.includes('--quick');
const sizes = quick ? [100] : [100, 1000, 10000];
const roundsOf = (size: number) => (quick ? 5 : size >= 10000 ? 15 : 40);

function jsonService(schema: unknown) {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    allowComments: false,
    schemas: [{ uri: 'voipbin://flow', fileMatch: ['*'], schema: schema as JSONSchema }],
  });
  let version = 0;
  return {
    validate(text: string) {
      const document = TextDocument.create('file:///bench.flow.json', 'json', ++version, text);
      return service.doValidation(document, service.parseJSONDocument(document));
    },
    complete(text: string, offset: number) {
      const document = TextDocument.create('file:///bench.flow.json', 'json', ++version, text);
      return service.doComplete(document, document.positionAt(offset), service.parseJSONDocument(document));
    },
  };
}

const ifThen = jsonService(deriveJsonSchema());
const oneOf = jsonService(deriveJsonSchema({ variant: 'oneOf' }));

async function measure(size: number): Promise<void> {
  const text = flowOfSize(size);
  const middle = text.indexOf('"type"', Math.floor(text.length / 2)) + 10;
  const open = () => read('file:///bench.flow.json', text);
  const context = { snippets: true, newId: randomUUID };
  const times = await sideBySide(
    {
      'bare tree parse (jsonc-parser)': () => parseTree(text),
      'our model': () => readFlow(text),
      'our model + all checks': () => checkFlow(readFlow(text)),
      'JSON service, validation, if/then schema': () => ifThen.validate(text),
      'JSON service, validation, oneOf schema': () => oneOf.validate(text),
      'JSON service, completion after an edit': () => ifThen.complete(text, middle),
      'our completion after an edit': () => completion(middle, { ...context, document: open() }),
      'our hover after an edit': () => hover(open(), middle),
    },
    roundsOf(size),
  );
  print(size, times);
}

const shown = (time: number) => (Number.isNaN(time) ? 'fails' : time.toFixed(2));
const fastest = (...times: number[]) => Math.min(...times.filter((time) => !Number.isNaN(time)));

function print(size: number, times: Readonly<Record<string, number>>): void {
  console.log(`${`${size} actions`.padEnd(44)}${'median ms'.padStart(12)}`);
  for (const [name, time] of Object.entries(times)) console.log(`${name.padEnd(44)}${shown(time).padStart(12)}`);
  const time = (name: string) => times[name] ?? 0;
  const ours = time('our model + all checks');
  const service = fastest(
    time('JSON service, validation, if/then schema'),
    time('JSON service, validation, oneOf schema'),
  );
  const parse = time('bare tree parse (jsonc-parser)');
  console.log(`model + all checks take ${(ours / parse).toFixed(2)} × the bare tree parse`);
  console.log(`the JSON service takes ${(service / ours).toFixed(1)} × as long as we\n`);
}

/** One large flow against as many actions in ten small ones: equal times mean that the work grows as the flow does. */
async function measureGrowth(): Promise<void> {
  const small = flowOfSize(1000);
  const large = flowOfSize(10000);
  const check = (text: string) => checkFlow(readFlow(text));
  const times = await sideBySide(
    { ten: () => Array.from({ length: 10 }, () => check(small)).length, large: () => check(large) },
    20,
  );
  const growth = (10 * (times.large ?? 0)) / (times.ten ?? 1);
  console.log(`model + all checks: 10 × the actions take ${growth.toFixed(1)} × the time\n`);
}

/** Test files and the debugger. */
async function benchAllTests(): Promise<void> {
  await benchTests(quick ? 20 : 1000, quick ? 2 : 15);
  if (cli !== undefined) await benchTestCommand(cli, quick ? 20 : 1000, quick ? 1 : 7);
  console.log('');
  await benchDebug(quick ? 2 : 15);
}

async function main(): Promise<void> {
  if (process.argv.includes('--states')) return exploreManyStates();
  if (process.argv.includes('--explore')) return benchExplore(3);
  if (process.argv.includes('--picture') && cli !== undefined) return benchPicture(5, dirname(cli));
  if (process.argv.includes('--tests')) return benchAllTests();
  // Before the JSON service fills the heap: what it leaves behind is cleared away at the cost of the next task.
  if (!quick) await measureGrowth();
  for (const size of sizes) await measure(size);
  benchGrowth(quick ? 50 : 1500);
  console.log('');
  await benchRequests(quick ? 2 : 60, quick ? 10 : 100);
  console.log('');
  await benchFixes(quick ? 100 : 3000, quick ? 2 : 10);
  console.log('');
  await benchSimulator(quick ? 2 : 15);
  console.log('');
  await benchAllTests();
  console.log('');
  await benchSandbox(quick ? 2 : 15);
  console.log('');
  await benchExplore(quick ? 1 : 3);
  console.log('');
  if (cli !== undefined) await benchCli(cli, quick ? 300 : 10000);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
