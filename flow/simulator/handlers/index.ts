import { branch } from './branch';
import { confbridgeJoin } from './bridge';
import { call } from './call';
import { amd, answer, beep, digitsReceive, digitsSend, echo, hangup, play, sleep, talk } from './callMedia';
import { conditionCallDigits, conditionCallStatus } from './conditionCall';
import { conditionDatetime } from './conditionDatetime';
import { conditionVariable } from './conditionVariable';
import { connect } from './connect';
import { fetch } from './fetch';
import { fetchFlow } from './fetchFlow';
import { block, stopFlow, variableSet } from './flowControl';
import { goto } from './goto';
import type { Handler } from './handler';
import { externalMediaStart, externalMediaStop, recordingStart, recordingStop } from './recording';
import {
  caseCreate,
  conversationSend,
  emailSend,
  messageSend,
  transcribeRecording,
  transcribeStart,
  webhookSend,
} from './request';
import { aiSummary, aiTalk, aiTask, conferenceJoin, queueJoin } from './services';

/** What each type does. `mute` and `transcribe_stop` are accepted by VoIPbin, which does nothing for them. */
export const handlers: Readonly<Record<string, Handler>> = {
  amd,
  answer,
  ai_summary: aiSummary,
  ai_talk: aiTalk,
  ai_task: aiTask,
  beep,
  block,
  branch,
  call,
  case_create: caseCreate,
  condition_call_digits: conditionCallDigits,
  condition_call_status: conditionCallStatus,
  condition_datetime: conditionDatetime,
  condition_variable: conditionVariable,
  confbridge_join: confbridgeJoin,
  conference_join: conferenceJoin,
  connect,
  conversation_send: conversationSend,
  digits_receive: digitsReceive,
  digits_send: digitsSend,
  echo,
  email_send: emailSend,
  external_media_start: externalMediaStart,
  external_media_stop: externalMediaStop,
  fetch,
  fetch_flow: fetchFlow,
  goto,
  hangup,
  message_send: messageSend,
  play,
  queue_join: queueJoin,
  recording_start: recordingStart,
  recording_stop: recordingStop,
  sleep,
  stop: stopFlow,
  stream_echo: echo,
  talk,
  transcribe_recording: transcribeRecording,
  transcribe_start: transcribeStart,
  variable_set: variableSet,
  webhook_send: webhookSend,
};
