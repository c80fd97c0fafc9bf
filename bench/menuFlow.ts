/** The text of a flow of about `count` actions as people write them: menus of five keys, each key with a few actions, some with a menu below. */
export function menuFlow(count: number): string {
  const actions: unknown[] = [];
  let ids = 0;
  const newId = () => `20000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`;
  const talk = (text: string, id?: string) => ({
    ...(id ? { id } : {}),
    type: 'talk',
    option: { text, language: 'en-US' },
  });
  const menus = [newId()];
  for (let menu = menus.shift(); menu && actions.length < count; menu = menus.shift()) {
    const cases = ['1', '2', '3', '4', '5'].map((key) => ({ key, id: newId() }));
    const wrong = newId();
    actions.push(
      talk(`Menu ${actions.length}. Press a key from 1 to 5, or wait for an agent.`, menu),
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      {
        type: 'branch',
        option: { default_target_id: wrong, target_ids: Object.fromEntries(cases.map(({ key, id }) => [key, id])) },
      },
      { ...talk('That is not a key of this menu.', wrong), next_id: menu },
    );
    for (const { key, id } of cases) {
      actions.push(talk(`You pressed ${key}. One moment, we look for somebody who can help.`, id));
      const below = key === '2' || key === '4' ? newId() : undefined;
      if (below && actions.length < count) {
        menus.push(below);
        actions.push({ type: 'variable_set', option: { key: 'topic', value: key }, next_id: below });
        continue;
      }
      actions.push(
        {
          type: 'connect',
          option: {
            source: { type: 'tel', target: '+15550100001' },
            destinations: [{ type: 'tel', target: '+15550100002' }],
          },
        },
        talk('Thank you for calling.'),
        { type: 'hangup' },
      );
    }
  }
  return JSON.stringify({ name: 'menus', detail: 'generated', actions }, null, 2);
}
