import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkCommand } from '../../cli/check/checkCommand';
import { testCommand } from '../../cli/test/testCommand';
import { recordingIo, withFolder } from '../support/cli';
import { readText } from '../support/repository';

const manifest = JSON.parse(readText('package.json'));

suite('the problem matcher of the manifest', () => {
  test('reads what the command line prints, and nothing else of it', async () => {
    const [{ pattern }] = manifest.contributes.problemMatchers;
    const read = new RegExp(pattern.regexp);
    const text = '{\n  "actions": [\n    { "type": "talkk" }\n  ]\n}\n';
    await withFolder({ 'my flows/a.flow.json': text }, async (folder) => {
      const { io, written } = recordingIo();
      await checkCommand([folder], io, '0.0.0');
      const lines = written.stdout.split('\n').flatMap((line) => read.exec(line) ?? []);
      assert.equal(lines.length, 7);
      const [, file, line, column, severity, message, code] = lines;
      assert.equal(file, `${folder}/my flows/a.flow.json`);
      assert.deepEqual([line, column, severity, code], ['3', '15', 'error', 'unknown-type']);
      assert.match(message ?? '', /^"talkk"/);
    });
  });

  test('reports no finding a second time: in open files the language server does, and elsewhere both have one owner', () => {
    const [{ owner, source, applyTo }] = manifest.contributes.problemMatchers;
    assert.equal(applyTo, 'closedDocuments');
    assert.equal(source, 'voipbin');
    const [, name] = /diagnosticCollectionName: '([\w-]+)'/.exec(readText('client/language.ts')) ?? [];
    assert.equal(owner, name);
  });

  test('reads the failures of tests, each with its message', async () => {
    const [, { pattern }] = manifest.contributes.problemMatchers;
    const [place, message] = pattern.map(({ regexp }: { regexp: string }) => new RegExp(regexp));
    const test = '{\n  "cases": [\n    { "name": "One", "expect": { "says": ["Goodbye"] } }\n  ]\n}\n';
    const files = { 'my flows/a.flow.json': '[{ "type": "hangup" }]\n', 'my flows/a.flow.test.json': test };
    await withFolder(files, async (folder) => {
      const { io, written } = recordingIo();
      await testCommand([folder], io, { stop: () => new AbortController().signal });
      const lines = written.stdout.split('\n');
      const at = lines.findIndex((line) => place.test(line));
      const [, file, line, column] = place.exec(lines[at] ?? '') ?? [];
      assert.equal(file, `${folder}/my flows/a.flow.test.json`);
      assert.deepEqual([line, Number(column) > 0], ['3', true]);
      assert.match(message.exec(lines[at + 1] ?? '')?.[1] ?? '', /Goodbye/);
      assert.equal(lines.filter((text) => place.test(text)).length, 1);
    });
  });
});
