// A flow that is called, the dial pad of the phone, and the question before a flow is attached to a number.
export const size = { width: 1200, height: 800 };

export default async function incoming({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await workbench.command('VoIPbin: Call This Flow');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Ana' }).waitFor({ timeout: 30_000 });
  await shoot('call-this-flow-question');
  await page.keyboard.press('Enter');
  const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
  await phone.locator('.now[data-wanted]').waitFor({ timeout: 40_000 });
  await shoot('call-this-flow');
  await phone.getByRole('button', { name: 'Hang Up' }).click();
  await phone.getByText('Call or Message a Number').click();
  await phone.getByRole('button', { name: 'Harbour Bikes' }).click();
  await shoot('dial-pad-dark');
  await workbench.theme('light');
  await shoot('dial-pad-light');
  await phone.getByRole('button', { name: 'Call', exact: true }).click();
  await phone.getByText('This is the local VoIPbin').waitFor({ timeout: 20_000 });
  await shoot('dial-pad-call');
  await page.locator('.monaco-editor').first().click();
  await workbench.command('VoIPbin: Attach Flow to Number');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Greeting' }).click({ timeout: 20_000 });
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Rentals' }).waitFor({ timeout: 20_000 });
  await shoot('attach-numbers');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Rentals' }).click();
  await page.locator('.monaco-dialog-box').waitFor({ timeout: 20_000 });
  await shoot('attach-question');
}
