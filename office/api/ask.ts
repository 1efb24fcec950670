import { client, type Transport } from '../../contract/client'
import { contract } from '../../contract/contract'
import { ProblemReply } from '../../contract/problem'
import { loseSecond, renewSecond, secondToken } from './second'
import { lose, renewInUse, token } from './session'
import { transport } from './transport'

/** Sends with the session; where that is not good any more, the person signs in again. */
const signed: Transport = async (request) => {
  const used = token()
  const answer = await transport({ ...request, token: used })
  const refusal = ProblemReply.safeParse(answer.body)
  if (refusal.success && refusal.data.problem === 'signInAgain') {
    if (used === token()) lose('登录时间到了,请重新登录。没交的内容还在。')
  } else void renewInUse()
  return answer
}

/** Calls a route of the contract. Rejects only where no readable answer came. */
export const ask = client(contract, signed)

/** Calls a route as the second person, beside the one whose desktop it is. Where their session is over they sign in again, and nobody else does. */
export const askAsSecond = client(contract, async (request) => {
  const used = secondToken()
  const answer = await transport({ ...request, token: used })
  const refusal = ProblemReply.safeParse(answer.body)
  if (refusal.success && refusal.data.problem === 'signInAgain') loseSecond(used)
  else void renewSecond()
  return answer
})

/** Calls a route that takes no session. */
export const askOpenly = client(contract, transport)

/** What a person reads where no answer came. */
export const NO_ANSWER = '没有连上服务器,请看看网络,再试一次。'
