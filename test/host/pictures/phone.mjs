// A call on the local VoIPbin: the phone beside the editor rings, speaks the menu and takes a key.
export const size = { width: 1280, height: 800 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.command('VoIPbin: Run Call');
  const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
  await phone.getByRole('button', { name: 'Answer', exact: true }).waitFor({ timeout: 20_000 });
  await shoot('phone-rings');

  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await phone.getByText('Welcome to Harbour Bikes').waitFor();
  await shoot('phone-speaks');
  await phone.locator('.now[data-wanted]').waitFor({ timeout: 20_000 });
  await phone.getByRole('button', { name: '2', exact: true }).hover();
  await shoot('phone-waits');

  await page.keyboard.press('2');
  await phone.getByText('A bike for a day').waitFor();
  await shoot('phone-answers');
  await phone.getByRole('button', { name: 'Hang Up' }).click();
  await phone.locator('.state', { hasText: 'You hung up' }).waitFor();
  await shoot('phone-over');
}
