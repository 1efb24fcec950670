// Stands in for @aws-sdk/credential-provider-node in the bundles: Lambda hands its role's credentials over in the
// environment, and the ways through profiles, single sign-on and other clouds would add 130 KB.

const given = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

/** The credentials that Lambda gives the function; Lambda replaces the whole process before they end. */
export const defaultProvider = () => async () => ({
  accessKeyId: given('AWS_ACCESS_KEY_ID'),
  secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
  sessionToken: process.env['AWS_SESSION_TOKEN'],
})
