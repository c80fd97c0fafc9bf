// Names in the place of UUIDs: hints, lenses, rename and its refusal, the menu of refactorings and the hover of a name; dark, light and in high contrast.
export const folder = 'test/host/pictures/workspace';
export const size = { width: 1280, height: 720 };

export default async function names({ page, workbench, shoot }) {
  await workbench.open('opening-hours.flow.jsonc');
  for (const theme of ['dark', 'light', 'high-contrast']) {
    await workbench.theme(theme);
    await workbench.goTo(5, 15);
    await page.locator('.codelens-decoration', { hasText: 'leads here' }).first().waitFor();
    await page.locator('.view-line', { hasText: '→' }).first().waitFor();
    await page.waitForTimeout(1000);
    await shoot(`names-${theme}`);
    await workbench.command('Rename Symbol');
    await page.locator('.rename-box input').waitFor();
    await shoot(`names-rename-${theme}`);
    await page.locator('.rename-box input').fill('bye');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2500);
    await shoot(`names-refused-${theme}`);
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.command('Refactor...');
    await page.locator('.action-widget').first().waitFor();
    await shoot(`names-refactor-${theme}`);
    await page.keyboard.press('Escape');
  }
}
