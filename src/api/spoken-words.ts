import type { Media } from '../../contract/media'

/** What stands in the words' place where they were spoken. */
const SPOKEN = '见语音'

const isSpoken = (media: Media) => media.some(({ kind }) => kind === 'voice')

/** The words as they are sent: what was written, or that they were spoken; empty where there is neither. */
export const wordsFor = (text: string, media: Media = []): string => text.trim() || (isSpoken(media) ? SPOKEN : '')

/** The words as they stand in the form again. */
export const wordsBack = (text: string): string => (text === SPOKEN ? '' : text)

/** Whether without this recording nothing is said at all. */
export const saysNothing = (text: string, media: Media): boolean => text === SPOKEN && !isSpoken(media)
