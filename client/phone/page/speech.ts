import type { PhoneView } from '../phoneProtocol';

/** What a change of the phone means for speech: only the phone that is shown is heard. */
export interface Utterance {
  /** Stop what is being spoken. */
  readonly stop: boolean;
  readonly say: { readonly text: string; readonly language: string } | undefined;
}

/** What to speak after a change. A text that had begun before the page was drawn is not repeated. */
export function utterance(before: PhoneView | undefined, after: PhoneView): Utterance {
  const leg = after.legs.find(({ id }) => id === after.selected);
  const old = before?.legs.find(({ id }) => id === after.selected);
  const isSwitched = before?.selected !== after.selected;
  const oldLine = old?.speaking?.line;
  const isCut = leg?.lines.some(({ id, isCut }) => id === oldLine && isCut === true) ?? false;
  const stop = isSwitched || isCut || after.speed === 'fast' || leg === undefined || leg.state === 'over';
  const line = leg?.speaking?.line;
  const isNew = before !== undefined && line !== undefined && (isSwitched ? old === undefined : line !== oldLine);
  const said = isNew && after.speed === 'real' ? leg?.lines.find(({ id }) => id === line) : undefined;
  return { stop, say: said && { text: said.text, language: said.language ?? '' } };
}

export interface Speech {
  /** Speaks, or stops speaking, for what has changed. */
  follow(change: Utterance): void;
  readonly isOn: boolean;
  switchTo(on: boolean): void;
}

/** The browser's voice. `onNote` gets the reason why nothing is heard although speech is on, and `""` when that has changed. */
export function createSpeech(synthesis: SpeechSynthesis | undefined, onNote: (note: string) => void): Speech {
  let isOn = false;
  const noVoice = () => (synthesis?.getVoices().length ? '' : 'No voice is installed here, so you hear nothing.');
  synthesis?.addEventListener('voiceschanged', () => onNote(isOn ? noVoice() : ''));
  return {
    get isOn() {
      return isOn;
    },
    switchTo(on) {
      isOn = on;
      if (!on) synthesis?.cancel();
      onNote(on ? noVoice() : '');
    },
    follow({ stop, say }) {
      if (!synthesis || !isOn) return;
      // A voice that is slower than VoIPbin skips waiting texts, so that it does not fall further behind.
      if (stop || (say && synthesis.pending)) synthesis.cancel();
      if (!say) return;
      const spoken = new SpeechSynthesisUtterance(say.text);
      if (say.language) spoken.lang = say.language;
      spoken.onstart = () => onNote('');
      spoken.onerror = ({ error }) => {
        if (error === 'not-allowed') onNote('The browser speaks only after you click on this page.');
        else if (error !== 'canceled' && error !== 'interrupted') onNote('The browser could not speak this text.');
      };
      onNote(noVoice());
      synthesis.speak(spoken);
    },
  };
}
