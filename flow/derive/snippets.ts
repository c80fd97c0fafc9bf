import { type ActionDefinition, actionDefinitions } from '../catalog';
import { actionTemplate } from '../template/fieldTemplate';
import { objectTemplate, renderTemplate, type Template } from '../template/template';
import { wholeFlows } from './wholeFlows';

/**
 * A snippet as VS Code's snippet files have it. It has no prefix: VS Code would offer it at every word that is typed, in the text of a `talk`
 * too. While typing, completion offers the same actions where they can stand, under `voipbin-` as well; the snippets are for "Insert Snippet".
 */
export interface Snippet {
  readonly body: readonly string[];
  readonly description: string;
  /** A whole document, for "Fill File with Snippet". */
  readonly isFileTemplate?: true;
}

/** The snippets of a flow file by name: a few whole documents, and one for each action type that should still be written. */
export function deriveSnippets(): Readonly<Record<string, Snippet>> {
  const documents = wholeFlows.map(({ name, doc, template }) => toSnippet(name, doc, snippetText(template), true));
  const actions = actionDefinitions
    .filter((definition) => definition.deprecated === undefined)
    .map((actionDefinition) =>
      toSnippet(actionDefinition.type, actionDefinition.summary, actionSnippet(actionDefinition)),
    );
  return Object.fromEntries([...documents, ...actions]);
}

/** An action of the type as the text of a snippet; ids stay empty, since those of the example exist nowhere else. */
export function actionSnippet(definition: ActionDefinition): string {
  return snippetText(objectTemplate(actionTemplate(definition, [])));
}

/** Indented with tabs, which editors turn into what the file uses. */
const snippetText = (template: Template) => renderTemplate(template, { unit: '\t', inline: false, snippets: true });

function toSnippet(name: string, description: string, text: string, whole = false): [string, Snippet] {
  return [name, { body: text.split('\n'), description, ...(whole ? { isFileTemplate: true } : {}) }];
}
