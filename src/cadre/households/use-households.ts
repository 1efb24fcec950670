import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'

import type { PairedHousehold } from '../../../contract/pairing'
import { call } from '../../api/call'
import { useHouseholds } from '../../api/read'
import { day } from '../../design/when'

/** `3 组 · 上次 10月20日`. */
export const smallOf = ({ village, group, lastVisitAt }: PairedHousehold, now: number) => [
  `${village} ${group}`,
  lastVisitAt ? `上次 ${day(lastVisitAt, now)}` : '还没有上门记录',
]

/** The households this cadre leads; a tap calls, and asks which number where there are several. */
export function useHouseholdsScreen() {
  const households = useHouseholds()
  const [calling, setCalling] = useState<PairedHousehold>()
  useDidShow(households.again)
  const press = (household: PairedHousehold) => {
    const [first, ...others] = household.phones
    if (first && others.length === 0) call(first)
    else setCalling(household)
  }
  return { ...households, calling, press, close: () => setCalling(undefined) }
}
