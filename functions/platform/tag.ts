import { createHmac, createHash, randomBytes } from 'node:crypto'

/** A keyed hash: tells whether two values are the same, and nothing else. 32 hex digits. */
export type Tag = (kind: string, value: string) => string

/** HMAC-SHA256 (RFC 2104) under `key`, cut to 128 bits; `kind` keeps the uses apart. */
export const tagger =
  (key: string): Tag =>
  (kind, value) =>
    createHmac('sha256', key).update(`${kind}:${value}`).digest('hex').slice(0, 32)

/** The id that follows from a natural key (`unit`, `4501`): the same key, the same id. 32 hex digits of SHA-256. */
export const idOf = (kind: string, key: string) => createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 32)

/** 128 random bits as hex. */
export const randomId = () => randomBytes(16).toString('hex')
