/** How long a text a speech service takes. */
export interface SpeechLimit {
  readonly service: string;
  readonly value: number;
  /** What is counted: bytes in UTF-8 of the whole text, or characters without markup. */
  readonly counts: 'bytes' | 'characters';
  /** Where the service says so. */
  readonly source: string;
}

const google: SpeechLimit = {
  service: 'Google',
  value: 5000,
  counts: 'bytes',
  source: 'https://cloud.google.com/text-to-speech/quotas',
};

const amazon: SpeechLimit = {
  service: 'Amazon Polly',
  value: 3000,
  counts: 'characters',
  source: 'https://docs.aws.amazon.com/polly/latest/dg/limits.html',
};

/** The limit of the service that a `talk` asks first, by its `provider`. Google is asked without one. */
export function speechLimit(provider: string | undefined): SpeechLimit {
  return provider === 'aws' ? amazon : google;
}
