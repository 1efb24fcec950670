/** Digests that fix a campaign for everyone who has this release; 64 hex digits each. */
type SurveyKeys = { token: string; seal: string; strata: string }

const names = ['token', 'seal', 'strata'] as const

/**
 * `SURVEY_KEYS="token=…,seal=…,strata=…"`: the fingerprints of a campaign's two public keys and the digest of its strata, as they
 * are printed on posters; blanks between groups of digits do not matter. Null where the release is for no campaign; throws where
 * one is missing or is none, so that no release is made that would refuse every ballot.
 */
export function surveyKeys(given: string | undefined): SurveyKeys | null {
  if (!given?.trim()) return null
  const parts = new Map(given.split(',').map((part) => [part.split('=')[0]?.trim(), part.split('=')[1]?.replace(/\s/g, '').toLowerCase()]))
  const keys = Object.fromEntries(names.map((name) => [name, parts.get(name) ?? '']))
  const wrong = names.filter((name) => !/^[0-9a-f]{64}$/.test(keys[name] ?? ''))
  if (wrong.length > 0 || parts.size !== names.length) throw new Error(`SURVEY_KEYS: ${wrong.join(', ') || 'too many parts'}`)
  return keys as SurveyKeys
}
