const MOBILE = /^(?:86)?(1[3-9]\d{9})$/
/** Beijing's and the other three-digit areas, then the four-digit ones. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/
const SERVICE_LINE = /^(1\d{2,4}|9\d{4}|[48]00\d{7})$/

/** The mobile number in 11 digits, however it was typed; undefined if it is none. */
export const mobileOf = (typed: string): string | undefined => (onlyDials(typed) ? MOBILE.exec(digitsOf(typed))?.[1] : undefined)

/** A number to call in its one form: `13807750000`, `0775-6222333`, `12345`; undefined if it is none. */
export function phoneOf(typed: string): string | undefined {
  if (!onlyDials(typed)) return undefined
  const digits = digitsOf(typed)
  const landline = LANDLINE.exec(digits)
  return MOBILE.exec(digits)?.[1] ?? (landline ? `${landline[1]}-${landline[2]}` : SERVICE_LINE.exec(digits)?.[0])
}

const onlyDials = (typed: string) => /^[\d\s+()\uff08\uff09—–-]+$/.test(typed)
const digitsOf = (typed: string) => typed.replace(/\D/g, '')
