import { photos } from './camera.h5'
import type { Device } from './device'
import { drop, keep, send, srcOf } from './files.h5'
import { play } from './player.h5'
import { canRecord, record } from './recorder.h5'

export const device: Device = { photos, canRecord, record, play, keep, srcOf, drop, send }
