import type { JsonValue } from '../../json/jsonValue';

/** A flow with its inputs, in the format of the recorded engine traces. */
export interface RecordedFlow {
  readonly name: string;
  readonly reference_type: string;
  readonly flow: { readonly actions?: JsonValue };
  readonly flows?: Readonly<Record<string, JsonValue>>;
  readonly inputs?: RecordedInputs;
}

export interface RecordedInputs {
  readonly variables?: Readonly<Record<string, string>>;
  /** Keys pressed during the first, second … executed `digits_receive`. */
  readonly digits?: readonly string[];
  readonly call_status?: string;
  readonly now?: string;
  readonly fetch?: Readonly<Record<string, { readonly status: number; readonly body: string }>>;
}
