/** Actions with which a flow sends something to somewhere outside, by their types. */
export const sendingTypes = ['message_send', 'email_send', 'webhook_send', 'conversation_send'] as const;

/** Whether an action of this type sends something. */
export const isSending = (type: string | undefined): boolean => (sendingTypes as readonly unknown[]).includes(type);
