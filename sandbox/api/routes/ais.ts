import { type JsonObject, nilUuid } from '../../../flow';
import { newRow } from '../../engine/newRow';
import type { ListedRow } from '../../resources/row';
import { member, objectOf, textListOf, textMember } from '../body';
import type { App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { addCreation, addRows, addUpdate } from '../rows';

/**
 * AIs. An update replaces everything. Models and tools are not looked at.
 *
 * Sources: bin-ai-manager/models/ai/webhook.go WebhookMessage; bin-openapi-manager/openapi/paths/ais.
 */
export function addAis(app: App, backend: Backend): void {
  const { core } = backend;
  const listed = addRows<ListedRow>(app, backend, { path: '/ais', kind: 'ai', table: core.store.ais });
  addCreation(app, backend, listed, (body) => {
    const content = read(body);
    const rest = { current_prompt_history_id: nilUuid, is_insight_active: false, direct_hash: '' };
    return { ...newRow(core), ...content, ...rest };
  });
  addUpdate(app, backend, listed, read);
}

const texts = ['name', 'detail', 'engine_model', 'engine_key', 'init_prompt'] as const;
const voices = ['tts_type', 'tts_voice_id', 'stt_type', 'stt_language'] as const;

const read = (body: JsonObject): object => ({
  ...Object.fromEntries([...texts, ...voices].map((name) => [name, textMember(body, name) ?? ''])),
  parameter: objectOf(body, 'parameter') ?? {},
  rag_id: uuidOf(body, 'rag_id'),
  vad_config: objectOf(body, 'vad_config') ?? {},
  smart_turn_enabled: member(body, 'smart_turn_enabled') === true,
  tool_names: textListOf(body, 'tool_names') ?? [],
});
