// Loaded before anything else, by Node or by a page, it puts the clock of that program so many milliseconds ahead: a survey lasts
// days, and a test cannot. Time goes on from there as it does.
{
  const ahead = Number(globalThis.AHEAD_MS ?? process.env.AHEAD_MS)
  const now = () => Reflect.apply(RealDate.now, RealDate, []) + ahead
  const RealDate = Date
  globalThis.Date = new Proxy(RealDate, {
    construct: (date, given, as) => Reflect.construct(date, given.length > 0 ? given : [now()], as),
    apply: () => new RealDate(now()).toString(),
    get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
  })
}
