import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Box, boxes, kinds, type TicketLine } from '../../../contract/ticket'
import { useLetters, useTieRequests } from '../../api/read'
import { useMe } from '../../api/session'
import { owed } from '../../ticket/words'

const names: Readonly<Record<Box, string>> = {
  cadre: '给我的',
  desk: '单位意见箱',
  inspection: '督查',
  offered: '想转来的',
  leader: '上报给我的',
  raised: '上报来的',
}

/** `求助:猪不吃料,想找兽医`; complaints show no words in a list. */
export const nameOf = ({ kind, title, number, aboutName }: TicketLine) =>
  title ? `${kinds[kind]}:${title}` : `${kinds[kind]} ${aboutName ? `说的是${aboutName}` : number}`

export const smallOf = (letter: TicketLine, now: number) => [letter.place ?? letter.deskName ?? letter.number, owed(letter, now)]

/** The boxes that this person may open, and the letters in the one that is open. */
export function useLettersScreen() {
  const me = useMe()
  const roles = me?.staff?.roles ?? []
  const mine = boxes.filter((box) => roles.some((role) => role === box))
  const asked = Box.safeParse(useRouter().params.box)
  const [chosen, choose] = useState<Box | undefined>(asked.success ? asked.data : undefined)
  const box = chosen && mine.includes(chosen) ? chosen : mine[0]
  const letters = useLetters(box)
  const requests = useTieRequests(roles.includes('cadre'))
  useDidShow(() => {
    if (box) letters.again()
    if (roles.includes('cadre')) requests.again()
  })
  return {
    staff: me?.staff,
    letters,
    asking: requests.data?.items.length ?? 0,
    box,
    choose,
    options: mine.map((name) => [name, names[name]] as const),
  }
}
