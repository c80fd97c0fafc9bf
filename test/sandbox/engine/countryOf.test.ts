import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { countryOf } from '../../../sandbox/engine/countryOf';

const countries: Readonly<Record<string, string | undefined>> = {
  '+15550101000': 'us',
  '+1 (416) 555-0101': 'ca',
  '+18765550101': 'jm',
  '+49 30/123456': 'de',
  '+442079460000': 'gb',
  '+441534440000': 'je',
  '+4930123456': 'de',
  '+79161234567': 'ru',
  '+77011234567': 'kz',
  '+3906698123456': 'va',
  '+390612345678': 'it',
  '+82212345678': 'kr',
  '+999123456789': undefined,
  '+899000000001': undefined,
  '+0123456789': undefined,
  '15550101000': undefined,
  '555-0101': undefined,
  '+1555': undefined,
  garbage: undefined,
  '': undefined,
};

suite('countryOf', () => {
  for (const [number, country] of Object.entries(countries)) {
    test(`${JSON.stringify(number)} is of ${country ?? 'nowhere'}`, () => assert.equal(countryOf(number), country));
  }
});
