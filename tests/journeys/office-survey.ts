import type { Desktop } from './desktop'

/** Households on the sample's roll that the desktop shows, by name, that have not drawn. */
export async function untaken({ page }: Desktop): Promise<string[]> {
  const rows = page.locator('.roll-one').filter({ has: page.getByRole('button') })
  return Promise.all((await rows.all()).map((row) => row.locator('b').innerText()))
}

/** Chooses a village of which households are in the sample. */
export async function village(desktop: Desktop, name: string) {
  await desktop.pick('哪个村', name)
  await desktop.see(/^抽中 \d+ 户/)
}

/** The codes and slips of the sheets that are about to be printed. */
export async function sheetsOn({ page }: Desktop): Promise<{ codes: string[]; slips: string[]; pages: number }> {
  const codes = await page
    .locator('.sheet-code')
    .evaluateAll((heads) => heads.map((head) => [...head.querySelectorAll('code')].map(({ textContent }) => textContent ?? '').join(' ')))
  return { codes, slips: await page.locator('.sheet-number').allInnerTexts(), pages: await page.locator('.sheet-page').count() }
}

/** Pages of what the browser prints, and whether all of them are A4. */
export async function printed({ page }: Desktop): Promise<{ pages: number; isA4: boolean }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = pdf.match(/\/MediaBox\s*\[[^\]]*\]/g) ?? []
  return {
    pages: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
    isA4: boxes.every((box) => /\[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/.test(box)),
  }
}

/** Gives the code of a sheet as a scanner would. */
export async function scan(desktop: Desktop, code: string) {
  await desktop.type(/的暗码/, code)
  await desktop.page.keyboard.press('Enter')
}

/** Types a sheet: `digits` go on by themselves from cell to cell. */
export async function typeSheet(desktop: Desktop, code: string, digits: string) {
  await scan(desktop, code)
  await desktop.see('打圆圈里的小数字')
  await desktop.page.keyboard.type(digits)
  await desktop.page.keyboard.press('Enter')
  await desktop.page.getByRole('textbox', { name: /的暗码/ }).waitFor()
}

/** Picks somebody of the made-up town as the one who signs in beside whoever is signed in. */
export async function pickSecond(desktop: Desktop, words: string) {
  await desktop.type('找人', words)
  await desktop.page.getByRole('button').filter({ hasText: words }).first().click()
}

/** Has the colleague sign in who types sheets together with the first of the office. */
export async function seatColleague(desktop: Desktop) {
  await pickSecond(desktop, '一起录纸质问卷')
  await desktop.see(/,已经登录$/)
}
