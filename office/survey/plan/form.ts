import * as z from 'zod/mini'

import { type Campaign, CampaignPlan, Key32, surveyLimits } from '../../../contract/survey'
import { hour, later } from '../../../contract/time'
import { fieldOf, instantOf } from '../when'

const number = z.nullable(z.number())

/** A plan as it is being filled in: empty and half filled fields are allowed. `was` is the plan that it was begun from. */
export const PlanForm = z.object({
  was: z.string(),
  title: z.string(),
  questions: z.object({ service: z.string(), conduct: z.string(), results: z.string(), money: z.string(), watched: z.string() }),
  weights: z.object({ service: number, conduct: number, results: number }),
  sample: number,
  floor: number,
  sourceName: z.string(),
  sourceAt: z.string(),
  tokenKey: z.string(),
  sealKey: z.string(),
  opensAt: z.string(),
  drawsUntil: z.string(),
  castsUntil: z.string(),
})
export type PlanForm = z.infer<typeof PlanForm>

/** The form as the campaign stands. */
export const formOf = ({ plan }: Pick<Campaign, 'plan'>): PlanForm => ({
  ...{
    was: JSON.stringify(plan),
    title: plan.title,
    questions: plan.questions,
    weights: plan.weights,
    sample: plan.sample,
    floor: plan.floor,
  },
  ...{ sourceName: plan.source?.name ?? '', sourceAt: fieldOf(plan.source?.at) },
  ...{ tokenKey: plan.tokenKey ?? '', sealKey: plan.sealKey ?? '' },
  ...{ opensAt: fieldOf(plan.opensAt), drawsUntil: fieldOf(plan.drawsUntil), castsUntil: fieldOf(plan.castsUntil) },
})

/** What the weights come to; a hundred in a plan that can be saved. */
export const weightSum = ({ service, conduct, results }: PlanForm['weights']) => (service ?? 0) + (conduct ?? 0) + (results ?? 0)

type Field = keyof Omit<PlanForm, 'was'>
const keyWrong = (key: string) => key.trim() !== '' && !Key32.safeParse(key.trim()).success

/** What keeps the form from being saved, by the field at which it is said. What is still empty keeps nothing: a draft is saved unfinished. */
export function faultsOf(form: PlanForm): Partial<Record<Field, string>> {
  const faults: Partial<Record<Field, string>> = {}
  if (!form.title.trim()) faults.title = '请写名称。'
  if (Object.values(form.questions).some((question) => !question.trim())) faults.questions = '每个问题都要有字。'
  if (weightSum(form.weights) !== 100) faults.weights = `三项加起来要正好 100,现在是 ${weightSum(form.weights)}。`
  if (!form.sample) faults.sample = '请填抽多少户。'
  if (form.floor === null) faults.floor = '请填每个乡镇至少抽多少户,没有就填 0。'
  if (Boolean(form.sourceName.trim()) !== Boolean(instantOf(form.sourceAt))) faults.sourceName = '来源和公布时间要一起填。'
  if (keyWrong(form.tokenKey)) faults.tokenKey = '这不是公钥:应当是 43 个字母、数字和 - _。'
  if (keyWrong(form.sealKey)) faults.sealKey = '这不是公钥:应当是 43 个字母、数字和 - _。'

  const [source, opens, draws, casts] = [form.sourceAt, form.opensAt, form.drawsUntil, form.castsUntil].map(instantOf)
  if (source && opens && source >= opens) faults.opensAt = '要在公开数公布以后才能开始。'
  if (opens && draws && opens >= draws) faults.drawsUntil = '要晚于开始的时间。'
  if (draws && casts && later(draws, surveyLimits.hoursToCast * hour) > casts)
    faults.castsUntil = `至少要比停止领票晚 ${surveyLimits.hoursToCast} 小时,让信号差的户也投得完。`
  return faults
}

const given = (text: string) => text.trim() || undefined

/** The plan as it is sent; what the form lacks is left out. Only of a form without faults. */
export function planOf(form: PlanForm): CampaignPlan {
  const at = instantOf(form.sourceAt)
  return CampaignPlan.parse({
    ...{ title: form.title, questions: form.questions, weights: form.weights, sample: form.sample, floor: form.floor },
    ...(at && { source: { name: form.sourceName, at } }),
    ...{ tokenKey: given(form.tokenKey), sealKey: given(form.sealKey) },
    ...{ opensAt: instantOf(form.opensAt), drawsUntil: instantOf(form.drawsUntil), castsUntil: instantOf(form.castsUntil) },
  })
}

/** The form with another end of the draws; an end of the casts that was empty or came too early follows it. */
export function drawingUntil(form: PlanForm, drawsUntil: string): PlanForm {
  const [draws, casts] = [instantOf(drawsUntil), instantOf(form.castsUntil)]
  if (!draws) return { ...form, drawsUntil }
  const least = later(draws, surveyLimits.hoursToCast * hour)
  return { ...form, drawsUntil, castsUntil: casts && casts >= least ? form.castsUntil : fieldOf(least) }
}

/** What is still to be filled in before the campaign can be frozen, as a list to be ticked off. */
export function checklist(
  { plan, strata, done }: Pick<Campaign, 'plan' | 'strata' | 'done'>,
  now: number,
): { says: string; done: boolean }[] {
  const without = strata.filter(({ units }) => units.length === 0).length
  const { opensAt, drawsUntil, castsUntil, source } = plan
  return [
    {
      says: done
        ? `正在按名册列乡镇,${done.so} / ${done.of}`
        : without === 0
          ? `${strata.length} 个乡镇都选了被评单位`
          : `还有 ${without} 个乡镇没选被评单位`,
      done: !done && strata.length > 0 && without === 0,
    },
    { says: '公开数的来源和时间', done: source !== undefined && Date.parse(source.at) > now },
    { says: '选票公钥', done: plan.tokenKey !== undefined },
    { says: '密封公钥(监票人给的)', done: plan.sealKey !== undefined },
    { says: '开始、停止领票、截止的时间', done: Boolean(opensAt && drawsUntil && castsUntil) && Date.parse(opensAt ?? '') > now },
  ]
}
