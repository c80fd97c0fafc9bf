/** The two-letter codes of countries (ISO 3166-1). */
export const regions: ReadonlySet<string> = new Set(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  ),
);

/**
 * The two-letter codes of languages (ISO 639-1, with those that were withdrawn and are still in use), each with the country where most of its
 * speakers live (CLDR, likely subtags); "" where there is none.
 */
export const homeOf: ReadonlyMap<string, string> = new Map(
  'aaET abGE aeIR afZA akGH amET anES arEG asIN avRU ayBO azAZ baRU beBY bgBG bhIN biVU bmML bnBD boCN brFR bsBA caES ceRU chGU coFR crCA csCZ cuRU cvRU cyGB daDK deDE dvMV dzBT eeGH elGR enUS eo esES etEE euES faIR ffSN fiFI fjFJ foFO frFR fyNL gaIE gdGB glES gnPY guIN gvIM haNG heIL hiIN hoPG hrHR htHT huHU hyAM hzNA ia idID ieEE igNG iiCN ikUS inID io isIS itIT iuCA iwIL jaJP jiUA jvID jwID kaGE kgCD kiKE kjNA kkKZ klGL kmKH knIN koKR krNG ksIN kuTR kvRU kwGB kyKG laVA lbLU lgUG liNL lnCD loLA ltLT luCD lvLV mgMG mhMH miNZ mkMK mlIN mnMN moRO mrIN msMY mtMT myMM naNR nbNO ndZW neNP ngNA nlNL nnNO noNO nrZA nvUS nyMW ocFR ojCA omET orIN osGE paIN piGB plPL psAF ptBR quPE rmCH rnBI roRO ruRU rwRW saIN scIT sdPK seNO sgCF shRS siLK skSK slSI smWS snZW soSO sqAL srRS ssZA stZA suID svSE swTZ taIN teIN tgTJ thTH tiET tkTM tlPH tnZA toTO trTR tsZA ttRU twGH tyPF ugCN ukUA urPK uzUZ veZA viVN vo waBE woSN xhZA yiUA yoNG zaCN zhCN zuZA'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

/** What people write in place of a tag, and the tag. */
export const mistakenTags: Readonly<Record<string, string>> = { 'en-UK': 'en-GB', 'es-LA': 'es-419' };

/** Pairs of a language and a country with the same letters that do go together, though most speakers live elsewhere. */
export const sameLetters: ReadonlySet<string> = new Set(['pt-PT', 'se-SE']);
