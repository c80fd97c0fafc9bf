// Mistakes underlined, the Problems panel, and a hover on the finding that no other tool has.
export const folder = 'test/host/pictures/workspace';
export const size = { width: 1280, height: 820 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('support-line.flow.json');
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.command('View: Focus Active Editor Group');
  await page.mouse.move(900, 700);
  await workbench.goTo(37, 23);
  await workbench.command('Show or Focus Hover');
  await page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await shoot('diagnostics-hover');
}
