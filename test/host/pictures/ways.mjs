// Every way of the menu: its ends in a view of their own, one of them opened and another played; dark and light.
export const size = { width: 1280, height: 820 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.command('VoIPbin: Show Ways of the Flow');
  const row = (text) => page.locator('.monaco-list-row', { hasText: text }).first();
  await row('Stopped at action 1').waitFor();
  await row('Hung up at action 7').click();
  await page.locator('.monaco-list-row', { hasText: 'simulated' }).first().waitFor();
  await page
    .locator('.monaco-list-row', { hasText: 'Hung up at action 5' })
    .locator('.monaco-tl-twistie')
    .first()
    .click();
  await row('executions of 101').waitFor();
  await shoot('ways');
  await workbench.theme('light');
  await shoot('ways-light');
}
