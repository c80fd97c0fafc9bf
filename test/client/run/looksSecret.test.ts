import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { looksSecret } from '../../../client/run/looksSecret';

suite('names of variables that say that the value is a secret', () => {
  const secret = [
    'auth_token clientSecret cvc cvv2 Credentials password password1 db_passwd pwd userPass passphrase',
    'pin userPin customerPIN customer_pin customer.pinCode PINCode pin_1 otp otpCode voipbin.otp auth authorization bearer',
    'api.key apiKey API_KEY apikey APIKeys access_key private_key privateKey sharedKey signing_key encryption_key',
    'creditCardNumber cardNumber userpassword accesstoken',
  ].flatMap((names) => names.split(' '));
  for (const name of secret) test(name, () => assert.equal(looksSecret(name), true));

  const open = [
    'name passengerName passenger_count compass passport_no bypass passed author authorName token_count pin_attempts',
    'passwordLength pinned pinging spin opinion tokenize key pressed_key keyboard card_type secretary',
  ].flatMap((names) => names.split(' '));
  for (const name of open) test(`not ${name}`, () => assert.equal(looksSecret(name), false));
});
