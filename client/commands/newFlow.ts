import { renderTemplate, wholeFlows } from '../../flow';
import type { CommandContext } from './context';

/** Opens a new flow that is in no file yet, made from the template that the user chooses. */
export async function newFlow({ ui, documents }: Pick<CommandContext, 'ui' | 'documents'>): Promise<void> {
  const choices = wholeFlows.flatMap(({ title, doc, template }) =>
    title === undefined ? [] : [{ label: title, detail: doc, pick: { value: template } }],
  );
  const chosen = await ui.pick({ title: 'New Flow', placeholder: 'What does the flow do?', choices });
  if (typeof chosen === 'string') return;
  const text = renderTemplate(chosen.value, { unit: '  ', inline: false, snippets: false });
  await documents.openUntitled(`${text}\n`);
}
