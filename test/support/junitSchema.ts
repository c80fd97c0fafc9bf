import assert from 'node:assert/strict';

interface Rule {
  readonly needed: readonly string[];
  readonly allowed: readonly string[];
  readonly inside: readonly string[];
}

/** Elements and attributes of the `junit-10.xsd` of Jenkins' xUnit plugin, as far as we may write them; GitLab and Azure read a part of them. */
const rules: Readonly<Record<string, Rule>> = {
  testsuites: {
    needed: [],
    allowed: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    inside: ['testsuite'],
  },
  testsuite: {
    needed: ['name', 'tests', 'failures', 'errors'],
    allowed: ['time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    inside: ['testcase', 'properties', 'system-out', 'system-err'],
  },
  testcase: {
    needed: ['name'],
    allowed: ['assertions', 'time', 'classname', 'status', 'class', 'file', 'line', 'log', 'group', 'url'],
    inside: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { needed: [], allowed: ['message', 'type'], inside: [] },
  error: { needed: [], allowed: ['message', 'type'], inside: [] },
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Fails where a text is not well-formed XML by the schema of JUnit reports; how many cases, failures and errors it has. */
export function checkJunit(xml: string): { cases: number; failures: number; errors: number } {
  const root = readXml(xml);
  assert.equal(root.name, 'testsuites');
  checkElement(root);
  for (const suite of root.children) {
    const count = (name: string) =>
      suite.children.filter(({ children }) => children.some((element) => element.name === name)).length;
    assert.equal(suite.attributes.tests, String(suite.children.length));
    assert.equal(suite.attributes.failures, String(count('failure')));
    assert.equal(suite.attributes.errors, String(count('error')));
  }
  const cases = root.children.flatMap(({ children }) => children);
  const inner = cases.flatMap(({ children }) => children);
  return {
    cases: cases.length,
    failures: inner.filter(({ name }) => name === 'failure').length,
    errors: inner.filter(({ name }) => name === 'error').length,
  };
}

function checkElement({ name, attributes, children }: Element): void {
  const rule = rules[name];
  assert.ok(rule, name);
  for (const needed of rule.needed) assert.ok(needed in attributes, `${name} needs ${needed}`);
  for (const given of Object.keys(attributes))
    assert.ok([...rule.needed, ...rule.allowed].includes(given), `${name} ${given}`);
  for (const number of ['tests', 'failures', 'errors', 'skipped', 'line'])
    if (number in attributes) assert.match(attributes[number] ?? '', /^\d+$/);
  if ('time' in attributes) assert.match(attributes.time ?? '', /^\d+\.\d{3}$/);
  for (const child of children) {
    assert.ok(rule.inside.includes(child.name), `${child.name} in ${name}`);
    checkElement(child);
  }
}

function readXml(xml: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML may not have them
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  const rest = xml
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
    .replace(
      /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/g,
      (_, closing: string, name: string, written: string, empty: string) => {
        if (closing) {
          assert.equal(open.pop()?.name, name);
          return '';
        }
        const attributes = Object.fromEntries(
          [...written.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
        );
        const element: Element = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        if (!empty) open.push(element);
        return '';
      },
    );
  assert.deepEqual(open, [top], 'an element is not closed');
  assert.doesNotMatch(rest, /<|&(?!(?:amp|lt|gt|quot|apos);)/);
  const [root] = top.children;
  assert.ok(root && top.children.length === 1);
  return root;
}
