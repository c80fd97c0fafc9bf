import { isUtf8 } from 'node:buffer';
import { listNotUtf8 } from '../flow';

/** A text, and where its bytes are not UTF-8. */
export interface ReadText {
  /** What is not UTF-8 became replacement characters. A byte order mark stays: it is a finding. */
  readonly text: string;
  readonly fault: EncodingFault | undefined;
}

export interface EncodingFault {
  /** Of the first byte that is not UTF-8, in `text`. */
  readonly offset: number;
  /** Whether the file begins as one in UTF-16 does, so that none of it can be read. */
  readonly isUtf16: boolean;
  /** One sentence. */
  readonly message: string;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads bytes as the text that VoIPbin makes of them. */
export function readText(bytes: Uint8Array): ReadText {
  const text = decoder.decode(bytes);
  if (isUtf8(bytes)) return { text, fault: undefined };
  const [first = 0, second = 0] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const { offset = 0, byte = 0 } = listNotUtf8(bytes, 1)[0] ?? {};
  const message = isUtf16
    ? 'The file is UTF-16, not UTF-8. VoIPbin cannot read it. Save it as UTF-8.'
    : `The byte 0x${byte.toString(16).toUpperCase()} is not UTF-8. VoIPbin reads an unknown character (\ufffd) here. Save the file as UTF-8.`;
  return { text, fault: { offset, isUtf16, message } };
}
