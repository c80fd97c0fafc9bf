import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { fitting, fittingEnd, patternFault } from '../../../flow/tests/pattern/textPattern';

suite('texts of expectations', () => {
  test('a plain text fits as a part', () => {
    assert.ok(fitting('twenty dollars')('A bike is twenty dollars a day.'));
    assert.ok(!fitting('Twenty')('twenty'));
    assert.ok(fitting('1+1 (of [2])')('press 1+1 (of [2]) now'));
    assert.ok(fitting('/')('a/b'));
  });

  test('a text between slashes is a regular expression', () => {
    assert.ok(fitting('/^Welcome.*(bikes|boats)\\b/i')('WELCOME to Harbour BIKES.'));
    assert.ok(!fitting('/^bikes/')('our bikes'));
    assert.ok(fitting('/\\d{2,3}:\\d\\d/')('at 09:30'));
    assert.ok(!fitting('/^[^a-c]+$/')('xbx'));
    assert.ok(fitting('/^[\\w.-]+$/')('a-b.c'));
    assert.ok(fitting('/^\\u00e9.$/')('é☂'));
  });

  test('says what it cannot do', () => {
    assert.match(patternFault('/(?=a)/') ?? '', /look-arounds/);
    assert.match(patternFault('/(a)\\1/') ?? '', /not supported/);
    assert.match(patternFault('/(a/') ?? '', /not closed/);
    assert.match(patternFault('/a)/') ?? '', /closes nothing/);
    assert.match(patternFault('/[a/') ?? '', /not closed/);
    assert.match(patternFault('/+a/') ?? '', /nothing to repeat/);
    assert.match(patternFault('/a{3,1}/') ?? '', /ends before it begins/);
    assert.match(patternFault('/(a{999}){999}/') ?? '', /too long/);
    assert.match(patternFault(`/${'('.repeat(5000)}a${')'.repeat(5000)}/`) ?? '', /too deep/);
    assert.equal(patternFault('plain ('), undefined);
  });

  test('what takes others a lifetime is done at once', () => {
    const began = performance.now();
    assert.ok(!fitting('/^(a+)+$/')(`${'a'.repeat(50_000)}!`));
    assert.ok(!fitting('/(x|x|x.)*y/')('x'.repeat(50_000)));
    assert.ok(performance.now() - began < 2000);
  });

  test('fits as the regular expressions of JavaScript do', () => {
    const atom = fc.constantFrom('a', 'b', '.', '\\w', '\\d', '[ab]', '[^b]', '\\.', ' ', '\\b', '^', '$');
    const part = fc
      .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{2,}'))
      .map(([item, times]) => (/^(\\b|\^|\$)$/.test(item) ? item : item + times));
    const all = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const source = fc.oneof(
      all,
      fc.tuple(all, all).map(([a, b]) => `${a}|${b}`),
      fc.tuple(all, all).map(([a, b]) => `(${a})*${b}`),
      fc.tuple(all, all, all).map(([a, b, c]) => `(?:${a}|${b})+?${c}`),
    );
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', '.', ' '), maxLength: 12 });
    fc.assert(
      fc.property(source, text, fc.boolean(), (written, whole, any) => {
        const flags = any ? 'i' : '';
        assert.equal(fitting(`/${written}/${flags}`)(whole), new RegExp(written, flags).test(whole));
      }),
      { numRuns: 3000 },
    );
  });

  test('ends where the first part that fits does, behind an offset', () => {
    assert.equal(fittingEnd('b')('abcb', 2), 4);
    assert.equal(fittingEnd('/a+/')('aaa', 1), 2);
    assert.equal(fittingEnd('/.b/')('😀b', 0), 3);
    assert.equal(fittingEnd('/b/')('😀b', 2), 3);
    const source = fc.constantFrom('a', 'ab', 'a+b', 'a*', '^a', 'b$', '(?:a|bb)+', '\\ba', 'a?b', '.{2}');
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 7 });
    fc.assert(
      fc.property(source, text, fc.nat(7), (written, whole, far) => {
        const from = Math.min(far, whole.length);
        const ends = (end: number) =>
          [...whole.slice(0, end), ''].some(
            (_, at) =>
              at >= from && new RegExp(`(?<=^[^]{${at}})(?:${written})(?=[^]{${whole.length - end}}$)`).test(whole),
          );
        const expected = [...whole, ''].findIndex((_, end) => ends(end));
        assert.equal(fittingEnd(`/${written}/`)(whole, from) ?? -1, expected);
      }),
      { numRuns: 500 },
    );
  });
});
