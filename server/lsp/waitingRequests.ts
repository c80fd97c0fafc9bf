import { type Message, RAL } from 'vscode-languageserver';
import type { FlowDocument } from './flowDocument';

/** Requests that wait until everything is read that a client has sent so far, so that one that never cancels does not fall behind. */
export interface WaitingRequests {
  /**
   * Waits for a request's turn and tells whether it is to be answered: it is not when a later one of the same kind asks about a newer text of
   * the document. Requests about one text are all answered.
   */
  turn(kind: string, document: FlowDocument): Promise<boolean>;
  /** Is told of each message before it is handled. */
  note(message: Message): void;
}

interface Waiting {
  readonly kind: string;
  readonly document: FlowDocument;
  readonly resolve: (answer: boolean) => void;
}

/** A connection hands on one message each turn; what has arrived meanwhile takes a turn to be read and one to be handed on. */
const quietTurns = 3;

export function createWaitingRequests(): WaitingRequests {
  let waiting: readonly Waiting[] = [];
  let messages = 0;
  let looks = false;

  const after = (turns: number, run: () => void): void => {
    if (turns === 0) run();
    else RAL().timer.setImmediate(() => after(turns - 1, run));
  };
  const look = () => {
    looks = waiting.length > 0;
    const seen = messages;
    if (looks) after(quietTurns, () => (seen === messages ? answerFirst() : look()));
  };
  // One at a time, so that edits and cancellations that come meanwhile are seen before the next.
  const answerFirst = () => {
    const [first, ...others] = waiting;
    waiting = others;
    first?.resolve(true);
    look();
  };

  return {
    turn: (kind, document) =>
      new Promise((resolve) => {
        const isOutdated = (other: Waiting) =>
          other.kind === kind && other.document.uri === document.uri && other.document !== document;
        for (const other of waiting) if (isOutdated(other)) other.resolve(false);
        waiting = [...waiting.filter((other) => !isOutdated(other)), { kind, document, resolve }];
        if (!looks) look();
      }),
    note(message) {
      messages++;
      if ((message as { method?: unknown }).method !== 'shutdown') return;
      // What was asked before the end is answered before it.
      for (const other of waiting) other.resolve(true);
      waiting = [];
    },
  };
}
