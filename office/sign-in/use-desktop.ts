import { useCallback, useEffect, useRef, useState } from 'react'

import type { Session } from '../../contract/account'
import { DesktopSecret, DesktopSignInId, type Machine } from '../../contract/desktop'
import { isProblem } from '../../contract/problem'
import { askOpenly, NO_ANSWER } from '../api/ask'
import { hexOf, newId } from '../api/id'

const ASK_EVERY_MS = 1500

/** SHA-256 in hex. Browsers have it on https and on this machine's own address. */
const sha256 = async (text: string) => hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

const machine = (): Machine => {
  const { userAgent } = navigator
  return /Windows/.test(userAgent) ? 'windows' : /Mac/.test(userAgent) ? 'mac' : /Linux|UOS|Kylin/.test(userAgent) ? 'linux' : 'other'
}

export type Shown = { code: string; check: string; expiresAt: string }

/** Shows a code for a phone to approve, and asks until it has; the secret that fetches the session stays in here. */
export function useDesktop(onSession: (session: Session) => void) {
  const given = useRef(onSession)
  useEffect(() => void (given.current = onSession))
  const [shown, setShown] = useState<Shown>()
  const [says, say] = useState<string>()
  const [round, setRound] = useState(0)

  useEffect(() => {
    const [id, secret] = [DesktopSignInId.parse(newId()), DesktopSecret.parse(newId())]
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const end = (why: string) => {
      if (gone) return
      setShown(undefined)
      say(why)
    }

    async function look(until: number) {
      if (gone) return
      if (Date.now() > until) return end('码过期了,请换一个。')
      try {
        const answer = await askOpenly('POST /v1/desktop-sign-ins/{id}/session', { params: { id }, body: { secret } })
        if (gone) return
        if (isProblem(answer)) return end(answer.says)
        if (answer.session) return given.current(answer.session)
        say(undefined)
      } catch {
        if (!gone) say(NO_ANSWER)
      }
      timer = setTimeout(() => void look(until), ASK_EVERY_MS)
    }

    async function begin() {
      try {
        const body = { id, secretHash: await sha256(secret), machine: machine() }
        const answer = await askOpenly('POST /v1/desktop-sign-ins', { body })
        if (gone) return
        if (isProblem(answer)) return end(answer.says)
        say(undefined)
        setShown(answer)
        // The desktop's own clock may be wrong: it counts the time from now.
        timer = setTimeout(() => void look(Date.now() + 3 * 60_000), ASK_EVERY_MS)
      } catch {
        end(NO_ANSWER)
      }
    }
    void begin()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [round])

  const renew = useCallback(() => setRound((last) => last + 1), [])
  return { shown, says, renew }
}
