/** One entry of a list to choose from. */
export interface PickChoice<T> {
  /** The name of the icon before the label, such as `history`. Texts bring no icons. */
  readonly icon?: string | undefined;
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
  /** The heading it stands under; entries of one group follow each other. */
  readonly group?: string | undefined;
  /** Undefined for an entry that only tells something and cannot be chosen. */
  readonly pick: { readonly value: T } | undefined;
}

/** Where a question stands among those that are asked one after another; both count from 1. */
export interface QuestionStep {
  readonly at: number;
  readonly of: number;
}

interface QuestionHead {
  readonly title: string;
  readonly step?: QuestionStep | undefined;
}

export interface PickQuestion<T> extends QuestionHead {
  readonly placeholder: string;
  /** While they are fetched the list shows that it is busy. */
  readonly choices: readonly PickChoice<T>[] | Promise<readonly PickChoice<T>[]>;
  /** What can be chosen because of the text typed, on top of the list. */
  readonly typed?: ((text: string) => readonly PickChoice<T>[]) | undefined;
}

export interface TextQuestion extends QuestionHead {
  readonly prompt: string;
  /** What is typed is not shown. */
  readonly isSecret?: boolean;
  /** A button beside the title that answers with `value`; `icon` is its name. */
  readonly orElse?: { readonly label: string; readonly icon: string; readonly value: string };
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  /** What is wrong with a text, told while it is typed. */
  readonly check?: ((text: string) => string | undefined) | undefined;
}

export interface Confirmation {
  readonly message: string;
  /** Line by line: no line of a text from elsewhere can pass for one of ours. */
  readonly detail: readonly string[];
  /** The buttons, what is asked for first; VS Code adds one to cancel. */
  readonly buttons: readonly string[];
}

interface NotificationButton {
  readonly label: string;
  run(): Promise<void>;
}

/**
 * The user, as commands know them. Nothing here needs VS Code, so that commands run in plain tests.
 *
 * Texts may come from anywhere: what shows them makes them harmless (`harmless.ts`).
 */
export interface Ui {
  pick<T>(question: PickQuestion<T>): Promise<Reply<T>>;
  ask(question: TextQuestion): Promise<Reply<string>>;
  /** Stops everything until it is answered; the button, or undefined. */
  confirm(confirmation: Confirmation): Promise<string | undefined>;
  /** A notification. The command does not wait until it is closed; a button runs when it is pressed, however late. */
  tell(kind: 'information' | 'warning' | 'error', message: string, ...buttons: readonly NotificationButton[]): void;
  /** Shows that something takes a moment; the user can cancel it. */
  during<T>(title: string, run: (signal: AbortSignal) => Promise<T>): Promise<T>;
  copy(text: string): Promise<void>;
  /** Runs a command of VS Code or of this extension; nothing happens where there is none of that name. */
  command(id: string, ...args: readonly unknown[]): Promise<void>;
}

/** What a question was answered with; `back` asks for the question before. Escape cancels, as VS Code writes below each question. */
export type Reply<T> = { readonly value: T } | 'back' | 'cancelled';
