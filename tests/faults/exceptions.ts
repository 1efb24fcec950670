/** Files whose calls no journey on one machine comes to, each with its reason. */
export const exceptions: Readonly<Record<string, string>> = {
  'platform/secrets.ts':
    'read when a deployed function starts, before it has accepted anything, and each minute for the dates of surveys, where the last look counts if one fails; its failures are in secrets.test.ts',
}
