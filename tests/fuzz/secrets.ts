import { openidOf } from '../../functions/local/sandbox/people'
import { minlePersons } from '../fixtures/minle/persons'
import { secrets } from '../town'
import type { Session } from './people'
import { MARK } from './valid'

/** Finds what no log line may hold: keys, sessions, openids, telephones, names, and what people wrote. */
export function secretsIn(sessions: readonly Session[]) {
  const hidden = new Map<string, string>([
    [MARK, 'what somebody wrote'],
    ...Object.entries(secrets).map(([name, value]): [string, string] => [value, name]),
    ...sessions.map(({ token }): [string, string] => [token, 'a session']),
    ...sessions.map(({ person }): [string, string] => [openidOf(person), 'an openid']),
    ...minlePersons.flatMap(({ phone }): [string, string][] => (phone ? [[phone, 'a telephone number']] : [])),
    ...minlePersons.map(({ label }): [string, string] => [label.split(' ')[1] ?? label, 'a name']),
  ])
  return (lines: readonly string[]): string[] =>
    lines.flatMap((line) =>
      [...hidden].filter(([value]) => line.includes(value)).map(([, what]) => `the log tells ${what}: ${line.slice(0, 120)}`),
    )
}
