/**
 * A module `vscode` that keeps what it is given to show, for tests of the files that hand texts to VS Code. Importing it puts it in place, so
 * it stands before the imports of those files.
 */
import Module from 'node:module';

/** Every text that was shown, each with what shows it, such as `notification` or `pick.label`. */
export const shown: { readonly where: string; readonly text: string }[] = [];
/** Commands that were run. */
export const ran: string[] = [];
export const commands = new Map<string, (...args: unknown[]) => unknown>();

/** What a person does with the next question or notification; nothing: it is closed. */
export const person: { press?: number; input?: (input: FakeInput) => void } = {};

/** Forgets everything that was shown. */
export function forget(): void {
  shown.length = 0;
  ran.length = 0;
  delete person.press;
  delete person.input;
}

function show(where: string, text: unknown): void {
  if (typeof text === 'string') shown.push({ where, text });
}

type Listener = (value: unknown) => unknown;

/** A question that is shown as VS Code shows it: what it is given counts from when it is given. */
export class FakeInput {
  value = '';
  selectedItems: readonly unknown[] = [];
  private readonly listeners = new Map<string, Listener>();
  set title(text: string) {
    show('question.title', text);
  }
  set placeholder(text: string | undefined) {
    show('question.placeholder', text);
  }
  set prompt(text: string) {
    show('question.prompt', text);
  }
  set validationMessage(text: string | undefined) {
    show('question.problem', text);
  }
  set items(items: readonly Record<string, unknown>[]) {
    for (const { label, description, detail } of items) {
      show('pick.label', label);
      show('pick.description', description);
      show('pick.detail', detail);
    }
  }
  onDidChangeValue = this.on('change');
  onDidAccept = this.on('accept');
  onDidHide = this.on('hide');
  onDidTriggerButton = this.on('button');
  show(): void {
    setImmediate(() => {
      person.input?.(this);
      this.hide();
    });
  }
  hide(): void {
    this.emit('hide');
  }
  dispose(): void {}
  emit(type: string, value?: unknown): void {
    this.listeners.get(type)?.(value);
  }
  private on(type: string) {
    return (listener: Listener) => {
      this.listeners.set(type, listener);
      return { dispose() {} };
    };
  }
}

type Item = { readonly title: string };

async function message(text: string, ...rest: readonly unknown[]): Promise<unknown> {
  const options = rest.find((item) => typeof item === 'object' && item !== null && 'modal' in item);
  const detail = (options as { detail?: string } | undefined)?.detail;
  show(options ? 'dialog' : 'notification', text);
  show('dialog.detail', detail);
  const items = rest.filter((item): item is Item => typeof item === 'object' && item !== null && 'title' in item);
  for (const { title } of items) show('button', title);
  return person.press === undefined ? undefined : items[person.press];
}

async function withProgress(
  { title }: { title: string },
  run: (progress: { report(value: { message: string }): void }, token: object) => Promise<unknown>,
): Promise<unknown> {
  show('progress.title', title);
  const progress = { report: (value: { message: string }) => show('progress.message', value.message) };
  return run(progress, { onCancellationRequested: () => ({ dispose() {} }) });
}

const statusItem = () =>
  new Proxy<Record<string, unknown>>(
    { show() {}, hide() {}, dispose() {} },
    {
      set(item, key, value) {
        item[String(key)] = value;
        show(`status.${String(key)}`, value);
        return true;
      },
    },
  );

/** Whatever else is asked for, such as an enumeration or an event, is there and does nothing. */
function anything(): unknown {
  return new Proxy(class {}, {
    get: (_, key) => (typeof key === 'symbol' ? undefined : anything()),
    apply: () => ({ dispose() {} }),
    construct: () => ({}),
  });
}

function withRest<T extends object>(known: T): T {
  return new Proxy(known, {
    get: (target, key) => (key in target || typeof key === 'symbol' ? Reflect.get(target, key) : anything()),
  });
}

const fromParts = ({ scheme, path, query }: Record<string, string>) => ({
  scheme,
  path,
  toString: () => `${scheme}:${path}?${encodeURIComponent(query ?? '')}`,
});

export const treeViews: { treeDataProvider: { getTreeItem(row: unknown): Record<string, unknown> } }[] = [];

/** Errors in the log. */
export const logged: string[] = [];

/** The documents that are open, and the setting `voipbin.detectFlows`. */
export const open: { documents: readonly unknown[]; files: readonly unknown[]; detectFlows: string } = {
  documents: [],
  /** Of the workspace, as `findFiles` gives them. */
  files: [],
  detectFlows: 'auto',
};

const vscode = {
  ExtensionMode: { Test: 3 },
  workspace: withRest({
    get textDocuments() {
      return open.documents;
    },
    getConfiguration: () => ({ get: () => open.detectFlows }),
    findFiles: async () => open.files,
    fs: withRest({ isWritableFileSystem: () => true }),
    asRelativePath: ({ path }: { path: string }) => path.slice(1),
  }),
  debug: anything(),
  languages: withRest({
    setTextDocumentLanguage: async (document: { languageId: string }, language: string) =>
      Object.assign(document, { languageId: language }),
  }),
  ProgressLocation: anything(),
  QuickInputButtons: anything(),
  QuickPickItemKind: anything(),
  StatusBarAlignment: anything(),
  ThemeColor: anything(),
  ThemeIcon: anything(),
  TreeItemCollapsibleState: anything(),
  window: withRest({
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    withProgress,
    createQuickPick: () => new FakeInput(),
    createInputBox: () => new FakeInput(),
    createStatusBarItem: statusItem,
    createOutputChannel: () => ({ show() {}, error: (error: unknown) => logged.push(String(error)), dispose() {} }),
    createTreeView(_: string, options: (typeof treeViews)[number]) {
      treeViews.push(options);
      return { onDidChangeSelection: () => ({ dispose() {} }), reveal: async () => {}, dispose() {} };
    },
    async showQuickPick(_: unknown, options: { title: string }) {
      show('question.title', options.title);
    },
  }),
  env: withRest({
    clipboard: {
      writeText: async (text: string) => show('clipboard', text),
    },
  }),
  commands: withRest({
    getCommands: async () => [...commands.keys()],
    executeCommand: async (id: string, ...args: readonly unknown[]) => {
      ran.push(id);
      if (id === 'vscode.diff') show('editor.title', args[2]);
      return commands.get(id)?.(...args);
    },
    registerCommand(id: string, run: (...args: unknown[]) => unknown) {
      commands.set(id, run);
      return { dispose: () => commands.delete(id) };
    },
  }),
  Uri: withRest({
    parse: (text: string) => ({ scheme: text.split(':')[0], toString: () => text }),
    from: fromParts,
  }),
  TreeItem: class {
    constructor(readonly label: string) {}
  },
  EventEmitter: class {
    event = () => ({ dispose() {} });
    fire() {}
    dispose() {}
  },
  Disposable: { from: () => ({ dispose() {} }) },
};

type Load = (request: string, ...rest: unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
