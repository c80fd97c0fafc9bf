import { ApiError } from './apiError';

/** What a reading gives; undefined where VoIPbin refuses it or cannot be reached. Other faults are thrown. */
export async function orNone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
