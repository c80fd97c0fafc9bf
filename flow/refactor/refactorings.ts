import { deleteOffer, duplicateOffer, insertOfferAfter, insertOfferBefore } from './offers/actionOffers';
import { conditionsToBranch } from './offers/conditionsToBranch';
import { convertToActiveflow, convertToCall, convertToFlow, convertToList } from './offers/convertDocument';
import { extractCall } from './offers/extractCall';
import { extractFlow } from './offers/extractFlow';
import { giveIds } from './offers/giveIds';
import { gotoToNextId } from './offers/gotoToNextId';
import { inlineCall } from './offers/inlineCall';
import { moveDown, moveUp, runEarlier, runLater } from './offers/moveOffers';
import { removeIds } from './offers/removeIds';
import { wrapInSpeak } from './offers/wrapInSpeak';
import type { Refactoring } from './refactoring';

/** Every change that an author can choose, in the order in which a menu has them. */
export const refactorings: readonly Refactoring[] = [
  insertOfferBefore,
  insertOfferAfter,
  runEarlier,
  runLater,
  moveUp,
  moveDown,
  duplicateOffer,
  deleteOffer,
  extractCall,
  extractFlow,
  inlineCall,
  conditionsToBranch,
  gotoToNextId,
  wrapInSpeak,
  giveIds,
  removeIds,
  convertToList,
  convertToFlow,
  convertToCall,
  convertToActiveflow,
];
