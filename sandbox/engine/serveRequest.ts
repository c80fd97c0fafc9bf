import { type Answer, isObject, type JsonObject, type JsonValue, nilUuid, type RequestQuestion } from '../../flow';
import { type Address, address } from '../resources/address';
import type { EmailAttachment } from '../resources/email';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';
import { type SendRefusal, sendEmail, sendMessage, sendRefusalTexts } from './sending';
import { isTranscribed, wanted } from './transcribes';

const accepted: Answer = { kind: 'accepted' };

/** What VoIPbin's services answer to a request of a run. Nothing leaves the sandbox, but accepted requests are listed. */
export function serveRequest({ core }: Engine, { call }: OngoingRun, { service, body }: RequestQuestion): Answer {
  switch (service) {
    case 'message_send':
      return answerTo(
        sendMessage(core, {
          source: isObject(body.source) ? address(body.source) : null,
          destinations: addressesIn(body.destinations),
          text: textIn(body.text),
        }),
      );
    case 'email_send':
      return answerTo(
        sendEmail(core, {
          destinations: addressesIn(body.destinations),
          subject: textIn(body.subject),
          content: textIn(body.content),
          attachments: attachmentsIn(body.attachments),
        }),
      );
    case 'recording_start':
      return call && call.row.recording_id !== nilUuid ? refused('the call is already being recorded') : accepted;
    case 'transcribe_start':
      return call && isTranscribed(core, call.row.id, wanted(body).language)
        ? refused('the call is already being transcribed in this language')
        : accepted;
    default:
      return accepted;
  }
}

const refused = (reason: string): Answer => ({ kind: 'refused', reason });

const answerTo = (sent: object | SendRefusal): Answer =>
  typeof sent === 'string' ? refused(sendRefusalTexts[sent]) : accepted;

const textIn = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

const objectsIn = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const addressesIn = (value: JsonValue | undefined): readonly Address[] => objectsIn(value).map(address);

const attachmentsIn = (value: JsonValue | undefined): readonly EmailAttachment[] =>
  objectsIn(value).map(({ reference_type, reference_id }) => ({
    reference_type: textIn(reference_type),
    reference_id: textIn(reference_id) || nilUuid,
  }));
