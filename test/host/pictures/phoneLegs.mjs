// Two phones of one call: the flow rings the workshop for whoever is on the first. With the keyboard alone.
export const size = { width: 1280, height: 800 };
export const theme = 'light';

export default async function ({ page, workbench, shoot }) {
  await workbench.open('voicemail.flow.json');
  await workbench.command('VoIPbin: Run Call');
  const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
  const answer = phone.getByRole('button', { name: 'Answer', exact: true });
  await answer.waitFor({ timeout: 20_000 });
  await answer.and(phone.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await phone.getByRole('tab', { name: /Workshop/ }).waitFor();
  await answer.and(phone.locator(':focus')).waitFor();
  await shoot('legs-ring');

  await page.keyboard.press('Enter');
  await phone.locator('.now:visible', { hasText: 'Connected with' }).waitFor();
  await shoot('legs-connected');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await phone.locator('.tab', { hasText: 'You hung up' }).waitFor();
  await shoot('legs-after');
}
