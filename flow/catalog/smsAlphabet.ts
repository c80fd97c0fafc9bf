/**
 * The characters of a text message that take seven bits, and those that take twice as much. One other character makes the whole message UCS-2.
 *
 * Source: 3GPP TS 23.038, 6.2.1 (default alphabet and its extension).
 */
export const sevenBit = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
export const sevenBitTwice = new Set('\f^{}\\[~]|€');

/** How much goes into a message that is one segment, and into each of several, whose header takes the rest. Source: 3GPP TS 23.040, 9.2.3.24.1. */
export const segmentSizes = {
  'GSM-7': { alone: 160, each: 153 },
  'UCS-2': { alone: 70, each: 67 },
} as const;
