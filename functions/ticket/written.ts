import type { AccountId } from '../../contract/account'
import type { StepId, TicketId } from '../../contract/ticket'
import type { TicketHeads } from './store'
import type { TicketWords } from './words'

type Deps = {
  heads: Pick<TicketHeads, 'get'>
  words: Pick<TicketWords, 'get' | 'sender'>
  accounts: { get: (id: AccountId) => Promise<{ openid: string } | undefined> }
}

/** What the sender wrote in this step of the ticket, and under which openid, where they wrote it in the mini-program. */
export const writtenText =
  ({ heads, words, accounts }: Deps) =>
  async (id: TicketId, step: StepId): Promise<{ text: string; openid?: string } | undefined> => {
    const [head, written, sender] = await Promise.all([heads.get(id), words.get(id), words.sender(id)])
    const entry = head?.timeline.find((one) => one.id === step && one.by.side === 'sender')
    const text = entry?.step === 'submitted' ? written?.text : entry?.text
    if (!text) return undefined
    return { text, openid: sender?.accountId && (await accounts.get(sender.accountId))?.openid }
  }
