/** Files whose calls no journey on one machine comes to, each with its reason. */
export const exceptions: Readonly<Record<string, string>> = {
  'platform/secrets.ts': 'read once when a deployed function starts, before it has accepted anything; its failures are in secrets.test.ts',
}
