import { choice, list, object, resourceId } from './declare';
import type { FieldMeta } from './field';

const source = 'bin-email-manager/models/email/main.go:46-72 Attachment';

const attachmentFields = {
  reference_type: choice({
    doc: 'What is attached.',
    values: { recording: 'The files of a recording.' },
    required: true,
    whenMissing: { effect: 'ignored', doc: 'VoIPbin does not know what to attach.', source },
    example: 'recording',
  }),
  reference_id: resourceId('recording', {
    doc: 'The recording to attach.',
    required: true,
    whenMissing: { effect: 'ignored', doc: 'VoIPbin does not know what to attach.', source },
    example: '${voipbin.recording.id}',
  }),
};

/** An option that holds the attachments of an e-mail. */
export const attachments = (meta: FieldMeta) =>
  list(object(attachmentFields, { doc: 'One thing to attach.', required: true }), meta);
