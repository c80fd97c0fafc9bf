import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { parseJson } from '../../../flow/json/parse';
import { detectShape } from '../../../flow/model/detectShape';

const shapeOf = (text: string) => detectShape(parseJson(text).root);

suite('detectShape', () => {
  const cases: Record<string, readonly string[]> = {
    list: ['[]', '[{ "type": "talk" }]', '[1]'],
    action: [
      '{ "type": "talk" }',
      '{ "type": "no_such_type", "id": "x" }',
      '{ "type": "talk", "text": "beside its option" }',
      '{ "type": "connect", "source": {}, "destinations": [] }',
      '{ "type": "webhook_send", "data": {} }',
      '{ "id": "x", "option": {} }',
      '{ "Type": "no_such_type", "ID": "x" }',
    ],
    actions: ['{ "actions": [] }', '{ "actions": 5 }', '{ "Actions": [] }'],
    flow: [
      '{ "name": "n", "detail": "d", "actions": [] }',
      '{ "actions": [], "on_complete_flow_id": "x" }',
      '{ "name": "n", "on_complete_flow_id": "x" }',
    ],
    call: ['{ "source": {}, "destinations": [], "actions": [] }', '{ "destinations": [], "flow_id": "x" }'],
    activeflow: [
      '{ "flow_id": "x" }',
      '{ "actions": [], "variables": {} }',
      '{ "actions": [], "webhook_uri": "https://example.com" }',
      '{ "actions": [], "webhook_method": "POST" }',
    ],
    groupcall: ['{ "source": {}, "destinations": [], "ring_method": "ring_all" }', '{ "answer_method": "" }'],
    providercall: ['{ "provider_id": "x", "destinations": [] }'],
    campaign: [
      '{ "name": "n", "type": "call", "service_level": 100, "actions": [] }',
      '{ "outplan_id": "x" }',
      '{ "type": "call", "end_handle": "stop" }',
    ],
    response: [
      '{ "id": "x", "actions": [], "tm_create": "2026-01-01T00:00:00Z" }',
      '{ "current_action": {} }',
      '{ "result": [{ "actions": [] }], "next_page_token": "" }',
      '{ "type": "activeflow_updated", "data": {} }',
      '[{ "id": "x", "tm_create": "2026-01-01T00:00:00Z" }]',
    ],
    unknown: ['', '5', '"talk"', 'null', '{}', '{ "name": "n" }', '{ "dependencies": {} }', '{ "type": "a", "x": 1 }'],
  };
  for (const [shape, texts] of Object.entries(cases)) {
    test(shape, () => {
      for (const text of texts) assert.equal(shapeOf(text), shape, text);
    });
  }
});
