import { surveyKeys } from './survey-keys'

const digest = (digit: string) => digit.repeat(64)
const whole = `token=${digest('a')},seal=${digest('b')},strata=${digest('c')}`

it('takes fingerprints as they are printed, in groups', () => {
  const printed = digest('a').replace(/(.{4})(?=.)/g, '$1 ')
  expect(surveyKeys(` seal=${digest('B')}, token=${printed}, strata=${digest('c')} `)).toEqual({
    token: digest('a'),
    seal: digest('b'),
    strata: digest('c'),
  })
})

it('is a release for no campaign where nothing is given', () => {
  expect(surveyKeys(undefined)).toBeNull()
  expect(surveyKeys(' ')).toBeNull()
})

it.each([
  ['a part that is missing', whole.replace(/,strata=.*/, '')],
  ['a digest that is cut short', whole.slice(0, -1)],
  ['a part that nobody knows', `${whole},other=${digest('d')}`],
  ['the same name twice', `${whole},seal=`],
])('makes no release with %s', (_, given) => {
  expect(() => surveyKeys(given)).toThrow('SURVEY_KEYS')
})
