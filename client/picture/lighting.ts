import * as vscode from 'vscode';
import { languageId } from '../../server/protocol';
import type { ShownMarks } from '../run/shownMarks';
import type { Coverages } from '../tests/coverages';
import type { Told } from '../told';
import { breakpointsOf } from './breakpoints';
import { breakpointText } from './breakpointText';
import type { Drawn } from './drawn';
import { type Lit, litPicture } from './lit';

/** What lights up pictures. Each source arrives when it is first used. */
export interface LightSources {
  readonly marks: Told<ShownMarks | undefined>;
  readonly coverages: Told<Coverages | undefined>;
}

export interface Lighting {
  litBy(document: vscode.TextDocument, drawn: Drawn): Lit;
  /** Takes the colors of tests away. */
  clear(document: vscode.TextDocument): void;
}

/** A source that reports its changes as soon as it exists. */
type Late = Pick<Told<Pick<ShownMarks, 'onChange'> | undefined>, 'current' | 'onTold'>;

/** Follows runs, tests and breakpoints; `changed` gets the document whose lights changed, or undefined: any document. */
export function followLights(
  context: vscode.ExtensionContext,
  { marks, coverages }: LightSources,
  changed: (uri: string | undefined) => void,
): Lighting {
  const follow = ({ current, onTold }: Late) => {
    const begin = () => {
      const begun = current();
      if (begun) context.subscriptions.push({ dispose: begun.onChange(changed) });
    };
    begin();
    onTold(() => {
      begin();
      changed(undefined);
    });
  };
  follow(marks);
  follow(coverages);
  context.subscriptions.push(vscode.debug.onDidChangeBreakpoints(() => changed(undefined)));
  return {
    litBy(document, drawn) {
      const uri = document.uri.toString();
      const found = document.languageId === languageId ? breakpointsOf(document, drawn.model) : undefined;
      const breakpoints = found && new Map([...found].map(([action, all]) => [action, breakpointText(all)]));
      return litPicture(drawn, {
        runs: marks.current()?.of(uri) ?? [],
        coverage: coverages.current()?.of(uri),
        breakpoints,
      });
    },
    clear: (document) => coverages.current()?.forget(document.uri.toString()),
  };
}
