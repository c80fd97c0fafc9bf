import type { Path } from '../json/node';

/** What a place of a test file holds that only its flow knows. */
export type TestRole =
  | 'flow'
  /** An id, a name or a type of an action. */
  | 'action'
  /** The type of an action. */
  | 'type'
  /** The name of a variable. */
  | 'variable'
  /** A text that is spoken. */
  | 'said'
  /** A text that is sent. */
  | 'sent'
  /** Who is called, or gets what is sent. */
  | 'destination'
  /** The value of a variable. */
  | 'value'
  /** A date and time. */
  | 'time'
  /** What a caller presses. */
  | 'keys'
  | 'url'
  | 'flowId'
  | 'queueId'
  | 'conferenceId';

const world = '(?:cases/\\d+/)?world(?:/calls/\\d+)*';
const expect = 'cases/\\d+/expect(?:/calls/\\d+)*';

/** The roles of values, by the path to them. */
const values = table({
  flow: 'flow',
  action: `${expect}/(?:runs|exactly|never)/\\d+`,
  said: `${expect}/says/\\d+`,
  sent: `${expect}/sends/\\d+/text`,
  destination: `${expect}/(?:sends|calls)/\\d+/to`,
  value: `${expect}/variables/[^/]*`,
  time: `${world}/now`,
  keys: `${world}/digits/\\d+`,
});

/** The roles of keys, by the path to the object that has them. */
const keys = table({
  variable: `${expect}/variables|${world}/(?:variables|ai_sets)`,
  type: `${world}/refuses`,
  url: `${world}/(?:fetch|audio)`,
  flowId: `${world}/flows`,
  queueId: `${world}/queues`,
  conferenceId: `${world}/conferences`,
});

/** The role of the value at a path of a test file. */
export function roleOfValue(path: Path): TestRole | undefined {
  return find(values, path);
}

/** The role of the keys of the object at a path of a test file. */
export function roleOfKeys(path: Path): TestRole | undefined {
  return find(keys, path);
}

function table(patterns: Partial<Record<TestRole, string>>): ReadonlyMap<TestRole, RegExp> {
  const entries = Object.entries(patterns) as [TestRole, string][];
  return new Map(entries.map(([role, pattern]) => [role, new RegExp(`^(?:${pattern})$`)]));
}

function find(roles: ReadonlyMap<TestRole, RegExp>, path: Path): TestRole | undefined {
  // A key with a slash in it is none of the keys that lead to a role.
  const text = path.map((part) => String(part).replaceAll('/', '~')).join('/');
  return [...roles].find(([, pattern]) => pattern.test(text))?.[0];
}
