/** ms that a spoken character takes, at about 150 words a minute. */
const perCharacter = 70;

/**
 * How long a text takes to speak, in ms: an estimate that is the same everywhere.
 *
 * Tags of SSML are silent, except for the pause of a `break` with a `time`. The text is gone through once, whatever it holds.
 */
export function speechDuration(text: string): number {
  let pauses = 0;
  let spoken = '';
  let from = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
    const close = text.indexOf('>', open);
    if (close < 0) break;
    pauses += pauseOf(text.slice(open, close));
    spoken += text.slice(from, open);
    from = close + 1;
  }
  spoken += text.slice(from);
  const words = (/\s{2}/.test(spoken) ? spoken.replaceAll(/\s+/g, ' ') : spoken).trim();
  return Math.round(words.length * perCharacter + pauses);
}

function pauseOf(tag: string): number {
  const pause = /^<break[^>]*\btime\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/i.exec(tag);
  return pause ? Number(pause[1]) * (pause[2] === 's' ? 1000 : 1) : 0;
}
