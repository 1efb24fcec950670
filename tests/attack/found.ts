/** What an attack has found that nobody should be able to find. */
export type Found = { by: 'swap' | 'guess' | 'link' | 'ballots' | 'export' | 'key' | 'count'; what: string }
