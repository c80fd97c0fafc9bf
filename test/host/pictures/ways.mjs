// Every way of the menu: its ends in a view of their own, one of them opened and another played, dark and light; then a call on the phone.
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
  // The same call on the phone: it plays by itself, and is taken over by a key.
  await workbench.theme('dark');
  await row('Hung up at action 7').hover();
  await row('Hung up at action 7').locator('.action-label[aria-label*="Play on the Phone"]').first().click();
  const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
  await phone.getByText('Welcome to Harbour Bikes').first().waitFor();
  await shoot('ways-plays');
  await phone.getByRole('button', { name: '3', exact: true }).click();
  await phone.locator('.keypad-note', { hasText: 'You have taken over' }).waitFor();
  await shoot('ways-taken');
}
