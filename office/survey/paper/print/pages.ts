/** Millimetres of an A4 sheet's page between its upper edge and its foot, and what stands on it. */
const heights = { page: 265, head: 104, tail: 62, unitName: 8.6, gap: 3, row: 7.1, tallRow: 9.2 } as const
const LONG_QUESTION = 11
const ROWS = 4

/** Whether one of the questions takes two lines beside its answers. */
export const isLong = (questions: readonly string[]) => questions.some(({ length }) => length > LONG_QUESTION)

/** Height of one unit with its questions. */
const unitHeight = (long: boolean) => heights.unitName + ROWS * (long ? heights.tallRow : heights.row) + heights.gap

/**
 * The units on each page of a sheet: the first page begins with its head, the last one ends with the last question and the slip. Pages
 * are cut here, not by the browser, so that each printer cuts them alike.
 */
export function pagesOf<Unit>(units: readonly Unit[], long: boolean): Unit[][] {
  const fit = (room: number) => Math.max(0, Math.floor(room / unitHeight(long)))
  const pages: Unit[][] = []
  let rest = [...units]
  for (;;) {
    const room = heights.page - (pages.length === 0 ? heights.head : 0)
    if (rest.length <= fit(room - heights.tail)) return [...pages, rest]
    // The last page has at least one unit, so that nobody takes the last question for another paper.
    const count = Math.min(fit(room), Math.max(1, rest.length - 1))
    pages.push(rest.slice(0, count))
    rest = rest.slice(count)
  }
}
