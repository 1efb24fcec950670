import { signInStaff, tie } from './people'
import type { Phone } from './phone'
import { openStage, type Stage } from './stage'
import { openTicket, submit } from './walk'

jest.setTimeout(240_000)

const VILLAGER = ['0217']
const CADRE = ['陈建华', '驻村']

let stage: Stage
let ticket = ''
beforeAll(async () => {
  stage = await openStage()
  const villager = await stage.phoneOf(...VILLAGER)
  await tie(villager)
  await submit(villager, { kind: '求助', text: '屋后的水渠堵了,地里进不了水', about: /^我的干部/ })
  await openTicket(villager, /屋后的水渠/)
  ticket = new URL(villager.page.url()).hash.slice('#/villager/ticket/screen?id='.length)
  await signInStaff(await stage.phoneOf(...CADRE))
})
afterAll(() => stage?.close())

/** A control that moves by less is still under the finger that was about to press it. */
const FINGER_PX = 12
const controls = '[role=button], [role=switch], [role=radio], [role=tab], [role=link]'

/** Where each control stands that can be seen, by its words: pixels from the left and from the top. */
const standing = ({ page }: Phone) =>
  page
    .locator(controls)
    .filter({ visible: true })
    .evaluateAll((found) =>
      Object.fromEntries(
        found.map((control) => {
          const { left, top } = control.getBoundingClientRect()
          return [control.getAttribute('aria-label') ?? (control as HTMLElement).innerText.replace(/\s+/g, ' '), { left, top }]
        }),
      ),
    )

/**
 * Opens a screen on a telephone that knows nothing yet and whose signal is slow: the server's answers come one after the other.
 * Whatever could be tapped while it waited and stands elsewhere in the end.
 */
async function movedWhileOpening(who: readonly string[], screen: string, settled: string | RegExp) {
  const phone = await stage.phoneOf(...who)
  const held: (() => void)[] = []
  let slow = true
  await phone.page.route(/\/v1\//, async (route) => {
    if (slow) await new Promise<void>((go) => held.push(go))
    await route.continue()
  })
  await phone.open(screen)
  const seen: Awaited<ReturnType<typeof standing>>[] = []
  await phone.page.waitForFunction('document.body.innerText.length > 0')
  for (let quiet = 0; quiet < 4; quiet = held.length > 0 ? 0 : quiet + 1) {
    await phone.page.waitForTimeout(80)
    seen.push(await standing(phone))
    held.shift()?.()
  }
  slow = false
  for (const go of held) go()
  await phone.see(settled)
  const last = await standing(phone)
  await phone.close()
  return Object.keys(last).filter((words) =>
    seen.some(({ [words]: then = last[words]! }) => Math.hypot(then.left - last[words]!.left, then.top - last[words]!.top) >= FINGER_PX),
  )
}

it.each([
  ['villager', 'pages/home/screen', '抽中您家评机关'],
  ['villager', 'pages/tickets/screen', /屋后的水渠/],
  ['villager', 'pages/family/screen', '万名群众评机关'],
  ['villager', 'pages/inbox/screen', /./],
  ['villager', 'villager/tie/screen', /./],
  ['villager', 'villager/ticket-new/screen', /./],
  ['villager', 'villager/ticket/screen?id=', /^T\d{8}/],
  ['villager', 'survey/start/screen', /./],
  ['cadre', 'cadre/home/screen', /屋后的水渠/],
  ['cadre', 'cadre/letters/screen', /屋后的水渠/],
  ['cadre', 'cadre/letter/screen?id=', /屋后的水渠/],
  ['cadre', 'cadre/households/screen', /./],
  ['cadre', 'cadre/me/screen', '帮村民写'],
  ['cadre', 'cadre/requests/screen', /./],
  ['cadre', 'cadre/proxy/screen', /./],
  ['cadre', 'cadre/box/screen', /./],
  ['cadre', 'pages/inbox/screen', /./],
  ['cadre', 'cadre/desktop-sign-in/screen', '电脑上的 8 位码'],
] as const)('moves nothing under the finger while the answers come in: %s, %s', async (who, screen, settled) => {
  const moved = await movedWhileOpening(who === 'villager' ? VILLAGER : CADRE, screen.endsWith('id=') ? screen + ticket : screen, settled)
  expect(moved).toEqual([])
})
