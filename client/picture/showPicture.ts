import * as vscode from 'vscode';
import { actionLabel, type Edit, type PictureFinding, severities } from '../../flow';
import type { QuickFixes } from '../quickFixes';
import { fileName } from '../ui/fileName';
import { fillWithPage } from '../ui/fillWithPage';
import { isJsoncDocument } from '../ui/isJsoncDocument';
import { toggleBreakpoint } from './breakpoints';
import { canEdit, isAboutReadOnly } from './canEdit';
import { createDrawing, keyAt } from './drawing';
import { actionOf, actionsOf, fixedEdges } from './drawn';
import { createEditing } from './editing';
import type { Exported } from './exportPicture';
import { fixesOf } from './fixes';
import { followText, type TextEvents } from './followText';
import { formOf, isAbout } from './formOf';
import { hoverText } from './hoverText';
import type { Lighting } from './lighting';
import { movedKeys } from './movedKeys';
import { type Chosen, movedChosen } from './offers';
import { openElsewhere } from './openElsewhere';
import { type Form, type FromPage, type Lights, readFromPage, type Show, type ToPage } from './pictureProtocol';
import { createPngs } from './pngs';
import { revealActions } from './revealActions';
import type { ChangesDeps } from './showChanges';
import { shownFindings } from './shownFindings';
import { undoText } from './undoText';
import { createVersions } from './versions';

/** Milliseconds in which changes are collected before they are drawn. */
const pause = 40;

export interface PictureDeps extends ChangesDeps, Pick<TextEvents, 'moved' | 'lost'> {
  /** The names of flows of the account, by canonical id. */
  readonly flowNames: () => ReadonlyMap<string, string>;
  readonly lighting: Lighting;
  readonly fixes: () => Promise<QuickFixes>;
  readonly newId: () => string;
  /** Puts the picture in front, with the focus. */
  readonly goThere: () => void;
}

export interface ShownPicture {
  /** The address of its text. */
  readonly uri: () => string;
  /** Draws it again, after a change of something other than the text. */
  redraw(): void;
  /** Shows what lights it up now. */
  showLights(): void;
  /** What an export writes. */
  readonly exported: () => Promise<Exported>;
  /** The last message to the page, for tests. */
  readonly latest: () => Show | undefined;
  readonly latestLights: () => Lights | undefined;
  readonly latestForm: () => Form | undefined;
  /** Does what the page asks. */
  readonly take: (message: FromPage) => Promise<void>;
  dispose(): void;
}

/** Fills a panel with the picture of a text, for as long as both are there: also while the text has no editor, and under its next name. */
export function showPicture(panel: vscode.WebviewPanel, first: vscode.TextDocument, deps: PictureDeps): ShownPicture {
  const { webview } = panel;
  const text = followText(first, { changed: () => later(), moved: deps.moved, lost: deps.lost });
  const drawing = createDrawing(deps.layout.layOut);
  let isCollapsed = false;
  let stale = '';
  let latest: Show | undefined;
  let latestLights: Lights | undefined;
  let latestForm: Form | undefined;
  let selectAt: number | undefined;
  let selected: Chosen | undefined;
  /** The cursor in a text that is not drawn yet. */
  let cursorAt: vscode.Position | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lightTimer: ReturnType<typeof setTimeout> | undefined;
  let pending: Promise<void> | undefined;
  /** The edits since the picture that is shown, in the order of time. */
  const steps: Edit[][] = [];
  const versions = createVersions();
  const post = (message: ToPage) => void webview.postMessage(message);
  const pngs = createPngs(post);

  const show = async () => {
    const document = (await text.open()) ?? text.document();
    const isGone = text.isGone();
    const before = drawing.current();
    const { length } = steps;
    const drawn = await drawing.draw(document.getText(), {
      jsonc: isJsoncDocument(document),
      findings: findingsOf(document),
      isCollapsed,
      flowNames: deps.flowNames(),
    });
    // The newer text is drawn already.
    if (drawn === 'overtaken') return;
    stale = drawn === 'drawn' ? '' : stale || deps.timeOfDay();
    // A text that cannot be read leaves the picture of before.
    const moved = drawn === 'drawn' ? movedKeys(before, steps.splice(0, length), drawing.current()) : {};
    const version = versions.add(moved);
    if (selected) selected = movedChosen(selected, moved);
    const { marks, taken, lights } = deps.lighting.litBy(document, drawing.current());
    const name = fileName(document.uri);
    const uri = document.uri.toString();
    const select = selectAt === undefined ? undefined : keyOf(selectAt);
    selectAt = undefined;
    const fixed = fixedEdges(drawing.current());
    const isReadOnly = isGone || !canEdit(document);
    const picture = drawing.placed();
    const common = { stale, isGone, isReadOnly, fixed, marks, taken, version, moved, select };
    latest = { type: 'show', name, uri, picture, ...common };
    post(latest);
    latestLights = lights;
    post({ type: 'lights', lights });
    if (selected) void sendForm(selected);
    else if (latestForm) {
      latestForm = undefined;
      post({ type: 'form', form: undefined });
    }
    if (cursorAt && select === undefined) followCursor(cursorAt);
    cursorAt = undefined;
  };
  const draw = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const own = show().catch(deps.failed);
    pending = own;
    await own;
    if (pending === own) pending = undefined;
  };
  const later = () => {
    timer ??= setTimeout(draw, pause);
  };
  const showLights = () => {
    // The next drawing brings its lights.
    if (!latest || timer !== undefined || pending) return;
    const { marks, taken, lights } = deps.lighting.litBy(text.document(), drawing.current());
    if (!isEqual([marks, taken], [latest.marks, latest.taken])) {
      latest = { ...latest, marks, taken };
      post({ type: 'marks', marks, taken });
    }
    if (isEqual(lights, latestLights)) return;
    latestLights = lights;
    post({ type: 'lights', lights });
  };
  const lightSoon = () => {
    lightTimer ??= setTimeout(() => {
      lightTimer = undefined;
      showLights();
    }, pause);
  };
  /** Draws changes that still wait, so that an edit applies to the current text. */
  const catchUp = async () => {
    if (timer !== undefined) void draw();
    while (pending) await pending;
  };
  const keyOf = (offset: number) => keyAt(drawing.current(), offset);
  const findingsAbout = (key: string) => {
    const actions = actionsOf(drawing.current(), key);
    return findingsOf(text.document()).filter((finding) => isAbout(drawing.current(), actions, finding));
  };
  const sendForm = async (chosen: Chosen) => {
    const { model } = drawing.current();
    const action = actionOf(drawing.current(), chosen.key);
    const findings = findingsAbout(chosen.key);
    const send = (titles?: ReadonlyMap<PictureFinding, readonly string[]>) => {
      latestForm =
        action && formOf(drawing.current(), chosen, action, { findings, fixesOf: (finding) => titles?.get(finding) });
      post({ type: 'form', form: latestForm });
    };
    send();
    if (findings.length === 0) return;
    const titles = new Map<PictureFinding, readonly string[]>();
    for (const finding of findings)
      titles.set(
        finding,
        (await fixesOf(await deps.fixes(), text.document(), finding)).map(({ title }) => title),
      );
    // Meanwhile another action may be chosen, or the text may have changed.
    if (selected === chosen && drawing.current().model === model) send(titles);
  };
  /** The action at the cursor is marked, and an open form is about it. */
  const followCursor = (at: vscode.Position) => {
    const key = keyOf(text.document().offsetAt(at));
    post({ type: 'cursor', key });
    if (!selected || key === undefined || key === selected.key || key === selected.until) return;
    selected = { key };
    void sendForm(selected);
  };
  const editing = createEditing({
    text,
    drawn: drawing.current,
    versions,
    catchUp,
    findingsAbout,
    chooseAt: (offset) => {
      selectAt = offset;
    },
    fixes: deps.fixes,
    newId: deps.newId,
  });
  const take = async (message: FromPage): Promise<void> => {
    // What is drawn, sent and rasterized is also possible without the file.
    const document = (await text.open()) ?? text.document();
    switch (message.type) {
      case 'ready':
        await draw();
        return pngs.ready();
      case 'select': {
        const now = versions.renew(message, message.version);
        if (!now) return;
        selected = { key: now.key, until: now.until };
        void sendForm(selected);
        return reveal(message, false);
      }
      case 'selectNothing':
        selected = undefined;
        latestForm = undefined;
        return;
      case 'open': {
        await catchUp();
        const now = versions.renew(message, message.version);
        if (!now || (await openElsewhere(document, drawing.current(), now.key))) return;
        return reveal(message, true);
      }
      case 'hover': {
        const { key } = versions.renew(message, message.version) ?? {};
        const action = key === undefined ? undefined : actionOf(drawing.current(), key);
        if (key === undefined || !action) return;
        // Findings are above what the text says, as in the hover of an editor.
        const found = findingsAbout(key).map((finding) => finding.message);
        const run = actionsOf(drawing.current(), key);
        if (run.length > 1) {
          const all = [...found, run.map((action) => actionLabel(action, 100)).join('\n')].join('\n\n');
          return post({ type: 'hover', key, text: all });
        }
        const hover = await hoverText(document, (action.typeNode ?? action.node).offset + 1);
        const all = [...found, hover].filter(Boolean).join('\n\n');
        return all === '' ? undefined : post({ type: 'hover', key, text: all });
      }
      case 'breakpoint': {
        await catchUp();
        const now = versions.renew(message, message.version);
        if (!now) return;
        const drawn = drawing.current();
        const actions = actionsOf(drawn, now.key);
        // In a text that cannot be read the lines would be different.
        return drawn.model.text === document.getText() ? toggleBreakpoint(document, drawn.model, actions) : undefined;
      }
      case 'rasterized':
        return pngs.take(message);
      case 'clearLights':
        return deps.lighting.clear(document);
      case 'edit':
        return editing.edit(message.change, message.version);
      case 'fix':
        return editing.fix(message);
      case 'undo':
      case 'redo':
        return text.isGone() ? undefined : undoText(document, message.type, deps.goThere);
      case 'collapse':
        isCollapsed = message.isOn;
        return draw();
    }
  };
  const reveal = async (asked: Extract<FromPage, { type: 'select' | 'open' }>, isOpened: boolean) => {
    await catchUp();
    const now = versions.renew(asked, asked.version);
    if (!now) return;
    const until = now.type === 'select' ? now.until : undefined;
    const drawn = drawing.current();
    const ends = [now.key, until ?? now.key].flatMap((key) => {
      const run = actionsOf(drawn, key);
      return run.length > 0 ? run : (drawn.picture.actions.get(key) ?? []);
    });
    if (!text.isGone()) await revealActions(text.document(), ends, isOpened);
  };

  fillWithPage(panel, deps.extensionUri, 'Picture');
  const listening = [
    webview.onDidReceiveMessage((data) => {
      const message = readFromPage(data);
      if (message) void take(message);
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (!text.isThis(event.document) || event.contentChanges.length === 0) return;
      steps.push(
        event.contentChanges.map((change) => ({
          offset: change.rangeOffset,
          end: change.rangeOffset + change.rangeLength,
          text: change.text,
        })),
      );
      later();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (isAboutReadOnly(event)) later();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((other) => other.toString() === text.uri())) later();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (!text.isThis(textEditor.document) || !selection) return;
      cursorAt = timer !== undefined || pending ? selection.active : undefined;
      if (!cursorAt) followCursor(selection.active);
    }),
  ];
  return {
    uri: text.uri,
    redraw: later,
    showLights: lightSoon,
    async exported() {
      await catchUp();
      if (!latest) await draw();
      return { picture: drawing.placed(), taken: latest?.taken ?? [], rasterize: pngs.make };
    },
    latest: () => latest,
    latestLights: () => latestLights,
    latestForm: () => latestForm,
    take,
    dispose() {
      clearTimeout(timer);
      clearTimeout(lightTimer);
      deps.layout.close();
      pngs.close();
      text.dispose();
      for (const disposable of listening) disposable.dispose();
    },
  };
}

/** For plain data whose keys are always in the same order. */
const isEqual = (value: unknown, other: unknown) => JSON.stringify(value) === JSON.stringify(other);

/** What the language server found: the picture says nothing that the text does not. */
function findingsOf(document: vscode.TextDocument): PictureFinding[] {
  return shownFindings(document).map(({ range, severity, message }) => ({
    offset: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    severity: severities[severity] ?? 'hint',
    message,
  }));
}
