import { useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import { Box } from '../../../contract/ticket'
import { useLetters } from '../../api/read'
import { useMe } from '../../api/session'
import { boxesOf, boxNames } from '../boxes'
import { isUnder, type Tab } from '../urgent'

/** Of a long box so many letters are looked through by themselves; the rest at a tap. */
const LOOKED_THROUGH = 100

/** These are shown only while something stands in them. */
const rare: readonly Box[] = ['offered', 'raised']

/** The boxes that this person may open, and the letters in the one that is open. */
export function useLettersScreen(now: number) {
  const me = useMe()
  const roles = me?.staff?.roles ?? []
  const mine = boxesOf(roles)
  const asked = Box.safeParse(useRouter().params.box)
  const [chosen, choose] = useState<Box | undefined>(asked.success ? asked.data : undefined)
  const [tab, look] = useState<Tab>('unassigned')
  const offered = useLetters(mine.includes('offered') ? 'offered' : undefined, 'yes')
  const raised = useLetters(mine.includes('raised') ? 'raised' : undefined, 'yes')
  const held = { offered, raised }
  const shown = mine.filter(
    (one) => !rare.includes(one) || mine.length === 1 || chosen === one || held[one as 'offered' | 'raised'].data?.length,
  )
  const box = chosen && mine.includes(chosen) ? chosen : shown[0]
  const inspects = box === 'inspection'
  // What inspection has done with is not what it looks for, except under 全部.
  const letters = useLetters(box, inspects && tab !== 'all' ? 'yes' : undefined)
  useDidShow(() => {
    offered.again()
    raised.again()
    if (box) letters.again()
  })

  const { data, more } = letters
  const found = data && (inspects ? data.filter((letter) => isUnder(tab, letter, now)) : data)
  const read = data?.length ?? 0
  useEffect(() => {
    // A tab picks its letters out of the whole box.
    if (inspects && tab !== 'all' && more && read < LOOKED_THROUGH) more()
  }, [inspects, tab, more, read])

  return {
    staff: me?.staff,
    letters: { ...letters, data: found },
    box,
    choose,
    options: shown.map((one) => [one, boxNames[one]] as const),
    tab: inspects ? tab : undefined,
    look,
  }
}
