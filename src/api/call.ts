import Taro from '@tarojs/taro'

/** Opens the telephone with this number. Whether the person then calls is theirs alone. */
export function call(phone: string) {
  Promise.resolve(Taro.makePhoneCall({ phoneNumber: phone })).catch(() => undefined)
}
