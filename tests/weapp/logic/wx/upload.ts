import http from 'node:http'

import type { World } from '../world'
import { call, type Options, Refusal } from './call'
import { fileAt } from './files'

const PIECE = 64 * 1024
type Progress = { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }

/** The form as WeChat sends it: the fields, and behind them the file. */
function multipart(fields: Record<string, unknown>, name: string, fileName: string, file: Buffer) {
  const boundary = `WeChat${Date.now()}`
  const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`
  const texts = Object.entries(fields).map(([field, value]) => `${part(`name="${field}"`)}\r\n${String(value)}\r\n`)
  const head = `${texts.join('')}${part(`name="${name}"; filename="${fileName}"`)}Content-Type: application/octet-stream\r\n\r\n`
  return { boundary, body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]) }
}

/** Posts the body piece by piece, telling how much of it is gone. */
function post(url: string, boundary: string, body: Buffer, told: (progress: Progress) => void, cancel: AbortSignal) {
  return new Promise<{ statusCode: number; data: string }>((resolve, reject) => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': body.length }
    const request = http.request(url, { method: 'POST', headers, agent: false, signal: cancel }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (piece: Buffer) => parts.push(piece))
      response.on('end', () => resolve({ statusCode: response.statusCode ?? 0, data: Buffer.concat(parts).toString() }))
    })
    request.on('error', reject)
    const next = (at: number) => {
      if (at >= body.length) return request.end()
      const end = Math.min(at + PIECE, body.length)
      request.write(body.subarray(at, end), (error) => {
        if (error) return
        told({ progress: Math.floor((end / body.length) * 100), totalBytesSent: end, totalBytesExpectedToSend: body.length })
        next(end)
      })
    }
    next(0)
  })
}

/** wx.uploadFile over real HTTP to the bucket of the one-machine stack, with the signal that the handset has. */
export function upload(world: World) {
  const { handset, requests, realm, timers, alive } = world
  return {
    uploadFile(options: Options) {
      const canceller = new AbortController()
      const listeners = new Set<(progress: Progress) => void>()
      const told = (progress: Progress) =>
        timers.setTimeout(() => {
          if (alive()) for (const listener of listeners) listener(realm.own(progress))
        })
      const perform = async ({ url, filePath, name, formData }: Options) => {
        if (!String(url).startsWith(`${handset.server}/`)) throw new Refusal('url not in domain list')
        const file = fileAt(world, filePath, `file not found: ${String(filePath)}`)
        if (handset.signal === 'none') throw new Refusal('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
        const { boundary, body } = multipart({ ...(formData as object) }, String(name), String(filePath).split('/').pop() ?? '', file)
        requests.add(canceller)
        try {
          const reply = await post(String(url), boundary, body, told, canceller.signal)
          if (handset.signal !== 'good') throw new Refusal('timeout', { errno: 5 })
          return reply
        } catch (error) {
          throw error instanceof Refusal ? error : new Refusal(canceller.signal.aborted ? 'abort' : String(error))
        } finally {
          requests.delete(canceller)
        }
      }
      const answered = call(world, 'uploadFile', perform)(options)
      const task = {
        abort: () => canceller.abort(),
        onProgressUpdate: (listener: (progress: Progress) => void) => void listeners.add(listener),
        offProgressUpdate: (listener: (progress: Progress) => void) => void listeners.delete(listener),
      }
      return answered ? Object.assign(answered, task) : task
    },
  }
}
