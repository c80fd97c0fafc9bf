import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readText } from '../support/repository';

/** Relative luminance of a color such as #2a9d8f, as WCAG defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const white = '#ffffff';
const tabs = '#1f1f1f';

suite('the icon of flows', () => {
  // VS Code shows the dark one in its light high contrast theme, too.
  for (const [file, grounds] of [
    ['images/flow-dark.svg', [tabs, '#000000', white]],
    ['images/flow-light.svg', [white]],
  ] as const)
    test(`${file} can be seen on ${grounds.join(', ')}`, () => {
      const colors = new Set(readText(file).match(/#[0-9a-f]{6}/g));
      assert.ok(colors.size > 1);
      for (const ground of grounds)
        for (const color of colors) {
          const ratio = contrast(color, ground);
          assert.ok(ratio >= 3, `${color} on ${ground}: ${ratio.toFixed(2)}`);
        }
    });
});
