/** The last of a list; the oldest phones have no `at`. */
export const last = <Item>(list: readonly Item[]): Item | undefined => list[list.length - 1]
