import { replaceValue } from '../../edit/edit';
import { fieldAt } from '../../model/locate';
import { masked, maskVariables } from '../../text/maskVariables';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { findReserved } from './reservedHost';

export const urlInvalid: Check = {
  code: 'url-invalid',
  group: 'option',
  severity: 'warning',
  title: 'A URL that VoIPbin cannot use',
  doc: `VoIPbin supports \`http://\` and \`https://\` only, and a URL needs a host. The highest port is 65535. \`webhook_send\` refuses addresses that no public server has: \`localhost\`, private networks such as \`192.168.…\`, and networks for examples and measurements such as \`203.0.113.…\`. VoIPbin silently sends no request.

Write the whole URL of a public server. To try a webhook on your own machine, use a tunnel with a public address.

URLs with a variable are not checked; only VoIPbin can find out that a host name leads to a private address.

Source: \`bin-webhook-manager/pkg/webhookhandler/urlvalidator.go\` \`privateNetworks\`, \`validateWebhookURL\`.`,
  fields: ({ format }) => format === 'url',
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, action } = option;
      const { value } = option.node;
      if (typeof value !== 'string' || value === '') continue;
      const fault = faultOf(maskVariables(value), action?.type === 'webhook_send');
      if (!fault) continue;
      const { node } = option;
      const missing = field.whenMissing ?? fieldAt(model, node.parent)?.whenMissing;
      const parts = [`${quote(value)} ${fault.wrong}`, missing?.doc ?? '', fault.advice];
      report({
        at: node,
        message: parts.filter((part) => part !== '').join(' '),
        fixes: () =>
          bareHost.test(value)
            ? [{ title: 'Put "https://" before it', edits: replaceValue(model, node, `https://${value}`) }]
            : [],
      });
    }
  },
  fixes: 'unsure',
};

interface Fault {
  /** What follows the quoted text. */
  readonly wrong: string;
  readonly advice: string;
}

const url = /^https?:\/\/(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+(?:%25[^\s\]]+)?\]|[^\s/?#@:[\]]+)(?::(\d*))?(?:[/?#]\S*)?$/i;
const withVariable = /^https?:\/\/\S*$/i;
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;
const highestPort = 65_535;

const noForm: Fault = {
  wrong: 'is not a URL that VoIPbin can use.',
  advice: 'Write it with "http://" or "https://" and a host.',
};

function faultOf(text: string, publicOnly: boolean): Fault | undefined {
  // A variable at the start may hold the scheme, and one in the host the whole of it.
  if (text.startsWith(masked)) return undefined;
  const [, host, port] = url.exec(text) ?? [];
  if (host === undefined) return text.includes(masked) && withVariable.test(text) ? undefined : noForm;
  if (Number(port ?? 0) > highestPort)
    return { wrong: `has the port ${port}, which does not exist.`, advice: `The highest port is ${highestPort}.` };
  const reserved = publicOnly && !host.includes(masked) ? findReserved(host) : undefined;
  return reserved === undefined
    ? undefined
    : { wrong: `is an address ${reserved}. VoIPbin refuses it.`, advice: 'Use a server with a public address.' };
}
