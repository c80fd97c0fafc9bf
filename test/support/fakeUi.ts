import assert from 'node:assert/strict';
import type { PickChoice, PickQuestion, Ui } from '../../client/questions/ui';

/** What a person does: goes back, gives up, or answers. A text chooses the entry of a list whose label has it, fills in a text, or presses a button. */
export type Act = 'back' | 'cancelled' | { readonly say: string } | { readonly type: string; readonly choose?: string };

export interface FakeUi extends Ui {
  /** Everything that was shown, in order: questions with their choices, confirmations, notifications. */
  readonly shown: readonly string[];
  /** What was copied last. */
  copied(): string | undefined;
  /** Commands of VS Code that were run. */
  readonly ran: readonly string[];
  /** Fails when something that was to be answered was never asked. */
  done(): void;
  /** Is over when the buttons of notifications that were pressed have done their work. */
  pressed(): Promise<void>;
}

/** A person who acts as told, question by question; notifications get the button that `buttons` has for them, by a part of their text. */
export function fakeUi(acts: readonly Act[] = [], buttons: Readonly<Record<string, string>> = {}): FakeUi {
  const left = [...acts];
  const shown: string[] = [];
  const ran: string[] = [];
  const pressed: Promise<void>[] = [];
  let copied: string | undefined;
  const next = (question: string): Act => {
    shown.push(question);
    return left.shift() ?? assert.fail(`nobody answers: ${question}`);
  };
  const stepOf = (step: { at: number; of: number } | undefined) => (step ? ` ${step.at}/${step.of}` : '');

  return {
    shown,
    ran,
    copied: () => copied,
    done: () => assert.deepEqual(left, []),
    pressed: async () => void (await Promise.all(pressed)),
    async pick<T>({ title, step, placeholder, choices, typed }: PickQuestion<T>) {
      const listed = await choices;
      const labels = listed.map(({ icon, label }) => (icon ? `$(${icon}) ${label}` : label)).join(' | ');
      const act = next(`${title}${stepOf(step)}: ${placeholder}: ${labels}`);
      if (typeof act === 'string') return act;
      const offered: readonly PickChoice<T>[] = 'type' in act ? (typed?.(act.type) ?? []) : listed;
      const wanted = 'type' in act ? (act.choose ?? '') : act.say;
      const found = offered.find(({ label, pick }) => pick && label.includes(wanted));
      assert.ok(found?.pick, `${wanted} is among ${offered.map(({ label }) => label).join(' | ')}`);
      return found.pick;
    },
    async ask({ title, step, prompt, isSecret, orElse, value = '', check }) {
      const act = next(`${title}${stepOf(step)}: ${prompt}: ${value}${isSecret ? '(hidden)' : ''}`);
      if (typeof act === 'string') return act;
      const text = 'say' in act ? act.say : act.type;
      if (orElse && text === orElse.label) return { value: orElse.value };
      assert.equal(check?.(text), undefined);
      return { value: text };
    },
    async confirm({ message, detail, buttons: offered }) {
      const act = next([message, ...detail].join('\n'));
      if (typeof act === 'string') return undefined;
      const button = 'say' in act ? act.say : act.type;
      assert.ok(offered.includes(button), `${button} is among ${offered.join(' | ')}`);
      return button;
    },
    tell(kind, message, ...offered) {
      shown.push(`${kind}: ${message}`);
      const [, wanted] = Object.entries(buttons).find(([part]) => message.includes(part)) ?? [];
      if (wanted === undefined) return;
      const button = offered.find(({ label }) => label === wanted);
      assert.ok(button, `${wanted} is among ${offered.map(({ label }) => label).join(' | ')}`);
      pressed.push(button.run());
    },
    during: (title, run) => {
      shown.push(title);
      return run(new AbortController().signal);
    },
    async copy(text) {
      copied = text;
    },
    async command(id, ...args) {
      ran.push([id, ...args].join(' '));
    },
  };
}
