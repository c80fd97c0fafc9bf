import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { simulatedInput } from '../../../client/run/simulatedInput';
import { findShape } from '../../../flow/catalog/documents';
import { runsOn } from '../../../flow/catalog/referenceTypes';
import { launchOf } from '../../../flow/debug/launch';
import { readFlow } from '../../../flow/model/flowModel';
import { triggerOf } from '../../../flow/model/trigger';
import { documentInput } from '../../../flow/simulator';
import { inputOf, readTestedFlow } from '../../../flow/tests/testedFlow';

const actions = [{ type: 'talk', option: { text: 'Hi', language: 'en-US' } }, { type: 'hangup' }];
const party = { type: 'tel', target: '+15550100002' };

const documents = {
  'a list': actions,
  'a flow': { name: 'Menu', actions },
  'actions alone': { actions },
  'a call': { destinations: [party], actions },
  'a group call': { destinations: [party], ring_method: 'linear', actions },
  'a provider call': { provider_id: 'a0000000-0000-4000-8000-000000000001', destinations: [party], actions },
  'an activeflow with variables': { variables: { a: 'b' }, actions },
  'an activeflow with a method': { webhook_method: 'POST', actions },
  'an activeflow with a URL': { webhook_uri: 'https://example.com', actions },
  'a campaign of calls': { type: 'call', end_handle: 'stop', actions },
  'a campaign of flows': { type: 'flow', end_handle: 'stop', actions },
};

suite('what starts the flow of a document', () => {
  for (const [what, document] of Object.entries(documents)) {
    test(`${what}: the checks, the simulator, test files, the debugger and the editor's ways say the same`, () => {
      const text = JSON.stringify(document);
      const model = readFlow(text, { jsonc: false });
      const [scope] = model.scopes;
      const tested = readTestedFlow(text, 'f.json');
      assert.ok(scope && typeof tested !== 'string');
      const usual = triggerOf(model, scope) ?? 'call';
      const launch = launchOf('f.json', model, {}, { semantics: 'observed', trigger: undefined, phone: 'assume' });
      const inputs = [
        documentInput(document, model.shape, {}),
        inputOf(tested, {}, undefined),
        typeof launch === 'string' ? undefined : launch.input,
        simulatedInput(model),
      ];
      for (const input of inputs) {
        assert.ok(input);
        // A campaign without calls is another kind of reference on which the same runs.
        for (const media of ['rtc', 'non_rtc'] as const) {
          assert.equal(
            runsOn(media, input.referenceType ?? ''),
            runsOn(media, usual),
            `${media} on ${input.referenceType}`,
          );
        }
        const isPlaced = findShape(model.shape).trigger === 'call' || (model.shape === 'campaign' && usual === 'call');
        assert.equal(input.dials !== undefined, isPlaced);
      }
    });
  }
});
