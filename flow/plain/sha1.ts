/**
 * The SHA-1 digest of bytes, 20 bytes (FIPS 180-4). It makes UUIDs of version 5, which protects nothing: of hosts with and without Node's `crypto`,
 * none has one that answers at once.
 */
export function sha1(message: Uint8Array): Uint8Array {
  const words = padded(message);
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const schedule = new Uint32Array(80);
  for (let block = 0; block < words.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) schedule[at] = words.getUint32(block + at * 4);
    for (let at = 16; at < 80; at++)
      schedule[at] = rotate(
        word(schedule, at - 3) ^ word(schedule, at - 8) ^ word(schedule, at - 14) ^ word(schedule, at - 16),
        1,
      );
    mix(state, schedule);
  }
  const digest = new DataView(new ArrayBuffer(20));
  for (const [at, value] of state.entries()) digest.setUint32(at * 4, value);
  return new Uint8Array(digest.buffer);
}

/** The message, a 1 bit, zeros up to a multiple of 64 bytes, and at its end the length in bits. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

function mix(state: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (const [at, scheduled] of schedule.entries()) {
    const next = rotate(a, 5) + choose(at, b, c, d) + e + scheduled;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next >>> 0;
  }
  for (const [at, value] of [a, b, c, d, e].entries()) state[at] = word(state, at) + value;
}

function choose(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

const word = (words: Uint32Array, at: number) => words[at] ?? 0;
