import * as z from 'zod/mini'

import { TicketLine } from '../../contract/ticket'

/** A ticket as the list indexes hold it: what lists show, and whom it must not be shown to. */
export const HeadLine = z.object({ ...TicketLine.shape, barred: z.array(z.string()) })
export type HeadLine = z.infer<typeof HeadLine>
