// What is tried in the page of a VS Code that runs the extension in its web worker; worker.mjs runs it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const flow = '{\n  "actions": [\n    { "type": "tlak" },\n    { "type": "hangup" }\n  ]\n}\n';

const tested =
  '[\n  { "type": "talk", "option": { "text": "Good evening.", "language": "en-US" } },\n  { "type": "hangup" }\n]\n';
const testFile =
  '{\n  "cases": [\n    { "name": "ends", "expect": { "says": ["evening"], "never": ["no_such"] } },\n    { "name": "greets", "expect": { "says": ["Good evening"], "ends": "hangup" } }\n  ]\n}\n';

// Narrow enough to be seen beside the phone.
const named = `[
  // Names in the place of ids.
  {
    "id": "ask",
    "type": "talk",
    "option": { "text": "Press 1.", "language": "en-US" }
  },
  { "type": "digits_receive", "option": { "duration": 5000, "length": 1 } },
  {
    "type": "branch",
    "option": {
      "default_target_id": "ask",
      "target_ids": { "1": "bye" }
    }
  },
  {
    "id": "bye",
    "type": "hangup",
  },
]
`;
const registered = `{
  "name": "Named flow",
  "actions": [
    { "id": "ask", "type": "talk", "option": { "text": "Press 1." } },
    { "type": "goto", "option": { "target_id": "ask", "loop_count": 2 } },
    { "type": "hangup" },
  ],
}
`;
/** A flow as VoIPbin answered it stands for the registered one without being linked. */
const shared = `{
  "id": "5f0c1d9e-3b7a-4c62-8e4d-91a2b6f07c35",
  "name": "Shared",
  "tm_create": "2026-01-01 00:00:00.000000",
  "actions": [{ "type": "talk", "option": { "text": "Hello \${customer}.", "language": "en-US" } }]
}
`;
const sharing = `[
  { "type": "variable_set", "option": { "key": "customer", "value": "Ann" } },
  { "type": "fetch_flow", "option": { "flow_id": "5f0c1d9e-3b7a-4c62-8e4d-91a2b6f07c35" } }
]
`;

/** Each test that changes the flow has a file of its own. */
const namedFiles = ['named', 'called', 'renamed', 'unnamed'].map((name) => `${name}.flow.jsonc`);

/** The lines of the editor in front, with what stands in them and does not belong to the text. */
const lineWith = (page, text) =>
  page.locator('.editor-group-container.active .view-line').filter({ hasText: text }).first();

/** What VS Code shows behind a line is the content of a pseudo-element, with blanks that do not break, and no text. */
const behindLine = (page, text) =>
  page.waitForFunction((wanted) => {
    const spans = document.querySelectorAll('.view-line span');
    return [...spans].some((span) => getComputedStyle(span, '::after').content.replace(/\s/g, ' ').includes(wanted));
  }, text);

const pictureOn = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe[title^="Picture"]');

/** The files that the tests find in the workspace, each with its text. */
export const files = {
  'mistake.flow.json': flow,
  ...Object.fromEntries(namedFiles.map((file) => [file, named])),
  'registered.flow.jsonc': registered,
  'shared.flow.json': shared,
  'sharing.flow.json': sharing,
  'tested.flow.json': tested,
  'tested.flow.test.json': testFile,
};

// Every test begins with no editor open, and opens what it looks at.
export const tests = {
  async 'a mistake is underlined'({ page, workbench }) {
    await workbench.open('mistake.flow.json');
    await page.locator('.squiggly-error').first().waitFor();
  },
  async 'hover explains a type'({ page, workbench }) {
    await workbench.open('mistake.flow.json');
    await workbench.goTo(4, 16);
    await workbench.command('Show or Focus Hover');
    await page.locator('.monaco-hover:not(.hidden) .hover-row', { hasText: 'hangup' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'the status item tells of the flow, also while the log has the focus'({ page, workbench }) {
    await workbench.open('mistake.flow.json');
    await workbench.command('VoIPbin: Show Log');
    await page.locator('.output-view .view-line').first().click();
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status', { hasText: 'Flow: 2 actions' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'types are offered'({ page, workbench }) {
    await workbench.open('mistake.flow.json');
    await workbench.goTo(3, 16);
    await workbench.command('Trigger Suggest');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'talk' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'the Call view that was there before any call shows the first one'({ page, workbench }) {
    await workbench.command('VoIPbin: Focus on Call View');
    await page.locator('.welcome-view-content', { hasText: 'No calls yet' }).first().waitFor();
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Simulate');
    await workbench.pick('Run to the End');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'simulated' }).first().waitFor();
  },
  async 'a flow is drawn as a picture'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Show Picture');
    await pictureOn(page).locator('.node.action', { hasText: 'talk' }).first().waitFor();
  },
  async 'a picture is edited with the keyboard, and the undo of the text takes it back'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Show Picture');
    const talks = pictureOn(page).locator('.node.action', { hasText: 'talk' });
    await talks.first().click();
    await page.keyboard.press('Control+d');
    await talks.nth(1).waitFor();
    await page.keyboard.press('Control+z');
    await talks.nth(1).waitFor({ state: 'detached' });
  },
  async 'Insert in a picture adds an action, and does not make VS Code overtype'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Show Picture');
    await pictureOn(page).locator('.node.action', { hasText: 'talk' }).first().click();
    await page.keyboard.press('Insert');
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const status = (await page.locator('.part.statusbar').textContent()) ?? '';
    if (status.includes('OVR')) throw new Error(status);
  },
  async 'the cursor in the text chooses its action in the picture, also the one that is typed'({ page, workbench }) {
    await workbench.open('sharing.flow.json');
    await workbench.command('VoIPbin: Show Picture');
    const chosen = (type) => pictureOn(page).locator('.node.action[aria-selected="true"]', { hasText: type }).waitFor();
    await pictureOn(page).locator('.node.action').first().waitFor();
    await workbench.command('View: Focus First Editor Group');
    await workbench.goTo(3, 8);
    await chosen('fetch_flow');
    await workbench.goTo(2, 3);
    await page.keyboard.insertText('{ "type": "beep" }, ');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await chosen('beep');
    await workbench.command('File: Revert File');
  },
  async 'pointing at an action of the picture shows its findings'({ page, workbench }) {
    await workbench.open('mistake.flow.json');
    await workbench.command('VoIPbin: Show Picture');
    const picture = pictureOn(page);
    await picture.locator('.node .badge').first().waitFor();
    await picture.locator('.node.action', { hasText: 'tlak' }).first().hover();
    await picture.locator('.hover', { hasText: 'tlak' }).waitFor();
  },
  async 'a run lights up the picture'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Show Picture');
    const picture = pictureOn(page);
    await picture.locator('.node.action').first().waitFor();
    await workbench.command('VoIPbin: Simulate');
    await workbench.pick('Run to the End');
    await picture.locator('.node.mark-done').first().waitFor();
    await picture.locator('.edge.taken').first().waitFor();
  },
  async 'a picture is exported into a file'({ page, workbench, folder }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Export Picture…');
    await page.locator('.quick-input-widget:not([style*="display: none"]) input.input').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.notification-list-item', { hasText: 'The picture is in welcome.svg' }).waitFor();
    const svg = readFileSync(join(folder, 'welcome.svg'), 'utf8');
    if (!svg.startsWith('<svg') || !svg.includes('talk')) throw new Error(svg.slice(0, 200));
    await workbench.command('Notifications: Clear All Notifications');
  },
  async 'a picture of changes without Git says why there is none'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Show Picture of Changes');
    await page.locator('.notification-list-item', { hasText: 'nothing to compare' }).waitFor();
    await workbench.command('Notifications: Clear All Notifications');
  },
  async 'a flow is debugged to its end'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Debug');
    await page.locator('.repl', { hasText: 'The run ends' }).first().waitFor();
  },
  async 'every way is shown, and one of them is played'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Show Ways of the Flow');
    const row = page.locator('.pane-body .monaco-list-row', { hasText: 'The caller hung up' }).first();
    await row.click();
    await page.locator('.pane-body .monaco-list-row', { hasText: 'simulated' }).nth(1).waitFor();
  },
  async 'hover says what calls come to an action'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.goTo(4, 16);
    await workbench.command('Show or Focus Hover');
    await page.locator('.monaco-hover:not(.hidden) .hover-row', { hasText: 'Shortest call' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'a call plays on the phone'({ page, workbench }) {
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Play a Call to Here on the Phone');
    await page.locator('.tab', { hasText: 'Phone' }).first().waitFor();
    const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
    await phone.getByText('Welcome to the bicycle repair shop.').first().waitFor();
  },
  async 'an action that the flow does not have is underlined in its test file'({ page, workbench }) {
    await workbench.open('tested.flow.test.json');
    await page.locator('.squiggly-error').first().waitFor();
  },
  async 'a case is debugged in its world'({ page, workbench }) {
    await workbench.open('tested.flow.test.json');
    await workbench.goTo(4, 10);
    await workbench.command('Test: Debug Test at Cursor');
    // The first run of a case in this window: no older one shows a pass already.
    await page.locator('.testing-run-glyph.codicon-testing-passed-icon').first().waitFor();
    // It comes to the front by itself for the first session of a window only.
    await page.getByRole('tab', { name: 'Debug Console' }).click();
    await page.locator('.repl', { hasText: 'says "Good evening."' }).first().waitFor();
  },
  async 'the cases of a test file run, and show at their lines how'({ page, workbench }) {
    await workbench.open('tested.flow.test.json');
    await workbench.command('Test: Run Tests in Current File');
    await page.locator('.testing-run-glyph.codicon-testing-failed-icon').first().waitFor();
    await page.locator('.testing-run-glyph.codicon-testing-passed-icon').first().waitFor();
  },
  async 'a case covers its flow'({ page, workbench }) {
    await workbench.open('tested.flow.test.json');
    await workbench.goTo(4, 10);
    await workbench.command('Test: Run Test at Cursor with Coverage');
    await page.getByText('Close Test Coverage', { exact: true }).first().waitFor();
    await workbench.open('tested.flow.json');
    await page.locator('.coverage-deco-gutter').first().waitFor();
  },
  async 'a name leads to its action, and hints, lenses and hover know it'({ page, workbench }) {
    await workbench.open('named.flow.jsonc');
    await lineWith(page, '→ talk "Press 1."').waitFor();
    await page.locator('.codelens-decoration', { hasText: '1 way leads here' }).first().waitFor();
    await workbench.goTo(13, 29);
    await workbench.command('Show or Focus Hover');
    await page.locator('.monaco-hover:not(.hidden) .hover-row', { hasText: 'bye' }).first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('Go to Definition');
    await page.locator('[id="status.editor.selection"]', { hasText: 'Ln 17' }).waitFor();
  },
  async 'a name is renamed in all its places, a taken one is refused, and undo takes it back'({ page, workbench }) {
    await workbench.open('renamed.flow.jsonc');
    await lineWith(page, '→ talk').waitFor();
    const rename = async (name) => {
      await workbench.goTo(4, 13);
      await workbench.rename(name);
    };
    await rename('bye');
    await page.locator('.notification-list-item', { hasText: 'has this name' }).waitFor();
    await rename('again');
    await lineWith(page, '"default_target_id": "again"').waitFor();
    await lineWith(page, '"id": "again"').waitFor();
    await page.keyboard.press('Control+Z');
    await lineWith(page, '"default_target_id": "ask"').waitFor();
    await lineWith(page, '"id": "ask"').waitFor();
  },
  async 'a call from a flow with names marks its actions, and tells of them by name'({ page, workbench }) {
    await workbench.open('called.flow.jsonc');
    await workbench.command('VoIPbin: Run Call');
    const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await phone.locator('.now[data-wanted]').waitFor();
    await phone.getByRole('button', { name: '1', exact: true }).click();
    await behindLine(page, '→ bye: hangup');
    await workbench.command('VoIPbin: Focus on Call View');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'bye: hangup' }).first().waitFor();
  },
  async 'all actions get names by one refactoring'({ page, workbench }) {
    await workbench.open('unnamed.flow.jsonc');
    await lineWith(page, '→').waitFor();
    await workbench.goTo(3, 4);
    await workbench.command('Refactor...');
    const row = page.locator('.action-widget .monaco-list-row', { hasText: 'Name All Actions' }).first();
    // A menu takes no click before the pointer has moved.
    const { x, y } = await row.boundingBox();
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.move(x + 6, y + 6);
    await row.click();
    await lineWith(page, '"id": "digits-receive').waitFor();
  },
  async 'the call hierarchy says who leads to an action'({ page, workbench }) {
    await workbench.open('named.flow.jsonc');
    await lineWith(page, '→').waitFor();
    await workbench.goTo(17, 13);
    await workbench.command('Calls: Show Call Hierarchy');
    await page.locator('.monaco-list-row', { hasText: 'case "1"' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'a flow with names is registered, and an update shows by name what is new'({ page, workbench }) {
    await workbench.open('registered.flow.jsonc');
    await workbench.command('VoIPbin: Register Flow');
    await page.locator('.notification-list-item', { hasText: 'is registered' }).waitFor();
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.goTo(4, 57);
    await page.keyboard.type('Please press 2. ');
    await workbench.command('VoIPbin: Update Registered Flow');
    await page.locator('.monaco-diff-editor .modified .view-line', { hasText: 'Please press 2.' }).first().waitFor();
    await page.locator('.monaco-diff-editor .original .view-line', { hasText: '"target_id": "ask"' }).first().waitFor();
    await workbench.pick('Update "Named flow"');
    // Of many notifications within a second, as a fast machine has here, VS Code shows the last ones only in their list.
    await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await page.locator('[id="status.notifications"]').click();
    await page.locator('.notification-list-item', { hasText: 'is updated' }).waitFor();
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.command('File: Save');
  },
  async 'a variable of two flows is renamed in both, and undo takes both back'({ page, workbench }) {
    await workbench.open('sharing.flow.json');
    await lineWith(page, '→ Shared').waitFor();
    await workbench.goTo(2, 52);
    await workbench.rename('caller');
    await lineWith(page, '"key": "caller"').waitFor();
    await workbench.open('shared.flow.json');
    await lineWith(page, 'Hello ${caller}.').waitFor();
    await page.keyboard.press('Control+Z');
    await lineWith(page, 'Hello ${customer}.').waitFor();
    await workbench.open('sharing.flow.json');
    await lineWith(page, '"key": "customer"').waitFor();
    await workbench.command('File: Save All Files');
  },
  async 'calls are loaded when the phone is first shown'({ page, workbench }) {
    await workbench.command('VoIPbin: Show Phone');
    await page.locator('.tab', { hasText: 'Phone' }).first().waitFor();
  },
  // The last: it begins a window anew.
  async 'a local call that a reload cuts off is told, once, and runs again'({ page, workbench }) {
    const phone = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title="Phone"]');
    const answer = phone.getByRole('button', { name: 'Answer', exact: true });
    const told = page.locator('.notification-list-item', { hasText: 'was cut off' });
    const stored = (...wanted) => workbench.stored('voipbin.voipbin-flow', 'voipbin.liveRuns', ...wanted);
    // VS Code writes late: the call of a test before this one can be written as live long after its end.
    const before = await workbench.storedNow('voipbin.voipbin-flow', 'voipbin.liveRuns');
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Run Call');
    await answer.waitFor();
    const first = await stored(1, before);
    await page.reload();
    await workbench.ready();
    await told.filter({ hasText: 'welcome.flow.json → Local phone' }).waitFor();
    await told.getByRole('button', { name: 'Run Again' }).click();
    await answer.waitFor();
    // As fast as a test before this one may have set it, the call ends before VS Code has written that there is one.
    await stored(1, first);
    await answer.click();
    await page.locator('.statusbar-item', { hasText: 'hung up' }).first().waitFor();
    // Only what is written is told at the next start. No reload shows it here: one that follows a write at once sometimes finds what was written before.
    await stored(0);
  },
};
