import { secondToken, unseat } from './second'
import { end, token, useSession } from './session'
import { forgetAll } from './storage'

/** Leaves this desktop: its tokens are ended on the server, and nothing of the person stays in the tab. */
export async function leave() {
  const [used, second] = [token(), secondToken()]
  if (second) void unseat()
  forgetAll()
  useSession.setState({ session: undefined, says: '已经退出。' })
  if (used) await end(used)
}
