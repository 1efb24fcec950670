import { useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import type { Me } from '../../../contract/account'
import type { Home } from '../../../contract/pairing'
import { isOpen, type TicketLine } from '../../../contract/ticket'
import { useBallot } from '../../api/ballot'
import { phone } from '../../api/phone'
import { useQueue } from '../../api/queue'
import { useHome as useHomeRead, useSurveyAtHome, useTickets } from '../../api/read'
import { signInAgain, useMe } from '../../api/session'
import { swap } from '../../ways'
import { surveyAtHome } from './survey-at-home'

type View =
  | { stands: 'starting' }
  | { stands: 'failed'; says: string }
  | { stands: 'welcome'; waitingSince?: Me['waitingSince'] }
  | { stands: 'home'; home: Home; mine: TicketLine[]; waiting: number }

const AT_HAND = 2

/** What lies with the villager comes first, then what is being handled. */
const atHand = (tickets: TicketLine[]) =>
  [
    ...tickets.filter(({ state }) => state === 'waiting' || state === 'resolved'),
    ...tickets.filter(({ state }) => isOpen(state) && state !== 'waiting'),
  ].slice(0, AT_HAND)

function viewOf(me: Me | undefined, home: Home | undefined, says: string | undefined, tickets: TicketLine[], waiting: number): View {
  if (me && !me.villager) return { stands: 'welcome', waitingSince: me.waitingSince }
  if (home) {
    return { stands: 'home', home, mine: atHand(tickets), waiting }
  }
  return says ? { stands: 'failed', says } : { stands: 'starting' }
}

/** What stands on the first screen, for whoever opens it. */
export function useHomeScreen() {
  const me = useMe()
  const tied = Boolean(me?.villager)
  const home = useHomeRead(tied)
  const tickets = useTickets()
  const votes = tied && phone.votes
  const drawn = useSurveyAtHome(votes)
  const ballot = useBallot((state) => state.ballot)
  const waiting = useQueue(({ errands }) => errands.filter(({ task }) => task === 'submit').length)
  const [choosingLine, chooseLine] = useState(false)
  const { q, scene } = useRouter().params

  useEffect(() => {
    if (q || scene) swap('villager/tie', { q, scene })
  }, [q, scene])

  const onlyStaff = Boolean(me?.staff) && !tied
  useEffect(() => {
    if (onlyStaff && !q && !scene) swap('cadre/home')
  }, [onlyStaff, q, scene])

  useDidShow(() => {
    if (me?.waitingSince) signInAgain()
    if (!tied) return
    home.again()
    tickets.again()
  })

  // Its row stands above what is tapped most, so the first screen waits for it, but not without signal.
  const rowToCome = votes && drawn.loading && !home.says

  return {
    view: onlyStaff || rowToCome ? ({ stands: 'starting' } as const) : viewOf(me, home.data, home.says, tickets.data ?? [], waiting),
    survey: phone.votes ? surveyAtHome(drawn.data, ballot) : undefined,
    old: home.data && home.says,
    again: me ? home.again : signInAgain,
    look: signInAgain,
    choosingLine,
    chooseLine,
  }
}
