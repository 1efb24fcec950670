import type { Found } from './find'
import type { Asked } from './measure'
import type { WxNode } from './paint'

declare global {
  interface Window {
    /** WeChat's compiled templates: by file, a function from data to nodes. */
    $gwx: (file: string) => ((data: unknown, environment: object, global: object) => WxNode) | undefined
    /** To the runner: an event of the view, or a dialogue's answer. */
    weappSend: (message: { handler: string; event: object } | { answer: string } | { back: true }) => void
    weappPage: {
      start: (route: string, json: string) => void
      patch: (json: string) => void
      measure: (asked: Asked[]) => unknown[]
      unspoken: () => string[]
      scroll: (to: string | number) => void
    }
    weappFind: (name: string, purpose: 'tap' | 'type', nth?: number) => Found
    weappText: () => string
    weappShell: {
      open: (id: number, route: string) => Promise<void>
      show: (id: number, title: string, custom: boolean, canGoBack: boolean) => void
      close: (id: number) => void
      title: (text: string) => void
      toast: (text: string) => void
      ask: (title: string, content: string, buttons: string[]) => void
    }
  }
}
