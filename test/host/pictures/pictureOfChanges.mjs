// The picture of changes, of a file and what was saved of it.
export const theme = 'light';
export const size = { width: 1280, height: 760 };
export const settings = { 'files.autoSave': 'off', 'editor.autoClosingQuotes': 'never' };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  // From the bottom, so that lines above stay where they are.
  await workbench.goTo(40);
  for (let line = 0; line < 3; line++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  for (const [line, text] of [
    [28, '"5": "eeda4829-afd2-4cf9-8d33-065a3612e63c"'],
    [9, '"text": "Welcome back.",'],
  ]) {
    await workbench.goTo(line);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.insertText(text);
  }
  await workbench.command('File: Compare Active File with Saved');
  await page.locator('.tab.active', { hasText: '↔' }).waitFor();
  await workbench.command('VoIPbin: Show Picture of Changes');
  const picture = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title^="Changes"]');
  await picture.locator('.node').first().waitFor({ timeout: 60_000 });
  await picture.getByRole('button', { name: 'Show the whole flow' }).click();
  await shoot('changes');
  for (const name of ['dark', 'high-contrast', 'high-contrast-light']) {
    await workbench.theme(name);
    await page.waitForTimeout(800);
    await shoot(`changes-${name}`);
  }
}
