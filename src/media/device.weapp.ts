import { photos } from './camera.weapp'
import type { Device } from './device'
import { drop, keep, send, srcOf } from './files.weapp'
import { canRecord, record } from './recorder.weapp'
import { play, settings } from './system.weapp'

export const device: Device = { photos, canRecord, record, play, settings, keep, srcOf, drop, send }
