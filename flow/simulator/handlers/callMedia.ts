import { findAction } from '../../catalog';
import { digitsVariable } from '../../catalog/variables';
import { byteLength } from '../../json/byteLength';
import { holdsByte } from '../go/utf8';
import { speechDuration } from '../media/speechDuration';
import { speechFault } from '../media/speechFault';
import { ask } from '../run/ask';
import { type Continuation, event, failed, meet, next, nextAs, type Run, type Script } from '../run/run';
import { hangUp, timeOf, wait } from '../run/wait';
import { answerCall } from './bridge';
import { flagOf, type Handler, idOf, listOf, numberOf, optionText } from './handler';

/** How long a beep sounds, in ms. */
const beepDuration = 500;
/** What echo lasts without a duration. Source: bin-call-manager/pkg/callhandler/action.go actionExecuteEcho. */
const echoDuration = 180_000;

export const answer: Handler = function* (run) {
  yield* answerCall(run, 'answer');
  return next;
};

/** Speaks, and answers the call for it. Source: bin-call-manager/pkg/callhandler/media.go Talk; bin-tts-manager/pkg/ttshandler/tts.go. */
export const talk: Handler = function* (run, option) {
  yield* answerCall(run, 'talk');
  const text = optionText(option, 'text');
  const language = optionText(option, 'language');
  const fault = text === '' ? 'There is no `text` to speak' : speechFault(text);
  if (fault !== undefined) return failed('nothing-to-do', `${fault}: the caller hears nothing.`);
  if (language === '') return failed('nothing-to-do', 'No `language` is given: the caller hears nothing.');
  const async = flagOf(option, 'async');
  const duration = speechDuration(text);
  yield event(run, { type: 'said', text, language, async, duration });
  run.speaksUntil = async ? run.clock + duration : 0;
  if (async) return next;
  const keys = optionText(option, 'digits_handle') === 'next' ? 'replace-and-end' : 'replace';
  const ended = yield* wait(run, { for: 'talk', duration, keys, media: { text, language } });
  return ended.kind === 'left' ? ended.step : next;
};

/** Plays files; unlike speech it does not answer the call. Source: media.go Play. */
export const play: Handler = function* (run, option) {
  const urls = listOf(option, 'stream_urls').filter((url): url is string => typeof url === 'string');
  if (urls.length === 0) return failed('nothing-to-do', '`stream_urls` names no file to play.');
  yield event(run, { type: 'played', urls });
  const ended = yield* wait(run, { for: 'play', duration: undefined, keys: 'replace', media: { urls } });
  return ended.kind === 'left' ? ended.step : next;
};

/** Lets a fixed time pass. */
const pause = (
  reason: 'beep' | 'sleep' | 'echo' | 'digits_send',
  duration: (option: Parameters<Handler>[1]) => number,
): Handler =>
  function* (run, option) {
    const ended = yield* wait(run, { for: reason, duration: duration(option), keys: 'replace' });
    return ended.kind === 'left' ? ended.step : next;
  };

export const beep = pause('beep', () => beepDuration);
export const sleep = pause('sleep', (option) => numberOf(option, 'duration'));
export const echo = pause('echo', (option) => {
  const duration = numberOf(option, 'duration');
  return duration > 0 ? duration : echoDuration;
});

/** The tones are timed, because nothing reports their end. Source: action.go actionExecuteDigitsSend. */
const sendTones = pause('digits_send', (option) => {
  const count = optionText(option, 'digits').length;
  return count * numberOf(option, 'duration') + Math.max(0, count - 1) * numberOf(option, 'interval');
});

export const digitsSend: Handler = function* (run, option) {
  if (optionText(option, 'digits') === '') return failed('nothing-to-do', 'There are no `digits` to send.');
  return yield* sendTones(run, option);
};

/**
 * Collects keys until they suffice or the time is over. Keys that are stored already count, and nothing clears them.
 *
 * Source: action.go actionExecuteDigitsReceive; digit.go checkDigitsCondition.
 */
export const digitsReceive: Handler = function* (run, option) {
  const nth = run.digitsReceived++;
  const length = yield* wantedLength(run, option);
  const keys = [...new Set(optionText(option, 'key'))];
  const enough = () => {
    const digits = run.variables.get(digitsVariable) ?? '';
    return (length > 0 && byteLength(digits) >= length) || keys.some((name) => holdsByte(digits, name));
  };
  const stored = () => run.variables.get(digitsVariable) ?? '';
  if (enough()) return nextAs(`The stored digits "${stored()}" are enough: it does not wait.`);
  const duration = numberOf(option, 'duration');
  if (duration <= 0) return nextAs('Without `duration` the caller has no time to press a key.');
  const ended = yield* wait(run, { for: 'digits', duration, keys: 'collect', nth, enough });
  if (ended.kind === 'left') return ended.step;
  return ended.kind === 'time' ? nextAs(`Timed out. Digits: "${stored()}".`) : next;
};

function* wantedLength(run: Run, option: Parameters<Handler>[1]): Script<number> {
  const length = numberOf(option, 'length');
  if (length !== 0) return length;
  yield meet(run, 'digits-length-default-unlimited');
  return run.quirks['digits-length-default-unlimited'] ? 0 : 1;
}

/** Listens who picked up; a machine may end the call, at once or while the flow continues. Source: bin-call-manager/pkg/callhandler/start_service.go. */
export const amd: Handler = function* (run, option) {
  const ends = optionText(option, 'machine_handle') === 'hangup';
  if (flagOf(option, 'async')) {
    const since = run.clock;
    const verdict = yield* ask(run, {
      kind: 'wait',
      for: 'amd',
      began: since,
      since,
      until: undefined,
      keys: 'ignore',
      background: true,
    });
    if (ends && verdict.kind === 'amd' && verdict.result === 'machine') run.amdHangupAt = timeOf(verdict, since);
    return next;
  }
  const ended = yield* wait(run, { for: 'amd', duration: undefined, keys: 'replace' });
  if (ended.kind === 'left') return ended.step;
  return ends && ended.kind === 'amd' && ended.result === 'machine' ? hangUp(run, 'platform', 'amd') : next;
};

const hangupReasons = findAction('hangup')?.options.reason?.values ?? {};

/** An unknown reason counts as normal. Source: action.go actionExecuteHangup. */
export const hangup: Handler = function* (run, option): Script<Continuation> {
  const reference = idOf(option, 'reference_id');
  const leg = run.legs.find(({ id }) => id === reference);
  const reason = leg?.status === 'over' ? leg.reason : optionText(option, 'reason');
  return hangUp(run, 'flow', reason !== undefined && Object.hasOwn(hangupReasons, reason) ? reason : 'normal');
};
