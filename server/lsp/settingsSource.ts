import { readSettings, type Settings, type Timers } from '../../flow';
import { readSentSettings, type SentSettings } from './settingsForms';

export interface SettingsSource {
  /** What the client sent when it started, and whether it answers when it is asked. */
  begin(initial: unknown, pulls: boolean): void;
  /** Settings changed; what the client sent along counts until the next change. */
  change(sent: unknown): void;
  /** The settings of a document, of a client that is slow to answer those that are known without it. */
  of(uri: string): Promise<Settings>;
  /** The same at once, as far as they are known. */
  known(uri: string): Settings;
  forget(uri: string): void;
}

/** How long anything waits for the client's answer, in ms. */
const patience = 2000;

/**
 * The settings that a client gives, whichever way: asked for, sent when they change, sent at the start. The first that names a setting counts.
 *
 * A question that fails or is not answered is asked again when the settings are next wanted. Once one took too long, nothing waits for an
 * answer until one comes; `onLate` tells of a document whose settings came after it had been judged without them.
 */
export function createSettingsSource(
  ask: (uri: string) => Promise<unknown>,
  timers: Timers,
  onLate: (uri: string) => void,
): SettingsSource {
  const pulled = new Map<string, Settings>();
  const asking = new Map<string, Promise<Settings | undefined>>();
  const judgedWithout = new Set<string>();
  let initial: SentSettings = {};
  let sent: SentSettings = {};
  let pulls = false;
  let answers = true;
  let round = 0;

  const read = (answer: unknown) => readSettings({ ...initial, ...sent, ...readSentSettings(answer) });

  const pull = (uri: string): Promise<Settings | undefined> => {
    const asked = round;
    const isCurrent = () => asked === round;
    const answer = new Promise<Settings | undefined>((resolve) => {
      const giveUp = () => {
        if (isCurrent()) asking.delete(uri);
        resolve(undefined);
      };
      const cancel = timers.after(patience, () => {
        answers = false;
        giveUp();
      });
      ask(uri).then(
        (value) => {
          cancel();
          answers = true;
          const settings = read(value);
          if (isCurrent()) {
            pulled.set(uri, settings);
            asking.delete(uri);
            if (judgedWithout.delete(uri)) onLate(uri);
          }
          resolve(settings);
        },
        () => {
          cancel();
          giveUp();
        },
      );
    });
    asking.set(uri, answer);
    return answer;
  };

  return {
    begin(options, asks) {
      initial = readSentSettings(options);
      pulls = asks;
    },
    change(settings) {
      sent = readSentSettings(settings);
      round++;
      pulled.clear();
      asking.clear();
    },
    async of(uri) {
      const known = pulled.get(uri);
      if (known || !pulls) return known ?? read(undefined);
      const answer = asking.get(uri) ?? pull(uri);
      const settings = answers ? await answer : undefined;
      if (settings) return settings;
      judgedWithout.add(uri);
      return read(undefined);
    },
    known: (uri) => pulled.get(uri) ?? read(undefined),
    forget(uri) {
      pulled.delete(uri);
      asking.delete(uri);
      judgedWithout.delete(uri);
    },
  };
}
