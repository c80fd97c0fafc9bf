import { replaceValue } from '../../edit/edit';
import type { OptionNode } from '../../model/flowModel';
import { listOptions } from '../../model/listOptions';
import { indexOf } from '../../model/locate';
import { masked, maskVariables } from '../../text/maskVariables';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { isPrivateHost } from './privateHost';

export const urlInvalid: Check = {
  code: 'url-invalid',
  severity: 'warning',
  title: 'A URL that VoIPbin cannot use',
  doc: `VoIPbin fetches and sends over \`http://\` and \`https://\` alone, and a URL needs a host. \`webhook_send\` refuses private addresses too (\`localhost\`, \`127.0.0.1\`, \`192.168.…\`): no request is sent, and the flow does not notice.

Write the whole URL of a server that everybody can reach. To try a webhook on your own machine, use a tunnel with a public address.

What a variable gives is not judged; a host name that leads to a private address is found out only by VoIPbin.

Source: \`bin-webhook-manager/pkg/webhookhandler/urlvalidator.go:38-72\` \`validateWebhookURL\`.`,
  *check(model) {
    for (const option of listOptions(model, (one) => one.format === 'url')) {
      const { field, value, action } = option;
      if (typeof value !== 'string' || value === '') continue;
      const wrong = judge(maskVariables(value), action?.type === 'webhook_send');
      if (!wrong) continue;
      const { node } = option;
      const missing = field.whenMissing ?? (node.parent && indexOf(model).options.get(node.parent)?.field?.whenMissing);
      yield { at: node, message: `${say(option, wrong)} ${missing?.doc ?? ''} ${advice[wrong]}`.replace('  ', ' ') };
    }
  },
  fixes(model, { at }) {
    const node = 'type' in at && indexOf(model).options.has(at) ? at : undefined;
    if (typeof node?.value !== 'string' || !bareHost.test(node.value)) return [];
    return [{ title: 'Put "https://" before it', edits: replaceValue(model, node, `https://${node.value}`) }];
  },
};

type Fault = 'form' | 'private';

const url = /^https?:\/\/(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#@:[\]]+)(?::\d*)?(?:[/?#]\S*)?$/i;
const withVariable = /^https?:\/\/\S*$/i;
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

function judge(text: string, publicOnly: boolean): Fault | undefined {
  // A variable at the start may hold the scheme, and one in the host the whole of it.
  if (text.startsWith(masked)) return undefined;
  const host = url.exec(text)?.[1];
  if (host === undefined) return text.includes(masked) && withVariable.test(text) ? undefined : 'form';
  return publicOnly && !host.includes(masked) && isPrivateHost(host) ? 'private' : undefined;
}

function say({ node }: OptionNode, wrong: Fault): string {
  const text = quote(node.value as string);
  return wrong === 'form'
    ? `${text} is no URL that VoIPbin can use.`
    : `${text} is a private address, which VoIPbin refuses.`;
}

const advice: Readonly<Record<Fault, string>> = {
  form: 'Write it with "http://" or "https://" and a host.',
  private: 'Use a server with a public address.',
};
