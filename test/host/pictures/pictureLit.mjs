// The peek from the text. What lights a picture up: a breakpoint, the coverage of tests, the debugger; and the picture of changes.
export const theme = 'light';
export const size = { width: 1280, height: 760 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.goTo(21, 16);
  // On a busy machine the extension can learn late where the cursor is: then there is no picture of that place.
  const image = page.locator('.monaco-hover:not(.hidden) img').first();
  for (let left = 3; left > 0 && !(await image.isVisible()); left--) {
    await workbench.command('VoIPbin: Peek Picture');
    await image.waitFor({ timeout: 20_000 }).catch(() => undefined);
  }
  await shoot('peek');
  await page.keyboard.press('Escape');
  await workbench.command('VoIPbin: Show Picture');
  // The debugger opens the phone as a second one.
  const picture = page.frameLocator('iframe.webview.ready').first().frameLocator('iframe[title^="Picture"]');
  await picture.locator('.node').first().waitFor({ timeout: 60_000 });
  const branch = picture.locator('.node.action', { hasText: 'branch' }).first();
  await branch.hover();
  await branch.locator('.dot').click();
  await picture.locator('.dot.set').waitFor();
  await shoot('picture-breakpoint');
  await workbench.command('Test: Run All Tests with Coverage');
  await picture.locator('.light-covered').first().waitFor({ timeout: 60_000 });
  await workbench.command('View: Hide Panel').catch(() => page.keyboard.press('Escape'));
  await picture.getByRole('button', { name: 'Show the whole flow' }).click();
  await shoot('picture-coverage');
  await workbench.command('View: Focus First Editor Group');
  await workbench.command('VoIPbin: Debug');
  await picture.locator('.mark-running').first().waitFor({ timeout: 60_000 });
  await shoot('picture-debugger');
  await workbench.command('Debug: Stop');
  for (const [name, label] of [
    ['dark', 'dark'],
    ['high-contrast', 'hc'],
    ['high-contrast-light', 'hcl'],
  ]) {
    await workbench.command('Test: Run All Tests with Coverage');
    await picture.locator('.light-covered').first().waitFor({ timeout: 60_000 });
    await workbench.theme(name);
    await page.waitForTimeout(800);
    await shoot(`picture-coverage-${label}`);
  }
  await workbench.theme('light');
}
