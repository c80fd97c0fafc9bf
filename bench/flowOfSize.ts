/** The text of a flow of `count` actions that cycles through ten types and refers to itself everywhere, laid out with two spaces. */
export function flowOfSize(count: number): string {
  const actions = Array.from({ length: count }, (_, position) => actionAt(position, count));
  return JSON.stringify({ name: 'bench', detail: 'generated', actions }, null, 2);
}

const idAt = (position: number) => `10000000-0000-4000-8000-${String(position).padStart(12, '0')}`;

function actionAt(position: number, count: number): unknown {
  const id = idAt(position);
  const ahead = idAt(Math.min(position + 3, count - 1));
  const far = idAt((position * 7) % count);
  switch (position % 10) {
    case 0:
      return { id, type: 'answer' };
    case 1:
      return {
        id,
        type: 'talk',
        option: { text: `Welcome to desk ${position}. Press 1 for orders.`, language: 'en-US' },
      };
    case 2:
      return { id, type: 'digits_receive', option: { duration: 5000, length: 1 } };
    case 3:
      return { id, type: 'branch', option: { default_target_id: ahead, target_ids: { '1': ahead, '2': far } } };
    case 4:
      return { id, next_id: ahead, type: 'play', option: { stream_urls: ['https://media.example.com/a.wav'] } };
    case 5:
      return { id, type: 'variable_set', option: { key: `desk${position}`, value: 'open' } };
    case 6:
      return {
        id,
        type: 'condition_variable',
        option: {
          condition: '==',
          variable: `\${desk${position - 1}}`,
          value_type: 'string',
          value_string: 'open',
          false_target_id: ahead,
        },
      };
    case 7:
      return {
        id,
        type: 'connect',
        option: {
          source: { type: 'tel', target: '+15550100001' },
          destinations: [{ type: 'tel', target: '+15550100002' }],
          anonymous: 'no',
        },
      };
    case 8:
      return {
        id,
        type: 'webhook_send',
        option: {
          uri: 'https://hooks.example.com/call',
          method: 'POST',
          data_type: 'application/json',
          data: '{"ok":true}',
        },
      };
    default:
      return { id, type: 'sleep', option: { duration: 1000 } };
  }
}
