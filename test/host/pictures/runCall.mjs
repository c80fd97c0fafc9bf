// A call on the local VoIPbin as the editor shows it: the marked lines during the branch menu, the Call view and the end.
export const size = { width: 1200, height: 840 };

export default async function runCall({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await shoot('run-call-before');
  await workbench.command('VoIPbin: Run Call');
  const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
  await phone.getByRole('button', { name: 'Answer', exact: true }).click({ timeout: 20_000 });
  await phone.locator('.now[data-wanted]').waitFor({ timeout: 20_000 });
  await page.keyboard.press('7');
  await phone.getByText('There is nothing behind that key').waitFor();
  await workbench.command('VoIPbin: Focus on Call View');
  await phone.locator('.now[data-wanted]').waitFor({ timeout: 30_000 });
  await shoot('run-call-dark');
  await workbench.theme('light');
  await shoot('run-call-light');
  await phone.getByRole('button', { name: '2', exact: true }).click();
  await phone.getByText('A bike for a day').waitFor({ timeout: 20_000 });
  await page.locator('.statusbar-item', { hasText: 'hung up' }).waitFor({ timeout: 30_000 });
  await shoot('run-call-over');
}
