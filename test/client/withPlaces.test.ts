import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { withPlaces } from '../../client/withPlaces';

/** Tells what was converted instead of converting it. */
const converter = {
  asUri: (uri: string) => `uri ${uri}`,
  asPosition: (position: unknown) => ['position', position],
  asLocation: (location: unknown) => ['location', location],
} as never;

const lens = (command: string) => ({ command: { title: 'x', command, arguments: ['file:///a', 1, [2, 3]] } }) as never;

suite('withPlaces', () => {
  test('gives VS Code the places of a lens as it takes them', () =>
    assert.deepEqual(withPlaces(lens('editor.action.showReferences'), converter).command?.arguments, [
      'uri file:///a',
      ['position', 1],
      [
        ['location', 2],
        ['location', 3],
      ],
    ]));
  test('leaves other lenses alone', () =>
    assert.deepEqual(withPlaces(lens('other'), converter).command?.arguments, ['file:///a', 1, [2, 3]]));
});
