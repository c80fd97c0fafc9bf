// The ids of a branch are chosen by what the actions say.
export const folder = 'test/host/pictures/workspace';
export const size = { width: 760, height: 500 };
export const theme = 'light';

export default async function ({ page, workbench, shoot }) {
  await workbench.open('support-line.flow.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await page.mouse.move(980, 560);
  await workbench.goTo(21, 17);
  await workbench.command('Trigger Suggest');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await shoot('target-completion');
}
