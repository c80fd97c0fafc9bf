// The picture of a flow beside its text, with the way of a call that was played.
export const theme = 'light';
export const size = { width: 1280, height: 760 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('VoIPbin: Show Picture');
  const picture = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title^="Picture"]');
  await picture.locator('.node').first().waitFor({ timeout: 20_000 });
  await workbench.command('View: Focus First Editor Group');
  await workbench.goTo(47, 16);
  await workbench.command('VoIPbin: How Does a Call Get Here?');
  await picture.locator('.edge.taken').first().waitFor({ timeout: 20_000 });
  await picture.getByRole('button', { name: 'Show the whole flow' }).click();
  await page.waitForTimeout(500);
  await shoot('picture');
  await picture.locator('.node.action', { hasText: 'branch' }).first().click();
  await picture.getByRole('heading', { name: 'Options' }).waitFor();
  await shoot('picture-form');
  await workbench.theme('high-contrast');
  await page.waitForTimeout(800);
  await shoot('picture-high-contrast');
}
