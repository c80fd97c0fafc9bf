import fc from 'fast-check';
import { thorough } from './thorough';

/** Properties try the same cases in each run, so that a change is what makes a test fail. SEED=N tries others, THOROUGH=1 new ones each time. */
const { SEED } = process.env;
if (SEED !== undefined || !thorough) fc.configureGlobal({ seed: Number(SEED ?? 20261130) });
