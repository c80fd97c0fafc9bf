import type { Category } from '../catalog/action';
import type { Severity } from '../checks/check';
import type { Edge } from '../graph/edge';
import type { ActionNode } from '../model/flowModel';

/**
 * `start`: where a list begins. `end`: how a way ends. `elsewhere`: actions that are not in the document, such as those of a fetched flow.
 */
export type NodeKind = 'start' | 'action' | 'end' | 'elsewhere';

/** What the picture says of a finding. */
export interface Badge {
  readonly severity: Severity;
  readonly message: string;
}

/** An action that is in the box of another one. */
export interface Inside {
  readonly key: string;
  readonly label: string;
}

/** One box of a picture. */
export interface PictureNode {
  /** Stays the same for the same action in the next version of a text, where that is clear. */
  readonly key: string;
  readonly kind: NodeKind;
  /** The position of its lane. */
  readonly lane: number;
  /** The type of an action; a word for the rest. */
  readonly title: string;
  /** What a person recognises the action by, cut into lines that fit. */
  readonly detail: readonly string[];
  /** All of it on one line, for screen readers. */
  readonly label: string;
  /** Undefined for unknown types, and where the node is not an action. */
  readonly category: Category | undefined;
  /** What it waits for, as a phrase. */
  readonly waits: string | undefined;
  /** No way leads to it. */
  readonly isUnreachable: boolean;
  /** The end is an error that stops the flow. */
  readonly isDrop: boolean;
  readonly badges: readonly Badge[];
  /** The actions of the straight run that it is, from the first one; none where it is one action. */
  readonly run: readonly Inside[];
  /** The actions of calls that it places, where they are not drawn. */
  readonly folded: readonly Inside[];
}

/** One arrow of a picture. */
export interface PictureEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** `start`: into the first action of a list. `call`: from an action to the list that its new call runs. */
  readonly kind: Edge['kind'] | 'start' | 'call';
  /** The text at the arrow; `""` for the order of the list. */
  readonly text: string;
  /** VoIPbin documents it, and the engine does not take it. */
  readonly isDocumentedOnly: boolean;
  readonly isDrop: boolean;
}

/** A list of actions. */
export interface Lane {
  readonly title: string;
  /** The key of the action whose new call runs the list; undefined for the document's own. */
  readonly owner: string | undefined;
}

/** A picture before it has places. Everything but the two maps is plain data. */
export interface Picture {
  readonly lanes: readonly Lane[];
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** The action behind a node, by its key: its own, or the one that a start, an end or what is elsewhere belongs to. */
  readonly actions: ReadonlyMap<string, ActionNode>;
  /** The edge of the graph behind an arrow, by its key. */
  readonly graphEdges: ReadonlyMap<string, Edge>;
}

/** The place of something, from its left upper corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends PictureNode, Box {}

export interface PlacedEdge extends PictureEdge {
  /** An SVG path from the source to the tip of the arrow. */
  readonly path: string;
  /** The middle of its text. */
  readonly textAt: Point;
}

export interface PlacedLane extends Lane, Box {}

/** A picture with places; the left upper corner is 0, 0. */
export interface PlacedPicture {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}
