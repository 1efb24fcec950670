type Bag = Record<string, unknown>

/** Sets `root.cn.[0].v` and the like, as setData does: what is missing on the way is made. Runs in the logic and in the view. */
export function setAt(target: Bag, path: string, value: unknown) {
  const steps = path.split(/[.[\]]+/).filter(Boolean)
  const last = steps.pop()
  if (last === undefined) return
  let at = target
  steps.forEach((step, index) => {
    const next = steps[index + 1] ?? last
    at[step] ??= /^\d+$/.test(next) ? [] : {}
    at = at[step] as Bag
  })
  at[last] = value
}
