/** How an object is to be laid out. */
interface ObjectLayout {
  readonly unit: string;
  readonly eol: string;
  /** The indentation of the line in which the object begins. */
  readonly indent: string;
  /** Each member gets a line of its own. */
  readonly inLines: boolean;
}

/** A member whose value is a JSON text that is laid out already. */
type LaidOutMember = readonly [name: string, json: string, comments?: MemberComments];

interface MemberComments {
  /** Each on a line of its own. */
  readonly above: readonly string[];
  /** They end the line of the member. */
  readonly behind: readonly string[];
}

const noComments: MemberComments = { above: [], behind: [] };

/** An object of members; `rest` are comments behind the last one. A comment that lasts to the end of its line needs members in lines. */
export function layOutMembers(
  members: readonly LaidOutMember[],
  { unit, eol, indent, inLines }: ObjectLayout,
  rest: readonly string[] = [],
): string {
  const gap = inLines ? eol + indent + unit : ' ';
  const texts = members.map(([name, json, { above, behind } = noComments], at) => {
    const comma = at < members.length - 1 ? ',' : '';
    const comments = behind.map((comment) => ` ${comment}`).join('');
    return `${[...above, JSON.stringify(name)].join(gap)}: ${json}${comma}${comments}`;
  });
  return `{${[...texts, ...rest].map((text) => gap + text).join('')}${inLines ? eol + indent : ' '}}`;
}
