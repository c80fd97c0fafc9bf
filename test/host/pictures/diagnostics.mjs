// A mistake under a goto, and the hover that no other tool has.
export const folder = 'test/host/pictures/workspace';
export const size = { width: 1000, height: 620 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('support-line.flow.json');
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  // Away from the breadcrumbs, whose tooltip would cover the hover.
  await page.mouse.move(980, 560);
  await workbench.goTo(37, 23);
  await workbench.command('Show or Focus Hover');
  const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden)');
  // The hover of the server comes after the finding.
  await hover.getByText('When it is missing').first().waitFor();
  await shoot('diagnostics-hover');
}
