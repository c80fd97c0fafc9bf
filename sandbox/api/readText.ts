import { bodyTooLarge } from './apiError';

/** The longest body that is read, in bytes: a flow of 10 000 actions has 2 MB. */
const maxBytes = 10 * 1024 * 1024;

/** The body of a request as text, a byte order mark included; throws a 413 as soon as it is too large. */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw bodyTooLarge(maxBytes);
  // Go's JSON does not take a byte order mark, so it must not vanish here.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw bodyTooLarge(maxBytes);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
