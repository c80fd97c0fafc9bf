/** Cuts a stream of bytes into messages: `Content-Length: N`, an empty line, and N bytes of JSON. What is not JSON is left out. */
export function messageReader(receive: (message: object) => void): (chunk: Uint8Array) => void {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf(separator);
      if (head < 0) return;
      const body = head + separator.length;
      const length = Number(/content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1] ?? 0);
      if (buffer.length < body + length) return;
      const message = parse(buffer.toString('utf8', body, body + length));
      buffer = buffer.subarray(body + length);
      if (message) receive(message);
    }
  };
}

const separator = '\r\n\r\n';

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A message as it is sent. */
export function frameMessage(message: object): string {
  const json = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(json)}${separator}${json}`;
}
