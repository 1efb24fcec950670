import { App } from 'antd'
import * as z from 'zod/mini'

import type { Campaign } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { useSending } from '../../api/use-sending'
import { took } from '../use-campaign'
import { faultsOf, formOf, PlanForm, planOf } from './form'

const Edit = z.nullable(PlanForm)

/** A draft's plan and the changes to it that are not saved yet, which are kept at every keystroke. */
export function usePlan(campaign: Campaign) {
  const { id, version } = campaign
  const [edit, write, clear] = useDraft(`survey:${id}:plan`, Edit, () => null)
  const { says, busy, send } = useSending()
  const { message } = App.useApp()
  const stands = formOf(campaign)
  const form = edit ?? stands
  const faults = faultsOf(form)
  // Choosing units moves the campaign's version on, too, and says nothing against what is written here; another plan does.
  const overtaken = form.was !== stands.was

  async function save() {
    if (overtaken || Object.keys(faults).length > 0) return
    const saved = await send(() => ask('PUT /v1/surveys/{id}', { params: { id }, body: { version, plan: planOf(form) } }))
    if (!saved) return
    clear()
    took(saved)
    void message.success('方案存好了')
  }
  return {
    form,
    change: (more: Partial<PlanForm>) => write({ ...form, ...more }),
    faults,
    unsaved: edit !== null,
    overtaken,
    says,
    busy,
    save: () => void save(),
    undo: clear,
  }
}
