import * as z from 'zod';
import { referenceTypes } from '../catalog/referenceTypes';
import { allSemantics } from '../catalog/semantics';
import { sendingTypes } from '../catalog/sendingTypes';
import { runErrors, worldSchema } from '../simulator';
import { patternFault } from './pattern/textPattern';

// zod would compile its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

export const outcomes = ['finished', 'stopped', 'blocked', 'hangup', 'refused'] as const;

const text = z.string().superRefine((value, context) => {
  const fault = patternFault(value);
  if (fault !== undefined)
    context.addIssue({ code: 'custom', message: `is a regular expression that cannot be used: ${fault}` });
});
const list = (item: z.ZodType<string>) => z.array(item);
const actionName = z.string().min(1, 'names nothing. Write a type such as "talk", or the id of an action');
const outcome = z.enum(outcomes);

const ends = z
  .union(
    [
      outcome,
      z.strictObject({
        outcome: outcome.describe('How the run ends.'),
        error: z.enum(runErrors).optional().describe('For `stopped`: the class of the error.'),
      }),
    ],
    { error: () => `expects ${outcomes.map((word) => `"${word}"`).join(', ')}, or { "outcome", "error" }` },
  )
  .describe(
    'How the run ends: `finished`, `stopped` by an error, `blocked` forever, `hangup` or `refused`. An object can also name the class of the error.',
  );

const sent = z.strictObject({
  type: z.enum(sendingTypes).describe('The type of the action that sends it.'),
  to: text.optional().describe('A destination: the number, the address, or the URI of a webhook.'),
  text: text
    .optional()
    .describe(
      'What it says: a part, or `/…/`. For an e-mail it is the subject and the content, for a webhook the data.',
    ),
});

const expectations = {
  ends: ends.optional(),
  says: list(text)
    .optional()
    .describe(
      'Texts that are spoken, in this order. Others may come in between. A text matches a part, and several can be parts of one spoken text. `/…/` is a regular expression. An empty list: nothing is spoken.',
    ),
  runs: list(actionName)
    .optional()
    .describe(
      'Actions that run, in this order, by type or id. Others may come in between. Skipped actions do not count. An empty list: no action runs.',
    ),
  exactly: list(actionName)
    .optional()
    .describe('All actions that run, in this order, by type or id, with nothing in between.'),
  never: list(actionName).optional().describe('Actions that do not run, by type or id.'),
  variables: z
    .record(z.string(), z.union([text, z.null()], { error: () => 'expects a text, or null where it is not set' }))
    .optional()
    .describe('Variables at the end, by name: the whole value, `/…/`, or null where the variable is not set.'),
  sends: z
    .array(sent)
    .optional()
    .describe('What is sent, in this order. Other things may be sent in between. An empty list: nothing is sent.'),
  within: z.number().nonnegative().optional().describe('How long the run takes at most, in ms.'),
  used: z.int().nonnegative().optional().describe('How many executions it uses at most.'),
};

/** What is expected of a run. */
export type Expectation = z.infer<z.ZodObject<typeof expectations>> & { readonly calls?: ExpectedCall[] | undefined };

/** What is expected of a call that a run places. */
export type ExpectedCall = Expectation & { readonly to?: string | undefined };

const placedCall: z.ZodType<ExpectedCall> = z.strictObject({
  to: text.optional().describe('Who is called: a number, an address, or the name of an extension.'),
  ...expectations,
  calls: z.lazy(() => calls),
});

const callsText =
  'Calls that are placed, in this order, by `call` and `connect`. Other calls may come in between. An empty list: no call is placed. All other expectations are about the flow of a call that `call` places.';

const calls = z.array(placedCall).optional().describe(callsText);

const expectation = z.strictObject({ ...expectations, calls });

const semantics = z
  .enum(allSemantics)
  .describe('`observed` (default): as the engine works. `documented`: as VoIPbin documents it.');

const testCase = z.strictObject({
  name: z.string().min(1, 'is empty. Say what the caller does').describe('What the caller does.'),
  world: worldSchema.optional().describe('What happens outside the flow. It adds to the world of the file.'),
  semantics: semantics.optional(),
  expect: expectation.describe('What must be true of the run. What is missing is not judged.'),
});

/** The schema of a test file. */
export const testFileSchema = z.strictObject({
  $schema: z.string().optional().describe('The JSON Schema of test files, for editors.'),
  flow: z
    .string()
    .min(1, 'is empty. Name a file')
    .optional()
    .describe(
      'The flow file, relative to this file. Default: the one beside it, `menu.flow.json` for `menu.flow.test.json`.',
    ),
  semantics: semantics.optional(),
  trigger: z
    .enum(referenceTypes as [string, ...string[]])
    .optional()
    .describe('What starts the flow, as `--trigger` says.'),
  world: worldSchema.optional().describe('What happens outside the flow in all cases.'),
  cases: z
    .array(testCase)
    .min(1, 'is empty, so the file tests nothing. Add a case with `name` and `expect`')
    .describe('A case is a world with expectations.'),
});

/** The schema of a test file that gets its first cases. */
export const begunTestFileSchema = testFileSchema.extend({ cases: z.array(testCase) });

export type TestFile = z.infer<typeof testFileSchema>;
export type TestCase = z.infer<typeof testCase>;
