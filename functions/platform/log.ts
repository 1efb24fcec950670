import { Logger } from '@aws-lambda-powertools/logger'

/** What may stand in a log line beside its event code: ids, counts, names of problems. Never words, names, numbers or openids. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>

export type Log = {
  info: (event: string, facts?: Facts) => void
  warn: (event: string, facts?: Facts) => void
  /** `error` leaves its name and the frames of its stack; its message may hold data and is dropped. */
  error: (event: string, error: unknown, facts?: Facts) => void
}

/** The error's kind and where it arose, without its message. */
export function traceOf(error: unknown): { error: string; frames?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' < ')
  const cause = error.cause instanceof Error ? `${error.name} < ${error.cause.name}` : error.name
  return { error: cause, frames }
}

/** Structured log lines on stdout by Powertools. */
export function structuredLog(service: string): Log {
  const logger = new Logger({ serviceName: service })
  return {
    info: (event, facts = {}) => logger.info(event, facts),
    warn: (event, facts = {}) => logger.warn(event, facts),
    error: (event, error, facts = {}) => logger.error(event, { ...traceOf(error), ...facts }),
  }
}

/** Drops everything; for tests that look elsewhere. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
