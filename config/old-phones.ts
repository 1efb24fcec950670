/**
 * What iOS 11 and Chrome 70 lack of what the code and its packages use, as far as it is used. Runs before anything else.
 * tests/old-phone.ts takes these phones' gaps to the tests.
 */
function add(owner: object, name: string, value: unknown) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

add(Array.prototype, 'flatMap', function (this: unknown[], map: (item: unknown, index: number, all: unknown[]) => unknown) {
  return this.reduce<unknown[]>((all, item, index) => all.concat(map(item, index, this)), [])
})

add(Object, 'fromEntries', (entries: Iterable<[string, unknown]>) => {
  const made: Record<string, unknown> = {}
  for (const [name, value] of Array.from(entries)) made[name] = value
  return made
})

add(Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name))

add(String.prototype, 'replaceAll', function (this: string, sought: string | RegExp, put: string) {
  return sought instanceof RegExp ? this.replace(sought, put) : this.split(sought).join(put)
})
