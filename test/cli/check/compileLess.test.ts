import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'mocha';
import { compilerFlags } from '../../../cli/check/compileLess';

suite('compileLess', () => {
  test('V8 knows each flag that is for this version of Node: it would write an error about another one', () => {
    const [major = ''] = process.versions.node.split('.');
    const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    const unknown = (compilerFlags[major] ?? []).filter((flag) => !stdout.includes(`\n  ${flag.split('=')[0]} (`));
    assert.deepEqual(unknown, []);
  });

  test('the versions of Node that the command line runs on have their flags', () => {
    assert.deepEqual(Object.keys(compilerFlags), ['20', '22', '24']);
  });
});
