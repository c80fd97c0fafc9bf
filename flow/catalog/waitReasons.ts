/** What a run stands still for. The words are ours: VoIPbin tells the action that runs, and nothing of why it has not ended. */
export type WaitReason =
  | TimedWait
  | 'talk' // speech is played
  | 'play' // files are played
  | 'beep'
  | 'amd' // the detector listens
  | 'callee' // the called parties ring, and the call is in the bridge alone
  | 'bridge' // the call talks to another one
  | 'conference'
  | 'ai' // an AI session continues
  | 'block'; // parked: nothing on the platform's outside can end it

const timedWaits = [
  'sleep',
  'digits', // keys are collected
  'echo',
  'digits_send',
] as const;

/** A wait that ends after a time that the action gives, or works out. */
export type TimedWait = (typeof timedWaits)[number];

export const isTimed = (reason: WaitReason): reason is TimedWait => timedWaits.some((timed) => timed === reason);
