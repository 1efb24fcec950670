import { openShelf } from '../media/shelf'
import { keepUploading, upload } from '../media/uploading'
import { openBallot } from './ballot'
import { keepCaching, openCache } from './cache'
import { castBallot, keepCasting } from './cast'
import { openDrafts } from './draft'
import { flush, keepSending, onSent, openQueue } from './queue'
import { refreshed } from './read'
import { accountId, signInAgain, useSession } from './session'
import { keepSlip, openWritten } from './written'

let opened = ''

/** Drafts, queue and cache follow the account. */
function openAccount() {
  const account = accountId()
  if (!account || account === opened) return
  opened = account
  openDrafts(account)
  openWritten(account)
  openQueue(account)
  openShelf(account)
  openBallot(account)
  openCache(account)
  void upload()
  void flush()
  void castBallot()
}

/** Starts what works behind the screens: what was seen last is there at once, the sign-in follows. */
export function start() {
  keepUploading()
  openAccount()
  useSession.subscribe(openAccount)
  onSent(refreshed)
  onSent(keepSlip)
  keepCaching(accountId)
  keepSending()
  keepCasting()
  // Without signal the last known screens stand; the session store says why there is no new one.
  signInAgain()
}
