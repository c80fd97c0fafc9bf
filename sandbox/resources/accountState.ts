/** What the account may do. Each member can be changed at any time, to see what clients make of the answers. */
export interface AccountState {
  /** Of money; nothing is ever taken off. At 0 or below no telephone number is called, and no message is sent. */
  balance: number;
  /** Without it `POST /calls` to a telephone number answers 403 IDENTITY_VERIFICATION_REQUIRED. */
  identityVerified: boolean;
  /** Every request answers 403 ACCOUNT_FROZEN. */
  frozen: boolean;
  /**
   * The number that calls to a telephone show when their source is not an active normal number of the account; `""`: there is none, and
   * such calls are refused.
   */
  defaultSource: string;
}

export const goodAccount: Readonly<AccountState> = {
  balance: 100,
  identityVerified: true,
  frozen: false,
  defaultSource: '+15550101000',
};
