import { ErrorCode, getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';

/** VS Code's JSON service with one schema, or the one that a text names itself: what other editors make of it. */
export function jsonServiceWith(schema: unknown) {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    schemas: schema === undefined ? [] : [{ uri: 'test://schema', fileMatch: ['*'], schema: schema as JSONSchema }],
  });
  const open = (text: string) => {
    const document = TextDocument.create('test://flow.json', 'json', 1, text);
    return { document, tree: service.parseJSONDocument(document) };
  };
  return {
    /** The messages for a text, or for a value written as JSON, as "message on «text»". */
    async messages(content: unknown, { deprecations = true } = {}): Promise<string[]> {
      const { document, tree } = open(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
      const problems = await service.doValidation(document, tree);
      const told = problems.filter(({ code }) => deprecations || code !== ErrorCode.Deprecated);
      return told.map((diagnostic) => `${diagnostic.message} on ${document.getText(diagnostic.range)}`);
    },
    async labels(text: string, offset: number): Promise<string[]> {
      const { document, tree } = open(text);
      const list = await service.doComplete(document, document.positionAt(offset), tree);
      return (list?.items ?? []).map((item) => item.label);
    },
    async hover(text: string, offset: number): Promise<string> {
      const { document, tree } = open(text);
      const hover = await service.doHover(document, document.positionAt(offset), tree);
      return JSON.stringify(hover?.contents ?? '');
    },
  };
}
