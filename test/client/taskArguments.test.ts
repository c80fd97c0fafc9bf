import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { offeredTasks, taskArguments, taskName } from '../../client/taskArguments';
import { readText } from '../support/repository';

suite('tasks', () => {
  test('are the commands of the command line, on the whole folder or the open file', () => {
    assert.deepEqual(
      offeredTasks.map((task) => [taskName(task), taskArguments(task).join(' ')]),
      [
        ['check', 'check .'],
        ['test', 'test .'],
        ['build the open file', 'build --out built ${file}'],
      ],
    );
  });
  test('take files and options as tasks.json says them, and nothing that is not a string', () => {
    const task = { command: 'test', paths: ['flows', 7], options: ['--coverage', null] } as const;
    assert.deepEqual(taskArguments(task), ['test', '--coverage', 'flows']);
    assert.equal(taskName(task), 'test flows');
    assert.deepEqual(taskArguments({ command: 'build' }), ['build', '${file}']);
  });
  test('are declared with the commands that there are', () => {
    const { contributes } = JSON.parse(readText('package.json'));
    const [{ type, properties }] = contributes.taskDefinitions;
    assert.equal(type, 'voipbin-flow');
    assert.deepEqual(
      properties.command.enum,
      offeredTasks.map(({ command }) => command),
    );
  });
});
