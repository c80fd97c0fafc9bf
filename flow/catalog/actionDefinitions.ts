import type { ActionDefinition } from './action';
import { aiSummary } from './actions/aiSummary';
import { aiTalk } from './actions/aiTalk';
import { aiTask } from './actions/aiTask';
import { amd } from './actions/amd';
import { answer } from './actions/answer';
import { beep } from './actions/beep';
import { block } from './actions/block';
import { branch } from './actions/branch';
import { call } from './actions/call';
import { caseCreate } from './actions/caseCreate';
import { conditionCallDigits } from './actions/conditionCallDigits';
import { conditionCallStatus } from './actions/conditionCallStatus';
import { conditionDatetime } from './actions/conditionDatetime';
import { conditionVariable } from './actions/conditionVariable';
import { confbridgeJoin } from './actions/confbridgeJoin';
import { conferenceJoin } from './actions/conferenceJoin';
import { connect } from './actions/connect';
import { conversationSend } from './actions/conversationSend';
import { digitsReceive } from './actions/digitsReceive';
import { digitsSend } from './actions/digitsSend';
import { echo } from './actions/echo';
import { emailSend } from './actions/emailSend';
import { externalMediaStart } from './actions/externalMediaStart';
import { externalMediaStop } from './actions/externalMediaStop';
import { fetch } from './actions/fetch';
import { fetchFlow } from './actions/fetchFlow';
import { goto } from './actions/goto';
import { hangup } from './actions/hangup';
import { messageSend } from './actions/messageSend';
import { mute } from './actions/mute';
import { play } from './actions/play';
import { queueJoin } from './actions/queueJoin';
import { recordingStart } from './actions/recordingStart';
import { recordingStop } from './actions/recordingStop';
import { sleep } from './actions/sleep';
import { stop } from './actions/stop';
import { streamEcho } from './actions/streamEcho';
import { talk } from './actions/talk';
import { transcribeRecording } from './actions/transcribeRecording';
import { transcribeStart } from './actions/transcribeStart';
import { transcribeStop } from './actions/transcribeStop';
import { variableSet } from './actions/variableSet';
import { webhookSend } from './actions/webhookSend';

/** Every action type that VoIPbin accepts, in the order in which its source declares them. */
export const actionDefinitions: readonly ActionDefinition[] = [
  amd,
  answer,
  aiSummary,
  aiTalk,
  aiTask,
  beep,
  block,
  branch,
  call,
  caseCreate,
  conditionCallDigits,
  conditionCallStatus,
  conditionDatetime,
  conditionVariable,
  confbridgeJoin,
  conferenceJoin,
  connect,
  conversationSend,
  digitsReceive,
  digitsSend,
  echo,
  emailSend,
  externalMediaStart,
  externalMediaStop,
  fetch,
  fetchFlow,
  goto,
  hangup,
  messageSend,
  mute,
  play,
  queueJoin,
  recordingStart,
  recordingStop,
  sleep,
  stop,
  streamEcho,
  talk,
  transcribeStart,
  transcribeStop,
  transcribeRecording,
  variableSet,
  webhookSend,
];

const byType = new Map(actionDefinitions.map((definition) => [definition.type, definition]));

/** The definition of a type. The engine tells upper from lower case, and so does this. */
export function findAction(type: string): ActionDefinition | undefined {
  return byType.get(type);
}

/** Old names of types that VoIPbin no longer accepts, each with the type that took its place. */
export const retiredTypes: ReadonlyMap<string, ActionDefinition> = new Map(
  actionDefinitions.flatMap((definition) => (definition.retiredNames ?? []).map((name) => [name, definition] as const)),
);

/** Words that people and documents use as a type though it never was one, each with the type they mean. */
export const otherNames: ReadonlyMap<string, ActionDefinition> = new Map(
  actionDefinitions.flatMap((definition) => (definition.alsoCalled ?? []).map((name) => [name, definition] as const)),
);
