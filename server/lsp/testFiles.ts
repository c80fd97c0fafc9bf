import { flowNamesFor, isTestFileName, namedFlow, testNamesFor } from '../../flow';
import { isSameFile, readable, resolveUri } from '../workspace/pathFrom';
import { type Files, isUnread } from './files';
import type { FlowDocument } from './flowDocument';

/** Which test file belongs to which flow. */
export interface TestFiles {
  /** The flow of a test file, and the names of the files in which it can be. */
  flowOf(test: FlowDocument): Promise<TestedFlow>;
  /**
   * The test files that change where these files get other addresses, and others: every test file, open or not. Where a client cannot say which there
   * are: the open ones, those that are moved, and those beside flows that are moved.
   */
  touchedBy(uris: readonly string[]): Promise<readonly FlowDocument[]>;
  /** The test files of a flow, open or not. */
  testsOf(flowUri: string): Promise<readonly FlowDocument[]>;
  /** A test file as it is on the disk, so that it is not read for flows that it does not name; without a document it is gone. */
  tell(uri: string, document: FlowDocument | undefined): void;
}

interface TestedFlow {
  /** Undefined where there is none. */
  readonly document: FlowDocument | undefined;
  /** Why it is not read, if it is there. */
  readonly fault?: string;
  /** As the author knows them: relative to the test file. */
  readonly names: readonly string[];
}

export function createTestFiles(files: Files, open: () => readonly FlowDocument[]): TestFiles {
  const flowOf = async (test: FlowDocument): Promise<TestedFlow> => {
    const names = flowNames(test);
    for (const name of names) {
      const uri = resolveUri(name, test.uri);
      const read = uri === undefined ? undefined : await files.read(uri);
      if (read && isUnread(read)) return { document: undefined, fault: read.fault, names: [name] };
      if (read) return { document: read, names: [name] };
    }
    return { document: undefined, names };
  };
  const told = new Map<string, readonly string[]>();
  const canBeOf = (flowUri: string, uri: string, names: readonly string[]) =>
    names.some((name) => isSameFile(resolveUri(name, uri) ?? '', flowUri));
  const besides = (flowUri: string) =>
    testNamesFor(fileName(flowUri)).flatMap((name) => resolveUri(name, flowUri) ?? []);
  /** The test files that can be those of a flow, or all; some of those that are not open where a client cannot say which there are. */
  const list = async (some: readonly string[], flowUri?: string) => {
    const listed = (await files.listTests()) ?? some;
    const own = open().filter(({ uri }) => isTestFileName(uri));
    const others = listed.flatMap((uri) => {
      if (own.some((document) => isSameFile(document.uri, uri))) return [];
      const names = told.get(uri);
      return names && flowUri !== undefined && !canBeOf(flowUri, uri, names) ? [] : uri;
    });
    const read = await Promise.all(others.map((uri) => files.read(uri)));
    return [...own, ...read.flatMap((document) => (document && !isUnread(document) ? document : []))];
  };
  return {
    flowOf,
    touchedBy: (uris) => list(uris.flatMap((uri) => (isTestFileName(uri) ? uri : besides(uri)))),
    async testsOf(flowUri) {
      const found: FlowDocument[] = [];
      for (const test of await list(besides(flowUri), flowUri)) {
        // Of two flows beside it only the first is meant.
        if (
          canBeOf(flowUri, test.uri, flowNames(test)) &&
          isSameFile((await flowOf(test)).document?.uri ?? '', flowUri)
        )
          found.push(test);
      }
      return found;
    },
    tell(uri, document) {
      if (document) told.set(uri, flowNames(document));
      else told.delete(uri);
    },
  };
}

function flowNames({ uri, model }: FlowDocument): readonly string[] {
  const named = namedFlow(model.root);
  return named === undefined ? flowNamesFor(fileName(uri)) : [named];
}

const fileName = (uri: string) => readable(uri.slice(uri.lastIndexOf('/') + 1));
