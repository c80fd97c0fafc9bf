import { languages } from '../catalog/languages';
import { homeOf, mistakenTags, regions, sameLetters } from '../catalog/languageTags';
import { remembering } from './remembering';

/** Why a well-formed tag names no language that people speak, and the tags that may be meant, the likeliest first. */
export interface LanguageFault {
  readonly kind: 'language' | 'region' | 'pair';
  /** The subtag that does not exist; of a pair the whole of it. */
  readonly part: string;
  readonly meant: readonly string[];
}

const subtags = /^([a-z]{2,3})(?:-[a-z]{3}(?![a-z]))*(?:-[a-z]{4}(?![a-z]))?(?:-([a-z]{2}|\d{3})(?![a-z\d]))?/i;

/**
 * What is wrong with the language or the country of a tag; undefined where both exist and may go together.
 *
 * Languages of three letters and regions of three digits are taken as they are. That a pair never goes together is said of pairs with the same
 * letters only (`kr-KR`), where a country was written for its language, and of those that are known as mistakes. Files speak a few languages in
 * many places.
 */
export const findLanguageFault = remembering(500, faultOf);

function faultOf(tag: string): LanguageFault | undefined {
  const found = subtags.exec(tag);
  if (!found) return undefined;
  const language = (found[1] ?? '').toLowerCase();
  const region = (found[2] ?? '').toUpperCase();
  const pair = region === '' ? language : `${language}-${region}`;
  const known = Object.hasOwn(mistakenTags, pair) ? mistakenTags[pair] : undefined;
  if (language.length === 2 && !homeOf.has(language))
    return { kind: 'language', part: language, meant: listMeant(language, region) };
  if (region.length === 2 && !regions.has(region))
    return { kind: 'region', part: region, meant: known ? [known] : listMeant(language, '') };
  if (known) return { kind: 'pair', part: pair, meant: [known] };
  const same = language.toUpperCase() === region && homeOf.get(language) !== region && !sameLetters.has(pair);
  return same ? { kind: 'pair', part: pair, meant: listMeant(language, region) } : undefined;
}

/** The usual tag of the language first where it is one of those that are spoken often, else that of the country. */
function listMeant(language: string, region: string): string[] {
  const home = homeOf.get(language);
  const own = findUsual((tag) => tag.startsWith(`${language}-`)) ?? (home ? `${language}-${home}` : undefined);
  const country = region === '' || !regions.has(region) ? language.toUpperCase() : region;
  const local = findUsual((tag) => tag.endsWith(`-${country}`));
  const often = own !== undefined && Object.hasOwn(languages, own);
  return [...new Set(often ? [own, local] : [local, own])].filter((tag) => tag !== undefined);
}

const usual = Object.keys(languages);
const findUsual = (fits: (tag: string) => boolean) => usual.find(fits);
