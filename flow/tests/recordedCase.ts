import type { RunEvent, WorldScript } from '../simulator';
import { observe } from './observe';
import type { TestedFlow } from './testedFlow';
import type { TestCase } from './testFile';

/** Beyond this many texts a case says more than anyone reads. */
const maxTexts = 8;

/** A case that expects of a run what it did: how it ended, where it did, what was spoken and what was sent. */
export function recordedCase(
  name: string,
  world: WorldScript,
  events: readonly RunEvent[],
  flow: TestedFlow,
): TestCase {
  const { said, sent } = observe({ events, children: [] }, flow);
  const end = events.at(-1);
  const says = said.map(({ what }) => what).slice(0, maxTexts);
  const sends = sent.map(({ what: { type, to, text } }) => ({
    type: type as 'message_send',
    ...(to[0] ? { to: to[0] } : {}),
    ...(text === '' ? {} : { text }),
  }));
  const ends =
    end?.type === 'end' ? (end.error === null ? end.outcome : { outcome: end.outcome, error: end.error }) : undefined;
  return {
    name,
    ...(Object.keys(world).length > 0 ? { world } : {}),
    expect: {
      ...(ends === undefined ? {} : { ends }),
      ...(says.length > 0 ? { says } : {}),
      ...(sends.length > 0 ? { sends } : {}),
    },
  };
}
