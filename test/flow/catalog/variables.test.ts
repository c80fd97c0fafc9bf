import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions, findAction } from '../../../flow/catalog';
import { builtInVariables, findVariable, neverSet } from '../../../flow/catalog/variables';
import { sharedText } from '../../support/shared';

const names = builtInVariables.map((variable) => variable.name);

suite('catalog: variables', () => {
  test('each name stands once', () => {
    assert.deepEqual([...new Set(names)], names);
  });

  test('names are spelled out: no wildcard, no blank, no braces', () => {
    assert.deepEqual(
      names.filter((name) => !/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/.test(name)),
      [],
    );
  });

  test('all but the id of a case begin with voipbin', () => {
    assert.deepEqual(
      names.filter((name) => !name.startsWith('voipbin.')),
      ['contact_case_id'],
    );
  });

  test('a variable is found by its exact name only', () => {
    assert.equal(findVariable('voipbin.call.digits')?.setBy, 'call');
    assert.equal(findVariable('voipbin.call.Digits'), undefined);
    assert.equal(findVariable(' voipbin.call.digits'), undefined);
    assert.equal(findVariable('voipbin.call'), undefined);
    assert.equal(findVariable(''), undefined);
    assert.equal(findVariable('constructor'), undefined);
  });

  test('each says what it holds and where VoIPbin sets it', () => {
    for (const { name, doc, source } of builtInVariables) {
      assert.match(doc, /^[A-Z].*\.$/, name);
      assert.match(source, /\.go\b/, name);
      assert.doesNotMatch(doc, /\.go\b/, name);
    }
  });

  test('an action that sets a variable says so, and sets nothing unknown', () => {
    for (const variable of builtInVariables) {
      if (typeof variable.setBy === 'string' || variable.input || variable.inFollowUpFlow) continue;
      for (const type of variable.setBy) {
        const patterns = findAction(type)?.sets ?? [];
        assert.ok(
          patterns.some((pattern) => covers(pattern, variable.name)),
          `${type} does not say that it sets ${variable.name}`,
        );
      }
    }
    for (const { type, sets = [] } of actionDefinitions) {
      for (const pattern of sets) {
        assert.ok(
          names.some((name) => covers(pattern, name)),
          `${type} sets ${pattern}, which no variable is`,
        );
      }
    }
  });

  test('the setters of a group are the same in both places', () => {
    for (const { type, sets = [] } of actionDefinitions) {
      for (const variable of builtInVariables.filter(({ name }) => sets.some((pattern) => covers(pattern, name)))) {
        if (variable.name === 'voipbin.call.digits') continue; // set at the start of the call, and by keys during any action
        assert.ok(variable.setBy.includes(type), `${variable.name} does not name ${type}`);
      }
    }
  });

  test('only the summary exists in the follow-up flow alone', () => {
    const prefixes = builtInVariables
      .filter((variable) => variable.inFollowUpFlow)
      .map((variable) => variable.name.split('.')[1]);
    assert.deepEqual([...new Set(prefixes)], ['ai_summary']);
  });

  test('the times of a queue are milliseconds, against the documentation', () => {
    for (const name of ['voipbin.queuecall.timeout_wait', 'voipbin.queuecall.timeout_service']) {
      assert.equal(findVariable(name)?.unit, 'ms');
      assert.equal(findVariable(name)?.quirks?.length, 1);
    }
  });

  test('what an action sets by the way it sets, and an option of it says when it is meant', () => {
    for (const { type, sets = [], setsByTheWay = {}, field } of actionDefinitions) {
      for (const [name, option] of Object.entries(setsByTheWay)) {
        assert.ok(sets.includes(name), `${type} ${name}`);
        assert.ok(field(option), `${type} ${option}`);
      }
    }
  });

  test('a name that nothing sets is no built-in one, and its successor is', () => {
    for (const { name, successor, doc } of neverSet) {
      assert.equal(findVariable(name), undefined, name);
      if (successor !== undefined) {
        assert.ok(findVariable(successor), name);
        assert.ok(doc.includes(successor), name);
      }
    }
    assert.equal(new Set(neverSet.map((variable) => variable.name)).size, neverSet.length);
  });
});

const facts = sharedText('facts/variables.md');
if (facts !== undefined) {
  const [first = '', second = ''] = facts.split(/^## /m).slice(1);

  suite('catalog: variables against the facts', () => {
    test('the same names are set', () => {
      assert.deepEqual([...names].sort(), listedNames(first).sort());
    });

    test('the same names are never set', () => {
      const paragraph = second.split('\n')[1] ?? '';
      const listed = paragraph
        .replace(/\([^)]*\)/g, '')
        .split(/[·,.]\s/)
        .map((text) => text.trim())
        .filter((text) => text.startsWith('voipbin.'));
      const renamed = 'voipbin.reference_data';
      assert.deepEqual(
        neverSet
          .map((variable) => variable.name)
          .filter((name) => name !== renamed)
          .sort(),
        listed.sort(),
      );
    });

    test('the same successors are meant', () => {
      const table = /^Did-you-mean[^:]*: (.*)$/m.exec(second)?.[1] ?? '';
      const meant = [...table.matchAll(/([a-z_.]+) → ([a-z_.]+)/g)].map(([, from = '', to = '']) => [
        `voipbin.${from}`,
        to === 'none' ? undefined : `voipbin.${to.replace(/\.$/, '')}`,
      ]);
      assert.ok(meant.length >= 6);
      for (const [from, to] of meant)
        assert.equal(neverSet.find((variable) => variable.name === from)?.successor, to, from);
    });
  });
}

function covers(pattern: string, name: string): boolean {
  return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** The names in the first cells of the tables: `a.b.c / .d` stands for a.b.c and a.b.d, `a.b.* with c, d` for a.b.c and a.b.d. */
function listedNames(section: string): string[] {
  const rows = section.split('\n').flatMap((line) => /^\|([^|]+)\|/.exec(line)?.[1] ?? []);
  return rows.flatMap((cell) => {
    const members = / with (.*)$/.exec(cell)?.[1]?.match(/[a-z_]+/g) ?? [];
    let prefix = '';
    return cell
      .replace(/ with .*$|\([^)]*\)/g, '')
      .split(/[\s,/]+/)
      .flatMap((token) => {
        if (token.startsWith('.')) return [prefix + token.slice(1)];
        if (!/^(voipbin\.|contact_)/.test(token)) return [];
        prefix = token.slice(0, token.lastIndexOf('.') + 1);
        return token.endsWith('.*') ? members.map((member) => prefix + member) : [token];
      });
  });
}
