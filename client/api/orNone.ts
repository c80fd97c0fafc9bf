import { ApiError } from './apiError';

/** What a reading gives; undefined where VoIPbin refuses it or cannot be reached, as far as that `isExpected`. Other faults are thrown. */
export async function orNone<T>(
  reading: Promise<T>,
  isExpected: (error: ApiError) => boolean = () => true,
): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ApiError && isExpected(error)) return undefined;
    throw error;
  }
}

/** It is gone, or may not be read. Older servers refuse with 400 what they do not find. */
export const isOutOfReach = ({ kind }: ApiError): boolean =>
  kind === 'notFound' || kind === 'forbidden' || kind === 'invalid';
