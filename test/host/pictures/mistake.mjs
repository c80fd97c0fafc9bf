// The mistake of the walkthrough, with its hover: so small that it can be read beside a flow.
export const folder = 'test/host/pictures/workspace';
export const size = { width: 760, height: 480 };
export const settings = {
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.lightbulb.enabled': 'off',
};

export default async function mistake({ page, workbench, shoot }) {
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.open('support-line.flow.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await workbench.command('VoIPbin: New Flow');
  await workbench.pick('Menu');
  await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
  await page.locator('.view-line', { hasText: 'For sales press 1' }).waitFor();
  await workbench.command('View: Close Other Editors in Group');
  await page.locator('.tab', { hasText: 'support-line' }).waitFor({ state: 'detached' });
  await page.locator('.codelens-decoration a').first().waitFor();
  await workbench.goTo(6, 16);
  for (let key = 0; key < 4; key++) await page.keyboard.press('Delete');
  await page.keyboard.type('tlak');
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.move(740, 440);
  await workbench.goTo(6, 18);
  await workbench.command('Show or Focus Hover');
  await page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await shoot('mistake', { clip: { x: 0, y: 0, width: 760, height: 326 } });
}
