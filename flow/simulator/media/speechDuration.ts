/** ms that a spoken character takes, at about 150 words a minute. */
const perCharacter = 70;

/**
 * How long a text takes to speak, in ms: an estimate that is the same everywhere.
 *
 * Tags of SSML are silent, except for the pause of a `break` with a `time`.
 */
export function speechDuration(text: string): number {
  let pauses = 0;
  const spoken = text.replaceAll(/<[^>]*>/g, (tag) => {
    const pause = /^<break[^>]*\btime\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/i.exec(tag);
    if (pause) pauses += Number(pause[1]) * (pause[2] === 's' ? 1000 : 1);
    return '';
  });
  const words = spoken.replaceAll(/\s+/g, ' ').trim();
  return Math.round(words.length * perCharacter + pauses);
}
