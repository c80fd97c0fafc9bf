/** The most of an answer that is read, in bytes as they are unpacked: a page of a hundred large flows has a few million. */
export const maxBytes = 32 * 1024 * 1024;

/**
 * The body of an answer as text; undefined when it is larger than `maxBytes`.
 *
 * The rest of one that is too large, or that is not waited for any longer, is not received.
 */
export async function readBody(response: Response, signal: AbortSignal): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        stop();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
