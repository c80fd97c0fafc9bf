import { isJson } from '../../json/isJson';
import { nilUuid } from '../../model/uuid';
import type { DecodedObject } from '../go/decodeOption';
import type { RequestQuestion } from '../questions';
import { ask } from '../run/ask';
import { type Continuation, callOver, failed, next, type Run, type Script, stop } from '../run/run';
import { setVariables } from '../run/variables';
import { type Handler, idOf, objectOf, optionText } from './handler';

/** Asks a service to do what the option says. `undefined`: done; its variables, or else `variables`, are set. */
export function* request(
  run: Run,
  service: RequestQuestion['service'],
  variables: Readonly<Record<string, string>> = {},
): Script<string | undefined> {
  const answer = yield* ask(run, { kind: 'request', service, body: run.option });
  if (answer.kind === 'refused') return answer.reason;
  yield* setVariables(run, answer.kind === 'accepted' ? (answer.variables ?? variables) : variables);
  return undefined;
}

/** A service whose refusal is only logged. */
const ignoring = (
  service: RequestQuestion['service'],
  nothingToDo: (option: DecodedObject) => string | undefined,
): Handler =>
  function* (run, option) {
    const nothing = nothingToDo(option);
    if (nothing !== undefined) return failed('nothing-to-do', nothing);
    return refusalOf(yield* request(run, service));
  };

const refusalOf = (refused: string | undefined): Continuation =>
  refused === undefined ? next : failed('refused', `VoIPbin refuses: ${refused}.`);

/** Source: bin-common-handler/pkg/requesthandler/webhook_webhooks.go; bin-webhook-manager/pkg/webhookhandler/urlvalidator.go. */
export const webhookSend = ignoring('webhook_send', (option) => {
  if (!isJson(optionText(option, 'data'))) return '`data` is not valid JSON, so nothing is sent.';
  return /^https?:\/\//i.test(optionText(option, 'uri'))
    ? undefined
    : '`uri` is not an http or https URL, so nothing is sent.';
});

export const emailSend = ignoring('email_send', (option) =>
  Array.isArray(option.destinations) && option.destinations.length > 0 ? undefined : '`destinations` is empty.',
);

export const conversationSend = ignoring('conversation_send', (option) =>
  optionText(option, 'text') === '' ? 'There is no `text` to send.' : undefined,
);

/** A refusal stops the flow, unlike those of the other messages. Source: bin-message-manager/pkg/messagehandler/send.go. */
export const messageSend: Handler = function* (run, option) {
  const refused = yield* request(run, 'message_send');
  if (refused !== undefined) return stop('service refused', `VoIPbin refuses the message: ${refused}.`);
  if (objectOf(option, 'source')) return next;
  return failed('nothing-to-do', 'Without `source` VoIPbin fails and sends no message.');
};

/** Does nothing unless the reference is a call or a conversation, and once per run. Source: actionhandle.go actionHandleCaseCreate. */
export const caseCreate: Handler = function* (run) {
  const { referenceType } = run.input;
  if (referenceType !== 'call' && referenceType !== 'conversation') {
    return failed('nothing-to-do', 'A case needs the person of a call or a conversation.');
  }
  if (run.caseId !== undefined) return failed('nothing-to-do', 'The run has already opened a case.');
  const id = run.ids();
  const refused = yield* request(run, 'case_create', { contact_case_id: id });
  if (refused === undefined) run.caseId = id;
  return refusalOf(refused);
};

/** A call is transcribed once in each language. Source: bin-transcribe-manager/pkg/transcribehandler/start.go. */
export const transcribeStart: Handler = function* (run, option) {
  if (run.callStatus === 'hangup') return callOver;
  const variables = transcribeVariables(run, option);
  const language = optionText(option, 'language');
  if (run.transcribed.has(language))
    return failed('refused', 'The call is already being transcribed in this language.');
  const refused = yield* request(run, 'transcribe_start', variables);
  if (refused === undefined) {
    run.transcribed.add(language);
    follow(run, option, variables);
  }
  return refusalOf(refused);
};

/** One transcription for every recording that the call has made. Source: actionhandle.go actionHandleTranscribeRecording. */
export const transcribeRecording: Handler = function* (run, option) {
  if (run.input.referenceType !== 'call') return failed('nothing-to-do', 'Only a call has recordings.');
  if (run.recordings.length === 0) return failed('nothing-to-do', 'The call has no recordings.');
  for (const _ of run.recordings) {
    const variables = transcribeVariables(run, option);
    const refused = yield* request(run, 'transcribe_recording', variables);
    if (refused !== undefined) return refusalOf(refused);
    follow(run, option, variables);
  }
  return next;
};

function transcribeVariables(run: Run, option: DecodedObject): Readonly<Record<string, string>> {
  const direction = optionText(option, 'direction');
  return {
    'voipbin.transcribe.id': run.ids(),
    'voipbin.transcribe.language': optionText(option, 'language') || 'en-US',
    'voipbin.transcribe.direction': direction === 'in' || direction === 'out' ? direction : 'both',
  };
}

function follow(run: Run, option: DecodedObject, variables: Readonly<Record<string, string>>): void {
  const flowId = idOf(option, 'on_end_flow_id');
  if (flowId !== nilUuid) run.followUps.push({ flowId, referenceType: 'transcribe', variables });
}
