import { App } from 'antd'
import { useRef, useState } from 'react'

import { CalendarYear, type SpecialDay } from '../../contract/calendar'
import { isProblem } from '../../contract/problem'
import { shanghai, instant } from '../../contract/time'
import { ask, NO_ANSWER } from '../api/ask'
import { queries, useRead } from '../api/read'
import { type Day, toggled } from './year'

const thisYear = () => shanghai(instant(new Date())).getUTCFullYear()

/** A year's calendar and the changes to it that are not saved yet. */
export function useYear() {
  const [year, setYear] = useState(thisYear)
  const key = CalendarYear.parse(String(year))
  const reading = useRead(['calendar', key], () => ask('GET /v1/calendar/{year}', { params: { year: key } }))
  const [edit, setEdit] = useState<{ year: number; version: number; days: SpecialDay[] }>()
  const [name, setName] = useState('')
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const saving = useRef(false)
  const { message } = App.useApp()
  const { data } = reading
  const edited = edit?.year === year ? edit : undefined

  function toggle(day: Day) {
    if (!data) return
    const { version, days } = edited ?? data
    setEdit({ year, version, days: toggled(days, day, name.trim() || undefined) })
  }
  async function save() {
    if (!edited || saving.current) return
    saving.current = true
    setBusy(true)
    say(undefined)
    try {
      const { version, days } = edited
      const answer = await ask('PUT /v1/calendar/{year}', { params: { year: key }, body: { version, days } })
      if (isProblem(answer)) say(answer.says)
      else {
        queries.setQueryData(['calendar', key], answer)
        setEdit(undefined)
        void message.success(`${year} 年的节假日存好了`)
      }
    } catch {
      say(NO_ANSWER)
    }
    saving.current = false
    setBusy(false)
  }
  return {
    year,
    show: setYear,
    reading,
    days: edited?.days ?? data?.days ?? [],
    changed: data?.changed,
    unsaved: edited !== undefined,
    name,
    setName,
    says,
    busy,
    toggle,
    save: () => void save(),
    undo: () => {
      setEdit(undefined)
      say(undefined)
      reading.again()
    },
  }
}
