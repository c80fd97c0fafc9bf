/** What the extension and the page of a picture say to each other. */
// Imports are copied into the page, which needs little of them.
import * as z from 'zod/mini';
import type { Badge, PlacedPicture } from '../../flow';
import type { MarkKind } from '../run/traceModel';

// A page with a strict content policy refuses generated code.
z.config({ jitless: true });

/** What a run did with an action. */
export interface NodeMark {
  readonly kind: MarkKind;
  readonly text: string;
}

/** What a run shows on a picture: its marks by node, and the ways that it took. */
export interface RunOnPicture {
  readonly marks: Readonly<Record<string, NodeMark>>;
  readonly taken: readonly string[];
}

/**
 * What is marked besides a run. By tests: `covered`, `partly` (not every way on), `missed`. Between two versions: `added`, `removed`, `changed`,
 * and `rerouted` (it leads elsewhere).
 */
export type Light = 'covered' | 'partly' | 'missed' | 'added' | 'removed' | 'changed' | 'rerouted';

/** What lights up a picture from outside: tests, the debugger, another version. */
export interface Lights {
  readonly of: 'flow' | 'changes';
  readonly nodes: Readonly<Record<string, { readonly kind: Light; readonly text: string }>>;
  readonly edges: Readonly<Record<string, Light>>;
  /** By node. `isOn`: the debugger stops there. */
  readonly breakpoints: Readonly<Record<string, { readonly isOn: boolean; readonly text: string }>>;
  /** The flow can be debugged: breakpoints can be set. */
  readonly canBreak: boolean;
  /** What the colors mean, in a sentence; `""` without any. */
  readonly note: string;
}

/** One value of the options of an action, as a form shows it. */
export interface FormField {
  /** Its place in the options. */
  readonly path: readonly (string | number)[];
  readonly name: string;
  /**
   * `keys`: keys of a telephone. `group`: parts with fixed names. `list`, `map`: parts that can be added and removed. `json`: everything else,
   * edited as JSON.
   */
  readonly control:
    | 'text'
    | 'lines'
    | 'number'
    | 'check'
    | 'choice'
    | 'keys'
    | 'target'
    | 'group'
    | 'list'
    | 'map'
    | 'json';
  /** As text; `""` if the option is not set. */
  readonly value: string;
  readonly isSet: boolean;
  readonly isRequired: boolean;
  /** Shown after a number. */
  readonly unit: string;
  /** The number as people read it. */
  readonly hint: string;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** A number without decimals. */
  readonly isWhole: boolean;
  readonly doc: string;
  /** All values for `choice` and `target`; suggestions for the others. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly takesVariables: boolean;
  /** Those about the value itself; those about its parts are with the parts. */
  readonly findings: readonly Badge[];
  readonly parts: readonly FormField[];
  /** It is a part that can be taken out. */
  readonly canRemove: boolean;
}

export interface FormFinding extends Badge {
  /** The titles of its quick fixes. */
  readonly fixes: readonly string[];
}

export interface Form {
  readonly key: string;
  /** The other end of what is chosen, where that is more than one action. */
  readonly until: string | undefined;
  readonly title: string;
  readonly summary: string;
  /** The actions of a straight run that is one box, from the first on; none where the form is about one action. */
  readonly run: readonly { readonly key: string; readonly label: string }[];
  /** The action is the whole text: there is no list in which it could be moved, or another one added. */
  readonly isAlone: boolean;
  /** What an author can do with the action. */
  readonly canAddCase: boolean;
  readonly fields: readonly FormField[];
  readonly ways: readonly {
    readonly edge: string;
    readonly text: string;
    readonly to: string;
    readonly target: string;
    readonly canRemove: boolean;
  }[];
  readonly findings: readonly FormFinding[];
  /** Refactorings of what is chosen. */
  readonly offers: readonly { readonly name: string; readonly title: string }[];
  /** Names that a text can have in `${…}`, the author's own first. */
  readonly variables: readonly string[];
}

/** The extension's own words: the page takes them as they are. */
export type ToPage =
  | (RunOnPicture & {
      readonly type: 'show';
      readonly name: string;
      readonly uri: string;
      /** What it is compared with; undefined where nothing is. */
      readonly beforeUri?: string;
      readonly picture: PlacedPicture;
      /** Since when the text cannot be read; `""` while it can. */
      readonly stale: string;
      /** There is no file any more. */
      readonly isGone?: boolean;
      readonly isReadOnly: boolean;
      /** Arrows that no author can change. */
      readonly fixed: readonly string[];
      /** Counts the pictures that were shown. */
      readonly version: number;
      /** Nodes of the picture before that have another key in this one, or none. */
      readonly moved: Readonly<Record<string, string | null>>;
      /** The action that was added last. */
      readonly select: string | undefined;
    })
  /** Another run on the same picture, or more steps of the run. */
  | ({ readonly type: 'marks' } & RunOnPicture)
  | { readonly type: 'lights'; readonly lights: Lights }
  /** Answered by `rasterized` with the same id. */
  | {
      readonly type: 'rasterize';
      readonly id: number;
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly scale: number;
    }
  | { readonly type: 'cursor'; readonly key: string | undefined }
  | { readonly type: 'form'; readonly form: Form | undefined }
  | { readonly type: 'hover'; readonly key: string; readonly text: string };

export type Show = Extract<ToPage, { type: 'show' }>;

/** As long as what it is made of, such as the value of a case. */
const key = z.string();

const path = z.array(z.union([z.string(), z.number()])).check(z.maxLength(20));

const edit = z.discriminatedUnion('edit', [
  /** On an arrow; the arrow of an empty list leads from its start to its end. */
  z.object({ edit: z.literal('add'), edge: key }),
  z.object({ edit: z.literal('addAfter'), node: key }),
  z.object({ edit: z.literal('delete'), node: key }),
  z.object({ edit: z.literal('duplicate'), node: key }),
  z.object({ edit: z.literal('move'), node: key, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ edit: z.literal('moveOnto'), node: key, edge: key }),
  /** A change by its name, of an action or of all up to another one. */
  z.object({ edit: z.literal('refactor'), node: key, until: z.optional(key), name: z.string() }),
  /** Without a target the author is asked. */
  z.object({ edit: z.literal('lead'), edge: key, to: z.optional(key) }),
  z.object({ edit: z.literal('removeWay'), edge: key }),
  z.object({ edit: z.literal('addCase'), node: key }),
  z.object({ edit: z.literal('set'), node: key, path, value: z.string() }),
  /** An option that names an action gets one that was chosen in the picture. */
  z.object({ edit: z.literal('target'), node: key, path, to: key }),
  /** Adds a part to a list, or to a map under a name. */
  z.object({ edit: z.literal('addPart'), node: key, path, name: z.optional(z.string()) }),
  z.object({ edit: z.literal('removePart'), node: key, path }),
]);

/** The number of the picture whose keys a message has. */
const version = z.optional(z.number());

const fromPage = z.discriminatedUnion('type', [
  /** The page listens and wants to be drawn. */
  z.object({ type: z.literal('ready') }),
  /** One action, or all of a list from it to another one. */
  z.object({ type: z.literal('select'), key, until: z.optional(key), version }),
  /** The form is closed. */
  z.object({ type: z.literal('selectNothing') }),
  z.object({ type: z.literal('open'), key, version }),
  z.object({ type: z.literal('hover'), key, version }),
  z.object({ type: z.literal('edit'), change: edit, version }),
  /** Applies a quick fix of a finding, by its title. */
  z.object({ type: z.literal('fix'), key, message: z.string(), title: z.string(), version }),
  /** Sets a breakpoint, or removes those that are there. */
  z.object({ type: z.literal('breakpoint'), key, version }),
  /** A PNG in base64; `""` where it could not be made. */
  z.object({ type: z.literal('rasterized'), id: z.number(), png: z.string() }),
  /** Takes the colors of tests away. */
  z.object({ type: z.literal('clearLights') }),
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  z.object({ type: z.literal('collapse'), isOn: z.boolean() }),
]);

export type PictureEdit = z.infer<typeof edit>;
export type FromPage = z.infer<typeof fromPage>;

/** What the page told the extension; undefined when it is nothing of ours. */
export const readFromPage = (message: unknown): FromPage | undefined => fromPage.safeParse(message).data;
