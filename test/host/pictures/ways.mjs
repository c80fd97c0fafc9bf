// Every way of the menu: its ends in a view of their own, one of them opened and played.
export const size = { width: 1280, height: 820 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.command('VoIPbin: Show Ways of the Flow');
  const row = (text) => page.locator('.monaco-list-row', { hasText: text }).first();
  await row('stopped at 0 talk').waitFor();
  await row('hangup at 6 hangup').click();
  await page.locator('.monaco-list-row', { hasText: 'branch-menu' }).first().waitFor();
  await shoot('ways');
}
