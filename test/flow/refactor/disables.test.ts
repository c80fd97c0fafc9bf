import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits, removeAll } from '../../../flow/edit/edit';
import { moveInto } from '../../../flow/edit/moveInto';
import { readFlow } from '../../../flow/model/flowModel';
import { findingsIn } from '../../support/findings';
import { newIds } from '../../support/ids';
import { checkOffer, offersAt } from '../../support/refactored';

const talk = (id: string, variable: string) =>
  `{ "id": "${id}", "type": "talk", "option": { "text": "\${${variable}}", "language": "en-US" } }`;
const off = '// voipbin-disable-next-line variable-never-set';
const only = ['variable-never-set', 'suppress-unused'];
const found = (text: string) => findingsIn(text, { jsonc: true, only });

/** What is found in a flow before and after a refactoring at the cursor or between `«` and `»`. */
function after(name: string, marked: string, eol = '\n') {
  const { text, offers } = offersAt(marked.replaceAll('\n', eol));
  const offer = offers.find((candidate) => candidate.name === name)?.offer;
  assert.ok(offer, name);
  const result = applyEdits(text, offer.edits(newIds()));
  assert.deepEqual(
    readFlow(result, { jsonc: true }).issues.filter(({ code }) => code !== 'Comment'),
    [],
  );
  return { text: result, found: found(result), file: offer.file?.().text };
}

const flow = (...lines: string[]) => `{ "actions": [\n${lines.map((line) => `  ${line}\n`).join('')}] }`;

suite('a comment that turns a check off for an action', () => {
  for (const eol of ['\n', '\r\n', '\r']) {
    test(`goes with the action that is deleted, and silences no other: lines end with ${JSON.stringify(eol)}`, () => {
      const marked = flow('{ "id": "a", "type": "answer" },', off, `|${talk('b', 'x')},`, `${talk('c', 'y')},`);
      const { text, found } = after('delete', marked, eol);
      assert.equal(text, flow('{ "id": "a", "type": "answer" },', `${talk('c', 'y')},`).replaceAll('\n', eol));
      assert.deepEqual(found, ['variable-never-set on y']);
    });
  }

  test('wherever it stands: first, last, above a remark, behind the action before, as a block', () => {
    for (const [before, result] of [
      [flow(off, `|${talk('b', 'x')},`, talk('c', 'y')), flow(talk('c', 'y'))],
      [flow(`${talk('c', 'y')},`, off, `|${talk('b', 'x')}`), flow(talk('c', 'y'))],
      [flow(off, '// Greets.', `|${talk('b', 'x')},`, talk('c', 'y')), flow('// Greets.', talk('c', 'y'))],
      [
        flow(`{ "type": "answer" }, ${off}`, `|${talk('b', 'x')},`, talk('c', 'y')),
        flow('{ "type": "answer" },', talk('c', 'y')),
      ],
      [
        flow('/* voipbin-disable-next-line variable-never-set */', `|${talk('b', 'x')},`, talk('c', 'y')),
        flow(talk('c', 'y')),
      ],
    ] as const) {
      const { text, found } = after('delete', before);
      assert.equal(text, result);
      assert.deepEqual(found, ['variable-never-set on y']);
    }
    const { found } = after('delete', flow('{ "type": "answer" }', off, `, |${talk('b', 'x')}`, `, ${talk('c', 'y')}`));
    assert.deepEqual(found, ['variable-never-set on y']);
  });

  test('stays where another action stands in the line too, and where it is for the whole file', () => {
    const line = flow(off, `|${talk('b', 'x')}, ${talk('c', 'y')}`);
    assert.deepEqual(after('delete', line).text, flow(off, talk('c', 'y')));
    const whole = flow('// voipbin-disable variable-never-set', `|${talk('b', 'x')},`, talk('c', 'y'));
    assert.deepEqual(after('delete', whole).found, []);
  });

  test('goes into the new call with the action', () => {
    const { text, found } = after(
      'extract-call',
      flow('{ "type": "answer" },', off, `«${talk('b', 'x')}»,`, talk('c', 'y')),
    );
    assert.ok(text.includes('"answer" },\n  {\n    "id": "b",\n    "type": "call"'), text);
    assert.ok(!found.some((finding) => finding.startsWith('suppress-unused')), String(found));
    assert.ok(found.includes('variable-never-set on y') && !found.includes('variable-never-set on x'), String(found));
  });

  test('goes into the new flow file with the action', () => {
    const {
      text,
      found: left,
      file,
    } = after('extract-flow', flow('{ "type": "answer" },', off, `«${talk('b', 'x')}»,`, talk('c', 'y')));
    assert.ok(!text.includes(off) && file?.includes(off), file);
    // A flow that is not known can set the other variable.
    assert.deepEqual(left, []);
    assert.deepEqual(found(file ?? ''), []);
  });

  test('for the whole file holds for the new flow file too', () => {
    const all = '// voipbin-disable variable-never-set -- the portal sets them';
    const marked = `${all}\n${flow('{ "type": "answer" },', `«${talk('b', 'x')}»,`, talk('c', 'y'))}`;
    const { text, file = '' } = after('extract-flow', marked);
    assert.ok(text.startsWith(all) && file.startsWith(`${all}\n{`), file);
    assert.deepEqual(found(file), []);
  });

  test('of a call in lines does not go over to the first of its actions', () => {
    const call = flow(
      '{ "type": "answer" },',
      off,
      '|{ "type": "call", "option": { "source": { "type": "tel", "target": "+15550100001" }, "destinations": [],',
      `  "actions": [ ${talk('b', 'x')} ] } }`,
    );
    checkOffer('inline-call', call, flow('{ "type": "answer" },', talk('b', 'x')));
  });

  test('goes with removed neighbours, and moves with an option that moves', () => {
    const text = flow(off, `${talk('a', 'x')},`, `${talk('b', 'x')},`, talk('c', 'y'));
    const model = readFlow(text, { jsonc: true });
    const nodes = model.actions.slice(0, 2).map(({ node }) => node);
    assert.equal(applyEdits(text, removeAll(model, nodes)), flow(talk('c', 'y')));
    const line = '// voipbin-disable-next-line unknown-option';
    const option = (before: string, within: string) =>
      `[\n  {\n    "type": "talk",${before}\n    "option": {\n      "text": "a"${within}\n    }\n  }\n]`;
    const moved = option(`\n    ${line}\n    "language": "en-US",`, '');
    const read = readFlow(moved, { jsonc: true });
    const [action] = read.actions;
    const language = action?.node.children.filter(({ key }) => key?.name === 'language') ?? [];
    assert.ok(action);
    assert.equal(
      applyEdits(moved, moveInto(read, language, action.node, 'option')),
      option('', `,\n      ${line}\n      "language": "en-US"`),
    );
  });

  test('of a key that a conversion leaves out is left out', () => {
    const list = (name: string) =>
      `{\n  // voipbin-disable-next-line unknown-body-key\n  ${name}"actions": [{ "type": "stop" }]\n}`;
    checkOffer('convert-to-list', `|${list('"naem": "x",\n  ')}`, '[{ "type": "stop" }]');
  });
});
