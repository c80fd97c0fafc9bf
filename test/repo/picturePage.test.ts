import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { pictureUsage } from '../../cli/picture/pictureCommand';
import { readExamples } from '../../scripts/readExamples';
import { readText, root } from '../support/repository';

suite('docs/picture.md', () => {
  test('has every option', () => {
    const page = readText('docs/picture.md');
    for (const [option] of pictureUsage.matchAll(/--[\w-]+/g)) assert.ok(page.includes(`\`${option}`), option);
  });

  test('examples/README.md shows the picture of every example', () => {
    const page = readText('examples/README.md');
    for (const name of Object.keys(readExamples(root))) assert.ok(page.includes(`](pictures/${name}.svg)`), name);
  });
});
