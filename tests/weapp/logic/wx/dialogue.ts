import type { World } from '../world'
import type { Options } from './call'
import { call, Refusal } from './call'

const text = (value: unknown, otherwise = '') => (typeof value === 'string' && value ? value : otherwise)

/** WeChat's own dialogues. They are painted over the page, and a test taps them as a person does. */
export function dialogue(world: World) {
  const { view } = world
  const toast = (options: Options) => view.toast(text(options.title), Number(options.duration ?? 1500))
  return {
    showModal: call(world, 'showModal', async (options) => {
      const confirm = text(options.confirmText, '确定')
      const cancel = options.showCancel === false ? [] : [text(options.cancelText, '取消')]
      const answer = await view.ask(text(options.title), text(options.content), [...cancel, confirm])
      return { confirm: answer === confirm, cancel: answer !== confirm }
    }),
    showActionSheet: call(world, 'showActionSheet', async (options) => {
      const items = Array.isArray(options.itemList) ? options.itemList.map(String) : []
      const answer = await view.ask(text(options.alertText), '', [...items, '取消'])
      if (answer === '取消') throw new Refusal('cancel')
      return { tapIndex: items.indexOf(answer) }
    }),
    showToast: call(world, 'showToast', toast),
    showLoading: call(world, 'showLoading', (options) => view.toast(text(options.title))),
    hideToast: call(world, 'hideToast', () => view.toast('')),
    hideLoading: call(world, 'hideLoading', () => view.toast('')),
  }
}
