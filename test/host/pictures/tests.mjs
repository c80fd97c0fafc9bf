// A case that fails, at its expectation, with both sides and the way to the action; then one case with coverage, and the ways of the menu that it does not
// take. Each dark, light and, of the failure, in high contrast.
export const size = { width: 1280, height: 720 };
export const settings = {
  'testing.automaticallyOpenTestResults': 'neverOpen',
  'editor.quickSuggestions': { strings: 'off' },
};

export default async function ({ page, workbench, shoot }) {
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  await workbench.open('branch-menu.flow.test.json');
  await page
    .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Testing"]') })
    .first()
    .click();
  const row = (text) => page.locator('.monaco-list-row', { hasText: text }).first();
  await row('branch-menu.flow.test.json').waitFor({ timeout: 30_000 });
  await editor.locator('.view-line').first().click();
  const price = async (text) => {
    await workbench.goTo(17, 47);
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.type(text);
    await page.keyboard.press('Control+S');
  };
  await price('thirty');
  await workbench.command('Test: Run Tests in Current File');
  await editor.locator('.testing-run-glyph.codicon-testing-failed-icon').first().waitFor({ timeout: 30_000 });
  await shoot('test-fails');
  await workbench.goTo(17, 47);
  await workbench.command('Test: Peek Output');
  await page.locator('.test-output-peek .monaco-diff-editor, .test-output-peek .monaco-editor').first().waitFor();
  await page.waitForTimeout(1500);
  for (const name of ['dark', 'light', 'high-contrast']) {
    await workbench.theme(name);
    await page.waitForTimeout(700);
    await shoot(`test-fails-${name}`);
  }
  await workbench.theme('dark');
  await page.keyboard.press('Escape');
  await price('twenty');
  await workbench.goTo(13, 10);
  await workbench.command('Test: Run Test at Cursor with Coverage');
  await page.getByText('Test Coverage', { exact: true }).first().waitFor({ timeout: 30_000 });
  await workbench.open('branch-menu.flow.json');
  await page.locator('.coverage-deco-gutter').first().waitFor({ timeout: 30_000 });
  await workbench.goTo(33, 5);
  await page.getByText('→ talk').first().waitFor({ timeout: 30_000 });
  await workbench.command('Test: Toggle Inline Coverage');
  await page.mouse.move(1000, 500);
  await page.locator('.monaco-hover, .workbench-hover').first().waitFor({ state: 'hidden' });
  // VS Code draws the marks of coverage after the command.
  await page.waitForTimeout(1500);
  await shoot('test-coverage');
  await workbench.theme('light');
  await page.waitForTimeout(700);
  await shoot('test-coverage-light');
}
