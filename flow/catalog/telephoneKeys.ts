/** The keys that nearly every telephone has, in the order of its keypad. */
export const keypad = '1234567890*#';

/** All keys that have a tone, those that few telephones have last. VoIPbin sends and receives each of them. Source: ITU-T Q.23. */
export const telephoneKeys = `${keypad}ABCD`;

/** The same in words. */
export const telephoneKeysDoc = '0 to 9, A to D, * and #';

/** A text that can be pressed: telephone keys only, or nothing. */
export const pressable = /^[0-9A-D*#]*$/;

/** Whether a text has telephone keys, and nothing else. */
export const areTelephoneKeys = (text: string): boolean => text !== '' && pressable.test(text);

/** A text without all that is not a telephone key. */
export const onlyTelephoneKeys = (text: string): string => text.replace(/[^0-9A-D*#]/g, '');
