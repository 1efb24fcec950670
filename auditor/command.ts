import { Refusal } from './refusal'

export const GOOD = 0
export const FAILED = 1
const WRONG_USE = 2

export const say = (line: string) => console.log(line)

/** Runs a command: its number is the exit code; a refusal is said in words, anything else with all that is known of it. */
export function command(main: () => Promise<number>): void {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      if (error instanceof Refusal) console.error(error.message)
      else console.error(error)
      process.exitCode = FAILED
    },
  )
}

/** Answers `--help`. */
export function helped(usage: readonly string[]): number {
  usage.forEach(say)
  return GOOD
}

export function misused(why: string, usage: readonly string[]): number {
  console.error([why, ...usage].join('\n'))
  return WRONG_USE
}
