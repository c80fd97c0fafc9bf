import type { ShapeName } from '../../flow';

/** Why the file is not run as a call although it has actions: it is the body of another request. Undefined for what can be called. */
export const notCall = (shape: ShapeName): string | undefined => texts[shape];

const instead = 'Call This Flow and Simulate try its actions once.';

const texts: Partial<Readonly<Record<ShapeName, string>>> = {
  providercall: `This file is the body of POST /providercalls, which tests a provider with a call. Run Call does not do that. ${instead}`,
  campaign: `This file is the body of POST /campaigns, which calls every target of a list. Run Call does not start campaigns. ${instead}`,
};
