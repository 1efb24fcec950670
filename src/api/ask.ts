import { client, type Transport } from '../../contract/client'
import { ProblemReply } from '../../contract/problem'
import { routes } from './routes'
import { signIn, token } from './session'
import { transport } from './transport'

const wantsSignIn = (body: unknown) => {
  const refusal = ProblemReply.safeParse(body)
  return refusal.success && refusal.data.problem === 'signInAgain'
}

/** Sends with the session; where that is not good any more, signs in anew and sends once again. */
export const signed: Transport = async (request) => {
  const answer = await transport({ ...request, token: await token() })
  if (!wantsSignIn(answer.body)) return answer
  return transport({ ...request, token: await signIn() })
}

/** Calls a route. Rejects only where no readable answer came. */
export const ask = client(routes, signed)
