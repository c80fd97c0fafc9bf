import { type ActionList, type SavedAction, speechDuration } from '../simulator';
import { fileDuration } from '../simulator/world/assume';
import { numberOption, optionOf, textOption } from './optionReading';

/** ms that parties ring, talk, or an AI session lasts, one after the other, unless the world says otherwise. */
const longestService = 300_000;

/** An estimate of how long one action takes at the longest, in ms. */
export function longestStep({ actions }: Pick<ActionList, 'actions'>): number {
  return actions.reduce((longest, action) => Math.max(longest, durationOf(action)), 1000);
}

function durationOf(action: SavedAction): number {
  switch (action.type) {
    case 'talk': {
      const text = textOption(action, 'text');
      return speechDuration(text) + (text.includes('${') ? 60_000 : 0);
    }
    case 'play': {
      const urls = optionOf(action, 'stream_urls');
      return fileDuration * (Array.isArray(urls) ? urls.length : 1);
    }
    case 'digits_send': {
      const each = (numberOption(action, 'duration') ?? 0) + (numberOption(action, 'interval') ?? 0);
      return each * 100;
    }
    case 'digits_receive':
    case 'sleep':
      return numberOption(action, 'duration') ?? 0;
    case 'echo':
    case 'stream_echo':
    case 'connect':
    case 'queue_join':
    case 'conference_join':
    case 'ai_talk':
    case 'ai_task':
    case 'fetch':
    case 'fetch_flow':
      return Math.max(longestService, numberOption(action, 'duration') ?? 0);
    default:
      return 0;
  }
}
